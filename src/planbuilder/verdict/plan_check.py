"""Whether a plan can be checked: what its measures have, and what they lack."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.model.priority import MeasureUse, Priority
from planbuilder.verdict.verdict import Verdict, judge

Feature = Literal["figures", "comparison", "baseline", "target", "target_date", "next_update"]
"""At least one figure; two that may be compared; a named starting point; a target; the date it is due; the date of
the next figures."""

FEATURES: tuple[Feature, ...] = get_args(Feature)


@dataclass(frozen=True, slots=True)
class MeasureCheck:
    """A measure as a plan's priority uses it, and what it has of what a check needs."""

    measure: Measure
    use: MeasureUse
    verdict: Verdict
    has: frozenset[Feature]

    @property
    def lacks(self) -> tuple[Feature, ...]:
        """What is missing, in the order of `FEATURES`."""
        return tuple(feature for feature in FEATURES if feature not in self.has)


@dataclass(frozen=True, slots=True)
class Checkability:
    """The measures of a plan, each once, and the priorities that have none."""

    checks: tuple[MeasureCheck, ...]
    without_measures: tuple[Priority, ...]

    @property
    def total(self) -> int:
        """How many measures the plan uses."""
        return len(self.checks)

    @property
    def judged(self) -> int:
        """Of how many the numbers allow to say anything."""
        return sum(check.verdict.can_be_judged for check in self.checks)

    def having(self, feature: Feature) -> int:
        """How many measures have a feature."""
        return sum(feature in check.has for check in self.checks)


def check_measure(measure: Measure, use: MeasureUse, today: date) -> MeasureCheck:
    """What one measure has, as a priority uses it."""
    verdict = judge(measure, use, today)
    target = use.target or measure.target
    present: dict[Feature, bool] = {
        "figures": any(item.value is not None for item in measure.series),
        "comparison": verdict.movement.comparable,
        "baseline": measure.baseline is not None,
        "target": target is not None or bool(measure.trajectory),
        "target_date": (target is not None and target.by is not None) or bool(measure.trajectory),
        "next_update": measure.next_update is not None,
    }
    return MeasureCheck(measure, use, verdict, frozenset(feature for feature in FEATURES if present[feature]))


def checkability(plan: Plan, catalogue: Catalogue) -> Checkability:
    """How far a plan can be checked today. A measure that several priorities use counts once, as the first uses it."""
    priorities = catalogue.priorities(plan)
    uses: dict[str, MeasureUse] = {}
    for priority in priorities:
        for use in priority.measures:
            uses.setdefault(use.measure, use)
    checks = tuple(check_measure(catalogue.get(use.measure), use, catalogue.today) for use in uses.values())
    return Checkability(checks, tuple(priority for priority in priorities if not priority.measures))
