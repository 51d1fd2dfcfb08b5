"""`planbuilder import` of an Excel workbook: read as a person sees it, or refused before it can do harm."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.importing.books import Change, book, part, with_part
from tests.importing.test_import import measure, run, values

HEADER = ("Year", "Value")
SHEET = "xl/worksheets/sheet1.xml"


def formatted(cell: str, number_format: str) -> Change:
    """Show a cell in a way."""
    return lambda sheet: setattr(sheet[cell], "number_format", number_format)


def test_a_sheet_is_read_below_its_title(tmp_path: Path) -> None:
    """Numbers as numbers, a note at the end told as a row without a place."""
    root = measure(tmp_path)
    rows = [("Casualties",), (), HEADER, (2015, 64), (2016, 1234.0), ("Source: the police",)]
    result = run(root, book(rows))
    assert values(root) == {"2015": "64", "2016": "1234"}
    assert 'figures.csv, line 6: "Source: the police" is no figure – if it is a note' in result.output


@pytest.mark.parametrize(
    ("value", "shown", "period"),
    [
        (date(2016, 4, 1), "dd/mm/yyyy", "2016-04"),
        (date(2016, 4, 30), "yyyy-mm-dd", "2016-04"),
        (date(2016, 4, 15), "mmm-yy", "2016-04"),
        ("Apr-16", "General", "2016-04"),
    ],
)
def test_dates_of_excel_are_periods(value: object, shown: str, period: str, tmp_path: Path) -> None:
    """A day begins or ends the month; where only the month is shown, any day of it may stand for it."""
    root = measure(tmp_path, "frequency: month\n")
    assert run(root, book([HEADER, (value, 64)], formatted("A2", shown))).exit_code == 0
    assert values(root) == {period: "64"}


def test_a_percentage_is_known_by_how_it_is_shown(tmp_path: Path) -> None:
    """0.125 shown as 12.5% is 12.5 per cent, and nobody has to ask; a sign that is only printed changes nothing."""
    root = measure(tmp_path, "kind: percentage\ndecimals: 1\n")
    assert run(root, book([HEADER, (2015, 0.125)], formatted("B2", "0.0%"))).exit_code == 0
    assert run(root, book([HEADER, (2016, 12.5)], formatted("B2", '0.0"%"'))).exit_code == 0
    assert "say --fractions" in run(root, book([HEADER, (2017, 0.5)])).output
    assert values(root) == {"2015": "12.5", "2016": "12.5"}


def test_what_a_binary_number_cannot_hold_is_not_read(tmp_path: Path) -> None:
    """0.1 + 0.2 is 0.3, as Excel shows it."""
    root = measure(tmp_path, "kind: rate\ndecimals: 3\n")
    result = run(root, book([HEADER, (2015, 0.1 + 0.2)]))
    assert values(root) == {"2015": "0.3"}
    assert "rounded" not in result.output


def test_a_merged_label_holds_for_all_its_rows(tmp_path: Path) -> None:
    """One year beside several groups."""
    root = measure(tmp_path)
    rows = [("Year", "Group", "Value"), (2015, "Men", 40), (None, "Women", 24), (2016, "Men", 41)]
    result = run(root, book(rows, lambda sheet: sheet.merge_cells("A2:A3")), "--dry-run")
    assert "+ 2015, Women: 24" in result.output
    assert "3 new" in result.output


def test_a_merged_number_is_refused(tmp_path: Path) -> None:
    """It may be that of each row, or of both together."""
    rows = [HEADER, (2015, 64), (2016, None)]
    result = run(measure(tmp_path), book(rows, lambda sheet: sheet.merge_cells("B2:B3")))
    assert "line 3: a number of this row is merged with the one above" in result.output
    across = run(tmp_path, book([HEADER, (2015, 64)], lambda sheet: sheet.merge_cells("A2:B2")))
    assert "line 2: cells of this row are merged with those beside them" in across.output
    head = run(tmp_path, book([HEADER, (2015, 64)], lambda sheet: sheet.merge_cells("B1:C1")))
    assert "line 1 has the names of the columns: cells of this row are merged" in head.output


def test_of_a_formula_the_saved_result_counts(tmp_path: Path) -> None:
    """Nothing is computed here. Without a result the row is refused, and so is an error of Excel."""
    root = measure(tmp_path)
    content = book([HEADER, (2015, "=30+34"), (2016, "#DIV/0!"), (2017, 60)])
    result = run(root, content)
    assert 'line 2: "=30+34" is a formula without its result' in result.output
    assert 'line 3: "#DIV/0!" is an error of the spreadsheet' in result.output
    saved = part(content, SHEET).replace(b"<f>30+34</f><v></v>", b"<f>30+34</f><v>64</v>")
    saved = saved.replace(b"<f>30+34</f><v />", b"<f>30+34</f><v>64</v>")
    assert run(root, with_part(content, SHEET, saved)).exit_code == 1
    assert values(root) == {"2017": "60", "2015": "64"}


def test_a_hidden_row_is_told_of(tmp_path: Path) -> None:
    """Nobody sees it in the workbook, so nobody would miss it."""

    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    result = run(measure(tmp_path), book([HEADER, (2015, 64), (2016, 60)], hide), "--dry-run")
    assert "line 2: this row is hidden in the workbook" in result.output


def test_one_of_several_sheets_is_named(tmp_path: Path) -> None:
    """A hidden one is never taken by itself."""

    def more(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.create_sheet("Notes")

    def hidden(sheet: Worksheet) -> None:
        more(sheet)
        assert sheet.parent is not None
        sheet.parent["Notes"].sheet_state = "hidden"

    root = measure(tmp_path)
    rows = [HEADER, (2015, 64)]
    assert "say which with --sheet: there is Figures, Notes" in run(root, book(rows, more)).output
    assert "did you mean Figures?" in run(root, book(rows, more), "--sheet", "Figure").output
    assert run(root, book(rows, more), "--sheet", "Figures", "--dry-run").exit_code == 0
    assert run(root, book(rows, hidden), "--dry-run").exit_code == 0
    assert 'the sheet "Notes" is empty' in run(root, book(rows, more), "--sheet", "Notes").output
    assert "which has no sheets" in run(root, "period,value\n2015,1\n", "--sheet", "x").output


BOMB = b"<x>" + b" " * 20_000_000 + b"</x>"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("xl/media/a.xml", BOMB, "unpacked, the workbook is larger than 15 MB"),
        ("xl/vbaProject.bin", b"x", "the workbook has macros"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "takes figures from other workbooks"),
        ("xl/workbook.bin", b"x", "this is a binary workbook"),
        ("content.xml", b"<x/>", "this is no workbook of Excel"),
        ("xl/sharedStrings.xml", ENTITIES, "declares names of its own in its XML"),
        ("xl/sharedStrings.xml", "<x/>".encode("utf-16"), "declares names of its own in its XML"),
        ("xl/workbook.xml", b"<x", "the workbook is damaged"),
        (SHEET, b"", "the workbook is damaged"),
    ],
)
def test_what_could_harm_is_refused(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    """In a sentence; nothing of it is unpacked or run."""
    result = run(measure(tmp_path), with_part(book([HEADER, (2015, 64)]), name, content))
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_workbook_of_many_parts_is_refused(tmp_path: Path) -> None:
    """However small they are."""
    content = book([HEADER, (2015, 64)])
    for number in range(2):
        content = with_part(content, f"xl/media/{number}.xml", b"<x/>")
    assert run(measure(tmp_path), content, "--dry-run").exit_code == 0

    out = BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(600):
            archive.writestr(f"xl/media/m{number}.xml", "<x/>")
    assert "larger than 15 MB" in run(tmp_path, out.getvalue()).output


def test_a_sheet_that_reaches_too_far_is_refused(tmp_path: Path) -> None:
    """With the row that it reaches to."""
    far = book([HEADER, (2015, 64)], lambda sheet: setattr(sheet["A30000"], "value", "x"))
    assert "reaches to row 30,000" in run(measure(tmp_path), far).output
    wide = book([HEADER, (2015, 64)], lambda sheet: setattr(sheet["ZZ1"], "value", "x"))
    assert "and column 702" in run(tmp_path, wide).output


@pytest.mark.parametrize("content", [b"PK\x05\x06" + b"\0" * 18, b"\xd0\xcf\x11\xe0old"], ids=["empty", "old"])
def test_what_is_no_workbook_of_today_is_told(content: bytes, tmp_path: Path) -> None:
    """An old one, one with a password, a broken one."""
    result = run(measure(tmp_path), content)
    assert result.exit_code == 1
    assert "workbook" in result.output


def test_every_cut_of_a_workbook_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A download that broke off."""
    root = measure(tmp_path)
    content = book([HEADER, (2015, 64)])
    for length in range(2, len(content) - 1, len(content) // 9):
        result = run(root, content[:length])
        assert isinstance(result.exception, SystemExit)
        assert "the workbook is damaged" in result.output
