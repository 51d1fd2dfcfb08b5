"""What changed, for readers: pages and feeds from the change log, whole, valid and discreet."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser

from planbuilder.i18n import languages, translated
from planbuilder.pages import Page, drafts
from planbuilder.pages.edition import Edition
from planbuilder.source import load
from tests.sites import climate
from tests.source.small_project import GOOD, project

REVISION = "5c4b9e1f0d2a47c3b1d6a8e9f7350b2c4d6e8f01"
LATER = "7c3b1d6a8e9f7350b2c4d6e8f015c4b9e1f0d2a4"
ATOM = "{http://www.w3.org/2005/Atom}"

ABUSE = """\
title: Abuse at home
unit: people
wanted: increase
sensitive: true
observations:
  - {period: 2014, value: 4321}
"""
FILES = {
    "anytown/measures/abuse.yml": ABUSE,
    "changes.yml": f"""\
entries:
  - on: 2017-05-20
    revision: {LATER}
    changes:
      - {{about: anytown/measures/abuse, what: figure_added, period: 2014, figure: {{value: 4321}}}}
      - {{about: anytown/measures/gone, what: removed, type: Measure, title: A case of abuse, sensitive: true}}
      - {{about: anytown/measures/road-casualties, what: figure_changed, period: 2014, was_figure: {{value: 74}},
         figure: {{value: 75}}}}
      - {{about: anytown/plans/2017-2020/priorities/safer-roads, what: edited}}
  - on: 2017-05-01
    revision: {REVISION}
    changes:
      - {{about: anytown, what: added_whole, n: 4}}
      - {{about: site, what: added}}
""",
}


def site(root: Path, code: str = "en", files: dict[str, str] | None = None) -> dict[str, Page]:
    """Every page of one language by its path."""
    catalogue = translated(load(project(root, {**FILES, **(files or {})})), root)
    known = languages(catalogue)
    return {page.path: page for page in (draft.page() for draft in drafts(Edition(catalogue, known[code], known)))}


def feeds(found: dict[str, Page]) -> dict[str, bytes]:
    """Every feed by its path."""
    return {
        path: content
        for page in found.values()
        for path, content in page.files.items()
        if path.endswith(".atom")
    }  # fmt: skip


ROADS = "anytown/measures/road-casualties/"


def test_each_part_of_the_site_has_its_page_and_its_feed(tmp_path: Path) -> None:
    """The site, the partnership, the plan, and the priority and measure that changed."""
    found = site(tmp_path)
    parts = {"", "anytown/", "anytown/2017-2020/", "anytown/2017-2020/safer-roads/", ROADS}
    assert {path.removesuffix("changes/") for path in found if path.endswith("changes/")} == {
        *parts,
        "anytown/measures/abuse/",
    }
    assert {path.removesuffix("changes/feed.atom") for path in feeds(found)} == parts


def test_a_page_leads_to_its_feed(tmp_path: Path) -> None:
    """For programs in the head, and for people in the text."""
    found = site(tmp_path)
    for path in (ROADS, f"{ROADS}changes/", "", "anytown/", "anytown/2017-2020/"):
        page = found[path]
        assert page.feed
        assert page.feed.path.endswith("changes/feed.atom")
        assert f'{page.feed.path}" type="application/atom+xml"' in page.body


def test_a_measure_says_since_when_nothing_changed(tmp_path: Path) -> None:
    """Its page names the day, and its page of changes tells of its beginning, too."""
    found = site(tmp_path)
    assert "Last changed on 20 May 2017" in found[ROADS].body
    changes = found[f"{ROADS}changes/"].body
    assert "2014 changes from 74 people to 75 people" in changes
    assert [heading.id for heading in found[f"{ROADS}changes/"].headings] == ["day-2017-05-20", "day-2017-05-01"]
    assert "<li>is new</li>" in changes


def test_a_site_without_a_log_has_neither(tmp_path: Path) -> None:
    """An empty page would only raise questions."""
    root = project(tmp_path)
    catalogue = load(root)
    known = languages(catalogue)
    found = {page.path: page for page in (draft.page() for draft in drafts(Edition(catalogue, known["en"], known)))}
    assert not [path for path in found if path.endswith("changes/")]
    assert feeds(found) == {}
    assert "What changed" not in found[""].body


# --- what must not be seen ---


def test_a_sensitive_subject_is_named_on_its_own_pages_only(tmp_path: Path) -> None:
    """Elsewhere it is counted, and no feed, which a device may show on its lock screen, says what it is."""
    found = site(tmp_path)
    assert "4,321" in found["anytown/measures/abuse/changes/"].body
    assert found["anytown/measures/abuse/changes/"].sensitive
    for path in ("changes/", "anytown/changes/"):
        assert "buse" not in found[path].body
        assert "4,321" not in found[path].body
        assert "2 changes about sensitive subjects are told on the pages of those subjects." in found[path].body
    assert "buse" not in found[""].body.partition('id="changed"')[2]
    for path, content in feeds(found).items():
        assert b"buse" not in content, path
        assert b"4,321" not in content, path
    assert feeds(found)["anytown/changes/feed.atom"].count(b"A change about a sensitive subject") == 2


def test_a_feed_of_a_sensitive_measure_would_name_it_among_subscriptions(tmp_path: Path) -> None:
    """So there is none, and its page offers none."""
    found = site(tmp_path)
    assert found["anytown/measures/abuse/"].feed is None
    assert "Atom" not in found["anytown/measures/abuse/"].body


# --- that feed readers can read them ---


def test_every_feed_can_be_read(tmp_path: Path) -> None:
    """By a parser that is not ours, without a complaint; entries with what RFC 4287 asks for."""
    for path, content in [*feeds(site(tmp_path / "en")).items(), *feeds(site(tmp_path / "cy", "cy")).items()]:
        parsed = feedparser.parse(content)
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"
        assert parsed.feed.author == "Anytown Council"
        assert parsed.feed.rights.startswith("Anytown Council")
        assert parsed.feed.updated.endswith("T00:00:00Z")
        assert {link.rel for link in parsed.feed.links} == {"self", "alternate"}
        for entry in parsed.entries:
            assert entry.title
            assert entry.link.startswith("https://plans.example.org/")
            assert entry.content[0].type == "text/html"
        ids = [entry.id for entry in parsed.entries]
        assert len(ids) == len(set(ids)), path


def _elements(content: bytes) -> Iterator[tuple[ET.Element, ET.Element]]:
    for parent in ET.fromstring(content).iter():
        for child in parent:
            yield parent, child


def test_feeds_keep_the_rules_of_atom(tmp_path: Path) -> None:
    """What the RFC's schema asks: one id, title and updated each; links with a rel only once; absolute addresses."""
    for content in feeds(site(tmp_path)).values():
        root = ET.fromstring(content)
        assert root.tag == f"{ATOM}feed"
        for element in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1
            assert [link.get("rel") for link in element.findall(f"{ATOM}link")].count("alternate") == 1
            for link in element.findall(f"{ATOM}link"):
                assert urlsplit(str(link.get("href"))).scheme == "https"
        assert {child.tag for _, child in _elements(content)} <= {
            f"{ATOM}{name}"
            for name in ("author", "content", "entry", "id", "link", "name", "rights", "title", "updated")
        }  # fmt: skip
        updated = [str(element.findtext(f"{ATOM}updated")) for element in root.iter(f"{ATOM}entry")]
        assert updated == sorted(updated, reverse=True)
        assert root.findtext(f"{ATOM}updated") == updated[0]


def _ids(content: bytes) -> list[str]:
    return [str(entry.findtext(f"{ATOM}id")) for entry in ET.fromstring(content).iter(f"{ATOM}entry")]


def test_an_entry_keeps_its_id(tmp_path: Path) -> None:
    """In every feed that has it, and when others come before it: readers see nothing twice."""
    before = feeds(site(tmp_path / "before"))
    newer = FILES["changes.yml"].replace(
        "entries:\n",
        f"entries:\n  - {{on: 2017-05-25, revision: {'a' * 40}, changes: [{{about: anytown, what: edited}}]}}\n",
    )
    after = feeds(site(tmp_path / "after", files={"changes.yml": newer}))
    whole, now = _ids(before["changes/feed.atom"]), _ids(after["changes/feed.atom"])
    assert now[1:] == whole
    assert now[0] == "tag:plans.example.org,2017-05-25:en/changes/aaaaaaaaaaaa/anytown"
    own = _ids(before[f"{ROADS}feed.atom".replace("feed.atom", "changes/feed.atom")])
    assert own[0] in whole


def test_each_language_has_its_own_entries(tmp_path: Path) -> None:
    """A reader who subscribes to two gets both."""
    english, welsh = feeds(site(tmp_path / "en")), feeds(site(tmp_path / "cy", "cy"))
    assert english.keys() == welsh.keys()
    for path, content in english.items():
        assert not set(_ids(content)) & set(_ids(welsh[path]))
        assert ET.fromstring(welsh[path]).get("{http://www.w3.org/XML/1998/namespace}lang") == "cy"
    assert "Beth sydd wedi newid" in welsh["changes/feed.atom"].decode()


def test_what_is_gone_is_told_without_a_link(tmp_path: Path) -> None:
    """There is no page to lead to; the feed leads to the list of changes."""
    gone = "      - {about: anytown/plans/old, what: removed, type: Plan, title: The old plan}\n"
    found = site(
        tmp_path, files={"changes.yml": FILES["changes.yml"].replace("    changes:\n", f"    changes:\n{gone}", 1)}
    )
    assert "<li>Plan “The old plan”<ul><li>is removed</li></ul></li>" in re.sub(r"\n", "", found["changes/"].body)
    assert b"https://plans.example.org/en/changes/" in feeds(found)["changes/feed.atom"]


def test_the_golden_feeds_of_a_built_site_can_be_read(tmp_path: Path) -> None:
    """The head of the page leads to a file that is there, in each language."""
    built = climate(tmp_path).build()
    for code in ("en", "pl"):
        page = (built / code / "riverbank" / "index.html").read_text("utf-8")
        (href,) = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)"', page)
        parsed = feedparser.parse((built / code / "riverbank" / href).read_bytes())
        assert not parsed.bozo
        assert parsed.feed.language == code
        assert parsed.feed.rights.endswith(" · Riverbank Council, Climate Plan 2025–2030 (invented).")


def test_good_project_is_what_the_log_tells_of() -> None:
    """The measure that the log corrects says what the log says."""
    assert "{period: 2014, value: 75}" in GOOD["anytown/measures/road-casualties.yml"]
