"""Whether a measure's next figures are overdue."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from planbuilder.model.measure import Measure

FreshnessState = Literal["expected", "overdue", "unknown"]


@dataclass(frozen=True, slots=True)
class Freshness:
    """Where a measure stands with its next figures. `days` is how long they have been overdue, else 0."""

    state: FreshnessState
    due: date | None = None
    days: int = 0


def freshness(measure: Measure, today: date) -> Freshness:
    """Whether the next figures of a measure are expected, overdue (from the day after they were due) or unknown."""
    if measure.next_update is None:
        return Freshness("unknown")
    days = (today - measure.next_update).days
    return Freshness("overdue", measure.next_update, days) if days > 0 else Freshness("expected", measure.next_update)
