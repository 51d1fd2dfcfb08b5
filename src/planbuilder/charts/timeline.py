"""What in a series can be joined by a line, and what can be compared with its latest figure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from planbuilder.model.measure import Measure, Observation, Target
from planbuilder.model.period import Period
from planbuilder.verdict.comparison import break_between, observed


def place(period: Period) -> float:
    """Where a period stands in time, in days: its middle; its end for twelve months up to a month."""
    if period.kind == "rolling_year":
        return float(period.end.toordinal())
    return (period.start.toordinal() + period.end.toordinal()) / 2


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def alike(first: Observation, second: Observation) -> bool:
    """Whether two observations cover periods of one kind and length, both whole (or both so far)."""
    return (first.period.kind, first.period.months, first.status == "year_to_date") == (
        second.period.kind,
        second.period.months,
        second.status == "year_to_date",
    )


def broken(first: Observation, second: Observation, measure: Measure) -> bool:
    """Whether a break in the measure's series lies between two observations."""
    return break_between(measure, first.period, second.period) is not None


def joins(observations: Sequence[Observation], measure: Measure) -> tuple[bool, ...]:
    """For each observation, whether a line leads to it from the one before it.

    None leads over a gap (a step longer than the series' usual one), a break, a withheld value or to a period of
    another length: what is not known is not drawn.
    """
    pairs = list(pairwise(observations))
    steps = [_months_between(first.period.end, second.period.end) for first, second in pairs if alike(first, second)]
    usual = min((step for step in steps if step > 0), default=0)
    return (
        False,
        *(
            first.value is not None
            and second.value is not None
            and alike(first, second)
            and _months_between(first.period.end, second.period.end) == usual
            and not broken(first, second, measure)
            for first, second in pairs
        ),
    )[: len(observations)]


def comparable(observations: Sequence[Observation], measure: Measure) -> tuple[Observation, ...]:
    """The stretch that the chart's sentence is about: known, of one length, on one side of every break.

    It ends with the latest observation that has another to be compared with; with the latest one if none has.
    """
    known = [item for item in observations if item.value is not None]
    for latest in reversed(known):
        run = tuple(
            item
            for item in known
            if not latest.period < item.period and alike(item, latest) and not broken(item, latest, measure)
        )
        if len(run) > 1:
            return run
    return tuple(known[-1:])


def missing(observations: Sequence[Observation]) -> tuple[Period, ...]:
    """Years that a yearly series leaves out between its first and last. Other kinds of series tell none."""
    periods = [item.period for item in observations]
    kinds = {period.kind for period in periods}
    if len(kinds) != 1 or not kinds <= {"year", "financial_year"}:
        return ()
    present = {period.start.year for period in periods}
    steps = {later - earlier for earlier, later in pairwise(sorted(present))}
    if 1 not in steps:
        return ()
    absent = sorted(set(range(min(present), max(present))) - present)
    return tuple(Period.parse(_year_text(year, financial="financial_year" in kinds)) for year in absent)


def _year_text(year: int, *, financial: bool) -> str:
    return f"{year}/{(year + 1) % 100:02}" if financial else str(year)


def target_value(measure: Measure, target: Target) -> Decimal | None:
    """What a target demands in the measure's unit.

    None for a percentage change without a baseline that it can be taken from: withheld, or across a break.
    """
    if target.value is not None or target.change is None or measure.baseline is None or not measure.series:
        return target.value
    base = observed(measure.baseline, measure.series)
    last = target.by or measure.series[-1].period
    if base is None or base.value is None or measure.inconsistent or break_between(measure, base.period, last):
        return None
    return base.value * (100 + target.change) / 100
