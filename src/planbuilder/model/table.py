"""Tables of the sources that are neither a series nor money: who works with whom, which ward has which crime."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.scalar import Flag, Number
from planbuilder.model.text import Text

_FACTORS = {"pounds": Decimal(1), "thousands": Decimal(1_000), "millions": Decimal(1_000_000)}
ColumnKind = Literal["text", "number", "percentage", "money"]


class Column(Part):
    """One column of a table."""

    title: Text
    """The heading."""
    kind: ColumnKind = "text"
    """text: words. number, percentage, money (pounds): figures, set to the right and written as the language does."""


class TableRow(Part):
    """One row: its heading and a cell for each further column."""

    heading: Text
    """The heading of the row."""
    cells: tuple[Text | None, ...]
    """The cells after the heading, in order; leave one empty where the source has nothing."""
    note: Text | None = None
    """What readers should know."""


class Table(Entity):
    """One entry of a `tables.yml` beside a plan or a report."""

    title: Text
    """What it shows."""
    summary: Text | None = None
    """One sentence: what a reader sees in it."""
    columns: tuple[Column, ...]
    """All columns; the first one is that of the rows' headings."""
    rows: tuple[TableRow, ...]
    """The rows."""
    sensitive: Flag = False
    """`true` if being seen reading it can be dangerous."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""

    @model_validator(mode="after")
    def _whole_rows(self) -> Self:
        for place, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns) - 1:
                raise PydanticCustomError(
                    "table",
                    "row {place} ({heading}) has {found} cells, and there are {wanted} columns after the first – "
                    "give every row a cell for each column",
                    {
                        "place": place,
                        "heading": row.heading.source[:40],
                        "found": len(row.cells),
                        "wanted": len(self.columns) - 1,
                    },
                )
        return self


class AmountLine(Part):
    """One line of a finance table."""

    label: Text
    """What it is."""
    amount: Number | None = None
    """In the table's scale; empty where the source has none."""
    percent: Number | None = None
    """The share that the source prints; the checker compares it."""
    recipient: Text | None = None
    """Who receives it, for awards."""
    text: Text | None = None
    """What it pays for."""
    as_published: Text | None = None
    """What the source prints, if it can't be right."""


class FinanceTable(Entity):
    """One entry of a `finance.yml` beside a plan or a report: what it is spent on, where it comes from, awards."""

    title: Text
    """What it shows."""
    kind: Literal["spending", "income", "awards", "funding", "reserves"]
    """What it is spent on, where it comes from, who was given some, or what is set aside."""
    scale: Literal["pounds", "thousands", "millions"] = "pounds"
    """The scale of the amounts as published: they are shown and computed with their full value."""
    lines: tuple[AmountLine, ...]
    """The lines."""
    total: Number | None = None
    """The declared total, in the table's scale; the checker compares it with the lines."""
    period: Text | None = None
    """The year or years, in words."""
    summary: Text | None = None
    """What a reader sees in it, in one sentence."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""

    @property
    def factor(self) -> Decimal:
        """What an amount is multiplied by to be in pounds."""
        return _FACTORS[self.scale]
