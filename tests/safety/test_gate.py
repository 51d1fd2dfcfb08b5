"""The accessibility gate looks at a page again only when it has to, and lists its findings to be worked through."""

from tools.gate import SETTINGS, Finding, digest, report, to_do


def test_a_page_is_looked_at_until_it_has_passed_as_it_is() -> None:
    """New pages and changed ones; a change of the gate itself makes every page new."""
    before = {"a.html": digest(b"same", b"gate"), "b.html": digest(b"old", b"gate")}
    now = {name: digest(html, b"gate") for name, html in (("a.html", b"same"), ("b.html", b"new"), ("c.html", b"c"))}
    assert to_do(now, before) == ["b.html", "c.html"]
    assert to_do({"a.html": digest(b"same", b"another gate")}, before) == ["a.html"]


def test_findings_are_told_by_rule_and_page() -> None:
    """One line for each rule with the number of pages, one for each page with its places; the same place once."""
    found = [
        Finding("color-contrast", "en/b.html", "375 dark open: p"),
        Finding("color-contrast", "en/a.html", "320 light open: p"),
        Finding("color-contrast", "en/a.html", "320 light open: p"),
        Finding("browser", "en/a.html", "1280 light open: x is not defined"),
    ]
    assert list(report(found)) == [
        "browser: 1 page",
        "  en/a.html: 1280 light open: x is not defined",
        "color-contrast: 2 pages",
        "  en/a.html: 320 light open: p",
        "  en/b.html: 375 dark open: p",
    ]


def test_every_setting_that_is_promised_is_there() -> None:
    """Narrow to wide, light and dark, menu, search, and without the site's scripts."""
    assert {(s.width, s.scheme) for s in SETTINGS if s.state == "open"} == {
        (width, scheme) for width in (320, 375, 1280) for scheme in ("light", "dark")
    }
    assert {s.state for s in SETTINGS} == {"open", "menu", "search", "without scripts"}
