"""The rows of a spreadsheet by the names of an observation's fields: its header found, its columns understood."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planbuilder.importing import csv_file, workbook
from planbuilder.importing.grid import Grid, Row, SheetError
from planbuilder.model.measure import Observation
from planbuilder.source.near import nearest

_NAMES = {name: name for name in Observation.model_fields if name not in ("source", "suppressed")}
_NAMES |= dict.fromkeys(("year", "month", "quarter", "date", "financial year", "calendar year"), "period")
_NAMES |= dict.fromkeys(("count", "number", "total", "rate", "percentage", "percent", "per cent", "%"), "value")
_NAMES |= dict.fromkeys(("ward", "district"), "area") | dict.fromkeys(("notes", "comment"), "note")
_NAMES |= dict.fromkeys(("lower ci", "lower limit", "lower 95% limit", "lower ci 95.0 limit"), "lower")
_NAMES |= dict.fromkeys(("upper ci", "upper limit", "upper 95% limit", "upper ci 95.0 limit"), "upper")
_LABELS = ("period", "area", "group", "status", "note")
"""Fields whose words may hold for several rows: a merged cell is read into each of them."""
_SEARCHED = 20
"""In how many rows a header is looked for."""


@dataclass(frozen=True)
class Sheet:
    """Rows with the fields of an observation, by line; rows that can't be used, and why; columns not used."""

    rows: tuple[tuple[int, dict[str, str]], ...]
    unused: tuple[str, ...]
    refused: tuple[tuple[int, str], ...] = ()


def grid(content: bytes, sheet: str | None = None) -> Grid:
    """The rows of a CSV file, or of a sheet of a workbook. Raises SheetError."""
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        return workbook.grid(content, sheet)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise SheetError(
            "this is a web page under another name – open it in Excel, and save it as Excel Workbook (.xlsx)"
        )
    if sheet is not None:
        raise SheetError("this is a CSV file, which has no sheets – leave --sheet out")
    return csv_file.grid(content)


def observations(found: Grid, header: int | None = None, columns: Mapping[str, str] | None = None) -> Sheet:
    """Rows of observations. `header` is the line of the column names, `columns` says which of them is what.

    Raises SheetError.
    """
    names = chosen(_NAMES, columns or {})
    head, body = headed(found, lambda row: _missing(_fields(row, names)), header)
    fields = _fields(head, names)
    if why := _missing(fields):
        raise SheetError(f"{why}; {titles(head)}")
    if not body:
        raise SheetError("there is no row below the names of the columns")
    rows, refused = [], []
    for row in body:
        if why := row.wrong or _merged_number(row, fields):
            refused.append((row.line, why))
        else:
            rows.append((row.line, by_name(row, fields)))
    unused = (cell for cell, name in zip(head.cells, fields, strict=True) if cell and not name)
    return Sheet(tuple(rows), tuple(unused), tuple(refused))


def headed(found: Grid, missing: Callable[[Row], str], line: int | None) -> tuple[Row, tuple[Row, ...]]:
    """The row of column names and the rows below it: at `line`, else the first in which nothing is `missing`."""
    places = range(min(len(found.rows), _SEARCHED))
    fitting = (place for place in places if not missing(found.rows[place]))
    place = next(fitting, 0)
    if line is not None:
        chosen = next((place for place, row in enumerate(found.rows) if row.line == line), None)
        if chosen is None:
            raise SheetError(f"line {line} is empty or not there – give the line of the column names")
        place = chosen
    head = found.rows[place]
    if head.wrong:
        raise SheetError(f"line {head.line} has the names of the columns: {head.wrong}")
    return head, found.rows[place + 1 :]


def chosen(names: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, str]:
    """What the titles of columns mean: as usual, but for the fields whose column somebody has named in `columns`.

    Raises SheetError for a field that there is not.
    """
    known = sorted(set(names.values()))
    if unknown := next((field for field in columns.values() if field not in known), None):
        near = nearest(unknown, known)
        raise SheetError(f'no column can be "{unknown}" – ' + (f"did you mean {near}?" if near else ", ".join(known)))
    usual = {title: field for title, field in names.items() if field not in columns.values()}
    return usual | {folded(title): field for title, field in columns.items()}


def titles(head: Row) -> str:
    """The titles that a row has, for a message on what is missing there."""
    return f"line {head.line} has: {', '.join(cell for cell in head.cells if cell)[:200]}"


def folded(title: str) -> str:
    """A column's title without what differs from sheet to sheet: capitals, spaces, underscores."""
    return " ".join(title.casefold().replace("_", " ").split())


def by_name(row: Row, fields: list[str]) -> dict[str, str]:
    """The cells of a row that are not empty, by the name of their column."""
    return {name: cell for name, cell in zip(fields, row.cells, strict=False) if name and cell}


def _fields(row: Row, names: Mapping[str, str]) -> list[str]:
    return [names.get(folded(cell)) or names.get(cell.casefold(), "") for cell in row.cells]


def _missing(fields: list[str]) -> str:
    for needed in ("period", "value"):
        if fields.count(needed) != 1:
            found = "no column" if needed not in fields else "more than one column"
            return (
                f'there is {found} for the {needed} – call one of them "{needed}" in the first line, or say which it '
                f'is: --column {needed}="…"'
            )
    return ""


def _merged_number(row: Row, fields: list[str]) -> str:
    """Of numbers, nobody can tell whether a merged cell holds for each row or for all of them together."""
    if any(fields[column] and fields[column] not in _LABELS for column in row.merged if column < len(fields)):
        return "a number of this row is merged with the one above – unmerge the cells, and write each number"
    return ""
