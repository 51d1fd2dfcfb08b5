"""Finding room for labels, so that none covers a mark or another label.

Heights are in em, places across in shares of the picture's width. A label grows from its anchor, so whatever is
free in the narrowest picture stays free in every wider one: one search at the least width settles them all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from planbuilder.charts.measuring import width

ASCENT, DESCENT = 0.95, 0.3
_AIR = 0.3
"""Free space kept at either side of a label, in em."""
NEAR = (-0.7, 1.45, -1.3, 2.0)
FAR = (*NEAR, -1.9, 2.6)
"""Baselines to try, from the mark: just above, just below, then a little further away. A label that names its line
may stand further off than one that is only a value."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: across in shares, down in em."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight piece of a line."""

    x1: float
    y1: float
    x2: float
    y2: float

    def crosses(self, box: Box) -> bool:
        """Whether the piece runs through a rectangle."""
        if self.x2 < box.left > self.x1 or self.x2 > box.right < self.x1:
            return False
        if self.y2 < box.top > self.y1 or self.y2 > box.bottom < self.y1:
            return False
        enter, leave = 0.0, 1.0
        for start, delta, low, high in (
            (self.x1, self.x2 - self.x1, box.left, box.right),
            (self.y1, self.y2 - self.y1, box.top, box.bottom),
        ):
            if abs(delta) < 1e-12:
                if not low <= start <= high:
                    return False
                continue
            first, second = sorted(((low - start) / delta, (high - start) / delta))
            enter, leave = max(enter, first), min(leave, second)
        return enter <= leave


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that would like to stand at a mark, which reaches from `top` to `bottom`.

    Rows are baselines: negative ones above the top, others below the bottom. Rows and anchors are tried in order.
    """

    text: str
    x: float
    top: float
    bottom: float
    anchors: tuple[str, ...] = ("middle", "end", "start")
    rows: tuple[float, ...] = NEAR


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label may stand: its baseline, and which side of it is fixed."""

    y: float
    anchor: str
    box: Box


@dataclass(frozen=True, slots=True)
class Room:
    """The space for labels: its least width in em, how far labels may reach, and what must stay visible."""

    width: float
    bounds: Box
    boxes: Sequence[Box]
    segments: Sequence[Segment]
    tall: float = 1.0
    """How much taller than Latin the script is."""


def _box(wish: Wish, anchor: str, reach: float, baseline: float, room: Room) -> Box:
    left, right = reaching(wish.x, anchor, reach)
    return Box(left, right, baseline - ASCENT * room.tall, baseline + DESCENT * room.tall)


def reaching(x: float, anchor: str, reach: float) -> tuple[float, float]:
    """From where to where a label goes that is anchored at a place."""
    match anchor:
        case "start":
            return x, x + reach
        case "end":
            return x - reach, x
    return x - reach / 2, x + reach / 2


def _free(box: Box, room: Room, taken: list[Box]) -> bool:
    bounds = room.bounds
    if box.left < bounds.left or box.right > bounds.right or box.top < bounds.top or box.bottom > bounds.bottom:
        return False
    if any(box.meets(other) for other in taken) or any(box.meets(other) for other in room.boxes):
        return False
    return not any(segment.crosses(box) for segment in room.segments)


def place(wishes: Sequence[Wish], room: Room) -> list[Spot | None]:
    """A spot for each label, the first ones choosing first; None where there is no room without covering a mark."""
    taken: list[Box] = []
    spots: list[Spot | None] = []
    for wish in wishes:
        spot, reach = None, (width(wish.text) + _AIR) / room.width
        for row, anchor in product(wish.rows, wish.anchors):
            baseline = (wish.top if row < 0 else wish.bottom) + row * room.tall
            box = _box(wish, anchor, reach, baseline, room)
            if _free(box, room, taken):
                spot = Spot(baseline, anchor, box)
                taken.append(box)
                break
        spots.append(spot)
    return spots


def thinned(places: Sequence[tuple[float, str]], least: float) -> set[int]:
    """Which of a row of centred labels can stand without touching in a picture of a width; the last one always."""
    kept: set[int] = set()
    free_until = float("inf")
    for index in range(len(places) - 1, -1, -1):
        x, label = places[index]
        half = (width(label) + 1.0) / 2 / least
        if x + half <= free_until:
            kept.add(index)
            free_until = x - half
    return kept
