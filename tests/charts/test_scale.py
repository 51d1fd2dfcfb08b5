"""Scales have round ticks and hold every value."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.charts.scale import scale

VALUES = st.lists(st.floats(-1e15, 1e15).map(lambda value: round(value, 6)), max_size=12)


@given(VALUES)
def test_every_value_is_on_the_scale(values: list[float]) -> None:
    """None is cut off, and the share is a share."""
    found = scale(values)
    assert all(-1e-9 <= found.share(value) <= 1 + 1e-9 for value in values)


@given(VALUES)
def test_ticks_are_few_and_rise(values: list[float]) -> None:
    """From two to nine: an axis, not a ruler."""
    ticks = scale(values).ticks
    assert 2 <= len(ticks) <= 9
    assert list(ticks) == sorted(set(ticks))


@given(VALUES)
def test_bars_start_at_zero(values: list[float]) -> None:
    """Whatever the values are."""
    found = scale(values, bars=True)
    assert found.from_zero
    assert 0 in found.ticks


def test_lines_leave_zero_only_for_small_differences() -> None:
    """91 to 94 per cent does, 57 to 72 does not."""
    assert not scale([91.2, 93.8]).from_zero
    assert scale([57.4, 72.0]).from_zero


def test_ticks_have_the_decimals_they_need() -> None:
    """A step of 0.2 needs one."""
    found = scale([0.0, 0.9])
    assert found.decimals == 1
    assert [str(tick) for tick in found.ticks] == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
