"""A CSV file as spreadsheets save it: its encoding and its separator found out."""

import csv
from io import StringIO

from planbuilder.importing.grid import LARGEST, Grid, Row, SheetError


def grid(content: bytes) -> Grid:
    """The rows of a CSV file. Raises SheetError."""
    if len(content) > LARGEST:
        raise SheetError("the file is larger than 5 MB – take out what is not needed")
    text = _decoded(content)
    try:
        rows = tuple(row for row in _numbered(text, _separator(text)) if not row.empty)
    except csv.Error:
        raise SheetError("a row can't be read – look for a quotation mark that is not closed") from None
    if not rows:
        raise SheetError("the file is empty")
    return Grid(rows)


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


def _separator(text: str) -> str:
    """What stands in most of the first lines: a title above the table may have a comma of its own."""
    first = [line for line in text.splitlines() if line.strip()][:20]
    return max(",;\t", key=lambda sign: (sum(sign in line for line in first), "".join(first).count(sign)))


def _numbered(text: str, separator: str) -> list[Row]:
    """The rows, each with the line on which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[Row] = []
    line = 1
    for cells in reader:
        found.append(Row(line, tuple(cell.strip() for cell in cells)))
        line = reader.line_num + 1
    return found
