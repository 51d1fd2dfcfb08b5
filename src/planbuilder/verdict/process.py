"""Process behaviour: what is usual for a long series, and what stands out of it (XmR chart).

Source: D. J. Wheeler, Understanding Variation: the Key to Managing Chaos (2nd ed. 2000). Signals 2 to 4 go back
to the Western Electric Statistical Quality Control Handbook (1956); the run of seven is the length that the
NHS in England uses (Making Data Count).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from planbuilder.model.measure import Measure, Observation
from planbuilder.verdict.comparison import break_between, is_bound

FEWEST_POINTS = 13
"""A shorter series does not show what is usual for it."""

LIMIT_FACTOR = Decimal("2.66")
"""Three standard deviations in moving ranges: 3 / 1.128."""

RUN = 7
"""This many values on one side of the mean, or rising, or falling, are a signal."""

RAREST_MEAN = 5
"""Counts with a mean below this are rare events: their ups and downs are no XmR chart's business."""

SignalKind = Literal["outside", "one_side", "trend", "two_of_three"]
Side = Literal["high", "low"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean of a series and the limits of its usual ups and downs, in the measure's unit."""

    mean: Decimal
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True)
class Signal:
    """Values `first` to `last` (indexes, both included) that chance alone rarely makes.

    For a trend `high` means rising; else the side of the mean on which the values lie.
    """

    kind: SignalKind
    side: Side
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many values it spans."""
        return self.last - self.first + 1


def limits_of(values: Sequence[Decimal], floor: Decimal | None = None) -> Limits:
    """Mean ± 2.66 × the average moving range, in the unit of the values.

    `floor` cuts the lower limit where values cannot go below it, as counts cannot fall below 0.
    Raises ValueError for fewer than two values.
    """
    if len(values) < 2:
        raise ValueError("limits need at least two values")
    mean = sum(values, Decimal()) / len(values)
    moving_range = sum((abs(later - earlier) for earlier, later in pairwise(values)), Decimal()) / (len(values) - 1)
    lower = mean - LIMIT_FACTOR * moving_range
    return Limits(mean, lower if floor is None else max(floor, lower), mean + LIMIT_FACTOR * moving_range)


def latest_signals(values: Sequence[Decimal]) -> tuple[Signal, ...]:
    """The signals that the last value is part of, strongest first.

    1. it lies outside the limits; 2. seven or more values rising or falling, each beyond the one before; 3. seven
    or more on one side of the mean; 4. it and one of the two before it lie in the outer third of the limits.
    """
    limits = limits_of(values)
    found = (_outside(values, limits), _trend(values), _one_side(values, limits), _two_of_three(values, limits))
    return tuple(signal for signal in found if signal)


def _outside(values: Sequence[Decimal], limits: Limits) -> Signal | None:
    last = len(values) - 1
    if values[last] > limits.upper:
        return Signal("outside", "high", last, last)
    return Signal("outside", "low", last, last) if values[last] < limits.lower else None


def _trend(values: Sequence[Decimal]) -> Signal | None:
    return _run([later - earlier for earlier, later in pairwise(values)], "trend", RUN - 1, len(values) - 1)


def _one_side(values: Sequence[Decimal], limits: Limits) -> Signal | None:
    return _run([value - limits.mean for value in values], "one_side", RUN, len(values) - 1)


def _run(signs: Sequence[Decimal], kind: SignalKind, needed: int, last: int) -> Signal | None:
    """The unbroken run of one sign at the end of a list, where it is long enough."""
    up = signs[-1] > 0
    length = 0
    for sign in reversed(signs):
        if sign == 0 or (sign > 0) != up:
            break
        length += 1
    if length < needed:
        return None
    # A trend of six steps links seven values.
    first = last - length + (kind != "trend")
    return Signal(kind, "high" if up else "low", first, last)


def _two_of_three(values: Sequence[Decimal], limits: Limits) -> Signal | None:
    last = len(values) - 1
    side: Side = "high" if values[last] > limits.mean else "low"
    sign = 1 if side == "high" else -1
    outer = (limits.upper - limits.mean) * 2 / 3
    far = [sign * (value - limits.mean) > outer for value in values[-3:]]
    return Signal("two_of_three", side, max(0, last - 2), last) if far[-1] and sum(far) >= 2 else None


def regular_series(measure: Measure) -> tuple[Observation, ...]:
    """The years up to the latest that follow one another without a gap, if they allow an XmR chart; else nothing.

    Not for months and quarters (seasons), rolling years (they share most of their months) or rare events; the
    series starts anew at a break, and there is none where recording is inconsistent.
    """
    series = [item for item in measure.series if item.status != "year_to_date"]
    if measure.inconsistent or measure.sample == "open":
        return ()
    chosen: list[Observation] = []
    for item in reversed(series):
        if not _is_plain_year(item) or (chosen and not _follows(measure, item, chosen[-1])):
            break
        chosen.append(item)
    if len(chosen) < FEWEST_POINTS or _is_rare(measure, chosen):
        return ()
    return tuple(reversed(chosen))


def _is_plain_year(item: Observation) -> bool:
    yearly = item.period.kind in ("year", "financial_year", "span") and item.period.months == 12
    return yearly and item.value is not None and not is_bound(item)


def _follows(measure: Measure, earlier: Observation, later: Observation) -> bool:
    adjacent = earlier.period.end + timedelta(days=1) == later.period.start
    return adjacent and break_between(measure, earlier.period, later.period) is None


def _is_rare(measure: Measure, chosen: Sequence[Observation]) -> bool:
    if measure.kind != "count":
        return False
    total = sum(item.value for item in chosen if item.value is not None)
    return total / len(chosen) < RAREST_MEAN
