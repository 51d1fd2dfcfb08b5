"""Prose from strangers comes out as clean HTML of a few elements, whatever goes in."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.pages.markdown import TAGS, to_html


def _resolve(key: str) -> str:
    return f"/{key}/"


class _Elements(HTMLParser):
    """The elements and attributes of some HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(html)
    return parser.found


def test_the_small_subset_comes_out_as_written() -> None:
    """Paragraphs, lists, emphasis, links and headings; a link to an entity finds its page."""
    html = to_html("## Why\n\nA **strong** *word*.\n\n- one\n- [two](ref:riverbank/measures/x)\n", _resolve)
    assert [tag for tag, _ in _elements(html)] == ["h2", "p", "strong", "em", "ul", "li", "li", "a"]
    assert 'href="/riverbank/measures/x/"' in html


def test_headings_go_below_the_heading_of_the_page_part() -> None:
    """A text that stands below a heading of level 3 begins at level 4."""
    assert "<h4>Why</h4>" in to_html("## Why", _resolve, deeper=2)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>x()</script>",
        "<svg onload=x()>",
        "<img src=x onerror=x()>",
        "[x](javascript:x())",
        "[x](data:text/html,<script>x()</script>)",
        'para\n{: onclick="x()" }',
        "<iframe srcdoc='<script>x()</script>'></iframe>",
        '<noscript><p title="</noscript><img src=x onerror=x()>">',
        "![x](https://evil.example/p.gif)",
        '--8<-- "/etc/passwd"',
        "{{ 7*191 }}",
    ],
)
def test_hostile_prose_is_inert(hostile: str) -> None:
    """It is shown as text; no element or address of its own survives."""
    html = to_html(hostile, _resolve)
    for tag, attributes in _elements(html):
        assert tag in TAGS
        assert set(attributes) <= {"href"}
        assert not re.match(r"(?i)\s*(javascript|data|vbscript):", attributes.get("href") or "")
    assert "1337" not in html


@given(st.text(max_size=300))
def test_no_prose_gets_other_elements_through(text: str) -> None:
    """Property: whatever is written, only the subset comes out."""
    for tag, attributes in _elements(to_html(text, _resolve)):
        assert tag in TAGS
        assert set(attributes) <= {"href"}


BLOCKS = st.lists(
    st.one_of(
        st.text(st.sampled_from("aZéжش1 .,:;!?()'\"-–+/%@$£\n\u00a0\u2028\u200f\t\x0c*_[]<>&#=~`\\|{}"), max_size=20),
        st.sampled_from(["Plain words.", "Two\nlines", "- item", "1. item", "  - deeper", "> said", "## Head", "*x*"]),
    ),
    max_size=6,
).map(lambda blocks: "\n\n".join(blocks).strip())


@given(BLOCKS)
def test_paragraphs_come_out_as_markdown_has_them(text: str) -> None:
    """Property: the converter is not needed for most paragraphs; what it makes of the whole text is the same.

    Where links may be explained further down (`]:`), it is given the whole text.
    """
    explained = "\n\n[x]: https://example.org/"
    assert _close(to_html(text, _resolve)) == _close(to_html(f"{text}{explained}", _resolve))


def _close(html: str) -> str:
    """Without the spaces between elements: of a heading without words nothing but these is left."""
    return re.sub(r"\s*\n\s*", "\n", html).strip()


def test_lines_and_paragraphs_stay_what_they_are() -> None:
    """One line feed is a space to readers, two begin a paragraph."""
    assert to_html("Ein Satz.\nNoch einer.\n\nAbsatz", _resolve) == "<p>Ein Satz.\nNoch einer.</p>\n<p>Absatz</p>"
