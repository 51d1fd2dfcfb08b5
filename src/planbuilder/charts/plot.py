"""A chart before it is drawn: what stands where and how it is called. The SVG and the Plotly figure both come from it.

Labels are in the reader's language already; positions along time are 0 to 1, values are in the measure's unit.
"""

from dataclasses import dataclass

from markupsafe import Markup

from planbuilder.charts.scale import Scale


@dataclass(frozen=True)
class Point:
    """One value in time. `y` is None where it is withheld."""

    x: float
    y: float | None
    when: str
    """The period in words."""
    label: str
    """The value as it is written beside the point."""
    joined: bool = False
    """A line leads here from the point before: nothing is missing, broken or of another length between them."""
    open: bool = False
    """Provisional, or not yet a whole period."""
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True)
class Trace:
    """One line. `slot` is its colour, dash and marker, 1 to 6."""

    name: str
    html: Markup
    points: tuple[Point, ...]
    slot: int

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.y is not None)


@dataclass(frozen=True)
class Tick:
    """A tick of the time axis."""

    x: float
    label: str


@dataclass(frozen=True)
class Goal:
    """A target: one point with a date, or a level for every period (`x` is None)."""

    x: float | None
    y: float
    label: str
    """With value and date."""
    short: str


@dataclass(frozen=True)
class LinePlot:
    """Values over time."""

    traces: tuple[Trace, ...]
    scale: Scale
    value_labels: tuple[str, ...]
    """One for each tick of the scale."""
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...] = ()
    break_label: str = ""
    goals: tuple[Goal, ...] = ()
    mirrored: bool = False
    """Right to left."""


@dataclass(frozen=True)
class PanelPlot:
    """Small multiples: each trace in a panel of its own, all on one scale."""

    traces: tuple[Trace, ...]
    scale: Scale
    value_labels: tuple[str, ...]
    first: str
    """The first period, in short."""
    last: str
    mirrored: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar, dot or diamond in a row. `value` is None where there is none; `label` says it then too."""

    value: float | None
    label: str
    slot: int = 1
    open: bool = False
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True)
class BarRow:
    """One category with its bars. A row with `goal` shows a diamond instead."""

    name: str
    html: Markup
    bars: tuple[Bar, ...]
    goal: bool = False
    after_break: bool = False
    """A break in the series lies between this row and the one before."""


@dataclass(frozen=True)
class BarPlot:
    """Rows of horizontal bars from zero; `dots` shows each value as a dot with its interval instead."""

    rows: tuple[BarRow, ...]
    scale: Scale
    names: tuple[str, ...]
    """What the bars of a row stand for, in their order; empty for one bar a row."""
    break_label: str = ""
    dots: bool = False
    value_labels: tuple[str, ...] = ()
    mirrored: bool = False


@dataclass(frozen=True)
class Part:
    """A part of a whole. `share` is in per cent of the whole."""

    share: float
    label: str
    slot: int
    """Its colour, 1 to 6; 0 for what is missing to the whole, drawn empty."""


@dataclass(frozen=True)
class StackRow:
    """One whole: its name and its parts, whose shares are at most 100."""

    name: str
    html: Markup
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class StackPlot:
    """Rows of 100 % bars. `names` are the parts', in order."""

    rows: tuple[StackRow, ...]
    names: tuple[str, ...]
    mirrored: bool = False


Plot = LinePlot | PanelPlot | BarPlot | StackPlot
