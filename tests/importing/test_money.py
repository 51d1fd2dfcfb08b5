"""`planbuilder import` of money into the `finance.yml` of a plan."""

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.model.table import FinanceTable
from planbuilder.source import load
from tests.importing.books import book
from tests.source.small_project import project

FINANCE = "data/anytown/plans/2017-2020/finance.yml"
SHEET = (
    "Service,Budget (£000),%,Purpose\nWardens,62,55.4,Two wardens\nLamps,41.5,37.1,\nMeetings,8.4,7.5,\nTotal,111.9,,\n"
)


def run(root: Path, sheet: str | bytes, *options: str, target: str = "anytown/2017-2020") -> Result:
    """The command's result for a sheet and a plan."""
    file = root / "money.csv"
    file.write_bytes(sheet if isinstance(sheet, bytes) else sheet.encode())
    return CliRunner().invoke(main, ["import", str(file), target, "--root", str(root), *options])


def table(root: Path, name: str = "money") -> FinanceTable:
    """A table of the plan, as it is read afterwards."""
    found = load(root).entities[f"anytown/plans/2017-2020/finance/{name}"]
    assert isinstance(found, FinanceTable)
    return found


def test_a_sheet_becomes_a_table(tmp_path: Path) -> None:
    """The heading says the scale, the last row the total; other tables stay as they are."""
    root = project(tmp_path)
    (root / FINANCE).write_text("old: {title: Old, kind: income, lines: [{label: A, amount: 1}]} # kept\n")
    result = run(root, SHEET, "--title", "What it costs", "--table", "spending")
    assert result.exit_code == 0, result.output
    found = table(root, "spending")
    assert (found.title.source, found.kind, found.scale, found.total) == (
        "What it costs",
        "spending",
        "thousands",
        Decimal("111.9"),
    )
    assert [str(line.amount) for line in found.lines] == ["62", "41.5", "8.4"]
    assert [str(line.percent) for line in found.lines] == ["55.4", "37.1", "7.5"]
    assert str(found.lines[0].text) == "Two wardens"
    assert (root / FINANCE).read_text().startswith("old: {title: Old")
    assert "# kept" in (root / FINANCE).read_text()


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    """The sheet's name is the title."""
    root = project(tmp_path)
    rows = [("Money in 2026",), ("Item", "£m"), ("Grant", 1.5), ("Cut", "(0.2)"), ("Gift", "n/a")]
    assert run(root, book(rows, title="Where money comes from"), "--kind", "income").exit_code == 0
    found = table(root, "where-money-comes-from")
    assert (found.kind, found.scale, found.total) == ("income", "millions", None)
    assert [line.amount for line in found.lines] == [Decimal("1.5"), Decimal("-0.2"), None]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what would be there."""
    root = project(tmp_path)
    result = run(root, SHEET, "--dry-run")
    assert "+ Lamps: 41.5" in result.output
    assert "total: 111.9" in result.output
    assert "money: 3 lines in thousands, 0 not placed." in result.output
    assert not (root / FINANCE).exists()


def test_a_table_that_is_there_is_compared_and_kept(tmp_path: Path) -> None:
    """The editor is told what is different."""
    root = project(tmp_path)
    assert run(root, SHEET).exit_code == 0
    before = (root / FINANCE).read_bytes()
    same = run(root, SHEET)
    assert same.exit_code == 0
    assert "is there already – it says the same" in same.output
    other = run(root, SHEET.replace("41.5", "40").replace("Meetings", "Rooms"))
    assert other.exit_code == 1
    assert "Lamps: 41.5 here, 40 in the sheet" in other.output
    assert "Rooms: nothing here, 8.4 in the sheet" in other.output
    assert (root / FINANCE).read_bytes() == before


def test_a_column_that_is_named_counts_and_not_the_one_that_is_usual(tmp_path: Path) -> None:
    """Who is told that there are two columns can say which."""
    root = project(tmp_path)
    sheet = "Service,Budget,Spent\nWardens,62,60\n"
    assert run(root, sheet, "--column", "amount=Spent").exit_code == 0
    assert str(table(root).lines[0].amount) == "60"
    refused = run(root, sheet, "--column", "amout=Spent").output
    assert 'no column can be "amout" – did you mean amount?' in refused


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Lamps,", '"Lamps" has no amount'),
        (",5", "the label is missing"),
        ("Subtotal,5", "a subtotal would be counted twice"),
        ("Lamps,-", "may mean nought or no figure"),
        ("Lamps,#REF!", "is an error of the spreadsheet"),
        ('Lamps,"1,5"', "can be read in two ways"),
        ("Lamps,about 5", "is not a number"),
    ],
)
def test_a_row_that_cannot_be_placed_is_told(row: str, said: str, tmp_path: Path) -> None:
    """With its line; the others are added, and the exit code says that something is left."""
    root = project(tmp_path)
    result = run(root, f"item,amount\nWardens,62\n{row}\n")
    assert result.exit_code == 1
    assert "money.csv, line 3: " in result.output
    assert said in result.output
    assert [str(line.label) for line in table(root).lines] == ["Wardens"]


@pytest.mark.parametrize(
    ("sheet", "target", "said"),
    [
        ("a,b\n1,2\n", "anytown/2017-2020", "there is no column for the label"),
        ("item,cost,budget\nA,1,2\n", "anytown/2017-2020", "more than one column for the amount"),
        (SHEET, "anytown/2017-2021", "did you mean anytown/2017-2020?"),
        ("item,amount\n[A](https://x.example/),1\n", "anytown/2017-2020", "nothing was written"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(sheet: str, target: str, said: str, tmp_path: Path) -> None:
    """And the project stays as it was."""
    root = project(tmp_path)
    result = run(root, sheet, target=target)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert not (root / FINANCE).exists()
