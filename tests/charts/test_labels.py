"""Labels keep off marks and off each other, at every width."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.charts.labels import Box, Room, Segment, Wish, place, reaching, thinned
from planbuilder.charts.measuring import width

PLACES = st.floats(0.04, 0.96)
HEIGHTS = st.floats(1.5, 15.0)
LEAST = 16.0


def _box(x: float, y: float, room: float) -> Box:
    return Box(x - 0.4 / room, x + 0.4 / room, y - 0.4, y + 0.4)


@given(
    points=st.lists(st.tuples(PLACES, HEIGHTS), min_size=2, max_size=9),
    names=st.lists(st.sampled_from(["9", "63.8%", "England 68.9%", "£1,250,000"]), min_size=9, max_size=9),
    wider=st.floats(1.0, 5.0),
)
def test_a_label_placed_on_a_phone_is_free_at_every_width(
    points: list[tuple[float, float]], names: list[str], wider: float
) -> None:
    """What is free in the narrowest picture covers no line, marker or label in any wider one."""
    ordered = sorted(points)
    segments = [Segment(*one, *other) for one, other in pairwise(ordered)]
    bounds = Box(0.0, 1.0, 0.0, 16.0)
    wishes = [Wish(name, x, y, y) for (x, y), name in zip(ordered, names, strict=False)]
    spots = place(wishes, Room(LEAST, bounds, [_box(x, y, LEAST) for x, y in ordered], segments))
    room = LEAST * wider
    boxes: list[Box] = []
    for wish, spot in zip(wishes, spots, strict=True):
        if spot is None:
            continue
        reach = width(wish.text) / room
        box = Box(*reaching(wish.x, spot.anchor, reach), spot.box.top, spot.box.bottom)
        assert not any(segment.crosses(box) for segment in segments)
        assert not any(box.meets(_box(x, y, room)) for x, y in ordered)
        assert not any(box.meets(other) for other in boxes)
        boxes.append(box)


def test_a_label_without_room_is_left_out() -> None:
    """It would cover a mark, and the table has the value."""
    wall = [Segment(0.0, y / 4, 1.0, y / 4) for y in range(64)]
    room = Room(LEAST, Box(0.0, 1.0, 0.0, 16.0), [], wall)
    assert place([Wish("63.8%", 0.5, 8.0, 8.0)], room) == [None]


def test_the_more_important_label_chooses_first() -> None:
    """The second of two labels at one place gives way."""
    room = Room(LEAST, Box(0.0, 1.0, 0.0, 16.0), [], [])
    first, second = place([Wish("63.8%", 0.5, 8.0, 8.0), Wish("64.1%", 0.5, 8.0, 8.0)], room)
    assert first is not None
    assert second is not None
    assert first.y < 8.0 < second.y


@given(labels=st.lists(st.sampled_from(["2016", "2016/17", "April 2016"]), min_size=1, max_size=60), least=PLACES)
def test_ticks_are_thinned_until_none_touch(labels: list[str], least: float) -> None:
    """The latest period always has its label."""
    room = 10 + least * 40
    places = [(index / max(1, len(labels) - 1), label) for index, label in enumerate(labels)]
    kept = sorted(thinned(places, room))
    assert kept[-1] == len(labels) - 1
    for one, other in pairwise(kept):
        gap = places[other][0] - places[one][0]
        assert gap * room >= (width(places[one][1]) + width(places[other][1])) / 2
