"""A measure's observations in a CSV file beside it: one a row, the header names the fields."""

import csv
from io import StringIO

from planbuilder.model.measure import Observation
from planbuilder.source.problem import Fault
from planbuilder.source.tree import Place, Value
from planbuilder.source.words import known_names

MOST_ROWS = 20_000
_COLUMNS = [name for name in Observation.model_fields if name != "source"]


def parse(path: str, text: str) -> tuple[list[Value], Place]:
    """The rows as mappings, empty cells left out, and where each cell stands. Raises Fault."""
    if not text.strip():
        raise Fault(1, 1, "this file is empty", f"begin it with a line of column names: {', '.join(_COLUMNS[:2])}")
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    header: list[str] = []
    rows: list[Value] = []
    places: dict[str | int, Place] = {}
    line = 1
    try:
        for cells in reader:
            if not header:
                header = _header(cells)
            elif any(cell.strip() for cell in cells):
                values, where = _row(header, cells, line)
                places[len(rows)] = where
                rows.append(values)
            if len(rows) > MOST_ROWS:
                raise Fault(line, 1, f"this file has more than {MOST_ROWS:,} rows", "divide the measure")
            line = reader.line_num + 1
    except csv.Error:
        raise Fault(line, 1, "this row can't be read as CSV", "look for a quotation mark that is not closed") from None
    return rows, Place(1, 1, children=places, path=path)


def _header(cells: list[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    for index, name in enumerate(names):
        column = sum(len(cell) + 1 for cell in cells[:index]) + 1
        if name not in _COLUMNS:
            remedy = "separate the columns with commas" if ";" in name or "\t" in name else known_names(name, _COLUMNS)
            raise Fault(1, column, f'there is no column "{name[:40]}"', remedy)
        if name in names[:index]:
            raise Fault(1, column, f'the column "{name}" stands here twice', "keep one of the two")
    return names


def _row(header: list[str], cells: list[str], line: int) -> tuple[Value, Place]:
    if len(cells) > len(header):
        raise Fault(
            line,
            1,
            f"this row has {len(cells)} cells, the header {len(header)}",
            "put text with a comma in double quotes",
        )
    values: dict[str, Value] = {}
    places: dict[str | int, Place] = {}
    column = 1
    for name, cell in zip(header, cells, strict=False):
        places[name] = Place(line, column, line, column)
        column += len(cell) + 1
        if cell.strip():
            values[name] = cell
    return values, Place(line, 1, children=places)
