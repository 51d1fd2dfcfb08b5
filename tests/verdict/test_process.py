"""What is usual for a long series, and what stands out of it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.model.measure import Measure
from planbuilder.verdict.process import FEWEST_POINTS, latest_signals, limits_of, regular_series

Make = Callable[..., Measure]

CALM = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 10]


def decimals(values: Sequence[int]) -> list[Decimal]:
    """The values as the model holds them."""
    return [Decimal(value) for value in values]


def kinds(values: Sequence[int]) -> list[tuple[str, str]]:
    """The signals of the last value, by kind and side."""
    return [(signal.kind, signal.side) for signal in latest_signals(decimals(values))]


def years(values: Sequence[int], first: int = 2000) -> list[tuple[str, str]]:
    """Values of successive calendar years, as editors write them."""
    return [(str(first + index), str(value)) for index, value in enumerate(values)]


def test_limits_are_the_mean_and_the_average_moving_range() -> None:
    """Worked by hand: mean 13.5, moving ranges 4, 2 and 6, their average 4, so 13.5 ± 2.66 · 4."""
    limits = limits_of(decimals([10, 14, 12, 18]))
    assert limits.mean == Decimal("13.5")
    assert limits.upper == Decimal("13.5") + Decimal("2.66") * 4
    assert limits.lower == Decimal("13.5") - Decimal("2.66") * 4


def test_counts_have_no_limit_below_zero() -> None:
    """A floor cuts the lower limit and leaves the upper one."""
    free, cut = limits_of(decimals([1, 9, 1, 9])), limits_of(decimals([1, 9, 1, 9]), floor=Decimal(0))
    assert free.lower < 0 == cut.lower
    assert free.upper == cut.upper


def test_two_values_have_limits() -> None:
    """One step is enough: 12 ± 2.66 · 4."""
    limits = limits_of(decimals([10, 14]))
    assert (limits.mean, limits.upper, limits.lower) == (Decimal(12), Decimal("22.64"), Decimal("1.36"))


def test_one_value_has_no_limits() -> None:
    """There is no step to the next."""
    with pytest.raises(ValueError, match="two values"):
        limits_of(decimals([1]))


def test_a_calm_series_gives_no_signal() -> None:
    """Nothing stands out of small ups and downs."""
    assert kinds(CALM) == []


def test_a_value_outside_of_the_limits_is_a_signal() -> None:
    """On either side."""
    assert kinds([*CALM, 30])[0] == ("outside", "high")
    assert kinds([*CALM, -10])[0] == ("outside", "low")


def test_seven_values_on_one_side_are_a_signal_and_six_are_not() -> None:
    """The run has to reach the last value."""
    high = [12, 20, 8, 20, 8, 20, 8, 15, 16, 15, 16, 15, 16, 15]
    assert ("one_side", "high") in kinds(high)
    assert kinds([*high[:7], 8, *high[8:]]) == []


def test_seven_rising_values_are_a_signal_and_six_are_not() -> None:
    """Seven values rise in six steps."""
    start = [50, 10, 50, 10, 50, 10, 50]
    assert kinds([*start, 20, 22, 24, 26, 28, 30, 32]) == [("trend", "high")]
    assert kinds([*start, 30, 28, 26, 24, 22, 20, 18]) == [("trend", "low")]
    assert kinds([*start, 32, 22, 24, 26, 28, 30, 32]) == []


def test_a_trend_spans_its_values() -> None:
    """Six steps link seven values, the last one of the series among them."""
    (signal,) = latest_signals(decimals([50, 10, 50, 10, 50, 10, 50, 20, 22, 24, 26, 28, 30, 32]))
    assert (signal.first, signal.last, signal.length) == (7, 13, 7)


def test_two_of_three_in_the_outer_third_are_a_signal_if_the_last_one_is_there() -> None:
    """A value that has come back from the outer third is none."""
    start = [10, 12, 9, 12, 10, 11, 10, 12, 9, 11, 10, 11, 9, 10]
    assert kinds([*start, 15, 15]) == [("two_of_three", "high")]
    assert kinds([*start, 15, 15, 12]) == []
    assert kinds([*start, 11, 15]) == []
    assert kinds([*start, 15, 11, 11, 15]) == []


def test_the_outer_third_begins_at_two_thirds() -> None:
    """With 14 twice the mean is 10.875 and the limit 15.84: 14 lies beyond half of the way, not beyond two thirds."""
    start = [10, 12, 9, 12, 10, 11, 10, 12, 9, 11, 10, 11, 9, 10]
    assert kinds([*start, 14, 14]) == []
    (signal,) = latest_signals(decimals([*start, 15, 15]))
    assert (signal.first, signal.last, signal.length) == (13, 15, 3)


def test_a_series_that_never_changes_gives_no_signal() -> None:
    """Not even of decimals that binary fractions cannot hold."""
    assert latest_signals([Decimal("0.1")] * 20) == ()


@given(st.lists(st.decimals(min_value=-1000, max_value=1000, places=1), min_size=13, max_size=20))
def test_a_mirrored_series_gives_mirrored_signals(values: list[Decimal]) -> None:
    """What is high upside down is low."""
    turned = {"high": "low", "low": "high"}
    mirrored = latest_signals([-value for value in values])
    assert [(s.kind, turned[s.side]) for s in mirrored] == [(s.kind, s.side) for s in latest_signals(values)]


def test_thirteen_years_in_a_row_are_a_series_and_twelve_are_not(measure: Make) -> None:
    """The page says 13."""
    assert len(regular_series(measure(*years(CALM)))) == FEWEST_POINTS == 13
    assert regular_series(measure(*years(CALM[1:]))) == ()


def test_a_gap_starts_the_series_anew(measure: Make) -> None:
    """A missing year, and a withheld one."""
    values = years(CALM)
    assert regular_series(measure(("1998", "10"), *values)) == regular_series(measure(*values))
    withheld = {"period": "2005", "suppressed": "true"}
    assert regular_series(measure(*values[:5], withheld, *values[6:])) == ()


def test_a_break_starts_the_series_anew(measure: Make) -> None:
    """Thirteen years after a break are a series, with one before it twelve are not."""
    values = years([11, *CALM])
    after_first = measure(*values, breaks=[{"at": "2001", "why": "Counted anew."}])
    assert len(regular_series(after_first)) == 13
    assert regular_series(measure(*values, breaks=[{"at": "2002", "why": "Counted anew."}])) == ()


@pytest.mark.parametrize(
    "values",
    [
        [(f"{2000 + index // 4} Q{index % 4 + 1}", "100") for index in range(20)],
        [(f"{2000 + index // 12}-{index % 12 + 1:02}", "100") for index in range(24)],
        [(f"12m to {2000 + index}-03", "100") for index in range(20)],
        years([1, 2, 0, 3, 1, 2, 0, 3, 1, 2, 0, 3, 1]),
    ],
    ids=["quarters", "months", "rolling years", "rare events"],
)
def test_seasonal_rolling_and_rare_series_are_left_alone(measure: Make, values: list[tuple[str, str]]) -> None:
    """Their ups and downs are not those of an XmR chart."""
    assert regular_series(measure(*values)) == ()


def test_inconsistent_recording_and_open_surveys_are_left_alone(measure: Make) -> None:
    """What cannot be compared two by two is no series either."""
    assert regular_series(measure(*years(CALM), inconsistent="Unevenly.")) == ()
    assert regular_series(measure(*years(CALM), sample="open")) == ()
