"""Whether a measure moves the way that is wanted: the first of a verdict's two results."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from planbuilder.model.measure import Measure, Observation, StatedChange, Wanted
from planbuilder.verdict.chance import ALPHA, CLUSTERED_DISPERSION, counts_p, proportions_p, ranges_overlap
from planbuilder.verdict.change import Change
from planbuilder.verdict.change import Movement as Way
from planbuilder.verdict.comparison import UNTESTABLE, Choice, Comparison, Reason, choose
from planbuilder.verdict.process import Limits, Signal, latest_signals, limits_of, regular_series

Direction = Literal["improving", "getting_worse", "higher", "lower", "no_clear_change", "cannot_tell"]

Method = Literal["counts", "proportions", "ranges", "process"]
"""Exact test of two counts, z test of two proportions, overlap of published ranges, process-behaviour limits."""

Unclear = Literal["chance", "small", "usual"]
"""Why a change is not clear: chance may have made it, it is under the minimum, or it is usual for the series."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a change was tested. `p` is None for methods that give a yes or no; dispersion 1 means no allowance."""

    method: Method
    p: float | None = None
    dispersion: float = 1.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A long series against its own usual ups and downs.

    `signal` is what the latest value stands out by. `change` is that of the latest value from the series' mean or,
    for a trend, from the first value of the trend.
    """

    observations: tuple[Observation, ...]
    limits: Limits
    signal: Signal | None
    change: Change


@dataclass(frozen=True, slots=True)
class Movement:
    """The direction, and all that it rests on: a comparison of two values or a pattern of many.

    `way` is where the value clearly went, whatever is wanted: "none" where nothing is clear or can be told.
    """

    result: Direction
    wanted: Wanted
    latest: Observation | None
    comparison: Comparison | None = None
    pattern: Pattern | None = None
    way: Way = "none"
    evidence: Evidence | None = None
    unclear: Unclear | None = None
    reasons: tuple[Reason, ...] = ()
    stated: StatedChange | None = None

    @property
    def change(self) -> Change | None:
        """The change that was judged, or would have been."""
        if self.pattern:
            return self.pattern.change
        return self.comparison.change if self.comparison else None

    @property
    def comparable(self) -> bool:
        """Whether there are values that may be compared, even if no test fits them."""
        return self.change is not None and set(self.reasons) <= UNTESTABLE

    @property
    def provisional(self) -> bool:
        """Whether it rests on a value that may still change."""
        used = [self.latest] if self.latest else []
        if self.comparison:
            used.append(self.comparison.reference)
        return any(is_provisional(item) for item in used)


def is_provisional(item: Observation) -> bool:
    """Whether a value may still change."""
    return item.status in ("provisional", "year_to_date")


def move(measure: Measure, wanted: Wanted) -> Movement:
    """The direction of a measure.

    A long regular series without a baseline is held against its own usual ups and downs (`process`), any other
    by one comparison of two values (`comparison`) and the test that fits its kind (`chance`).
    """
    series = regular_series(measure) if measure.baseline is None else ()
    if series:
        return _by_process(measure, wanted, series)
    choice = choose(measure)
    if choice.comparison is None or choice.comparison.change is None or choice.reasons:
        return _untold(measure, wanted, choice)
    return _by_test(measure, wanted, choice.comparison, choice.comparison.change)


def _untold(measure: Measure, wanted: Wanted, choice: Choice) -> Movement:
    """What there is to say when two values cannot be compared, or there are no two."""
    reasons, stated = choice.reasons, None
    if choice.comparison is None:
        stated = _stated(measure, choice.latest)
    if stated:
        inconsistent: tuple[Reason, ...] = ("inconsistent_recording",) if measure.inconsistent else ()
        reasons = (*inconsistent, "no_counts")
    return Movement("cannot_tell", wanted, choice.latest, choice.comparison, reasons=reasons, stated=stated)


def _stated(measure: Measure, latest: Observation | None) -> StatedChange | None:
    """The newest change that the source states without its values, unless there is a newer value."""
    stated = max(measure.stated_changes, key=lambda item: item.last, default=None)
    if stated and latest and stated.last < latest.period:
        return None
    return stated


def _by_test(measure: Measure, wanted: Wanted, comparison: Comparison, change: Change) -> Movement:
    outcome = _test(measure, comparison.reference, comparison.latest)
    if isinstance(outcome, str):
        return Movement("cannot_tell", wanted, comparison.latest, comparison, reasons=(outcome,))
    evidence, is_clear = outcome
    unclear: Unclear | None = None
    if not is_clear:
        unclear = "chance"
    elif not change.reaches(measure.minimum_change):
        unclear = "small"
    way: Way = "none" if unclear else change.movement
    return Movement(
        _direction(way, wanted), wanted, comparison.latest, comparison, way=way, evidence=evidence, unclear=unclear
    )


def _direction(way: Way, wanted: Wanted) -> Direction:
    """What a clear movement means for those who want something."""
    if way == "none":
        return "no_clear_change"
    match wanted:
        case "decrease":
            return "improving" if way == "down" else "getting_worse"
        case "increase":
            return "improving" if way == "up" else "getting_worse"
        case "maintain" | "monitor":
            return "higher" if way == "up" else "lower"


def _test(measure: Measure, earlier: Observation, later: Observation) -> tuple[Evidence, bool] | Reason:
    """The test that fits what is published, and whether it rules chance out; or what is missing for one."""
    ranges = _range(earlier), _range(later)
    if ranges[0] and ranges[1]:
        return Evidence("ranges"), not ranges_overlap(ranges[0], ranges[1])
    dispersion = CLUSTERED_DISPERSION if measure.clustered else 1.0
    match measure.kind:
        case "count":
            return _test_counts(earlier, later, dispersion)
        case "percentage":
            return _test_percentages(earlier, later, dispersion)
        case "rate":
            return "no_counts"
        case "currency" | "duration" | "score":
            return "no_limits"


def _range(item: Observation) -> tuple[float, float] | None:
    """The published 95 % range, if both ends are."""
    return None if item.lower is None or item.upper is None else (float(item.lower), float(item.upper))


def _test_counts(earlier: Observation, later: Observation, dispersion: float) -> tuple[Evidence, bool] | Reason:
    first, second = _whole(earlier.value), _whole(later.value)
    if first is None or second is None:
        return "no_counts"
    p = counts_p(first, second, dispersion)
    return Evidence("counts", p, dispersion), p < ALPHA


def _whole(value: Decimal | None) -> int | None:
    """A value as a number of events; None for an average or anything else that is no count."""
    return int(value) if value is not None and value >= 0 and value == value.to_integral_value() else None


def _test_percentages(earlier: Observation, later: Observation, dispersion: float) -> tuple[Evidence, bool] | Reason:
    if not _is_proportion(earlier) or not _is_proportion(later):
        return "no_denominator"
    p = proportions_p(
        float(earlier.value or 0), earlier.denominator or 0, float(later.value or 0), later.denominator or 0, dispersion
    )
    return "too_few" if p is None else (Evidence("proportions", p, dispersion), p < ALPHA)


def _is_proportion(item: Observation) -> bool:
    """Whether a percentage is a share of a known number of people or cases."""
    return bool(item.denominator and item.denominator > 0 and item.value is not None and 0 <= item.value <= 100)


def _by_process(measure: Measure, wanted: Wanted, series: tuple[Observation, ...]) -> Movement:
    values = [item.value for item in series if item.value is not None]
    limits = limits_of(values, floor=Decimal(0) if min(values) >= 0 else None)
    pattern = _pattern(measure, series, values, limits, None)
    unclear: Unclear | None = "usual"
    for signal in latest_signals(values):
        pattern = _pattern(measure, series, values, limits, signal)
        unclear = None if pattern.change.reaches(measure.minimum_change) else "small"
        if unclear is None:
            break
    way: Way = "none" if unclear else pattern.change.movement
    return Movement(
        _direction(way, wanted),
        wanted,
        series[-1],
        pattern=pattern,
        way=way,
        evidence=Evidence("process"),
        unclear=unclear,
    )


def _pattern(
    measure: Measure,
    series: tuple[Observation, ...],
    values: list[Decimal],
    limits: Limits,
    signal: Signal | None,
) -> Pattern:
    usual = values[signal.first] if signal and signal.kind == "trend" else limits.mean
    return Pattern(series, limits, signal, Change.between(measure.kind, usual, values[-1]))
