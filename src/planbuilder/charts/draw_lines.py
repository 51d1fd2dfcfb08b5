"""Drawing values over time."""

from collections.abc import Sequence

from markupsafe import Markup

from planbuilder.charts.labels import thinned
from planbuilder.charts.line_labels import draw_labels
from planbuilder.charts.measuring import width
from planbuilder.charts.plot import Goal, LinePlot, Point, Trace
from planbuilder.charts.space import INSET, NARROW, WIDE, Gutters, Space
from planbuilder.charts.svg import MARKER_SHAPES, em, line, marker, picture, text

_HEIGHT = 14.0
_MANY = 30
"""Above so many points a line has markers only where they mean something."""


def draw_lines(chart: str, plot: LinePlot, *, tall: float = 1.0) -> Markup:
    """A line chart as SVG. `tall` is how much taller than Latin the script of the labels is."""
    top = 1.3 + (0.9 * tall if plot.breaks else 0.0)
    space = Space(plot.scale, _HEIGHT, top, plot.mirrored, tall)
    gutters = _gutters(plot)
    height = space.bottom + 1.0 + 0.9 * tall
    parts = [
        *draw_grid(space, plot.value_labels),
        *_time_axis(plot, space, gutters),
        *_breaks(plot, space),
        *(piece for trace in reversed(plot.traces) for piece in draw_trace(trace, space)),
        *(_goal(goal, space) for goal in plot.goals),
        *draw_labels(plot, space, gutters),
    ]
    drawing = (
        f'<svg class="pb-chart__plot {gutters.kind}" width="100%" height="{em(height)}" focusable="false">'
        f"{''.join(parts)}</svg>"
    )
    return picture(chart, drawing)


def _gutters(plot: LinePlot) -> Gutters:
    """Room for the values before the plot, and for what the outer labels of the time axis need beyond their points."""
    beyond = (
        [width(tick.label) / 2 - INSET * NARROW for tick in (plot.ticks[0], plot.ticks[-1])] if plot.ticks else [0, 0]
    )
    values = max(map(width, plot.value_labels)) + 0.7
    return Gutters.of(max(values, beyond[0]), beyond[1])


def draw_grid(space: Space, labels: Sequence[str]) -> list[str]:
    """The lines of the value axis, each with its label in the gutter before the plot."""
    pieces = []
    edge, shift = ("100%", 0.5) if space.mirrored else ("0", -0.5)
    for tick, label in zip(space.scale.ticks, labels, strict=True):
        y = space.y(float(tick))
        pieces.append(line("0", y, "100%", y, "pb-chart__base" if tick == 0 else "pb-chart__grid"))
        pieces.append(text(edge, y + 0.35, label, "pb-chart__tick", anchor="end", dx=shift))
    return pieces


def _time_axis(plot: LinePlot, space: Space, gutters: Gutters) -> list[str]:
    """As many periods as there is room for: on a phone some of those of wider pictures, in tight places the last."""
    ticks = plot.ticks
    places = [(space.x(tick.x), tick.label) for tick in ticks]
    wide = sorted(thinned(places, gutters.least(WIDE)))
    narrow = {wide[index] for index in thinned([places[index] for index in wide], gutters.least(NARROW))}
    pieces = []
    for index in wide:
        x = space.at(ticks[index].x)
        kind = " pb-chart__wide" if index not in narrow else " pb-chart__roomy" if index < len(ticks) - 1 else ""
        pieces.append(line(x, space.bottom, x, space.bottom + 0.3, f"pb-chart__notch{kind}"))
        pieces.append(
            text(x, space.bottom + 0.5 + 0.9 * space.tall, ticks[index].label, f"pb-chart__tick{kind}", anchor="middle")
        )
    return pieces


def _breaks(plot: LinePlot, space: Space) -> list[str]:
    return [line(space.at(at), space.top - 0.6, space.at(at), space.bottom, "pb-chart__break") for at in plot.breaks]


def draw_trace(trace: Trace, space: Space, *, markers: bool = True) -> list[str]:
    """A line with its gaps, intervals and markers; without `markers` only those of points that stand alone."""
    pieces = [f'<g class="pb-chart__line pb-chart__c{trace.slot} pb-chart__dash-{trace.slot}">']
    before: Point | None = None
    crowded = len(trace.known) > _MANY
    marks: list[str] = []
    for index, point in enumerate(trace.points):
        x = space.at(point.x)
        if point.y is None:
            marks.append(text(x, space.bottom - 0.4, point.label, "pb-chart__withheld", anchor="middle"))
            before = None
            continue
        y = space.y(point.y)
        if point.joined and before is not None and before.y is not None:
            kind = "pb-chart__dotted" if point.open or before.open else ""
            pieces.append(line(space.at(before.x), space.y(before.y), x, y, kind))
        if point.lower is not None and point.upper is not None:
            pieces.append(line(x, space.y(point.lower), x, space.y(point.upper), "pb-chart__interval"))
        following = trace.points[index + 1] if index + 1 < len(trace.points) else None
        alone = not point.joined and not (following and following.joined)
        plain = trace.slot == 1 and markers and not crowded
        if plain or point.open or alone or (following is None and trace.slot == 1):
            marks.append(marker(x, y, MARKER_SHAPES[trace.slot - 1], hollow=point.open))
        before = point
    return [*pieces, *marks, "</g>"]


def _goal(goal: Goal, space: Space) -> str:
    y = space.y(goal.y)
    if goal.x is None:
        return f'<g class="pb-chart__c3">{line("0", y, "100%", y, "pb-chart__goal")}</g>'
    return f'<g class="pb-chart__c3">{marker(space.at(goal.x), y, "diamond")}</g>'
