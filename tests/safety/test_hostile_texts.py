"""Every text of every kind of file at once is what a stranger might send, and every page stays inert."""

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from planbuilder.source.layout import LAYOUT
from tests.safety import hostile
from tests.sites import ROOT

NOT_SHOWN = {
    "Achievement.when",
    "AmountLine.as_published",
    "Area.name",
    "Contact.role",
    "GovernanceBody.reports_to",
    "LevelNames.priority",
    "LevelNames.theme",
    "LevelNames.themes",
    "Partnership.short",
    "Question.rest",
    "Requirement.law",
    "SupportService.source",
    "Unit.one",
}
"""Texts that this project, with one of everything, does not bring onto a page."""

_LINK = re.compile(r"(?:https?://|mailto:|tel:|#|\?)", re.IGNORECASE)
_OWN_PATH = re.compile(r"[^:]*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_COMPUTED = "1343433"  # 7*191919


class Inventory(HTMLParser):
    """What a page is made of: its elements with their attributes, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.made: set[str] = set()
        self.leads: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made |= {tag, *(f"{tag} {name}" for name, _ in attrs)}
        self.leads |= {(name, value or "") for name, value in attrs if name in ("href", "src", "action", "data")}


@cache
def pages(site: Path) -> dict[str, Inventory]:
    """Every page by its path."""
    files = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): Inventory(path.read_text("utf-8")) for path in files}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project with words that nobody minds."""
    return hostile.build(tmp_path_factory.mktemp("harmless"), hostile.harmless_words())


@pytest.fixture(scope="module", params=["as it is", "turned round"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site; once with each attack first. The second one is translated by a stranger, too."""
    if request.param == "as it is":
        built: Path = request.getfixturevalue("hostile_site")
        return built
    return hostile.build(tmp_path_factory.mktemp("hostile"), hostile.hostile_words(reverse=True), translated=True)


def test_every_text_of_the_model_is_tried(harmless: Path) -> None:
    """A new field is in the project by itself, and on a page: or somebody has to say here that it is not."""
    fields = {name for kind in LAYOUT if kind.entity for name in hostile.texts(kind.entity)}
    published = " ".join(
        path.read_text("utf-8") for path in harmless.rglob("*") if path.suffix in (".html", ".csv", ".json")
    )
    shown = set(re.findall(r"Harmless ([A-Za-z]+\.[a-z_0-9]+) words", published))
    assert fields - shown - NOT_SHOWN == set()


def test_no_element_and_no_attribute_comes_of_words(site: Path, harmless: Path) -> None:
    """What hostile words make is what harmless words make: no element, no attribute more."""
    known = set().union(*(page.made for page in pages(harmless).values()))
    assert not [name for name in known if re.search(r" (?:on|style$|srcdoc|formaction)", name)]
    found = {path: page.made - known for path, page in pages(site).items()}
    assert {path: more for path, more in found.items() if more} == {}


def test_every_link_leads_to_what_may_be_published(site: Path) -> None:
    """Into the site, or to the web, an e-mail or a telephone; nothing is loaded from elsewhere."""
    for path, page in pages(site).items():
        for name, target in page.leads:
            allowed = _OWN_PATH.fullmatch(target) or (name == "href" and _LINK.match(target))
            assert allowed, (path, name, target)
            assert not target.startswith("//"), (path, target)
            assert "evil.example" not in target, (path, target)


def test_no_text_is_a_template(site: Path) -> None:
    """Nothing in braces is computed, in any file."""
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix != ".js"]
    assert [path for path in files if _COMPUTED in path.read_text("latin-1")] == []


def test_a_spreadsheet_computes_nothing(site: Path) -> None:
    """No cell begins like a formula, unless it is a number in a column of numbers."""
    files = sorted(site.rglob("*.csv"))
    assert files
    for path in files:
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")):
            bad = [
                cell[:20] for cell in row if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) and not _NUMBER.fullmatch(cell)
            ]
            assert bad == [], path


def test_data_files_stay_valid(site: Path) -> None:
    """JSON can be read; the maps for search engines and robots have no line that a text added."""
    files = sorted(site.rglob("*.json"))
    assert files
    for path in files:
        json.loads(path.read_text("utf-8"))
    assert "xss" not in (site / "robots.txt").read_text("utf-8")
    assert "xss" not in (site / "_headers").read_text("utf-8")


def test_no_line_of_a_calendar_comes_of_words(site: Path, harmless: Path) -> None:
    """A calendar is made of lines, so a text with a line break could add an event or an alarm: none does."""

    def names(folder: Path) -> set[str]:
        lines = [line for path in folder.rglob("*.ics") for line in path.read_bytes().decode().split("\r\n")]
        return {re.split("[;:]", line)[0] for line in lines if line and not line.startswith(" ")}

    assert names(site) <= names(harmless)


def test_maps_and_feeds_stay_well_formed(site: Path) -> None:
    """Every file of XML can be read by a strict reader."""
    for path in site.rglob("*.xml"):
        ElementTree.parse(path)


def test_no_name_of_a_file_comes_from_outside_the_plain_letters(site: Path) -> None:
    """Whatever a title holds, the file that is named after it has letters, digits, dots and hyphens."""
    ours = {".planbuilder", "_headers", "_redirects", *(path.name for path in (ROOT / "theme_overrides").rglob("*"))}
    odd = [path for path in site.rglob("*") if not re.fullmatch(r"[a-z0-9._-]+", path.name) and path.name not in ours]
    assert odd == []
