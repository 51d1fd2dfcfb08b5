"""The one comparison that decides: which two values, and what forbids to compare them."""

from dataclasses import dataclass
from typing import Literal, get_args

from planbuilder.model.measure import Measure, Observation, SeriesBreak
from planbuilder.model.period import Period
from planbuilder.verdict.change import Change

Basis = Literal["baseline", "year_before", "earlier_year"]
"""What the latest value is compared with: the baseline, the same months a year before, or, where that year was
never published, the same months of the nearest earlier year."""

Reason = Literal[
    "no_data",
    "only_parts",
    "one_point",
    "only_baseline",
    "baseline_missing",
    "no_year_before",
    "suppressed",
    "inconsistent_recording",
    "break_between",
    "different_length",
    "different_season",
    "overlapping",
    "only_a_bound",
    "open_survey",
    "no_counts",
    "no_denominator",
    "no_limits",
    "too_few",
    "nothing_wanted",
    "not_published",
]
"""Why something cannot be told. The last two are about targets only."""

REASONS: tuple[Reason, ...] = get_args(Reason)

UNTESTABLE: frozenset[Reason] = frozenset({"no_counts", "no_denominator", "no_limits", "too_few"})
"""Reasons that leave two values comparable: they moved, but whether by chance nobody can tell."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values of one series; `change` is None where one of them is withheld."""

    latest: Observation
    reference: Observation
    basis: Basis
    change: Change | None


@dataclass(frozen=True, slots=True)
class Choice:
    """The values that a verdict rests on, as far as there are any, and what forbids to compare them."""

    latest: Observation | None
    comparison: Comparison | None
    reasons: tuple[Reason, ...]


def choose(measure: Measure) -> Choice:
    """The deciding comparison: the latest value with the baseline, otherwise with the same months a year before.

    A year that is not over yet is compared only where the same part of an earlier year is known: otherwise the
    last finished period is the latest.
    """
    if not measure.series:
        return Choice(None, None, ("only_parts" if measure.observations else "no_data",))
    series = tuple(item for item in measure.series if not _is_part_of_unknown_length(item))
    if not series:
        return Choice(measure.series[-1], None, ("one_point",))
    choice = _choice(measure, series)
    if choice.reasons and series[-1].status == "year_to_date" and len(series) > 1:
        finished = tuple(item for item in series if item.status != "year_to_date")
        return _choice(measure, finished) if finished else choice
    return choice


def _choice(measure: Measure, series: tuple[Observation, ...]) -> Choice:
    latest = series[-1]
    found = _against_baseline(measure.baseline, series) if measure.baseline else _against_year_before(series)
    if isinstance(found, str):
        withheld: tuple[Reason, ...] = ("suppressed",) if latest.suppressed else ()
        return Choice(latest, None, (*withheld, found))
    reference, basis = found
    change = None
    if latest.value is not None and reference.value is not None:
        change = Change.between(measure.kind, reference.value, latest.value)
    comparison = Comparison(latest, reference, basis, change)
    return Choice(latest, comparison, _obstacles(measure, reference, latest))


def _against_baseline(baseline: Period, series: tuple[Observation, ...]) -> tuple[Observation, Basis] | Reason:
    reference = observed(baseline, series)
    if reference is None:
        return "baseline_missing"
    if not reference.period < series[-1].period:
        return "only_baseline"
    return reference, "baseline"


def _against_year_before(series: tuple[Observation, ...]) -> tuple[Observation, Basis] | Reason:
    latest = series[-1].period
    same_months = [
        item
        for item in series[:-1]
        if item.period.months == latest.months
        and item.period.start.month == latest.start.month
        and item.period.start.year < latest.start.year
    ]
    if same_months:
        reference = same_months[-1]
        is_adjacent = reference.period.start.year == latest.start.year - 1
        return reference, "year_before" if is_adjacent else "earlier_year"
    earlier = [item.period for item in series[:-1] if not same_dates(item.period, latest)]
    if not earlier:
        return "one_point"
    return "no_year_before" if any(item.months == latest.months for item in earlier) else "different_length"


def _obstacles(measure: Measure, earlier: Observation, later: Observation) -> tuple[Reason, ...]:
    """What forbids to compare two values, the most telling first."""
    first, second = earlier.period, later.period
    alike = first.months == second.months
    tests: tuple[tuple[Reason, bool], ...] = (
        ("suppressed", earlier.value is None or later.value is None),
        ("inconsistent_recording", measure.inconsistent is not None),
        ("break_between", break_between(measure, first, second) is not None),
        ("different_length", not alike),
        ("different_season", alike and first.months % 12 != 0 and first.start.month != second.start.month),
        ("overlapping", alike and first.end >= second.start),
        ("only_a_bound", is_bound(earlier) or is_bound(later)),
        ("open_survey", measure.sample == "open"),
    )
    return tuple(reason for reason, applies in tests if applies)


def break_between(measure: Measure, earlier: Period, later: Period) -> SeriesBreak | None:
    """The latest break of the series between two periods; one that starts inside the later period is between."""
    crossed = [item for item in measure.breaks if earlier.start < item.at.start <= later.end]
    return max(crossed, key=lambda item: item.at, default=None)


def is_bound(item: Observation) -> bool:
    """Whether the source gives only a bound of the value, such as over 1,800."""
    return item.qualifier in ("over", "under", "at_least", "at_most")


def observed(period: Period, series: tuple[Observation, ...]) -> Observation | None:
    """The observation of exactly these months, however the period is written; the last one of several."""
    return next((item for item in reversed(series) if same_dates(item.period, period)), None)


def same_dates(one: Period, other: Period) -> bool:
    """Whether two periods span the same days: 2015/16 and the twelve months to March 2016."""
    return (one.start, one.end) == (other.start, other.end)


def _is_part_of_unknown_length(item: Observation) -> bool:
    """A year to date that is filed under its whole year: nobody knows how much of it has passed."""
    return item.status == "year_to_date" and item.period.kind in ("year", "financial_year")
