"""Checks of a measure as a whole: its series, its unit, its targets, and whether anything uses it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation, Target, Wanted
from planbuilder.model.priority import Priority
from planbuilder.model.reference import Reference
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves
from planbuilder.source.tree import Loc

_JUMP = 8
"""So many times more or less than both figures beside it: a digit too many or too few is a factor of about ten."""
_LARGE = 50
"""Smaller numbers than this may well jump."""


def sudden_jumps(catalogue: Catalogue) -> Iterator[Finding]:
    """A value that is far from those beside it may have a digit too many or too few."""
    for measure in catalogue.all(Measure):
        series: dict[tuple[str, str, str, int], list[tuple[int, Observation]]] = {}
        for index, item in enumerate(measure.observations):
            if item.value is not None:
                part = (str(item.area or ""), str(item.group or ""), item.period.kind, item.period.months)
                series.setdefault(part, []).append((index, item))
        for items in series.values():
            yield from _jumps(measure, sorted(items, key=lambda pair: pair[1].period))


def _jumps(measure: Measure, items: list[tuple[int, Observation]]) -> Iterator[Finding]:
    for place, (index, item) in enumerate(items):
        beside = _beside(items, place)
        if len(beside) == 2 and _is_jump(item.value or Decimal(0), [other.value or Decimal(0) for other in beside]):
            if _broken(measure, sorted((item, *beside), key=lambda other: other.period)):
                continue
            told = " and ".join(f"{other.value} in {other.period.text}" for other in beside)
            sentence = f"{item.value} is far from the figures beside it, {told}"
            remedy = "look for a digit too many or too few; if it is right, say so in notes:"
            yield Finding(measure.key, ("observations", index, "value"), sentence, remedy)


def _beside(items: list[tuple[int, Observation]], place: int) -> list[Observation]:
    """The two figures nearest to one: before and after it, or the next two at an end."""
    first = min(max(place - 1, 0), max(len(items) - 3, 0))
    return [item for number, (_, item) in enumerate(items[first : first + 3], first) if number != place]


def _is_jump(value: Decimal, others: list[Decimal]) -> bool:
    least, most = min(others), max(others)
    higher = value >= _LARGE and least > 0 and value >= _JUMP * most
    return higher or (least >= _LARGE and 0 < value * _JUMP <= least)


def _broken(measure: Measure, items: list[Observation]) -> bool:
    """Whether the series breaks between figures, so that they need not be alike."""
    return any(
        one.period.end < gap.at.end <= other.period.end for one, other in pairwise(items) for gap in measure.breaks
    )


def targets(catalogue: Catalogue) -> Iterator[Finding]:
    """A target lies where the change is wanted: below the starting point where a decrease is."""
    for measure in catalogue.all(Measure):
        if measure.target:
            yield from _target(measure, measure.key, ("target",), measure.target, measure.wanted)
    for priority in catalogue.all(Priority):
        for index, use in enumerate(priority.measures):
            measure, target = catalogue.get(use.measure), use.target
            if target:
                yield from _target(
                    measure, priority.key, ("measures", index, "target"), target, use.wanted or measure.wanted
                )


def _target(measure: Measure, key: str, loc: Loc, target: Target, wanted: Wanted) -> Iterator[Finding]:
    if target.value is not None and _decimals(target.value) > measure.decimals:
        sentence = f"{target.value} has more decimals than the measure shows ({measure.decimals})"
        yield Finding(key, (*loc, "value"), sentence, "write more decimals: in the measure, or correct the target")
    if wanted not in ("decrease", "increase"):
        return
    start = next((item.value for item in measure.series if item.period == measure.baseline), None)
    if target.change is not None:
        change, told = target.change, f"{target.change:+} per cent"
    elif target.value is not None and start is not None and measure.baseline:
        change, told = target.value - start, f"{target.value}, after {start} in {measure.baseline.text}"
    else:
        return
    if change > 0 if wanted == "decrease" else change < 0:
        sentence = f"wanted is {wanted}, but the target is {told}"
        yield Finding(key, loc, sentence, "correct the target, or wanted:; if the source has it so, say it in notes:")


def units(catalogue: Catalogue) -> Iterator[Finding]:
    """What is measured in per cent is of the kind percentage, and what is in pounds is money."""
    for measure in catalogue.all(Measure):
        unit = catalogue.get(measure.unit).one.source.casefold()
        if unit in ("per cent", "percent", "%") and measure.kind not in ("percentage", "score"):
            kind = "percentage"
        elif unit in ("pound", "£") and measure.kind != "currency":
            kind = "currency"
        else:
            continue
        sentence = f"the unit is {measure.unit.written}, but the kind is {measure.kind}"
        yield Finding(measure.key, ("unit",), sentence, f"write kind: {kind}, or name another unit")


def comparators(catalogue: Catalogue) -> Iterator[Finding]:
    """What a measure is compared with has no more decimals than it."""
    for measure in catalogue.all(Measure):
        for place, other in enumerate(measure.comparators):
            for index, item in enumerate(other.observations):
                if item.value is not None and _decimals(item.value) > measure.decimals:
                    loc = ("comparators", place, "observations", index, "value")
                    sentence = f"{item.value} has more decimals than the measure shows ({measure.decimals})"
                    yield Finding(
                        measure.key, loc, sentence, "write more decimals: in the measure, or round the figure"
                    )


def unused(catalogue: Catalogue) -> Iterator[Finding]:
    """A measure belongs to something: a priority, a report, an achievement, a text that links to it."""
    named: set[str] = set()
    words: list[str] = []
    for entity in (catalogue.site, *catalogue.entities.values()):
        for _, value in leaves(entity):
            if isinstance(value, Reference):
                named.add(value)
            elif isinstance(value, Text) and "ref:" in value.source:
                words.append(value.source)
    linked = "\n".join(words)
    for measure in catalogue.all(Measure):
        if measure.key not in named and f"ref:{measure.key}" not in linked:
            remedy = "name it under measures: of a priority or a report; if nothing shall use it, say why in notes:"
            yield Finding(measure.key, (), "nothing uses this measure", remedy)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


CHECKS = (sudden_jumps, targets, units, comparators)
HINTS = (unused,)
"""Of the project as a whole: what is not finished, rather than wrong."""
