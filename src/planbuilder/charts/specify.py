"""A chart as Plotly wants it: plain lists and dictionaries, the input of `plotly.graph_objects.Figure`.

Colours are the page's custom properties; the script that draws resolves them, so that both themes fit.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from planbuilder.charts.plot import BarPlot, LinePlot, PanelPlot, Plot, Point, StackPlot, Trace
from planbuilder.charts.scale import Scale
from planbuilder.charts.svg import HATCHED
from planbuilder.i18n import Language

Spec = dict[str, Any]

_DASHES = {1: "solid", 2: "dashdot", 3: "dot", 4: "dash", 5: "longdash", 6: "longdashdot"}
_MARKERS = {1: "circle", 2: "square", 3: "diamond", 4: "triangle-up", 5: "circle", 6: "square"}


def specify(plot: Plot, language: Language, title: str) -> Spec:
    """The specification of a plot; `title` names it for whoever opens it on its own."""
    match plot:
        case LinePlot():
            data, layout = _lines(plot)
        case PanelPlot():
            data, layout = _panels(plot)
        case BarPlot():
            data, layout = _dots(plot) if plot.dots else _bars(plot)
        case StackPlot():
            data, layout = _stacks(plot)
    shared = {
        "template": "none",
        "title": {"text": title},
        "separators": _separators(language),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": "var(--chart-text)"},
        "dragmode": False,
    }
    found: Spec = _unmarked({"data": data, "layout": shared | layout})
    return found


def _unmarked(part: Any) -> Any:
    """The same with every text escaped: Plotly takes `<b>` and `<a href>` in labels for markup, and ours are words."""
    match part:
        case str():
            return part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        case dict():
            return {key: _unmarked(value) for key, value in part.items()}
        case list():
            return [_unmarked(value) for value in part]
    return part


def colour(slot: int) -> str:
    """The custom property of a colour."""
    return f"var(--chart-{slot})"


def _separators(language: Language) -> str:
    """Decimal and thousands separator, as Plotly takes them."""
    sample = language.number(Decimal("1234567.5"), 1)
    marks = [char for char in sample if not char.isdigit() and not char.isalpha()]
    return f"{marks[-1]}{marks[0] if len(marks) > 1 else ''}"


# --- lines ---


def _lines(plot: LinePlot) -> tuple[list[Spec], Spec]:
    data = [piece for trace in plot.traces for piece in _trace(trace)]
    dated = [goal for goal in plot.goals if goal.x is not None]
    if dated:
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [goal.x for goal in dated],
                "y": [goal.y for goal in dated],
                "text": [goal.label for goal in dated],
                "textposition": "top center",
                "hoverinfo": "text",
                "marker": {"symbol": "diamond", "size": 11, "color": colour(3)},
                "showlegend": False,
            }
        )
    upright = {"type": "line", "yref": "paper", "y0": 0, "y1": 1}
    shapes: list[Spec] = [
        {**upright, "x0": at, "x1": at, "line": {"color": "var(--chart-muted)", "dash": "dash", "width": 1.5}}
        for at in plot.breaks
    ]
    level = {"type": "line", "xref": "paper", "x0": 0, "x1": 1}
    shapes += [
        {**level, "y0": goal.y, "y1": goal.y, "line": {"color": colour(3), "dash": "dot", "width": 2}}
        for goal in plot.goals
        if goal.x is None
    ]
    margin = 0.04
    span = [1 + margin, -margin] if plot.mirrored else [-margin, 1 + margin]
    return data, {
        "shapes": shapes,
        "annotations": _notes(plot),
        "xaxis": {
            "range": span,
            "tickvals": [tick.x for tick in plot.ticks],
            "ticktext": [tick.label for tick in plot.ticks],
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {
            "range": _upright(plot.scale),
            "tickvals": [float(tick) for tick in plot.scale.ticks],
            "ticktext": list(plot.value_labels),
            "gridcolor": "var(--chart-grid)",
            "side": "right" if plot.mirrored else "left",
        },
    }


def _notes(plot: LinePlot) -> list[Spec]:
    """Words in the plot: at the top where the series breaks, at the foot the sign of what is withheld."""
    breaks = dict.fromkeys(plot.breaks, plot.break_label)
    withheld = {point.x: point.label for trace in plot.traces for point in trace.points if point.y is None}
    shared = {"yref": "paper", "showarrow": False}
    top = [{**shared, "x": at, "y": 1, "text": label} for at, label in breaks.items()]
    return top + [{**shared, "x": at, "y": 0, "yanchor": "bottom", "text": label} for at, label in withheld.items()]


def _panels(plot: PanelPlot) -> tuple[list[Spec], Spec]:
    """All lines in one picture: what is compared side by side on the page can be laid over each other here."""
    told_apart = (replace(trace, slot=index % 6 + 1) for index, trace in enumerate(plot.traces))
    return [piece for trace in told_apart for piece in _trace(trace)], {
        "xaxis": {
            "range": [1.04, -0.04] if plot.mirrored else [-0.04, 1.04],
            "tickvals": [0, 1],
            "ticktext": [plot.first, plot.last],
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {
            "range": _upright(plot.scale),
            "tickvals": [float(tick) for tick in plot.scale.ticks],
            "ticktext": list(plot.value_labels),
            "gridcolor": "var(--chart-grid)",
            "side": "right" if plot.mirrored else "left",
        },
    }


def _upright(scale: Scale) -> list[float]:
    """A little more than the scale: Plotly leaves out the line at the very end."""
    return [scale.low, scale.high + (scale.high - scale.low) * 0.02]


def _trace(trace: Trace) -> list[Spec]:
    """A line in up to two pieces: what is final, and dotted what is provisional. None lifts the pen."""
    solid: list[Point | None] = []
    dotted: list[Point | None] = []
    before: Point | None = None
    for point in trace.points:
        if point.y is None:
            solid.append(point)  # nothing to draw, and a label to read: [c]
            before = None
            continue
        if point.open or (before and before.open and point.joined):
            dotted += [before, point] if point.joined else [None, point]
            if point.joined:
                dotted.insert(-2, None)
        if not point.open:
            solid += [point] if point.joined and before and not before.open else [None, point]
        before = point
    pieces = [_scatter(trace, solid, _DASHES[trace.slot], named=True)]
    if dotted:
        pieces.append(_scatter(trace, dotted, "dot", named=False))
    return pieces


def _scatter(trace: Trace, points: list[Point | None], dash: str, *, named: bool) -> Spec:
    shown = points[1:] if points and points[0] is None else points
    symbol = _MARKERS[trace.slot]
    spec: Spec = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": trace.name,
        "legendgroup": trace.name,
        "showlegend": named,
        "connectgaps": False,
        "x": [point.x if point else None for point in shown],
        "y": [point.y if point else None for point in shown],
        "text": [f"{point.when}: {point.label}" if point else "" for point in shown],
        "hoverinfo": "text+name",
        "line": {"color": colour(trace.slot), "dash": dash, "width": 2.5},
        "marker": {
            "color": colour(trace.slot),
            "size": 8,
            "symbol": [f"{symbol}-open" if point and point.open else symbol for point in shown],
        },
    }
    if any(point and point.lower is not None and point.upper is not None for point in shown):
        spec["error_y"] = _limits(shown)
    return spec


def _limits(points: list[Point | None]) -> Spec:
    def distance(point: Point | None, edge: float | None) -> float | None:
        return None if point is None or point.y is None or edge is None else abs(edge - point.y)

    return {
        "type": "data",
        "symmetric": False,
        "array": [distance(point, point.upper if point else None) for point in points],
        "arrayminus": [distance(point, point.lower if point else None) for point in points],
    }


# --- bars ---


def _bars(plot: BarPlot) -> tuple[list[Spec], Spec]:
    rows = [row for row in plot.rows if not row.goal]
    count = max((len(row.bars) for row in rows), default=0)
    data = [_bar_trace(plot, index) for index in range(count)]
    data += [
        {
            "type": "scatter",
            "mode": "markers",
            "name": row.name,
            "x": [bar.value for bar in row.bars],
            "y": [row.name for _ in row.bars],
            "text": [bar.label for bar in row.bars],
            "hoverinfo": "text+name",
            "marker": {"symbol": "diamond", "size": 11, "color": colour(3)},
        }
        for row in plot.rows
        if row.goal
    ]
    return data, {"barmode": "group", **_categories(plot)}


def _bar_trace(plot: BarPlot, index: int) -> Spec:
    pairs = [(row.name, row.bars[index]) for row in plot.rows if not row.goal and index < len(row.bars)]
    slot = pairs[0][1].slot if pairs else 1
    return {
        "type": "bar",
        "orientation": "h",
        "name": plot.names[index] if index < len(plot.names) else "",
        "showlegend": bool(plot.names),
        "x": [bar.value for _, bar in pairs],
        "y": [name for name, _ in pairs],
        "text": [bar.label for _, bar in pairs],
        "textposition": "outside",
        "hoverinfo": "text+y",
        "marker": {
            "color": ["rgba(0,0,0,0)" if bar.open else colour(slot) for _, bar in pairs],
            "line": {"color": colour(slot), "width": 2},
            "pattern": {
                "shape": ["/" if slot in HATCHED and not bar.open else "" for _, bar in pairs],
                "fillmode": "overlay",
                "fgcolor": colour(slot),
                "bgcolor": "var(--chart-paper)",
            },
        },
    }


def _categories(plot: BarPlot) -> Spec:
    ticks: Spec = {"showticklabels": False}  # the values stand at the bars
    if plot.value_labels:
        ticks = {"tickvals": [float(tick) for tick in plot.scale.ticks], "ticktext": list(plot.value_labels)}
    return {
        "xaxis": {
            **ticks,
            "range": [plot.scale.high, plot.scale.low] if plot.mirrored else [plot.scale.low, plot.scale.high],
            "zeroline": True,
            "showgrid": plot.dots,
        },
        # The first row stands on top.
        "yaxis": {"autorange": "reversed", "type": "category", "side": "right" if plot.mirrored else "left"},
    }


def _dots(plot: BarPlot) -> tuple[list[Spec], Spec]:
    data: list[Spec] = []
    for index in range(max((len(row.bars) for row in plot.rows), default=0)):
        pairs = [(row.name, row.bars[index]) for row in plot.rows if index < len(row.bars)]
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": plot.names[index] if index < len(plot.names) else "",
                "x": [bar.value for _, bar in pairs],
                "y": [name for name, _ in pairs],
                "text": [bar.label for _, bar in pairs],
                "hoverinfo": "text+y",
                "marker": {"size": 9, "color": colour(pairs[0][1].slot if pairs else 1)},
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": [_reach(bar.value, bar.upper) for _, bar in pairs],
                    "arrayminus": [_reach(bar.value, bar.lower) for _, bar in pairs],
                },
            }
        )
    return data, _categories(plot)


def _reach(value: float | None, edge: float | None) -> float | None:
    return None if value is None or edge is None else abs(edge - value)


# --- parts of a whole ---


def _stacks(plot: StackPlot) -> tuple[list[Spec], Spec]:
    data: list[Spec] = []
    for index, name in enumerate(plot.names):
        pairs = [(row.name, row.parts[index]) for row in plot.rows if index < len(row.parts)]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": name,
                "x": [part.share for _, part in pairs],
                "y": [row for row, _ in pairs],
                "text": [part.label for _, part in pairs],
                "textposition": "inside",
                "hoverinfo": "text+name",
                "marker": {"color": colour(index % 6 + 1), "line": {"color": "var(--chart-paper)", "width": 1}},
            }
        )
    span = [100, 0] if plot.mirrored else [0, 100]
    return data, {
        "barmode": "stack",
        "xaxis": {"range": span, "ticksuffix": "%", "showgrid": False},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
