"""The verdict on a measure: two results that are never mixed, with all that they rest on."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from planbuilder.model.measure import Measure, Wanted
from planbuilder.model.priority import MeasureUse
from planbuilder.verdict.comparison import Reason
from planbuilder.verdict.direction import Direction, Movement, move
from planbuilder.verdict.target import Goal, TargetResult, judge_target


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the published numbers allow to say about a measure: its direction, and how its target stands."""

    movement: Movement
    goal: Goal

    @property
    def direction(self) -> Direction:
        """The first result: does it move the way that is wanted?"""
        return self.movement.result

    @property
    def target(self) -> TargetResult:
        """The second result: is the target met?"""
        return self.goal.result

    @property
    def wanted(self) -> Wanted:
        """The change that is wanted: by the plan that uses the measure, or else by the measure."""
        return self.movement.wanted

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the direction cannot be told; empty when it can."""
        return self.movement.reasons

    @property
    def provisional(self) -> bool:
        """Whether either result rests on a value that may still change."""
        return self.movement.provisional or self.goal.provisional

    @property
    def can_be_judged(self) -> bool:
        """Whether the numbers allow to say anything: a direction, or how the target stands."""
        return self.direction != "cannot_tell" or self.target in ("met", "missed", "on_track", "off_track")


@lru_cache(maxsize=65_536)
def judge(measure: Measure, use: MeasureUse | None, today: date) -> Verdict:
    """The verdict on a measure, as one priority uses it or by itself.

    `use` may set a plan's own wanted direction and target; `today` decides whether a target is due.
    """
    wanted = (use.wanted if use else None) or measure.wanted
    return Verdict(move(measure, wanted), judge_target(measure, use, wanted, today))
