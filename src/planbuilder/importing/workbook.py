"""A sheet of an Excel workbook as rows of words, as a person sees them. What could harm or mislead is refused.

Nothing in a workbook is run or fetched: of formulas, the results count that Excel saved with them.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from planbuilder.importing.grid import LARGEST, Grid, Row, SheetError
from planbuilder.source.near import nearest

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

UNPACKED = 15_000_000
"""Bytes of everything in the workbook, unpacked."""
MOST_PARTS, MOST_ROWS, MOST_COLUMNS = 500, 20_000, 200
_SAVE_AS = "in Excel, choose Save As, Excel Workbook (.xlsx)"
_DAMAGED = "the workbook is damaged – open it in Excel, and save it again"
_REFUSED = {
    "vbaproject.bin": f"the workbook has macros, which are programs – {_SAVE_AS}",
    "xl/workbook.bin": f"this is a binary workbook – {_SAVE_AS}",
    "xl/externallinks/": "the workbook takes figures from other workbooks – put the values in their place (in Excel: "
    "Data, Edit Links, Break Link), and save it",
    "content.xml": f"this is no workbook of Excel – save it as .xlsx, or as a CSV file; {_SAVE_AS}",
}


def grid(content: bytes, sheet: str | None = None) -> Grid:
    """The rows of one sheet, or of the only one that there is. Raises SheetError."""
    _refuse_harmful(content)
    book = _opened(content, formulas=False)
    found = _sheet(book, sheet)
    if (found.max_row or 0) > MOST_ROWS or (found.max_column or 0) > MOST_COLUMNS:
        raise SheetError(
            f'the sheet "{found.title}" reaches to row {found.max_row:,} and column {found.max_column:,}, and '
            f"{MOST_ROWS:,} rows and {MOST_COLUMNS} columns are the most – delete what is not needed, empty rows too"
        )
    rows = tuple(row for row in _rows(found, _formulas(content, found.title)) if not row.empty)
    if not rows:
        raise SheetError(f'the sheet "{found.title}" is empty')
    return Grid(rows, found.title)


def _refuse_harmful(content: bytes) -> None:
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise SheetError(f"this is an old workbook (.xls), or one with a password – {_SAVE_AS}, without a password")
    if len(content) > LARGEST:
        raise SheetError("the file is larger than 5 MB – take out what is not needed")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            for sign, why in _REFUSED.items():
                if any(sign in part.filename.casefold() for part in parts):
                    raise SheetError(why)
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise SheetError("unpacked, the workbook is larger than 15 MB – take out what is not needed")
            if any(part.flag_bits & 1 for part in parts):
                raise SheetError("the workbook has a password – save it without one")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(archive.read(part)):
                    raise SheetError("the workbook declares names of its own in its XML, which Excel never does")
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        raise SheetError(_DAMAGED) from None


def _declares(part: bytes) -> bool:
    """Whether an XML file may define entities, with which a few bytes become many."""
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part[:4]


def _opened(content: bytes, *, formulas: bool) -> "Workbook":
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 – only who imports workbooks needs it
    except ImportError:
        remedy = 'install openpyxl: pip install "planbuilder[excel]"; or save the sheet as a CSV file'
        raise SheetError(f"to read workbooks, {remedy}") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of what it leaves out, such as charts and pictures
            return load_workbook(BytesIO(content), data_only=not formulas, read_only=formulas, keep_links=False)
    except Exception:  # noqa: BLE001 – the library fails in as many ways as a file can be damaged
        raise SheetError(_DAMAGED) from None


def _sheet(book: "Workbook", wanted: str | None) -> "Worksheet":
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if wanted is not None:
        if wanted in sheets:
            return sheets[wanted]
        near = nearest(wanted, list(sheets))
        raise SheetError(f'there is no sheet "{wanted}" – {f"did you mean {near}?" if near else _named(list(sheets))}')
    seen = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible"]
    if len(seen) != 1:
        raise SheetError(f"the workbook has {len(seen)} sheets – say which with --sheet: {_named(list(sheets))}")
    return seen[0]


def _named(names: list[str]) -> str:
    return f"there is {', '.join(names)}"


def _formulas(content: bytes, title: str) -> dict[tuple[int, int], str]:
    """The formulas of a sheet, by row and column."""
    book = _opened(content, formulas=True)
    try:
        return {
            (cell.row, cell.column): str(cell.value)
            for row in book[title].iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("=") and cell.data_type == "f"
        }
    finally:
        book.close()


def _rows(sheet: "Worksheet", formulas: dict[tuple[int, int], str]) -> Iterator[Row]:
    above: dict[tuple[int, int], tuple[int, int]] = {}
    across: set[int] = set()
    for area in sheet.merged_cells.ranges:
        rows = range(area.min_row, area.max_row + 1)
        if area.min_col < area.max_col:
            across.update(rows)
        else:
            above |= {(row, area.min_col): (area.min_row, area.min_col) for row in rows[1:]}
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        words, merged = [], set()
        for column, cell in enumerate(cells, start=1):
            origin = above.get((number, column))
            if origin:
                merged.add(column - 1)
            words.append(_words(sheet.cell(*origin) if origin else cell) or formulas.get((number, column), ""))
        yield Row(number, tuple(words), frozenset(merged), _wrong(sheet, number, across))


def _wrong(sheet: "Worksheet", row: int, across: set[int]) -> str:
    if row in across:
        return "cells of this row are merged with those beside them – unmerge them"
    if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden:
        return "this row is hidden in the workbook – show it, or delete it"
    return ""


def _words(cell: Any) -> str:
    """A cell's value as it is meant: dates in our order, percentages with their sign, numbers without noise."""
    value = cell.value
    shown = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", str(cell.number_format or "")).casefold()
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case datetime() | date():
            return _date(value, shown)
        case int() | float():
            number = Decimal(f"{value:.15g}")
            return f"{_plain(number * 100)}%" if "%" in shown else _plain(number)
    return str(value).strip()


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _date(value: date, shown: str) -> str:
    """A day; or only the month or the year where the workbook shows no more of it."""
    if "d" in shown or "y" not in shown:
        return str(value)
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
