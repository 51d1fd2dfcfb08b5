"""What a page gets for one chart: picture, words, table and file. Escaped, in one language, ready to print."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Cell:
    """One cell of a table. `symbol` holds the signs after the value, such as `[p]`."""

    text: Markup
    header: bool = False
    """A row header (`th scope="row"`)."""
    symbol: str = ""
    number: bool = False
    """Aligned to the end, so that digits stand below each other."""


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The figures of a chart as a table. `head` has one heading for each column."""

    caption: Markup
    head: tuple[Markup, ...]
    rows: tuple[Row, ...]
    notes: tuple[Markup, ...] = ()
    """What has to be known about single figures, as sentences."""


@dataclass(frozen=True)
class KeyItem:
    """One entry of the key: a small picture of the mark, and its name."""

    swatch: Markup
    label: Markup


@dataclass(frozen=True)
class Chart:
    """One chart in one language. Print it with the macro of `components/chart.html`."""

    id: str
    """Unique on the page, if the caller gives each chart its own; the base of all ids inside the figure."""
    title: Markup
    """What is seen, as a sentence without a full stop."""
    subtitle: Markup
    key: tuple[KeyItem, ...]
    svg: Markup
    """The picture: labelled by `<id>-title`, described by `<id>-alt`, its insides hidden from assistive technology."""
    alt: str
    """The picture in words, for readers who do not see it."""
    summary: tuple[Markup, ...]
    """One to four sentences."""
    table: Table
    symbols: tuple[tuple[str, Markup], ...]
    """The signs that the table uses, each with its meaning."""
    csv: bytes
    csv_name: str
    source: Markup
    explore: bool
    """Whether an interactive version helps: a time series of four points, or more than twelve categories."""
    specification: Callable[[], dict[str, Any]] = field(repr=False, compare=False)
    """The chart for Plotly, as plain lists and dictionaries."""
    notes: tuple[Markup, ...] = ()
    """How to read the picture, for instance that its scale does not start at zero."""
    variant: str = ""
    """Tells figures of the same data apart: a plan's own target is drawn in one and not in the other."""

    @property
    def figure_name(self) -> str:
        """The file that the Explore button loads."""
        stem = self.csv_name.removesuffix(".csv")
        return f"{stem}-{self.variant}.plotly.json" if self.variant else f"{stem}.plotly.json"

    def figure(self) -> "go.Figure":
        """The chart as a validated Plotly figure. Costs about a millisecond; raises ValueError if it is none."""
        from planbuilder.charts.figure import figure  # noqa: PLC0415 - importing Plotly takes longer than most builds

        return figure(self.specification())

    def figure_json(self) -> bytes:
        """The figure as the browser gets it: JSON, the same bytes every time."""
        from planbuilder.charts.figure import to_json  # noqa: PLC0415 - as above

        return to_json(self.figure())
