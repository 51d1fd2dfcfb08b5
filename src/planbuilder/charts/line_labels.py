"""What is written beside lines: values, names, targets, breaks."""

from dataclasses import replace

from planbuilder.charts.labels import FAR, NEAR, Box, Room, Segment, Spot, Wish, place
from planbuilder.charts.plot import Goal, LinePlot, Point
from planbuilder.charts.space import NARROW, WIDE, Gutters, Space
from planbuilder.charts.svg import text

_ALL_LABELLED = 7
"""Up to so many points each one shows its value, where there is room."""


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
        wish = Wish(plot.break_label, space.x(place_of), space.top, space.top, ("end", "start"), (-1.0 / space.tall,))
        wishes.append((wish, "pb-chart__note"))
    ends = [
        (trace.known[-1], f"{trace.name} {trace.known[-1].label}" if several and named else trace.known[-1].label)
        for trace in plot.traces
        if trace.known
    ]
    lines = [(_at(space, last, label, FAR if named else NEAR), "pb-chart__value") for last, label in ends]
    goals = [(_at_goal(space, goal, goal.label if named else goal.short), "pb-chart__value") for goal in plot.goals]
    # Where the labels have names, lines go first: a target's label, with its date, is clear from further away.
    wishes += [*lines, *goals] if named else [*lines[:1], *goals, *lines[1:]]
    main = plot.traces[0].known if plot.traces else ()
    others = main[:-1] if len(main) <= _ALL_LABELLED and not several else main[: min(1, len(main) - 1)]
    for index, point in enumerate(others):
        # A value without a name stands right above or below its point, or it would not be clear whose it is.
        anchors = ("middle", "start") if index == 0 else ("middle",)
        wishes.append((replace(_at(space, point, point.label), anchors=anchors), "pb-chart__value"))
    return wishes


def _at(space: Space, point: Point, label: str, rows: tuple[float, ...] = NEAR) -> Wish:
    """A label at a point, above or below all of it: the interval too."""
    value = point.y or 0.0
    top = space.y(value if point.upper is None else max(value, point.upper))
    bottom = space.y(value if point.lower is None else min(value, point.lower))
    return Wish(label, space.x(point.x), top, bottom, rows=rows)


def _at_goal(space: Space, goal: Goal, label: str) -> Wish:
    x, y = space.x(0.5 if goal.x is None else goal.x), space.y(goal.y)
    return Wish(label, x, y, y, rows=FAR)


def draw_labels(plot: LinePlot, space: Space, gutters: Gutters) -> list[str]:
    """Labels for phones and for wider pictures; one for both where they agree."""
    bands: list[list[str]] = []
    segments = _segments(plot, space)
    for picture, named in ((NARROW, False), (WIDE, True)):
        least = gutters.least(picture)
        bounds = Box(0.0, 1 + gutters.end / least, 0.0, space.bottom - 0.1)
        room = Room(least, bounds, _marks(plot, space, least), segments, space.tall)
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
