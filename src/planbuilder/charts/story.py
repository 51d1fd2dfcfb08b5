"""A series with what belongs to it in one chart: the stretch that can be compared, comparators, targets."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from planbuilder.charts.timeline import comparable, joins, target_value
from planbuilder.charts.voice import Voice
from planbuilder.model.measure import Comparator, Observation, Target
from planbuilder.model.period import Period
from planbuilder.verdict.change import Change
from planbuilder.verdict.comparison import is_bound

SLOTS = (1, 4, 2, 5)
"""Colours of a measure and its comparators; the third is the target's. At most four series."""

At = Callable[[Period], float]
"""Where a period stands on the time axis, 0 to 1."""


@dataclass(frozen=True)
class Aim:
    """A value to be reached: by a period, or in every one (`by` is None)."""

    value: Decimal
    by: Period | None


@dataclass(frozen=True)
class Story:
    """A measure's series, told by a voice."""

    voice: Voice
    observations: tuple[Observation, ...]
    run: tuple[Observation, ...]
    """The stretch that can be compared; empty when nothing is known."""
    comparators: tuple[Comparator, ...]
    aims: tuple[Aim, ...]

    @classmethod
    def of(cls, voice: Voice, target: Target | None) -> "Story":
        """The story of a measure; `target` overrides its own."""
        measure = voice.measure
        known = [other for other in measure.comparators if any(item.value is not None for item in other.observations)]
        return cls(
            voice,
            measure.series,
            comparable(measure.series, measure),
            tuple(known[: len(SLOTS) - 1]),
            _aims(voice, target),
        )

    @property
    def lines(self) -> tuple[tuple[Observation, ...], ...]:
        """The measure's observations, then each comparator's, in order of period."""
        others = (tuple(sorted(other.observations, key=lambda item: item.period)) for other in self.comparators)
        return (self.observations, *others)

    @property
    def change(self) -> Change:
        """From the first to the last of the stretch."""
        return Change.between(self.voice.measure.kind, value_of(self.run[0]), value_of(self.run[-1]))

    @property
    def bounded(self) -> bool:
        """Whether the source gives only a bound of the first or last figure: the change is then not known."""
        return is_bound(self.run[0]) or is_bound(self.run[-1])

    @property
    def target(self) -> Aim | None:
        """What the latest figure is held against: the target, or the end of the trajectory."""
        return self.aims[-1] if self.aims else None

    @property
    def is_line(self) -> bool:
        """Lines show a course: they need three known points, two of which at least can be joined."""
        known = sum(item.value is not None for item in self.observations)
        return known > 2 and any(joins(self.observations, self.voice.measure))

    @property
    def things_to_see(self) -> int:
        """How many values the picture has."""
        found = sum(item.value is not None for item in self.observations)
        found += sum(item.value is not None for other in self.comparators for item in other.observations)
        return found + len(self.aims)


def value_of(observation: Observation) -> Decimal:
    """The value of an observation that is known to have one. Raises ValueError for a withheld one."""
    if observation.value is None:
        raise ValueError("only known values are compared")
    return observation.value


def _aims(voice: Voice, own: Target | None) -> tuple[Aim, ...]:
    """The steps of the trajectory, which leads to the measure's target and not to a plan's `own`, then the target."""
    measure, target = voice.measure, own or voice.measure.target
    value = target_value(measure, target) if target else None
    final = [] if value is None or target is None else [Aim(value, target.by)]
    path = () if own and own != measure.target else sorted(measure.trajectory, key=lambda item: item.period)
    steps = [Aim(item.value, item.period) for item in path]
    if final and final[0].by is not None:
        steps = [step for step in steps if step.by != final[0].by]
    return (*steps, *final)


def aim_label(voice: Voice, aim: Aim, *, short: bool = False) -> str:
    """What stands beside a target: its value and date."""
    language, value = voice.language, voice.written(aim.value)
    if aim.by is None:
        return language.message("Target %(value)s", value=value)
    when = language.short_period(aim.by)
    if short:
        return language.message("%(value)s by %(period)s", value=value, period=when)
    return language.message("Target %(value)s by %(period)s", value=value, period=when)
