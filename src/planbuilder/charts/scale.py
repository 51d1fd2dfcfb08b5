"""Scales with round numbers."""

import math
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Scale:
    """A value axis from `low` to `high`, with its ticks and the decimals that they need."""

    low: float
    high: float
    ticks: tuple[Decimal, ...]
    decimals: int

    @property
    def from_zero(self) -> bool:
        """Whether zero stands on the axis."""
        return self.low <= 0 <= self.high

    def share(self, value: float) -> float:
        """Where a value stands between the ends, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


_NARROW_RANGE = 0.2
"""Lines leave zero only when everything happens in the top fifth of the picture."""


def _step(reach: float, intervals: int) -> Decimal:
    """The round step (1, 2 or 5 times a power of ten) that covers a reach in about so many intervals."""
    rough = reach / intervals
    power = math.floor(math.log10(rough))
    factor = next(factor for factor in (1, 2, 5, 10) if factor * 10.0**power >= rough * 0.999_999)
    return Decimal(factor).scaleb(power)


def scale(values: list[float], *, bars: bool = False, intervals: int = 5) -> Scale:
    """A scale that holds all values. Bars always start at zero; lines leave it where all differences are small."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    close = low > 0 and high - low < _NARROW_RANGE * high and high > low
    if bars or not close:
        low, high = min(low, 0.0), max(high, 0.0)
    if high <= low:
        high = low + 1.0
    step = _step(high - low, intervals)
    first = math.floor(low / float(step) + 1e-9)
    last = math.ceil(high / float(step) - 1e-9)
    ticks = tuple(step * index for index in range(first, last + 1))
    exponent = step.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return Scale(float(ticks[0]), float(ticks[-1]), ticks, decimals)
