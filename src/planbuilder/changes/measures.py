"""What becomes of a measure: its figures, what is wanted, its target, and the verdict on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planbuilder.changes.change import Aim, Change, Figure, Judged, Place, Standing, Wish
from planbuilder.changes.content import Moved, content
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation, Target
from planbuilder.model.period import Period
from planbuilder.model.priority import MeasureUse, Priority
from planbuilder.verdict import Verdict, judge

HANDLED = frozenset({"observations", "wanted", "target", "breaks"})
"""The fields that are told here."""


@dataclass(frozen=True)
class _State:
    """A measure in one state of the data."""

    measure: Measure
    catalogue: Catalogue
    moved: Moved

    def figure(self, item: Observation) -> Figure:
        return Figure(item, self.measure, self.catalogue.get(self.measure.unit))

    def aim(self, target: Target) -> Aim:
        return Aim(target, self.measure, self.catalogue.get(self.measure.unit))

    @property
    def uses(self) -> dict[str, tuple[Priority, MeasureUse]]:
        return {
            self.moved.get(priority.key, priority.key): (priority, use)
            for priority, use in self.catalogue.uses(self.measure)
        }


def changes(before: Measure, after: Measure, old: Catalogue, new: Catalogue, moved: Moved) -> Iterator[Change]:
    """Everything that changes about a measure that both states have. Both are judged on the newer one's day."""
    first, second = _State(before, old, moved), _State(after, new, {})
    told = [*_figures(first, second)]
    yield from told
    if before.wanted != after.wanted:
        yield Change.of("wanted_changed", after, old=Wish(before.wanted), new=Wish(after.wanted))
    yield from _target(first, second)
    known = {(item.at, item.why.source) for item in before.breaks}
    for item in after.breaks:
        if (item.at, item.why.source) not in known:
            yield Change.of("break_added", after, period=item.at, why=item.why)
    yield from _verdicts(first, second, bool(told))


def _figures(first: _State, second: _State) -> Iterator[Change]:
    before, after = _by_place(first.measure), _by_place(second.measure)
    for words, item in after.items():
        earlier, place = before.get(words), _place(item)
        if earlier is None:
            yield Change.of("figure_added", second.measure, place=place, new=second.figure(item))
        elif content(earlier, first.moved) != content(item, {}):
            yield _changed(first, second, place, earlier, item)
    for words, item in before.items():
        if words not in after:
            # Without the figure: perhaps it goes because it could identify people.
            yield Change.of("figure_removed", second.measure, place=_place(item))


def _changed(first: _State, second: _State, place: Place, earlier: Observation, item: Observation) -> Change:
    if item.suppressed and not earlier.suppressed:
        return Change.of("figure_withheld", second.measure, place=place)
    new = second.figure(item)
    if earlier.suppressed:
        return Change.of("figure_released", second.measure, place=place, new=new)
    shown = ("value", "status", "qualifier")
    if all(getattr(earlier, name) == getattr(item, name) for name in shown):
        return Change.of("figure_details", second.measure, place=place)
    return Change.of("figure_changed", second.measure, place=place, old=first.figure(earlier), new=new)


def _by_place(measure: Measure) -> dict[tuple[Period, str, str], Observation]:
    ordered = sorted(measure.observations, key=lambda item: item.period)
    return {(item.period, str(item.area or ""), str(item.group or "")): item for item in ordered}


def _place(item: Observation) -> Place:
    return Place(item.period, item.area, item.group)


def _target(first: _State, second: _State) -> Iterator[Change]:
    before, after = first.measure.target, second.measure.target
    if content(before, first.moved) == content(after, {}):
        return
    if before is None and after is not None:
        yield Change.of("target_added", second.measure, new=second.aim(after))
    elif before is not None and after is None:
        yield Change.of("target_removed", second.measure, old=first.aim(before))
    elif before is not None and after is not None:
        yield Change.of("target_changed", second.measure, old=first.aim(before), new=second.aim(after))


def _verdicts(first: _State, second: _State, has_new_figures: bool) -> Iterator[Change]:
    """The verdict for each priority that uses the measure in both states; where all are alike, once."""
    today = second.catalogue.today
    pairs = [*_judged(first, second, today)]
    distinct = {(_told(one), _told(other)) for _, one, other in pairs}
    _, before, after = pairs[0]
    if len(distinct) == 1:
        yield from _one_verdict(second.measure, before, after, has_new_figures)
        return
    for priority, before, after in pairs:
        if priority is not None and _told(before)[:2] != _told(after)[:2]:
            old, new = _judged_label(before), _judged_label(after)
            yield Change.of("verdict_changed_for", second.measure, priority=priority.title, old=old, new=new)


def _judged(first: _State, second: _State, today: date) -> Iterator[tuple[Priority | None, Verdict, Verdict]]:
    before, after = first.uses, second.uses
    both = [key for key in after if key in before]
    for key in both:
        priority, use = after[key]
        yield priority, judge(first.measure, before[key][1], today), judge(second.measure, use, today)
    if not both:
        yield None, judge(first.measure, None, today), judge(second.measure, None, today)


def _told(verdict: Verdict) -> tuple[object, ...]:
    """What the labels of a verdict depend on."""
    return verdict.direction, verdict.movement.provisional, verdict.target, verdict.goal.provisional


def _judged_label(verdict: Verdict) -> Judged:
    return Judged(verdict.direction, verdict.movement.provisional)


def _standing(verdict: Verdict) -> Standing:
    return Standing(verdict.target, verdict.goal.provisional)


def _one_verdict(measure: Measure, before: Verdict, after: Verdict, has_new_figures: bool) -> Iterator[Change]:
    old, new = _judged_label(before), _judged_label(after)
    if _told(before)[:2] != _told(after)[:2]:
        yield Change.of("verdict_changed", measure, old=old, new=new)
    elif has_new_figures:
        yield Change.of("verdict_stays", measure, new=new)
    if _told(before)[2:] != _told(after)[2:]:
        yield Change.of("target_result_changed", measure, old=_standing(before), new=_standing(after))
