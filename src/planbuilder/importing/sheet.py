"""A CSV file as spreadsheets save it: its encoding, its separator and its columns found out."""

import csv
from dataclasses import dataclass
from io import StringIO

from planbuilder.model.measure import Observation

LARGEST = 5_000_000
"""Bytes."""
_NAMES = {name: name for name in Observation.model_fields if name not in ("source", "suppressed")}
_NAMES |= dict.fromkeys(("year", "month", "quarter", "date", "financial year", "calendar year"), "period")
_NAMES |= dict.fromkeys(("count", "number", "total", "rate", "percentage", "percent", "per cent", "%"), "value")
_NAMES |= dict.fromkeys(("ward", "district"), "area") | dict.fromkeys(("notes", "comment"), "note")


class SheetError(Exception):
    """The file can't be used at all; the message says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """The rows of a file by the names of an observation's fields, each with its line; and the columns not used."""

    rows: tuple[tuple[int, dict[str, str]], ...]
    unused: tuple[str, ...]


def read(content: bytes) -> Sheet:
    """Read the bytes of a CSV file. Raises SheetError."""
    if len(content) > LARGEST:
        raise SheetError("the file is larger than 5 MB – take out what is not needed")
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        raise SheetError("this is a workbook, not a CSV file – in Excel, choose Save As, CSV UTF-8")
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        numbered = _numbered(text, separator)
    except csv.Error:
        raise SheetError("a row can't be read – look for a quotation mark that is not closed") from None
    lines = [(line, cells) for line, cells in numbered if any(cell.strip() for cell in cells)]
    if not lines:
        raise SheetError("the file is empty")
    names, unused = _columns(lines[0][1])
    rows = ((number, _row(names, cells)) for number, cells in lines[1:])
    return Sheet(tuple(rows), unused)


def _decoded(content: bytes) -> str:
    """Excel writes UTF-8 with a mark, UTF-16, or the code page of Windows."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise SheetError("the file is in an unknown encoding – in Excel, choose Save As, CSV UTF-8") from None


def _numbered(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """The rows, each with the line on which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    for cells in reader:
        found.append((line, cells))
        line = reader.line_num + 1
    return found


def _columns(cells: list[str]) -> tuple[list[str], tuple[str, ...]]:
    names = [_NAMES.get(" ".join(cell.casefold().replace("_", " ").split()), "") for cell in cells]
    names = [name or _NAMES.get(cell.strip().casefold(), "") for name, cell in zip(names, cells, strict=True)]
    for needed in ("period", "value"):
        if names.count(needed) != 1:
            found = "no column" if needed not in names else "more than one column"
            raise SheetError(f'there is {found} for the {needed} – call one of them "{needed}" in the first line')
    return names, tuple(cell.strip() for name, cell in zip(names, cells, strict=True) if not name and cell.strip())


def _row(names: list[str], cells: list[str]) -> dict[str, str]:
    return {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name and cell.strip()}
