"""Drawing values over time."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from planbuilder.charts.labels import FAR, NEAR, Box, Room, Segment, Spot, Wish, place, thinned
from planbuilder.charts.measuring import width
from planbuilder.charts.plot import Goal, LinePlot, Point, Trace
from planbuilder.charts.space import INSET, Space
from planbuilder.charts.svg import MARKER_SHAPES, em, line, marker, picture, text

NARROW, WIDE = 15.0, 27.0
"""The least width of the plot in em of its text: on a phone, and from the container query in chart.css on."""
_HEIGHT = 14.0
_ALL_LABELLED = 7
"""Up to so many points each one shows its value, where there is room."""
_MANY = 30
"""Above so many points a line has markers only where they mean something."""


def draw_lines(chart: str, plot: LinePlot, *, tall: float = 1.0) -> Markup:
    """A line chart as SVG. `tall` is how much taller than Latin the script of the labels is."""
    top = 1.3 + (0.9 * tall if plot.breaks else 0.0)
    space = Space(plot.scale, _HEIGHT, top, plot.mirrored, tall)
    start = min(12, math.ceil(max(map(width, plot.value_labels)) + 0.7))
    end = min(4, max(0, math.ceil(width(plot.ticks[-1].label) / 2 - INSET * NARROW))) if plot.ticks else 0
    height = space.bottom + 1.0 + 0.9 * tall
    parts = [
        *draw_grid(space, plot.value_labels),
        *_time_axis(plot, space),
        *_breaks(plot, space),
        *(piece for trace in reversed(plot.traces) for piece in draw_trace(trace, space)),
        *(_goal(goal, space) for goal in plot.goals),
        *_labels(plot, space, end),
    ]
    drawing = (
        f'<svg class="pb-chart__plot pb-chart__plot--start-{start} pb-chart__plot--end-{end}" width="100%" '
        f'height="{em(height)}" focusable="false">{"".join(parts)}</svg>'
    )
    return picture(chart, drawing)


def draw_grid(space: Space, labels: Sequence[str]) -> list[str]:
    """The lines of the value axis, each with its label in the gutter before the plot."""
    pieces = []
    edge, shift = ("100%", 0.5) if space.mirrored else ("0", -0.5)
    for tick, label in zip(space.scale.ticks, labels, strict=True):
        y = space.y(float(tick))
        pieces.append(line("0", y, "100%", y, "pb-chart__base" if tick == 0 else "pb-chart__grid"))
        pieces.append(text(edge, y + 0.35, label, "pb-chart__tick", anchor="end", dx=shift))
    return pieces


def _time_axis(plot: LinePlot, space: Space) -> list[str]:
    ticks = plot.ticks
    places = [(tick.x * (1 - 2 * INSET) + INSET, tick.label) for tick in ticks]
    wide = thinned(places, WIDE)
    narrow = {sorted(wide)[index] for index in thinned([places[index] for index in sorted(wide)], NARROW)}
    pieces = []
    for index in sorted(wide):
        x = space.at(ticks[index].x)
        kind = "" if index in narrow else " pb-chart__wide"
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


def _segments(plot: LinePlot, space: Space) -> list[Segment]:
    found = [Segment(space.x(at), space.top - 0.6, space.x(at), space.bottom) for at in plot.breaks]
    for trace in plot.traces:
        before: Point | None = None
        for point in trace.points:
            if point.y is None:
                before = None
                continue
            x, y = space.x(point.x), space.y(point.y)
            if point.joined and before is not None and before.y is not None:
                found.append(Segment(space.x(before.x), space.y(before.y), x, y))
            if point.lower is not None and point.upper is not None:
                found.append(Segment(x, space.y(point.lower), x, space.y(point.upper)))
            before = point
    found += [Segment(0, space.y(goal.y), 1, space.y(goal.y)) for goal in plot.goals if goal.x is None]
    return found


def _marks(plot: LinePlot, space: Space, room: float) -> list[Box]:
    """The boxes of all markers, in a picture of so many em."""
    places = [
        (space.x(point.x), space.y(point.y)) for trace in plot.traces for point in trace.known if point.y is not None
    ]
    places += [(space.x(goal.x), space.y(goal.y)) for goal in plot.goals if goal.x is not None]
    boxes = [Box(x - 0.4 / room, x + 0.4 / room, y - 0.4, y + 0.4) for x, y in places]
    withheld = [point for trace in plot.traces for point in trace.points if point.y is None]
    for point in withheld:
        x = space.x(point.x)
        boxes.append(Box(x - 0.8 / room, x + 0.8 / room, space.bottom - 1.4, space.bottom))
    return boxes


def _wishes(plot: LinePlot, space: Space, *, named: bool) -> list[tuple[Wish, str]]:
    """What wants a label, the most important first: breaks, each line's end, targets, then other values."""
    several = len(plot.traces) > 1
    wishes: list[tuple[Wish, str]] = []
    for place_of in plot.breaks:
        wish = Wish(plot.break_label, space.x(place_of), space.top, space.top, ("start", "end"), (-1.0 / space.tall,))
        wishes.append((wish, "pb-chart__note"))
    ends = [
        (trace.known[-1], f"{trace.name} {trace.known[-1].label}" if several and named else trace.known[-1].label)
        for trace in plot.traces
        if trace.known
    ]
    wishes += [(_at(space, last, label, FAR), "pb-chart__value") for last, label in ends[:1]]
    for goal in plot.goals:
        x, y = space.x(0.5 if goal.x is None else goal.x), space.y(goal.y)
        wishes.append((Wish(goal.label if named else goal.short, x, y, y, rows=FAR), "pb-chart__value"))
    wishes += [(_at(space, last, label, FAR if named else NEAR), "pb-chart__value") for last, label in ends[1:]]
    main = plot.traces[0].known if plot.traces else ()
    others = main[:-1] if len(main) <= _ALL_LABELLED and not several else main[:1] if len(main) > 1 else ()
    wishes += [(_at(space, point, point.label), "pb-chart__value") for point in others]
    return wishes


def _at(space: Space, point: Point, label: str, rows: tuple[float, ...] = NEAR) -> Wish:
    """A label at a point, above or below all of it: the interval too."""
    value = point.y or 0.0
    top = space.y(value if point.upper is None else max(value, point.upper))
    bottom = space.y(value if point.lower is None else min(value, point.lower))
    return Wish(label, space.x(point.x), top, bottom, rows=rows)


def _labels(plot: LinePlot, space: Space, end: int) -> list[str]:
    """Labels for phones and for wider pictures; one for both where they agree."""
    bands: list[list[str]] = []
    for least, named in ((NARROW, False), (WIDE, True)):
        bounds = Box(0.0, 1 + end / least, 0.0, space.bottom - 0.1)
        room = Room(least, bounds, _marks(plot, space, least), _segments(plot, space), space.tall)
        wishes = _wishes(plot, space, named=named)
        spots = place([wish for wish, _ in wishes], room)
        bands.append(
            [_label(space, wish, kind, spot) for (wish, kind), spot in zip(wishes, spots, strict=True) if spot]
        )
    narrow, wide = bands
    both = set(narrow) & set(wide)
    return [
        *(piece.format("") for piece in wide if piece in both),
        *(piece.format(" pb-chart__narrow") for piece in narrow if piece not in both),
        *(piece.format(" pb-chart__wide") for piece in wide if piece not in both),
    ]


def _label(space: Space, wish: Wish, kind: str, spot: Spot) -> str:
    """A label, with a place in its class for the widths at which it shows."""
    content = wish.text.replace("{", "{{").replace("}", "}}")
    return text(
        space.written(wish.x), spot.y, content, kind + "{}", anchor="" if spot.anchor == "start" else spot.anchor
    )
