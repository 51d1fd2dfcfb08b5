"""Whether a withheld number can be worked out from those that are published.

Every total with its parts is an equation, every withheld number an unknown in it. A number is given away when the
equations together leave it no choice – also where no single total does, as in tables by area and group. And numbers
that are withheld together are given away when their sum is as small as those that must not be published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.source.checks.figures import year_before
from planbuilder.source.checks.finding import Finding

Part = Literal["area", "group", "period"]
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class _Sum:
    """A whole and its parts, by their places among the observations. Without a whole the parts are 100 per cent."""

    part: Part
    parts: tuple[int, ...]
    whole: int | None

    @property
    def members(self) -> tuple[int, ...]:
        """Everything that stands in the equation."""
        return self.parts if self.whole is None else (*self.parts, self.whole)


def derivable_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """No withheld number follows from totals, from parts, from shares or from a change that the source states."""
    for measure in catalogue.all(Measure):
        if any(item.suppressed for item in measure.observations):
            yield from _from_sums(measure)
            yield from _from_changes(measure)


def _from_sums(measure: Measure) -> Iterator[Finding]:
    sums = list(_sums(measure))
    found = set()
    for one in sums:
        hidden = [place for place in one.members if measure.observations[place].suppressed]
        if len(hidden) == 1:
            found.add(hidden[0])
            yield _finding(measure, hidden[0], *_follows(one, hidden[0]))
        elif together := _too_small_together(measure, one, hidden):
            yield _finding(measure, hidden[0], together, f"suppress one more {one.part}, or the total, as well")
    for place in sorted(_determined(measure, sums) - found):
        sentence = "this number follows from the totals and the other figures, taken together"
        yield _finding(measure, place, sentence, "suppress one more number of the same area, group or period as well")


def _finding(measure: Measure, place: int, sentence: str, remedy: str) -> Finding:
    return Finding(measure.key, ("observations", place), sentence, remedy, "error")


def _follows(one: _Sum, hidden: int) -> tuple[str, str]:
    if hidden == one.whole:
        return f"this total follows from its {one.part}s", f"suppress one of the {one.part}s as well"
    if one.whole is None:
        return (
            f"the {one.part}s make 100 per cent, so this share follows from the others",
            f"suppress another {one.part}",
        )
    others = "periods in it" if one.part == "period" else f"{one.part}s of the period"
    return (
        f"this number follows from the total and the other {others}",
        f"suppress a second {one.part}, or the total, as well",
    )


def _too_small_together(measure: Measure, one: _Sum, hidden: list[int]) -> str | None:
    """What is left of the total for the withheld parts, where that alone is too small to be known."""
    if measure.suppress_below is None or one.whole is None or one.whole in hidden or not hidden:
        return None
    amounts = {place: _amount(measure, measure.observations[place]) for place in one.members if place not in hidden}
    rest = (amounts.pop(one.whole) or Decimal(0)) - sum(
        (amount or Decimal(0) for amount in amounts.values()), Decimal(0)
    )
    if not 0 < rest < measure.suppress_below:
        return None
    return f"the withheld {one.part}s are {rest.normalize():f} together, which is less than {measure.suppress_below}"


def _determined(measure: Measure, sums: list[_Sum]) -> set[int]:
    """The unknowns that have only one solution: by elimination, in exact fractions."""
    rows: list[dict[int, Fraction]] = []
    for one in sums:
        row = {place: Fraction(1) for place in one.parts} | ({} if one.whole is None else {one.whole: Fraction(-1)})
        row = {place: factor for place, factor in row.items() if measure.observations[place].suppressed}
        for known in rows:
            _eliminate(row, known)
        if row:
            for known in rows:
                _eliminate(known, row)
            rows.append(row)
    return {next(iter(row)) for row in rows if len(row) == 1}


def _eliminate(row: dict[int, Fraction], other: dict[int, Fraction]) -> None:
    """Take as much of another equation from this one as removes that one's first unknown."""
    pivot = next(iter(other))
    if pivot not in row or row is other:
        return
    share = row[pivot] / other[pivot]
    for place, factor in other.items():
        left = row.get(place, Fraction(0)) - share * factor
        if left:
            row[place] = left
        else:
            row.pop(place, None)


def _amount(measure: Measure, item: Observation) -> Decimal | None:
    """How many people or cases an observation is about, where that is known; None where it is withheld or not given."""
    if item.value is None or measure.kind == "count":
        return item.value
    return None if item.denominator is None else item.value * item.denominator / _HUNDRED


def _sums(measure: Measure) -> Iterator[_Sum]:
    """The equations that everybody can set up. Rates, scores and durations don't add up."""
    if measure.kind not in ("count", "percentage"):
        return
    for one in (*_over(measure, "area"), *_over(measure, "group"), *_cells(measure), *_over_time(measure)):
        if all(item.suppressed or _amount(measure, item) is not None for item in _members(measure, one)):
            yield one
    if measure.kind == "percentage":
        yield from _shares(measure)


def _members(measure: Measure, one: _Sum) -> Iterator[Observation]:
    return (measure.observations[place] for place in one.members)


def _families(measure: Measure, part: Literal["area", "group"]) -> Iterator[list[int]]:
    """Observations of one period that differ in their area only, or in their group only."""
    other = "area" if part == "group" else "group"
    families: dict[tuple[str, str], list[int]] = {}
    for place, item in enumerate(measure.observations):
        families.setdefault((item.period.text, str(getattr(item, other) or "")), []).append(place)
    yield from families.values()


def _over(measure: Measure, part: Literal["area", "group"]) -> Iterator[_Sum]:
    for family in _families(measure, part):
        parts = tuple(place for place in family if getattr(measure.observations[place], part) is not None)
        wholes = [place for place in family if place not in parts]
        if wholes and len(parts) > 1:
            yield _Sum(part, parts, wholes[0])


def _cells(measure: Measure) -> Iterator[_Sum]:
    """A total and its parts by area and group, where there are no sums by area or by group between them."""
    periods: dict[str, list[int]] = {}
    for place, item in enumerate(measure.observations):
        periods.setdefault(item.period.text, []).append(place)
    for places in periods.values():
        parts, wholes, between = [], [], False
        for place in places:
            item = measure.observations[place]
            if item.area is not None and item.group is not None:
                parts.append(place)
            elif item.area is None and item.group is None:
                wholes.append(place)
            else:
                between = True
        if wholes and len(parts) > 1 and not between:
            yield _Sum("area", tuple(parts), wholes[0])


def _over_time(measure: Measure) -> Iterator[_Sum]:
    """A year and its quarters, a quarter and its months – unless the figures show that they don't add up."""
    found = []
    for whole, item in enumerate(measure.observations):
        lengths: dict[int, list[int]] = {}
        for place, other in enumerate(measure.observations):
            inside = item.period.start <= other.period.start and other.period.end <= item.period.end
            if inside and (other.area, other.group) == (item.area, item.group) and other.period != item.period:
                lengths.setdefault(other.period.months, []).append(place)
        found += [_Sum("period", tuple(places), whole) for places in lengths.values() if _fills(measure, whole, places)]
    return iter([] if any(_fails(measure, one) for one in found) else found)


def _fills(measure: Measure, whole: int, places: list[int]) -> bool:
    """Whether periods follow one another without a gap, from the first day of a longer one to its last."""
    day = measure.observations[whole].period.start
    for period in sorted(measure.observations[place].period for place in places):
        if period.start != day:
            return False
        day = period.end + timedelta(days=1)
    return day == measure.observations[whole].period.end + timedelta(days=1)


def _fails(measure: Measure, one: _Sum) -> bool:
    """Whether all of an equation is known, and it is wrong."""
    amounts = [_amount(measure, item) for item in _members(measure, one)]
    known = [amount for amount in amounts if amount is not None]
    return len(known) == len(amounts) and abs(sum(known[:-1], Decimal(0)) - known[-1]) > len(known) - 1


def _shares(measure: Measure) -> Iterator[_Sum]:
    """Parts of 100 per cent: those that have made 100 in another period, or stand beside a total of 100."""
    parts: tuple[Literal["area", "group"], ...] = ("area", "group")
    for part in parts:
        whole_sets, open_sets = set(), []
        for family in _families(measure, part):
            items = {place: measure.observations[place] for place in family}
            members = {place: item for place, item in items.items() if getattr(item, part) is not None}
            names = frozenset(str(getattr(item, part)) for item in members.values())
            values = [item.value for item in members.values() if item.value is not None]
            rounding = Decimal(len(members)).scaleb(-measure.decimals) / 2
            total = any(item.value == _HUNDRED for place, item in items.items() if place not in members)
            if total or (len(values) == len(members) > 1 and abs(sum(values, Decimal(0)) - _HUNDRED) <= rounding):
                whole_sets.add(names)
            if len(values) < len(members) and len(members) > 1:
                open_sets.append((names, tuple(members)))
        yield from (_Sum(part, places, None) for names, places in open_sets if names in whole_sets)


def _from_changes(measure: Measure) -> Iterator[Finding]:
    by_period = {item.period: item for item in measure.series}
    for index, stated in enumerate(measure.stated_changes):
        last = by_period.get(stated.last)
        first = by_period.get(stated.first or year_before(stated.last, by_period) or stated.last)
        if not first or not last or first.suppressed == last.suppressed:
            continue
        if stated.percent is not None or stated.difference is not None:
            hidden, known = (first, last) if first.suppressed else (last, first)
            sentence = f"with {known.period.text} this change gives the withheld number of {hidden.period.text}"
            remedy = "leave the change out, and its number out of the text"
            yield Finding(measure.key, ("stated_changes", index), sentence, remedy, "error")
