"""From values to places in a picture over time."""

import math
from dataclasses import dataclass

from planbuilder.charts.scale import Scale
from planbuilder.charts.svg import pct

NARROW, WIDE = 20.5, 34.0
"""The least width of a picture in em of its text: on a phone of 320 px, and from chart.css's container query on."""
_LEAST = 6.0
INSET = 0.04
"""How far the first and last points keep from the edges, as a share of the width."""


@dataclass(frozen=True)
class Gutters:
    """Room beside the plot for what stands outside of it, in whole em: chart.css has a class for each."""

    start: int
    end: int

    @classmethod
    def of(cls, start: float, end: float) -> "Gutters":
        """Gutters that hold so much."""
        return cls(min(12, max(0, math.ceil(start))), min(14, max(0, math.ceil(end))))

    @property
    def kind(self) -> str:
        """The classes of the picture."""
        return f"pb-chart__plot--start-{self.start} pb-chart__plot--end-{self.end}"

    def least(self, picture: float) -> float:
        """The width of the plot in a picture of a width, in em."""
        return max(_LEAST, picture - self.start - self.end)


@dataclass(frozen=True)
class Space:
    """Where the values of a scale stand: `top` and `height` in em."""

    scale: Scale
    height: float
    top: float
    mirrored: bool = False
    """Right to left. Places are counted from where reading starts; only what is written is mirrored."""
    tall: float = 1.0
    """How much taller than Latin the script of the labels is."""

    @property
    def bottom(self) -> float:
        """The lower end of the scale."""
        return self.top + self.height

    def x(self, share: float) -> float:
        """Across, as a share of the width."""
        return INSET + share * (1 - 2 * INSET)

    def at(self, share: float) -> str:
        """Across, as an SVG length."""
        return self.written(self.x(share))

    def written(self, x: float) -> str:
        """A place across as an SVG length."""
        return pct(1 - x if self.mirrored else x)

    def y(self, value: float) -> float:
        """Down, in em."""
        return self.bottom - self.scale.share(value) * self.height
