"""Prose of the site itself: what may stay of it, how wide things scroll, and where its links lead."""

import re
from pathlib import Path

from planbuilder.mkdocs.prose import cleaned
from tests.sites import climate

TABLE = "<table><thead><tr><th>File</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>"


def test_what_could_act_on_a_page_is_dropped() -> None:
    """Scripts, styles, handlers and addresses that run something do not reach readers."""
    html = cleaned(
        '<p style="x" onclick="y">One <a href="javascript:z">two</a><script>three</script></p><img src="x">', "Title"
    )
    assert html == "<p>One <a>two</a></p>"


def test_no_link_hides_that_it_leads_to_another_site() -> None:
    """An address without https: in front looks like a place on this site: such a link is words only."""
    for address in ("//evil.example/", "/\\\\evil.example/", "\\\\\\\\evil.example", " //evil.example"):
        assert cleaned(f'<p><a href="{address}">x</a></p>', "Title") == "<p><a>x</a></p>", address
    assert cleaned('<a href="../privacy/">x</a>', "Title") == '<a href="../privacy/">x</a>'


def test_a_table_is_a_region_named_after_the_heading_above_it() -> None:
    """It scrolls by itself and can have the focus; without a heading it has the page's title."""
    html = cleaned(f'{TABLE}<h2 id="a">Who <em>leads</em> &amp; "why"</h2>{TABLE}', "For editors")
    assert re.findall(r'<section class="pb-table" tabindex="0" aria-label="([^"]*)">', html) == [
        "For editors",
        "Who leads &amp; &quot;why&quot;",
    ]


def test_no_two_regions_have_one_name() -> None:
    """A list of landmarks tells tables below one heading apart."""
    html = cleaned(f'<h2 id="a">Files</h2>{TABLE}{TABLE}<h2 id="b">More</h2>{TABLE}', "Title")
    assert re.findall(r'aria-label="([^"]*)"', html) == ["Files", "Files (2)", "More"]


def test_a_file_scrolls_and_a_message_wraps() -> None:
    """Lines of a file stay whole, since an indent means something there; what a reader is told is broken."""
    file = cleaned('<h2 id="a">Copy</h2><pre><code class="language-yaml">a: 1\n</code></pre>', "Title")
    assert '<div class="pb-code" role="group" tabindex="0" aria-label="Copy"><pre>' in file
    message = '<pre><code class="language-text">x.yml:1:1: no\n</code></pre>'
    assert cleaned(message, "Title") == message


def test_an_id_begins_with_a_letter(tmp_path: Path) -> None:
    """Whether its heading begins with a number or has no Latin letters at all; and it is there once."""
    project = climate(tmp_path)
    project.edit("content/pages/en/about.md", "\n\n", "\n\n## 1. Begin\n\n## جرائم\n\n## امن\n\n## Then\n\n")
    html = (project.build() / "en/about/index.html").read_text("utf-8")
    assert re.findall(r'<h2 id="([^"]*)"', html)[:4] == ["part-1-begin", "part", "part_1", "then"]


def test_a_heading_in_code_is_no_heading() -> None:
    """Escaped markup in an example names nothing."""
    html = cleaned(f'<h2 id="a">Real</h2><p><code>&lt;h2&gt;False&lt;/h2&gt;</code></p>{TABLE}', "Title")
    assert 'aria-label="Real"' in html


def test_a_link_leads_to_the_page_in_the_reader_s_language(tmp_path: Path) -> None:
    """`ref:` names a page or an entity; prose that is not translated still leads to pages in the reader's language."""
    project = climate(tmp_path)
    project.edit(
        "content/pages/en/about.md",
        "---\n\n",
        "---\n\n[rules](ref:how-we-judge-progress/) [figures](ref:riverbank/measures/emissions)\n\n",
    )
    site = project.build()
    for code in ("en", "pl"):
        html = (site / code / "about" / "index.html").read_text("utf-8")
        assert f'<a href="../../{code}/how-we-judge-progress/">rules</a>' in html
        assert f'<a href="../../{code}/riverbank/measures/emissions/">figures</a>' in html


def test_a_page_below_another_has_it_in_its_trail(tmp_path: Path) -> None:
    """The reader of a page in a folder sees the way back to the folder's first page."""
    project = climate(tmp_path)
    folder = project.root / "content" / "pages" / "en" / "for-editors"
    folder.mkdir()
    (folder / "index.md").write_text("---\ntitle: For editors\n---\n\nAll of it.\n", "utf-8")
    (folder / "files.md").write_text("---\ntitle: Files\n---\n\nThe files.\n", "utf-8")
    html = (project.build() / "en" / "for-editors" / "files" / "index.html").read_text("utf-8")
    assert '<a href="../../../en/for-editors/">For editors</a>' in html
