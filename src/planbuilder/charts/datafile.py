"""The figures of a chart as CSV, the same columns for every chart."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planbuilder.i18n import N_


class Column(NamedTuple):
    """A column: its name in the file, what kind of values it has (CSVW's datatypes), and what it means."""

    name: str
    datatype: str
    means: str
    required: bool = False


PERIOD = Column("period", "string", N_("The period, as the source gives it: 2016, 2016/17, 2016-04, 2016 Q4."))
AREA = Column("area", "string", N_("The area that the figure is for. Empty: the whole area of the measure."))
VALUE = Column("value", "decimal", N_("The figure: a percentage as 12.5, money in pounds. Empty where it is withheld."))
LOWER = Column("lower", "decimal", N_("The lower 95% limit, where one is published."))
UPPER = Column("upper", "decimal", N_("The upper 95% limit, where one is published."))
DENOMINATOR = Column("denominator", "integer", N_("How many people, cases or answers a percentage is out of."))
UNIT = Column("unit", "string", N_("What is counted. % for percentages, GBP for money."), True)
SYMBOL = Column("symbol", "string", N_("[p] provisional, [r] revised, [c] withheld because it could identify people."))
NOTE = Column("note", "string", N_("What has to be known about this figure."))
COLUMNS = (
    Column("series", "string", N_("What was measured, asked or paid for."), True),
    PERIOD,
    AREA,
    Column("group", "string", N_("The group, answer or line of a budget that the figure is for. Empty: everybody.")),
    VALUE,
    LOWER,
    UPPER,
    DENOMINATOR,
    UNIT,
    Column(
        "status",
        "string",
        N_("final, provisional, revised or year_to_date: how sure the figure of a measure is."),
    ),
    SYMBOL,
    NOTE,
)
"""What the file holds, in order."""


class Record(NamedTuple):
    """One line of the file, a cell for each column. Numbers come as digits."""

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


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet computes; the wide signs where it is set to an East Asian language."""


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_csv(columns: Sequence[Column], lines: Iterable[str]) -> bytes:
    """A CSV file in UTF-8 with a mark at its start, which Excel needs to read it as such."""
    names = [[column.name for column in columns]]
    return b"\xef\xbb\xbf" + "".join([_written(names), *lines]).encode()


def lines_of(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    """Lines of the file. Numbers stay as they are; words never compute."""
    return _written(
        [safe(cell) if column.datatype == "string" else cell for column, cell in zip(columns, row, strict=True)]
        for row in rows
    )


def chart_csv(records: Iterable[Record]) -> bytes:
    """The file of a chart."""
    return to_csv(COLUMNS, [lines_of(COLUMNS, records)])


def _written(rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue()
