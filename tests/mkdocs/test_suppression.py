"""Small numbers that could identify people: refused where they can be known, [c] wherever they are not.

The invented numbers are long ones (fewer than 4,000 homes are "few" here), so that finding one anywhere in the
published site can be no coincidence.
"""

import csv
import html
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.mkdocs.build import BuildError
from planbuilder.source import check
from tests.reading_pdf import alternative_texts
from tests.sites import Project, climate

HEAD = "title: Cold homes\nunit: homes\nwanted: decrease\nsuppress_below: 4000\n"
SOURCE = "source: {document: climate-plan, section: Figures}\n"
TOTALS = {2019: 20411, 2020: 20906, 2021: None, 2022: 21733, 2023: 20088, 2024: 21300, 2025: 22512}
WARDS = {
    2024: {"North": 9120, "East": 7363, "South": None, "West": None},
    2025: {"North": 9604, "East": 8091, "South": None, "West": None},
}
GROUPS = {2025: {"Owners": 15212, "Tenants": 7300}}
SECRETS = {"2021": 3877, "2024 South": 3391, "2024 West": 1426, "2025 South": 3074, "2025 West": 1743}
"""What the partnership knows and nobody may find out. Written nowhere but here."""

Cell = dict[str, str]
Key = tuple[str, str, str]
"""Period, area, group."""
Bounds = tuple[int, int]


def _row(period: int | str, value: int | None, more: str = "") -> str:
    return f"  - {{period: {period}{more}, {'suppressed: true' if value is None else f'value: {value}'}}}\n"


def _share(period: int, rest: str) -> str:
    return f"  - {{period: {period}, {rest}}}\n"


def _observations(totals: dict[int, int | None], wards: dict[int, dict[str, int | None]]) -> str:
    rows = [_row(period, value) for period, value in totals.items()]
    for period, places in wards.items():
        rows += [_row(period, value, f", area: {place}") for place, value in places.items()]
    for period, groups in GROUPS.items():
        rows += [_row(period, value, f", group: {group}") for group, value in groups.items()]
    return "observations:\n" + "".join(rows)


def _with_measure(project: Project, text: str) -> Project:
    (project.root / "data/riverbank/measures/cold-homes.yml").write_text(text, "utf-8")
    priority = "data/riverbank/plans/2025-2030/priorities/1-warm-homes.yml"
    project.edit(priority, "  - {measure: emissions}\n", "  - {measure: emissions}\n  - {measure: cold-homes}\n")
    return project


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The climate plan with a measure that withholds what it has to, built, with its PDF files."""
    project = climate(tmp_path_factory.mktemp("suppression"))
    _with_measure(project, HEAD + _observations(TOTALS, WARDS) + SOURCE)
    assert CliRunner().invoke(main, ["pdf", "--root", str(project.root)]).exit_code == 0
    return project.build()


# --- what the checker refuses ---

PERCENT = "kind: percentage\ndecimals: 1\n"
REFUSED = {
    "a small number": (_row(2024, 3391), "3391 is less than 4000"),
    "a small number printed by the source": (
        "  - {period: 2024, value: 4100, as_published: 3391}\n",
        "3391 is less than 4000",
    ),
    "a share of few": (
        _share(2024, "value: 12.5, denominator: 20000"),
        "12.5 per cent of 20000 is less than 4000",
    ),
    "a part that is left of the total": (
        _row(2024, 21300) + _row(2024, 9120, ", area: North") + _row(2024, None, ", area: South"),
        "this number follows from the total and the other areas of the period",
    ),
    "a total that its parts make": (
        _row(2024, None) + _row(2024, 9120, ", area: North") + _row(2024, 5120, ", area: South"),
        "this total follows from its areas",
    ),
    "two parts that are few together": (
        _row(2024, 12000)
        + _row(2024, 9120, ", area: North")
        + _row(2024, None, ", area: South")
        + _row(2024, None, ", area: West"),
        "the withheld areas are 2880 together, which is less than 4000",
    ),
    "a quarter that is left of the year": (
        _row(2024, 21300)
        + "".join(_row(f"2024 Q{quarter}", 5000) for quarter in (1, 2, 3))
        + _row("2024 Q4", None),
        "this number follows from the total and the other periods in it",
    ),
    "a share whose people can be counted": (
        _share(2024, "value: 40, denominator: 50000")
        + _share(2024, "area: North, value: 60, denominator: 30000")
        + _share(2024, "area: South, suppressed: true"),
        "this number follows from the total and the other areas of the period",
    ),
    "a share that is missing to a hundred": (
        _share(2023, "group: Owners, value: 61.5")
        + _share(2023, "group: Tenants, value: 38.5")
        + _share(2024, "group: Owners, value: 62.5")
        + _share(2024, "group: Tenants, suppressed: true"),
        "the groups make 100 per cent, so this share follows from the others",
    ),
    "a bridge between two withheld blocks of a table": (
        "".join(
            _row(2024, None if (area, group) in {("A", "1"), ("A", "2"), ("B", "1"), ("B", "2"), ("B", "3"),
                                                 ("C", "3"), ("C", "4"), ("D", "3"), ("D", "4")} else 5000,
                 f", area: {area}, group: g{group}")
            for area in "ABCD" for group in "1234"
        )
        + "".join(_row(2024, 20000, f", area: {area}") for area in "ABCD")
        + "".join(_row(2024, 20000, f", group: g{group}") for group in "1234"),
        "this number follows from the totals and the other figures, taken together",
    ),
    "a change from a known number": (
        _row(2024, 5120) + _row(2025, None) + "stated_changes:\n  - {last: 2025, difference: -1729, text: It fell.}\n",
        "with 2024 this change gives the withheld number of 2025",
    ),
    "its limits": (
        "  - {period: 2024, suppressed: true, lower: 3000, upper: 3782}\n",
        "lower gives away the number that is withheld",
    ),
    "a small number to compare with": (
        _row(2024, 9120) + "comparators:\n  - {title: The county, observations: [{period: 2024, value: 3391}]}\n",
        "3391 is less than 4000",
    ),
}  # fmt: skip
SHARES = {"a share of few", "a share whose people can be counted", "a share that is missing to a hundred"}


@pytest.mark.parametrize("case", REFUSED)
def test_what_gives_a_small_number_away_is_refused(tmp_path: Path, case: str) -> None:
    """An error with its place and what to do; nothing is published, and the site that was there stays."""
    observations, sentence = REFUSED[case]
    project = climate(tmp_path)
    before = project.build() / "index.html"
    kept = before.read_bytes()
    text = HEAD + (PERCENT if case in SHARES else "") + "observations:\n" + observations + SOURCE
    _with_measure(project, text)
    problems = check(project.root)
    assert {problem.severity for problem in problems} == {"error"}
    assert {problem.path for problem in problems} == {"data/riverbank/measures/cold-homes.yml"}
    assert sentence in problems[0].sentence
    assert problems[0].remedy
    with pytest.raises(BuildError, match=re.escape(sentence)):
        project.build()
    assert before.read_bytes() == kept


ALLOWED = {
    "a second part is withheld": _observations(TOTALS, WARDS),
    "no total is known": _row(2024, 9120, ", area: North") + _row(2024, None, ", area: South"),
    "the quarters don't make the year": _row(2023, 9000)
    + "".join(_row(f"2023 Q{quarter}", 9000) for quarter in (1, 2, 3, 4))
    + _row(2024, 9000)
    + "".join(_row(f"2024 Q{quarter}", 9000) for quarter in (1, 2, 3))
    + _row("2024 Q4", None),
    "a table with two withheld in each row and column": "".join(
        _row(2024, None if area in "AB" and group in "12" else 5000, f", area: {area}, group: g{group}")
        for area in "ABC"
        for group in "123"
    )
    + "".join(_row(2024, 15000, f", area: {area}") for area in "ABC")
    + "".join(_row(2024, 15000, f", group: g{group}") for group in "123"),
    "nought": _row(2024, 0),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_gives_nothing_away_is_published(tmp_path: Path, case: str) -> None:
    """The checker does not ask for more than is needed."""
    observations = ALLOWED[case]
    head = "" if observations.startswith("observations") else "observations:\n"
    project = _with_measure(climate(tmp_path), HEAD + head + observations + SOURCE)
    assert [problem for problem in check(project.root) if problem.severity == "error"] == []


# --- what is published ---


def _numbers_of(text: str) -> set[str]:
    """Every number of a text in plain digits, however its language groups them."""
    grouped = re.sub(r"(?<=\d)[.,'\s\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", html.unescape(text))
    return set(re.findall(r"\d+", grouped))


def _texts_of(file: Path) -> str:
    """What a file says: what is packed in it is unpacked, and of a PDF file also what a screen reader is told."""
    match file.suffix:
        case ".zip":
            with zipfile.ZipFile(file) as archive:
                return " ".join(archive.read(name).decode("utf-8") for name in archive.namelist())
        case ".pdf":
            pdf = pypdf.PdfReader(file)
            return " ".join([*(page.extract_text() for page in pdf.pages), *alternative_texts(pdf)])
    return file.read_bytes().decode("utf-8", "replace")


def test_no_secret_is_in_anything_published(published: Path) -> None:
    """Pages, tables, pictures, alternative texts, CSV, JSON, feeds, archives, PDF files, in every language; known
    numbers are found by this in each kind of file that has figures."""
    secrets = {str(number) for number in SECRETS.values()}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in published.rglob("*"):
        if file.is_file() and "assets" not in file.parts:
            numbers = _numbers_of(_texts_of(file))
            assert not numbers & secrets, file
            found[file.suffix] |= numbers
    for kind in (".html", ".csv", ".json", ".zip", ".pdf"):
        assert {"9120", "7363", "21300", "22512"} <= found[kind], kind
    assert ".atom" in found


def _key(cell: Cell) -> Key:
    return cell["period"], cell["area"], cell["group"]


def _cells(content: bytes) -> list[Cell]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def _published_cells(folder: Path) -> list[Cell]:
    """All that the measure's CSV files tell: a published number or nothing for each period and place or group."""
    files = sorted((folder / "en/riverbank/measures/cold-homes").glob("*.csv"))
    cells = {_key(cell): cell for file in files for cell in _cells(file.read_bytes())}
    return list(cells.values())


def _sums(cells: Iterable[Cell]) -> list[tuple[Key, list[Key]]]:
    """Each total with its wards, and with its groups."""
    keys = [_key(cell) for cell in cells]
    found = []
    for total in keys:
        if total[1:] == ("Riverbank", ""):
            here = [key for key in keys if key[0] == total[0] and key != total]
            wards = [key for key in here if not key[2]]
            groups = [key for key in here if key[2]]
            found += [(total, parts) for parts in (wards, groups) if parts]
    return found


def _attacked(cells: list[Cell]) -> dict[str, Bounds]:
    """What can be said of each withheld number by adding and subtracting for as long as it helps: from, to."""
    bounds = {_key(c): (int(c["value"]),) * 2 if c["value"] else (1, 10**6) for c in cells}
    before: dict[Key, Bounds] = {}
    while before != bounds:
        before = dict(bounds)
        for total, parts in _sums(cells):
            low, high = (sum(bounds[part][end] for part in parts) for end in (0, 1))
            bounds[total] = (max(bounds[total][0], low), min(bounds[total][1], high))
            for part in parts:
                others = [(bounds[other][0], bounds[other][1]) for other in parts if other != part]
                low = bounds[total][0] - sum(high for _, high in others)
                high = bounds[total][1] - sum(low for low, _ in others)
                bounds[part] = (max(bounds[part][0], low), min(bounds[part][1], high))
    withheld = [_key(cell) for cell in cells if not cell["value"]]
    return {" ".join(key).replace("Riverbank", "").strip(): bounds[key] for key in withheld}


def test_withheld_numbers_cannot_be_recovered(published: Path) -> None:
    """Who adds and subtracts all that is published is left with a range wider than the limit for each number."""
    found = _attacked(_published_cells(published))
    assert found.keys() == SECRETS.keys()
    for name, (low, high) in found.items():
        assert low <= SECRETS[name] <= high
        assert high - low >= 4000, name


@pytest.mark.parametrize("told", ["South", "West"])
def test_the_attack_succeeds_where_one_number_too_many_is_told(published: Path, told: str) -> None:
    """The test above can fail: with one of the two withheld wards it finds the other to the unit."""
    cells = _published_cells(published)
    for cell in cells:
        if cell["period"] == "2024" and cell["area"] == told:
            cell["value"] = str(SECRETS[f"2024 {told}"])
    other = "2024 West" if told == "South" else "2024 South"
    assert _attacked(cells)[other] == (SECRETS[other], SECRETS[other])


# --- what readers are told instead ---


def _page(published: Path, path: str) -> str:
    return html.unescape((published / path / "index.html").read_text("utf-8"))


@pytest.mark.parametrize(("code", "meaning"), [("en", "[c] withheld, because it could identify people"), ("pl", "[c]")])
def test_the_page_says_what_is_withheld(published: Path, code: str, meaning: str) -> None:
    """Table, picture and sign, each says [c], and what it means."""
    page = _page(published, f"{code}/riverbank/measures/cold-homes")
    assert re.search(r'<th scope="row">2021</th>\s*<td class="pb-number">\[c\]</td>', page)
    assert re.search(r'<text class="pb-chart__withheld"[^>]*>\[c\]</text>', page)
    assert meaning in page


def test_the_picture_in_words_says_it(published: Path) -> None:
    """Readers who don't see the picture learn of every withheld figure."""
    page = _page(published, "en/riverbank/measures/cold-homes")
    series, wards = re.findall(r'<p id="[\w-]+-alt" hidden>(.*?)</p>', page, re.DOTALL)[:2]
    assert "The figure for 2021 is withheld" in series
    for period in (2024, 2025):
        assert f"Withheld for {period}, because it could identify people: South and West." in wards


def test_the_files_say_it(published: Path) -> None:
    """CSV: an empty value, no status, the sign. The figure: nothing to draw, the sign to read."""
    cells = [cell for cell in _published_cells(published) if not cell["value"]]
    assert len(cells) == len(SECRETS)
    for cell in cells:
        assert (cell["symbol"], cell["lower"], cell["upper"], cell["denominator"], cell["status"]) == ("[c]", *[""] * 4)
    folder = published / "en/riverbank/measures/cold-homes"
    figure = json.loads((folder / "cold-homes.plotly.json").read_text("utf-8"))
    line = figure["data"][0]
    assert [line["text"][place] for place, value in enumerate(line["y"]) if value is None and line["text"][place]] == [
        "2021: [c]"
    ]


def test_plan_pages_say_it_too(published: Path) -> None:
    """The same on the page of the priority and on the plan in one page."""
    for path in ("en/riverbank/2025-2030/warm-homes", "en/riverbank/2025-2030/print"):
        page = _page(published, path)
        assert "Cold homes" in page
        assert "[c]" in page
