"""Worked examples of the rules, from the measures that are really published."""

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.priority import MeasureUse, Priority
from planbuilder.verdict.comparison import Reason
from planbuilder.verdict.direction import Direction
from planbuilder.verdict.target import TargetResult
from planbuilder.verdict.verdict import Verdict, judge


@dataclass(frozen=True, slots=True)
class Example:
    """A measure whose verdict shows one result; `use` and `priority` where a plan's use of it was judged.

    `reason` tells apart the examples of what cannot be told. `sensitive`: the page that shows it needs a quick exit.
    """

    direction: Direction | None
    target: TargetResult | None
    reason: Reason | None
    measure: Measure
    verdict: Verdict
    use: MeasureUse | None
    priority: Priority | None
    sensitive: bool


_ORDER: tuple[Direction, ...] = ("improving", "getting_worse", "higher", "lower", "no_clear_change", "cannot_tell")
_TARGET_ORDER: tuple[TargetResult, ...] = ("met", "missed", "on_track", "off_track", "not_due")


def examples(catalogue: Catalogue) -> tuple[Example, ...]:
    """One measure for each direction, each reason why none can be told, and each state of a target that is found.

    Measures that are not sensitive come first, then by key, so that the choice stays the same from build to build.
    """
    judged = tuple(_judged(catalogue))
    found: dict[tuple[Direction | None, Reason | None, TargetResult | None], Example] = {}
    for measure, use, priority, verdict, sensitive in judged:
        reason = verdict.reasons[0] if verdict.reasons else None
        shown = measure, verdict, use, priority, sensitive
        of_direction = (verdict.direction, reason, None)
        if of_direction not in found:
            found[of_direction] = Example(verdict.direction, None, reason, *shown)
        of_target = (None, None, verdict.target)
        if verdict.target in _TARGET_ORDER and of_target not in found:
            found[of_target] = Example(None, verdict.target, None, *shown)
    return tuple(sorted(found.values(), key=_place))


def _judged(catalogue: Catalogue) -> Iterator[tuple[Measure, MeasureUse | None, Priority | None, Verdict, bool]]:
    """Each measure by itself, then as each priority uses it; sensitive ones last."""
    for sensitive in (False, True):
        for measure in catalogue.all(Measure):
            if catalogue.sensitive(measure) == sensitive:
                yield measure, None, None, judge(measure, None, catalogue.today), sensitive
                for priority, use in catalogue.uses(measure):
                    yield measure, use, priority, judge(measure, use, catalogue.today), sensitive


def _place(example: Example) -> tuple[int, str, int]:
    direction = _ORDER.index(example.direction) if example.direction else len(_ORDER)
    target = _TARGET_ORDER.index(example.target) if example.target else 0
    return direction, example.reason or "", target
