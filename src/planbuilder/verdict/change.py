"""How much a value moved."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from planbuilder.model.measure import MeasureKind

Movement = Literal["up", "down", "none"]

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two values of one measure, the later minus the earlier.

    `absolute` is in the measure's unit; for a percentage that is percentage points.
    `percent` is the difference in per cent of the earlier value. It is None for percentages (their change is
    told in points only, so that nobody takes one for the other) and where the earlier value is zero or less.
    """

    absolute: Decimal
    percent: Decimal | None
    in_points: bool

    @classmethod
    def between(cls, kind: MeasureKind, earlier: Decimal, later: Decimal) -> "Change":
        """The change from one value of a measure to a later one."""
        absolute = later - earlier
        in_points = kind == "percentage"
        percent = None if in_points or earlier <= 0 else absolute / earlier * _HUNDRED
        return cls(absolute, percent, in_points)

    @property
    def movement(self) -> Movement:
        """Which way it went, whatever is wanted."""
        if self.absolute == 0:
            return "none"
        return "up" if self.absolute > 0 else "down"

    def reaches(self, minimum: Decimal) -> bool:
        """Whether the change is large enough to mean something.

        `minimum` is in per cent, in points for percentages. A change from zero has no percentage, so any counts.
        """
        if self.absolute == 0:
            return False
        size = self.absolute if self.in_points else self.percent
        return size is None or abs(size) >= minimum
