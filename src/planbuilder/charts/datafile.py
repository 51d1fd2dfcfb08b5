"""The figures of a chart as CSV, the same columns for every chart.

series: what was measured or asked · period: as in the data files (2016/17) · area, group: empty for the whole ·
value: digits with a full stop, empty where it is withheld · lower, upper: published limits · denominator ·
unit · status: final, provisional, revised or year_to_date · symbol: [p], [r], [b], [c], [x] · note
"""

import csv
import io
from collections.abc import Iterable
from typing import NamedTuple


class Record(NamedTuple):
    """One line of the file. Numbers come as digits."""

    series: str
    period: str = ""
    area: str = ""
    group: str = ""
    value: str = ""
    lower: str = ""
    upper: str = ""
    denominator: str = ""
    unit: str = ""
    status: str = ""
    symbol: str = ""
    note: str = ""


COLUMNS = Record._fields
_NUMBERS = frozenset({"value", "lower", "upper", "denominator"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet computes; the wide signs where it is set to an East Asian language."""


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_csv(records: Iterable[Record]) -> bytes:
    """A CSV file in UTF-8 with a mark at its start, which Excel needs to read it as such."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in records:
        cells = zip(COLUMNS, record, strict=True)
        writer.writerow(text if name in _NUMBERS else safe(text) for name, text in cells)
    return b"\xef\xbb\xbf" + file.getvalue().encode()
