"""A number changed in YAML changes everything that tells it, in every language.

An editor corrects one figure and commits it, `planbuilder changes` tells of it, and the site is built. Each place that
had the old number has the new one; only the history of changes still knows the old one.

A further output is one more line in `PLACES` or `SHARED`.
"""

import html
import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.i18n import Language
from tests.cli.test_changes import commit, git
from tests.reading_pdf import alternative_texts
from tests.sites import climate

LANGUAGES = ("en", "pl", "lt", "pt", "ur", "cy")
OLD, NEW = 79500, 79321
MEASURE = "riverbank/measures/emissions"
PLAN = "riverbank/2025-2030"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The climate plan in six languages, with one figure corrected."""
    project = climate(tmp_path_factory.mktemp("one-number"))
    project.edit("data/site.yml", "languages: [en, pl]", f"languages: [{', '.join(LANGUAGES)}]")
    (project.root / "data/changes.yml").unlink()
    git(project.root, "init", "--quiet", "--initial-branch", "main")
    commit(project.root, "2026-01-20", path="site.yml")
    commit(project.root, "2026-01-30", f"value: {OLD}", f"value: {NEW}", path=f"{MEASURE}.yml")
    assert CliRunner().invoke(main, ["changes", "--root", str(project.root)]).exit_code == 0
    assert CliRunner().invoke(main, ["pdf", "--root", str(project.root)]).exit_code == 0
    return project.build()


def _page(folder: Path, path: str) -> str:
    return (folder / path / "index.html").read_text("utf-8").partition("<main")[2]


def _part(pattern: str) -> Callable[[Path], str]:
    """What stands in a part of the measure's page."""

    def read(folder: Path) -> str:
        found = re.findall(pattern, _page(folder, MEASURE), re.DOTALL)
        assert found, f"the page has no {pattern}"
        return " ".join(found)

    return read


def _whole(path: str) -> Callable[[Path], str]:
    return lambda folder: _page(folder, path)


def _file(path: str) -> Callable[[Path], str]:
    return lambda folder: html.unescape((folder / path).read_text("utf-8"))


PLACES: dict[str, Callable[[Path], str]] = {
    "the sentence behind the verdict": _part(r'<p class="pb-lead">(.*?)</p>'),
    "the sentence on the target": _part(r"</svg></span> (.*?)</p>"),
    "the chart's title": _part(r'<h2 class="pb-chart__title".*?>(.*?)</h2>'),
    "the chart's picture": _part(r'<svg class="pb-chart__plot.*?</figure>'),
    "the chart's labels": _part(r'<text class="pb-chart__[^"]*"[^>]*>(.*?)</text>'),
    "the alternative text": _part(r'<p id="[^"]*-alt" hidden>(.*?)</p>'),
    "the table": _part(r"<tbody>(.*?)</tbody>"),
    "the latest figure": _part(r"<dd>(.*?)</dd>"),
    "what describes the chart's file": _file(f"{MEASURE}/csv-metadata.json"),
    "the home page": _whole("."),
    "the partnership's list of measures": _whole("riverbank/measures"),
    "the plan's list of measures": _whole(f"{PLAN}/measures"),
    "the plan's overview": _whole(PLAN),
    "the plan on one page": _whole(f"{PLAN}/print"),
    "the priority": _whole(f"{PLAN}/warm-homes"),
}
"""Where readers of each language find the figure."""

TOLD: dict[str, Callable[[Path], str]] = {
    "what changed on the site": _whole("changes"),
    "what changed about the partnership": _whole("riverbank/changes"),
    "what changed about the plan": _whole(f"{PLAN}/changes"),
    "what changed about the measure": _whole(f"{MEASURE}/changes"),
    "what changed lately": lambda folder: _page(folder, ".").partition('id="changed"')[2].partition("<h2")[0],
    "the site's feed": _file("changes/feed.atom"),
    "the partnership's feed": _file("riverbank/changes/feed.atom"),
    "the plan's feed": _file(f"{PLAN}/changes/feed.atom"),
    "the measure's feed": _file(f"{MEASURE}/changes/feed.atom"),
}
"""Where they read that it changed: from the old number to the new one."""

RAW = {"the chart's file": f"{MEASURE}/emissions.csv", "the chart to explore": f"{MEASURE}/emissions.plotly.json"}
"""Files of each language with figures as programs want them."""

SHARED: dict[str, Callable[[Path], str]] = {
    "the measure's JSON": _file("data/riverbank/measures/emissions.json"),
    "the partnership's JSON": _file("data/riverbank/partnership.json"),
    "the CSV": _file("data/riverbank/observations.csv"),
    "the measure's CSV": _file("data/riverbank/measures/emissions.csv"),
    "the plan's CSV": _file("data/riverbank/plans/2025-2030.csv"),
    "the CSV in the ZIP": lambda site: _in_zip(site, "riverbank/observations.csv"),
    "the JSON in the ZIP": lambda site: _in_zip(site, "riverbank/measures/emissions.json"),
}


def _pdf(site: Path, code: str) -> pypdf.PdfReader:
    """The whole plan as a PDF file, as the site publishes it."""
    return pypdf.PdfReader(site / code / PLAN / f"riverbank-2025-2030-plan-{code}.pdf")


def _in_zip(site: Path, name: str) -> str:
    content = (site / "data/riverbank/riverbank.zip").read_bytes()
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode("utf-8-sig")


def _written(number: int, code: str) -> str:
    return Language(code).number(Decimal(number))


def _lately_removed(place: str, text: str) -> str:
    """The home page without its list of what changed, which knows the old number."""
    if place != "the home page":
        return text
    before, _, after = text.partition('id="changed"')
    return before + after.partition("<h2")[2]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_the_new_number(site: Path, place: str, code: str) -> None:
    """And none has the old one."""
    text = _lately_removed(place, PLACES[place](site / code))
    assert _written(NEW, code) in text
    assert _written(OLD, code) not in text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("place", TOLD)
def test_the_change_is_told(site: Path, place: str, code: str) -> None:
    """From what to what."""
    text = TOLD[place](site / code)
    assert _written(NEW, code) in text
    assert _written(OLD, code) in text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("place", RAW)
def test_every_file_of_a_language_has_the_new_number(site: Path, place: str, code: str) -> None:
    """As digits."""
    text = _file(RAW[place])(site / code)
    assert str(NEW) in text
    assert str(OLD) not in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_pdf_file_has_the_new_number(site: Path, code: str) -> None:
    """In the text of its pages, and in the alternative text of its chart; nowhere has it the old one."""
    pdf = _pdf(site, code)
    for text in (" ".join(page.extract_text() for page in pdf.pages), " ".join(alternative_texts(pdf))):
        assert _written(NEW, code) in text
        assert _written(OLD, code) not in text


@pytest.mark.parametrize("place", SHARED)
def test_open_data_have_the_new_number(site: Path, place: str) -> None:
    """As digits."""
    text = SHARED[place](site)
    assert str(NEW) in text
    assert str(OLD) not in text


def test_no_other_page_keeps_the_old_number(site: Path) -> None:
    """Wherever it may stand: every file of the site, but for those that tell the change."""
    numbers = {str(OLD), *(_written(OLD, code) for code in LANGUAGES)}
    left = set()
    for path in site.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".atom", ".xml", ".ics"):
            text = html.unescape(path.read_text("utf-8"))
            if any(re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text) for number in numbers):
                left.add(path.relative_to(site).as_posix().partition("/")[2])
    allowed = {"", "index.html"}  # the home page and the front door, which tell what changed lately
    assert {path for path in left if "changes/" not in path} <= allowed
