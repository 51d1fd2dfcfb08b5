"""The accessibility gate looks at a page again only when it has to, and lists its findings to be worked through."""

from datetime import date
from pathlib import Path

from planbuilder.model.accessibility import AutomaticTest
from planbuilder.source import load
from tests.sites import climate
from tools.gate.findings import Finding, report
from tools.gate.memory import Memory, digest, pages_of, to_do
from tools.gate.record import FILE, record
from tools.gate.settings import SETTINGS


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


def test_what_passed_outlives_a_run_that_is_stopped(tmp_path: Path) -> None:
    """It is in a file as soon as it is known; the next run begins with it."""
    file = tmp_path / "gate" / "browser.json"
    Memory.read(file).add({"a.html": "1"})
    Memory.read(file).add({"b.html": "2"})
    assert Memory.read(file).passed == {"a.html": "1", "b.html": "2"}


def test_pages_that_only_send_on_are_nobodys_to_read(tmp_path: Path) -> None:
    """Every other page is looked at; a part of the site can be asked for."""
    for name, html in (
        ("en/a.html", "<p>a</p>"),
        ("pl/a.html", "<p>b</p>"),
        ("en/old.html", '<meta http-equiv="refresh">'),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(html, "utf-8")
    assert [*pages_of(tmp_path)] == ["en/a.html", "pl/a.html"]
    assert [*pages_of(tmp_path, "en/*")] == ["en/a.html"]
    file = tmp_path / "rules"
    file.write_text("1", "utf-8")
    before = pages_of(tmp_path, decides=[file])
    file.write_text("2", "utf-8")
    assert before.keys() == pages_of(tmp_path, decides=[file]).keys()
    assert to_do(pages_of(tmp_path, decides=[file]), before) == ["en/a.html", "pl/a.html"]


def test_what_a_run_found_can_be_told_to_readers(tmp_path: Path) -> None:
    """The file that it leaves is one that the site reads, with the programs and their versions."""
    project = climate(tmp_path)
    (project.root / FILE).write_text(record(date(2026, 1, 20), 12, 15, 2), "utf-8")
    (found,) = load(project.root).all(AutomaticTest)
    assert (found.day, found.pages, found.of, found.settings) == (date(2026, 1, 20), 12, 15, len(SETTINGS))
    assert found.findings == 2
    assert [tool.name for tool in found.tools] == ["axe-core", "html-validate", "Nu Html Checker"]
    assert all(tool.version[0].isdigit() for tool in found.tools)
