"""Whether a target is met: the second of a verdict's two results. It compares values; chance plays no part in it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from planbuilder.model.measure import Measure, Observation, Target, Trajectory, Wanted
from planbuilder.model.period import Period
from planbuilder.model.priority import MeasureUse
from planbuilder.verdict.comparison import Reason, break_between, observed, same_dates
from planbuilder.verdict.direction import is_provisional

TargetResult = Literal["met", "missed", "not_due", "on_track", "off_track", "none", "cannot_tell"]

Aim = Literal["at_most", "at_least", "equal"]
"""On which side of its value a target is met."""

_INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Goal:
    """How a target stands, and all that it rests on.

    `value` is what is to be reached, in the measure's unit, computed where the target is a change in per cent.
    `by` is the period it is due in, None for every period. `observed` is the value that was judged, and `step` the
    point of the trajectory that it was judged by, for `on_track` and `off_track`.
    """

    result: TargetResult
    target: Target | None = None
    aim: Aim | None = None
    value: Decimal | None = None
    by: Period | None = None
    observed: Observation | None = None
    step: Trajectory | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether it rests on a value that may still change."""
        return self.observed is not None and is_provisional(self.observed)


def judge_target(measure: Measure, use: MeasureUse | None, wanted: Wanted, today: date) -> Goal:
    """How a measure stands against the target of a plan's use of it, or else its own, on a day.

    A target is judged by the value of the period it is due in; before that, by the latest step of its trajectory.
    """
    own = use.target if use else None
    target = own or measure.target
    if target is None and not measure.trajectory:
        return Goal("none")
    aim = _aim(target, wanted)
    if aim is None:
        return Goal("cannot_tell", target, by=target.by if target else None, reasons=("nothing_wanted",))
    if target is None:
        return _on_the_way(measure, Goal("not_due", None, aim))
    value = _value(measure, target)
    if isinstance(value, str):
        return Goal("cannot_tell", target, aim, by=target.by, reasons=(value,))
    goal = Goal("cannot_tell", target, aim, value, target.by)
    judged = _due(measure, target)
    if judged:
        return _reached(goal, judged)
    if target.by is None:
        return _cannot_tell(goal, "no_data")
    if today > target.by.end:
        return _cannot_tell(goal, "not_published")
    waiting = replace(goal, result="not_due")
    # A trajectory leads to the measure's own target, not to one that a plan sets instead.
    return waiting if own and own != measure.target else _on_the_way(measure, waiting)


def _aim(target: Target | None, wanted: Wanted) -> Aim | None:
    """The side on which a target is met. Where nothing is wanted, a change in per cent still has a sign."""
    match wanted:
        case "decrease":
            return "at_most"
        case "increase":
            return "at_least"
        case "maintain":
            return "equal"
        case "monitor":
            pass
    if target and target.change:
        return "at_least" if target.change > 0 else "at_most"
    return None


def _value(measure: Measure, target: Target) -> Decimal | Reason:
    """What is to be reached, in the measure's unit."""
    if target.value is not None:
        return target.value
    baseline = observed(measure.baseline, measure.series) if measure.baseline else None
    if baseline is None:
        return "baseline_missing"
    if baseline.value is None:
        return "suppressed"
    if measure.inconsistent:
        return "inconsistent_recording"
    last = target.by or measure.series[-1].period
    if break_between(measure, baseline.period, last):
        return "break_between"
    return baseline.value * (100 + (target.change or 0)) / 100


def _due(measure: Measure, target: Target) -> Observation | None:
    """The observation that a target is judged by, if it is there."""
    finished = [item for item in measure.series if not _is_unfinished(measure, item)]
    if target.by is None:
        return finished[-1] if finished else None
    due = [item for item in finished if same_dates(item.period, target.by)]
    if not due and measure.kind not in ("count", "currency"):
        # A share or rate of the last quarter stands for the year it closes; a number of events does not.
        due = [item for item in finished if item.period.start > target.by.start and item.period.end == target.by.end]
    return due[-1] if due else None


def _is_unfinished(measure: Measure, item: Observation) -> bool:
    """Whether a value is a part of a number that still grows."""
    return item.status == "year_to_date" and (
        measure.kind in ("count", "currency") or item.period.kind in ("year", "financial_year")
    )


def _reached(goal: Goal, judged: Observation) -> Goal:
    outcome = _meets(goal, goal.value, judged)
    if outcome is None:
        return _cannot_tell(goal, "suppressed" if judged.suppressed else "only_a_bound", judged)
    return replace(goal, result="met" if outcome else "missed", observed=judged)


def _on_the_way(measure: Measure, goal: Goal) -> Goal:
    """On or off the trajectory, by its latest step that has a value; as it was where there is none."""
    for step in sorted(measure.trajectory, key=lambda item: item.period, reverse=True):
        found = observed(step.period, measure.series)
        if found is None or _is_unfinished(measure, found):
            continue
        outcome = _meets(goal, step.value, found)
        if outcome is not None:
            return replace(goal, result="on_track" if outcome else "off_track", observed=found, step=step)
    return goal


def _meets(goal: Goal, wanted: Decimal | None, judged: Observation) -> bool | None:
    """Whether a value is on the right side of what is wanted; None where it is withheld or its bound settles nothing.

    A published bound is a range that is open on one side: over 1,800 meets a target of at least 1,500, misses one of
    at most 1,500 and says nothing about one of at least 2,000.
    """
    if judged.value is None or wanted is None:
        return None
    tolerance = (goal.target.tolerance if goal.target else None) or Decimal(0)
    highest = _INFINITY if goal.aim == "at_least" else wanted + tolerance
    lowest = -_INFINITY if goal.aim == "at_most" else wanted - tolerance
    low = -_INFINITY if judged.qualifier in ("under", "at_most") else judged.value
    high = _INFINITY if judged.qualifier in ("over", "at_least") else judged.value
    if lowest <= low and high <= highest:
        return True
    return False if low > highest or high < lowest else None


def _cannot_tell(goal: Goal, reason: Reason, judged: Observation | None = None) -> Goal:
    return replace(goal, result="cannot_tell", observed=judged, reasons=(reason,))
