"""Links in texts: what may be published, and that a converter finds no others than we did."""

import re
import time

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.source import links

GOOD = [
    "https://www.gov.uk/",
    "http://example.org/a?b=c&amp;d=e#f",
    "https://example.org:8080/a_%28b",
    "mailto:plans@example.org",
    "tel:101",
    "tel:+44-1733-747474",
    "ref:anytown/plans/2017-2020#vision",
]
BAD = [
    "javascript:alert(1",
    "JavaScript:alert",
    "java&Tab;script:alert",
    "&#106;avascript:alert",
    "java\tscript:alert",
    "java\nscript:alert",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "//example.org/",
    "/anytown/",
    "page.html",
    "#top",
    "\\\\example.org",
    "https:\\\\example.org",
    "https://gov.uk@example.org/",
    "https://user:word@example.org/",
    "https://127.0.0.1:8000/",
    "https://[::1]/",
    "https://2130706433/",
    "https://localhost/",
    "https://www.gоv.uk/",
    "https://",
    "mailto:me",
    "mailto:a@example.org?bcc=b@example.org",
    "tel:call-me",
    "",
]


def faults(text: str, *, plain: bool = False) -> list[links.Wrong]:
    return list(links.faults(text, markdown=not plain))


@pytest.mark.parametrize("address", GOOD)
def test_good_addresses_may_be_linked_in_prose(address: str) -> None:
    """Web, mail, telephone and our own pages, behind words or by themselves."""
    assert faults(f"a [word]({address}) b") == []
    assert faults(f"a <{address}> b") == []


@pytest.mark.parametrize(
    "notation",
    [
        '[word]({} "title")',
        "[word](<{}>)",
        "[word]( {} )",
        "[word][1]\n\n[1]: {}",
        "> - [word]: {}",
        "[word]({}",
        "[a]({}(b))",
    ],
)
def test_of_many_notations_one_is_allowed(notation: str) -> None:
    """What can be read in two ways is refused, with the way to write it."""
    assert faults(notation.format("https://www.gov.uk/"))


@pytest.mark.parametrize("address", BAD)
def test_bad_addresses_may_not(address: str) -> None:
    """Neither in prose nor in a field for plain words, and the fault is at the link."""
    for plain in (False, True):
        (wrong, *_) = faults(f"a [word]({address}) b", plain=plain)
        assert wrong.offset >= 7
        assert wrong.sentence
        assert wrong.remedy


@pytest.mark.parametrize("address", [bad for bad in BAD if re.match(r"[A-Za-z]+:", bad)])
def test_bad_addresses_may_not_stand_in_angle_brackets(address: str) -> None:
    """An address by itself is a link too."""
    assert faults(f"a <{address}> b")


def test_a_link_in_a_plain_field_is_refused_because_nobody_would_see_one() -> None:
    """A title shows its brackets to readers."""
    assert faults("a [word](https://www.gov.uk/)", plain=True)[0].sentence == "a link can't stand in this field"


@pytest.mark.parametrize("text", ["![x](https://example.org/a.gif)", "![a[b]c](https://example.org/a.gif)"])
def test_pictures_are_refused(text: str) -> None:
    """A picture in a text would be fetched from elsewhere, and says nothing to a screen reader."""
    assert "picture" in faults(text)[0].sentence


@pytest.mark.parametrize(
    "text",
    [
        "<svg onload=alert(1)>",
        "</script><script>alert(1)</script>",
        "<!-- note -->",
        "[sic] and [1]",
        "5 < 6: a > b",
        "{{ 7*191 }}{% raw %}",
        '=HYPERLINK("http://example.org","x")',
        "{: onclick='x' }",
        "a (b) [c] !",
        "https://example.org/ as words",
    ],
)
def test_other_signs_are_only_text(text: str) -> None:
    """What is no link is published as it is written."""
    assert faults(text) == []
    assert faults(text, plain=True) == []


def test_offsets_point_to_the_address() -> None:
    """The editor is led to what is to be changed."""
    (wrong,) = faults("One.\n\nTwo [links](https://www.gov.uk/) and [more](page.html).")
    assert "One.\n\nTwo [links](https://www.gov.uk/) and [more](page.html)."[wrong.offset :].startswith("page.html")


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "[a](",
        "[a](b",
        "[a][",
        "> ",
        "1. ",
        "- ",
        '](a "',
        "](a ",
        "<a:",
        "<a@",
        "[a]: ",
        " ",
        "*",
        "`",
        "![a]",
        "[a]",
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    """The longest prose that is permitted, made to be slow, is judged: an expression that goes back and forth over it
    would take minutes, so the limit is far above what a busy machine needs."""
    started = time.process_time()
    for text in ((unit * 30_000)[:30_000], "](a" + (unit * 30_000)[:30_000], "\n".join([unit * 300] * 50)):
        faults(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("deep", "fine"),
    [
        ("[" * 21, "[" * 20),
        ("[" * 20 + "]" + "[[", "[" * 20 + "]" + "["),
        ("![" * 21, "[a] " * 100 + "[" * 20),
        ("> " * 20 + "a", "> " * 19 + "a"),
        ("1. " * 20 + "a", "1. " * 19 + "a"),
        (" " * 80 + "a", " " * 79 + "a"),
    ],
)
def test_what_makes_markdown_slow_is_refused(deep: str, fine: str) -> None:
    """Brackets and markers without end cost a converter minutes; twenty may stand open."""
    assert len(faults(f"a\n{deep}\nb")) == 1
    assert faults(f"a\n{fine}\nb") == []


def test_only_a_name_that_looks_like_another_is_spelled_out() -> None:
    """A browser asks for another host than the letters show; for plain names there is nothing to add."""
    assert links.real_host("https://www.gоv.uk/") == " (its real name is www.xn--gv-fmc.uk)"
    assert links.real_host("https://www.gov.uk/") == ""
    assert links.real_host("https://[::1/") == ""


def test_a_long_address_is_quoted_in_part() -> None:
    """Sixty characters are enough to find it."""
    assert '"' + "x" * 60 + '"' in faults(f"[a]({'x' * 60})")[0].sentence
    assert '"' + "x" * 59 + '…"' in faults(f"[a]({'x' * 61})")[0].sentence


def test_a_sign_that_cannot_be_seen_is_quoted_as_a_question_mark() -> None:
    """A message can't be made to read differently from what it says."""
    assert '"java?script:x"' in faults("[a](java\u200bscript:x)")[0].sentence


def converted(text: str) -> str:
    """What the site's own converter makes of a text."""
    converter = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter.convert(text)


SIGNS = st.sampled_from(list("[]()<>!\"' \n\ta\\`:*_&#\u00a0"))
NOTATIONS = st.sampled_from(
    ("](", "[a](", "[a][b]", "[b]", "![a]", "[b]: ", "\n[b]:\n", "> ", "- ", "1. ", "    ", "(a)", "<a@e.org>")
)
ADDRESSES = st.sampled_from(
    (
        "javascript:x",
        "//e.org",
        "https://e.org",
        "https://a@e.org/",
        "mailto:a@e.org",
        "a@e.org",
        "data:x",
        "ref:a",
        "&Tab;",
    )
)


@settings(max_examples=1_500)
@given(st.lists(SIGNS | NOTATIONS | ADDRESSES, max_size=14).map("".join))
def test_the_converter_links_nowhere_else(text: str) -> None:
    """Whatever passes here holds, once converted, only addresses that may be published."""
    if faults(text):
        return
    html = converted(text)
    assert "<img" not in html
    for address in re.findall(r'href="([^"]*)"', html):
        assert links.address_fault(address) is None, (text, html)


@settings(max_examples=300)
@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    """Every fault lies in the text and has words."""
    for wrong in faults(text):
        assert 0 <= wrong.offset <= len(text)
        assert wrong.sentence
        assert wrong.remedy
