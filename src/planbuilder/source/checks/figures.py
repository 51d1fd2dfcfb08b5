"""Checks of a measure's numbers: do they agree with each other and with what the source says of them?"""

from collections.abc import Iterator
from decimal import Decimal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation, StatedChange
from planbuilder.model.period import Period
from planbuilder.source.checks.finding import Finding

_CORRECT = "correct the figure; if the source prints it so, say it in notes:"


def same_period_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """One period, area and group has one value."""
    for measure in catalogue.all(Measure):
        seen: dict[tuple[str, str, str], int] = {}
        for index, item in enumerate(measure.observations):
            place = (item.period.text, item.area.source if item.area else "", item.group.source if item.group else "")
            first = seen.setdefault(place, index)
            if first != index:
                what = ", ".join(part for part in place if part)
                sentence = f"{what} stands here a second time, first as observation {first + 1}"
                yield Finding(measure.key, ("observations", index, "period"), sentence, "keep one of the two")


def out_of_range(catalogue: Catalogue) -> Iterator[Finding]:
    """Counts are not negative, percentages lie between 0 and 100, values between their limits."""
    for measure in catalogue.all(Measure):
        for index, item in enumerate(measure.observations):
            if item.value is not None and (sentence := _range_fault(measure, item)):
                yield Finding(measure.key, ("observations", index, "value"), sentence, _CORRECT)


def _range_fault(measure: Measure, item: Observation) -> str | None:
    value = item.value
    if value is None:
        return None
    if measure.kind in ("count", "percentage", "rate", "duration") and value < 0:
        return f"{value} is less than nothing"
    if measure.kind == "percentage" and value > 100:
        return f"{value} is more than 100 per cent"
    if item.lower is not None and value < item.lower:
        return f"{value} is under its lower limit, {item.lower}"
    if item.upper is not None and value > item.upper:
        return f"{value} is over its upper limit, {item.upper}"
    if _decimals(value) > measure.decimals:
        return f"{value} has more decimals than the measure shows ({measure.decimals})"
    return None


def stated_change(catalogue: Catalogue) -> Iterator[Finding]:
    """A change that the source states is the change that its figures give."""
    for measure in catalogue.all(Measure):
        for index, stated in enumerate(measure.stated_changes):
            found = _change(measure, stated)
            if found is None:
                continue
            first, last = found
            figures = f"{first.value} in {first.period.text} and {last.value} in {last.period.text}"
            loc = ("stated_changes", index)
            yield from _compare(measure, loc, stated, _values(first, last), figures)


def _compare(
    measure: Measure, loc: tuple[str, int], stated: StatedChange, values: tuple[Decimal, Decimal], figures: str
) -> Iterator[Finding]:
    first, last = values
    if stated.percent is not None and first:
        actual = (last - first) / abs(first) * 100
        points = measure.kind == "percentage" and _near(last - first, stated.percent)  # often meant by "per cent"
        if not points and not _near(actual, stated.percent):
            rounded = actual.quantize(Decimal(1).scaleb(-max(1, _decimals(stated.percent))))
            sentence = f"the source says {stated.percent:+} per cent, but {figures} give {rounded:+}"
            yield Finding(measure.key, (*loc, "percent"), sentence, _CORRECT)
    if stated.difference is not None and not _near(last - first, stated.difference):
        sentence = f"the source says {stated.difference:+}, but {figures} give {last - first:+}"
        yield Finding(measure.key, (*loc, "difference"), sentence, _CORRECT)


def _change(measure: Measure, stated: StatedChange) -> tuple[Observation, Observation] | None:
    """The two observations that a stated change is between; None where one is missing or only about right."""
    by_period = {item.period: item for item in measure.series}
    last = by_period.get(stated.last)
    wanted = stated.first or (year_before(stated.last, by_period) if last else None)
    first = by_period.get(wanted) if wanted else None
    if not first or not last or first.value is None or last.value is None or first.qualifier or last.qualifier:
        return None
    return first, last


def _values(first: Observation, last: Observation) -> tuple[Decimal, Decimal]:
    return first.value or Decimal(0), last.value or Decimal(0)


def year_before(period: Period, others: dict[Period, Observation]) -> Period | None:
    """The period of the same kind twelve months earlier, among those that are there."""
    for other in others:
        same = other.kind == period.kind and other.months == period.months
        if same and other.start.replace(year=other.start.year + 1) == period.start:
            return other
    return None


def target_without_baseline(catalogue: Catalogue) -> Iterator[Finding]:
    """A baseline, and a target that is a change, need an observation to start from."""
    for measure in catalogue.all(Measure):
        periods = {item.period for item in measure.series}
        if measure.baseline and measure.baseline not in periods:
            sentence = f"there is no observation for {measure.baseline.text}"
            yield Finding(measure.key, ("baseline",), sentence, "add it to observations, or name another period")


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _near(exact: Decimal, published: Decimal) -> bool:
    """Whether a published figure is the exact one, but for half of its last decimal place."""
    exponent = published.as_tuple().exponent
    return abs(exact - published) <= Decimal(1).scaleb(min(0, exponent) if isinstance(exponent, int) else 0) / 2


CHECKS = (same_period_twice, out_of_range, stated_change, target_without_baseline)
