"""`planbuilder import`: a spreadsheet's CSV file becomes observations, or is refused in plain words."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.model.measure import Measure
from planbuilder.source import load
from tests.source.small_project import MEASURE, PLACES, project

KNOWN = "observations:\n  - {period: 2013, value: 88}\n  - {period: 2014, value: 75} # counted\n"


def run(root: Path, sheet: str | bytes, *options: str) -> Result:
    """The command's result for a sheet and the measure `anytown/spoilt`."""
    file = root / "figures.csv"
    file.write_bytes(sheet if isinstance(sheet, bytes) else sheet.encode())
    return CliRunner().invoke(main, ["import", str(file), "anytown/spoilt", "--root", str(root), *options])


def measure(root: Path, more: str = "", rows: str | None = None) -> Path:
    """The project with the measure, its figures in a CSV file where there are rows."""
    files: dict[str, str | bytes | None] = {PLACES["measure"]: MEASURE + more}
    if rows is not None:
        files["anytown/measures/spoilt.csv"] = rows
    return project(root, files)


def values(root: Path) -> dict[str, str]:
    """The measure's figures as they are read afterwards, by period."""
    found = load(root).entities["anytown/measures/spoilt"]
    assert isinstance(found, Measure)
    return {item.period.text: "withheld" if item.suppressed else str(item.value) for item in found.observations}


def test_new_figures_are_added_and_nothing_else_changes(tmp_path: Path) -> None:
    """Comments and order stay; what follows the observations does too."""
    root = measure(tmp_path, KNOWN + "caveats:\n  - A caveat.\n")
    result = run(root, 'Year,Count,Note\n2014,75,\n2015,64,"By hand: ""all"""\n')
    assert result.exit_code == 0, result.output
    text = (root / "data" / PLACES["measure"]).read_text("utf-8")
    added = '  - {period: 2015, value: 64, note: "By hand: \\"all\\""}\n'
    assert text == MEASURE + KNOWN + added + "caveats:\n  - A caveat.\n"
    assert "1 new (withheld: 0), 1 there already, 0 not placed." in result.output


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what would change."""
    root = measure(tmp_path, KNOWN)
    before = (root / "data" / PLACES["measure"]).read_bytes()
    result = run(root, "period,value\n2015,64\n", "--dry-run")
    assert "  + 2015: 64\n" in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert (root / "data" / PLACES["measure"]).read_bytes() == before


def test_figures_of_a_csv_file_go_there_with_a_new_column_if_needed(tmp_path: Path) -> None:
    """The rows that are there keep their cells."""
    root = measure(tmp_path, rows="period,value\n2014,75\n")
    assert run(root, "period,value\n2015,64\n").exit_code == 0
    path = root / "data/anytown/measures/spoilt.csv"
    assert path.read_text() == "period,value\n2014,75\n2015,64\n"
    assert run(root, "period,value,status\n2016,60,provisional\n").exit_code == 0
    assert path.read_text() == "period,value,status\n2014,75,\n2015,64,\n2016,60,provisional\n"


def test_a_measure_without_figures_gets_its_first(tmp_path: Path) -> None:
    """In the order of time."""
    root = measure(tmp_path)
    assert run(root, "period,value\n2015,64\n2014,75\n").exit_code == 0
    assert list(values(root).items()) == [("2014", "75"), ("2015", "64")]


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    """The row is told of, the others are added, and the exit code says that something is left."""
    root = measure(tmp_path, KNOWN)
    result = run(root, "period,value\n2014,76\n2015,64\n")
    assert result.exit_code == 1
    assert "figures.csv, line 2: 2014 is there already with another figure – compare the two" in result.output
    assert values(root) == {"2013": "88", "2014": "75", "2015": "64"}


@pytest.mark.parametrize(
    "sheet",
    [
        "period;value;note\n2015;1,234;Café\n".encode("cp1252"),
        "period\tvalue\tnote\r\n2015\t1234\tCafé\r\n".encode("utf-16"),
        b'\xef\xbb\xbfPeriod,Value,Note\r\n2015,"1,234",Caf\xc3\xa9\r\n,,\r\n',
        b"Figures, by year\r\n\r\nperiod;value;note\r\n2015;1,234;Caf\xc3\xa9\r\n",
    ],
    ids=["cp1252", "utf-16", "utf-8 with a mark", "title with a comma"],
)
def test_what_excel_saves_can_be_read(sheet: bytes, tmp_path: Path) -> None:
    """Code page, separator, thousands, empty rows."""
    root = measure(tmp_path)
    assert run(root, sheet).exit_code == 0
    assert values(root) == {"2015": "1234"}
    assert "Café" in (root / "data" / PLACES["measure"]).read_text("utf-8")


@pytest.mark.parametrize(
    ("frequency", "cell", "period"),
    [
        ("month", "01/04/2016", "2016-04"),
        ("month", "30/04/2016", "2016-04"),
        ("month", "2016-04-01", "2016-04"),
        ("month", "Apr-16", "2016-04"),
        ("month", "April 2016", "2016-04"),
        ("quarter", "01/04/2016", "2016 Q2"),
        ("quarter", "Q2 2016", "2016 Q2"),
        ("financial_year", "01/04/2016", "2016/17"),
        ("financial_year", "2016-17", "2016/17"),
        ("financial_year", "2016/2017", "2016/17"),
        ("financial_year", "2016 - 17", "2016/17"),
        ("year", "01/01/2016", "2016"),
        ("not_stated", "Year ending March 2017", "12m to 2017-03"),
        ("not_stated", "Apr 2019 to Mar 2020", "2019/20"),
        ("not_stated", "January to December 2018", "2018"),
        ("not_stated", "Jul 2019 - Jun 2020", "12m to 2020-06"),
        ("not_stated", "Apr-Jun 2024", "2024 Q2"),
        ("not_stated", "April to December 2016", "2016-04..2016-12"),
    ],
)
def test_periods_as_spreadsheets_write_them(frequency: str, cell: str, period: str, tmp_path: Path) -> None:
    """The day comes before the month, as in Britain."""
    root = measure(tmp_path, f"frequency: {frequency}\n")
    assert run(root, f"period,value\n{cell},64\n").exit_code == 0
    assert values(root) == {period: "64"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("42461,64", "is a day as a spreadsheet counts it"),
        ("04/13/2016,64", "is no day, day before month"),
        ("15/04/2016,64", "nobody can tell for which period"),
        ("2016-18,64", '"2016-18" is not a period'),
        ("2016,#REF!", "is an error of the spreadsheet"),
        ("2016,1.2E+05", "was shortened by the spreadsheet"),
        ('2016,"1,5"', "can be read in two ways"),
        ("2016,12%", "is a percentage, and the measure is not"),
        ("2016,many", "is not a number"),
        ("2016,1 5", "is not a number"),
        ("2016,1.234", "is not a whole number, and the measure counts"),
        ("2016,-", "may mean nought or no figure"),
        ("2016,1234 (1)", "has a footnote mark"),
        ("2016,=A1/B1", "is a formula without its result"),
        ("2016,1234567890123456", "is not a number"),
        ("#N/A,64", "is an error of the spreadsheet"),
        ("2016,", "the period or the value is missing"),
        (",64", "the period or the value is missing"),
        ("Total,64", "leave totals out"),
        ("2016 [note 1],64", "has a footnote mark – write the period alone"),
        ("Foo to Bar 2016,64", '"Foo to Bar 2016" is not a period'),
        ("June to May 2016,64", "ends before it begins"),
        ("Note: all recorded,", "write it under caveats:"),
    ],
)
def test_what_can_mean_two_things_is_refused(row: str, said: str, tmp_path: Path) -> None:
    """With the line, and what to do; nothing is written."""
    root = measure(tmp_path, KNOWN + "frequency: month\n")
    result = run(root, f"period,value\n{row}\n")
    assert result.exit_code == 1
    assert "figures.csv, line 2: " in result.output
    assert said in result.output
    assert values(root) == {"2013": "88", "2014": "75"}


def test_a_mark_behind_a_number_says_how_far_it_is_settled(tmp_path: Path) -> None:
    """(p) is provisional, [r] revised."""
    root = measure(tmp_path)
    assert run(root, 'period,value\n2015,"1,234 (p)"\n2016,60 [r]\n').exit_code == 0
    found = load(root).entities["anytown/measures/spoilt"]
    assert isinstance(found, Measure)
    assert [(str(item.value), item.status) for item in found.observations] == [
        ("1234", "provisional"),
        ("60", "revised"),
    ]


def test_a_status_may_be_written_as_people_write_it(tmp_path: Path) -> None:
    """With a capital and a space; what is none is told with those that there are."""
    root = measure(tmp_path)
    result = run(root, "period,value,status\n2015,64,Year to date\n2016,60,estimate\n")
    assert values(root) == {"2015": "64"}
    said = 'status: "estimate" is not one of the choices – write final, provisional, revised or year_to_date'
    assert said in result.output


@pytest.mark.parametrize("cell", ["n/a", "[x]", "..", ":", "not available"])
def test_no_figure_is_no_fault_and_no_withheld_number(cell: str, tmp_path: Path) -> None:
    """The row is counted, so that nobody misses it."""
    root = measure(tmp_path)
    result = run(root, f"period,value\n2015,{cell}\n2016,60\n")
    assert result.exit_code == 0
    assert values(root) == {"2016": "60"}
    assert "1 new (withheld: 0), 0 there already, 1 without a figure, 0 not placed." in result.output


def test_a_figure_gets_no_more_decimals_than_the_measure_shows(tmp_path: Path) -> None:
    """What a formula gives to the last digit; the editor is told."""
    root = measure(tmp_path, "kind: rate\ndecimals: 1\n")
    result = run(root, "period,value,lower,upper\n2015,12.25,11.111,13.5\n")
    assert values(root) == {"2015": "12.3"}
    assert "1 rounded to the decimals that the measure shows (1)" in result.output


def test_the_header_may_stand_lower_and_be_named(tmp_path: Path) -> None:
    """Titles above it are passed over; a column with another name is said to be what it is."""
    root = measure(tmp_path)
    sheet = "Casualties on roads,\n,\nYear,All people\n2015,64\n"
    assert run(root, sheet, "--column", "value=All people").exit_code == 0
    assert run(root, "A,B\nyear,value\nyear,count\n2016,60\n", "--header", "3").exit_code == 0
    assert values(root) == {"2015": "64", "2016": "60"}
    assert "line 9 is empty or not there" in run(root, sheet, "--header", "9").output
    assert "write what it is, =" in run(root, sheet, "--column", "value").output
    assert "line 1 has: Casualties on roads" in run(root, sheet).output
    assert 'no column can be "valu" – did you mean value?' in run(root, sheet, "--column", "valu=All people").output


def test_a_column_that_is_named_counts_and_not_the_one_that_is_usual(tmp_path: Path) -> None:
    """Who is told that there are two columns can say which."""
    root = measure(tmp_path)
    assert run(root, "year,number,rate\n2015,64,3.2\n", "--column", "value=number").exit_code == 0
    assert values(root) == {"2015": "64"}


def test_a_footnote_sign_in_the_place_of_a_percentage_is_told(tmp_path: Path) -> None:
    """It is a digit to some, and no number."""
    root = measure(tmp_path, "kind: percentage\n")
    assert '"²" is not a number' in run(root, "period,value\n2015,²\n2016,60\n").output
    assert values(root) == {"2016": "60"}


def test_percentages_as_fractions_are_asked_about(tmp_path: Path) -> None:
    """0.125 may be 12.5 per cent; with a sign nobody has to ask."""
    root = measure(tmp_path, "kind: percentage\ndecimals: 1\n")
    sheet = "period,value\n2015,0.125\n2016,0.5\n"
    assert "say --fractions" in run(root, sheet).output
    assert values(root) == {}
    assert run(root, sheet, "--fractions").exit_code == 0
    assert values(root) == {"2015": "12.5", "2016": "50"}
    assert run(root, "period,value\n2017,0.5\n", "--percentages").exit_code == 0
    assert run(root, "period,value\n2018,0.5%\n").exit_code == 0
    assert values(root) | {"2017": "0.5", "2018": "0.5"} == values(root)


def test_small_numbers_are_withheld_before_they_are_written_or_shown(tmp_path: Path) -> None:
    """So are those that the source withholds; nought may be told."""
    root = measure(tmp_path, "suppress_below: 5\n")
    result = run(root, "period,value,note\n2013,3,Three boys\n2014,*,\n2015,0,\n2016,5,\n")
    assert values(root) == {"2013": "withheld", "2014": "withheld", "2015": "0", "2016": "5"}
    assert "Three boys" not in (root / "data" / PLACES["measure"]).read_text("utf-8")
    assert "+ 2013: withheld" in result.output
    assert "4 new (withheld: 2)" in result.output


def test_a_share_of_few_people_is_withheld_with_what_it_is_a_share_of(tmp_path: Path) -> None:
    """12.5 per cent of 24 is three people."""
    root = measure(tmp_path, "kind: percentage\ndecimals: 1\nsuppress_below: 5\n")
    assert run(root, "period,value,denominator\n2013,12.5,24\n2014,50,24\n").exit_code == 0
    assert values(root) == {"2013": "withheld", "2014": "50"}
    assert "12.5" not in (root / "data" / PLACES["measure"]).read_text("utf-8")


def test_what_could_not_be_published_is_not_written(tmp_path: Path) -> None:
    """A withheld number that follows from the others: the old file is put back."""
    root = measure(tmp_path, "suppress_below: 5\n")
    before = (root / "data" / PLACES["measure"]).read_bytes()
    result = run(root, "period,value,group\n2013,20,\n2013,17,men\n2013,3,women\n")
    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert (root / "data" / PLACES["measure"]).read_bytes() == before


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"PK\x03\x04", "the workbook is damaged"),
        ("", "the file is empty"),
        ("period,value\n", "no row below the names"),
        ("\ufeff<html><table></table></html>", "a web page under another name"),
        ("when,value\n2015,1\n", "there is no column for the period"),
        ("year,period,value\n", "more than one column for the period"),
        ('period,value\n2015,"1\n', "quotation mark"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(sheet: str | bytes, said: str, tmp_path: Path) -> None:
    """No traceback."""
    result = run(measure(tmp_path), sheet)
    assert result.exit_code == 1
    assert said in result.output


def test_a_column_that_is_not_used_is_named(tmp_path: Path) -> None:
    """So that a misspelt one is seen."""
    assert 'The column "Statuss" is not used.' in run(measure(tmp_path), "period,value,Statuss\n2015,1,final\n").output


def test_a_measure_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    """As everywhere."""
    root = measure(tmp_path)
    (root / "a.csv").write_text("period,value\n")
    result = CliRunner().invoke(main, ["import", str(root / "a.csv"), "anytown/spoild", "--root", str(root)])
    assert result.exit_code == 2
    assert "did you mean anytown/spoilt?" in result.output
