"""What editors and sources say of the progress, against what the figures show."""

from collections.abc import Iterator
from typing import Literal

from planbuilder.model.achievement import Achievement
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.priority import MeasureUse, Priority
from planbuilder.model.report import Report
from planbuilder.source.checks import Finding
from planbuilder.verdict.direction import Direction
from planbuilder.verdict.verdict import judge

_TOLD: dict[Direction, str] = {
    "improving": "an improvement",
    "getting_worse": "that it gets worse",
    "higher": "a rise",
    "lower": "a fall",
}
_AGAINST: dict[Literal["improving", "getting_worse", "no_change"], frozenset[Direction]] = {
    "improving": frozenset({"getting_worse"}),
    "getting_worse": frozenset({"improving"}),
    "no_change": frozenset({"improving", "getting_worse", "higher", "lower"}),
}
_STATED = {"improving": "an improvement", "getting_worse": "that it gets worse", "no_change": "no change"}


def claims(catalogue: Catalogue) -> Iterator[Finding]:
    """A finding for each stated progress that the figures contradict."""
    for priority in catalogue.all(Priority):
        for place, use in enumerate(priority.measures):
            yield from _of_use(catalogue, priority.key, ("measures", place), use)
    for report in catalogue.all(Report):
        for place, use in enumerate(report.measures):
            yield from _of_use(catalogue, report.key, ("measures", place), use)
        for number, update in enumerate(report.updates):
            for place, use in enumerate(update.measures):
                yield from _of_use(catalogue, report.key, ("updates", number, "measures", place), use)
    for achievement in catalogue.all(Achievement):
        yield from _of_achievement(catalogue, achievement)


def _of_use(catalogue: Catalogue, key: str, loc: tuple[str | int, ...], use: MeasureUse) -> Iterator[Finding]:
    if use.stated is None:
        return
    direction = judge(catalogue.get(use.measure), use, catalogue.today).direction
    if direction in _AGAINST[use.stated]:
        sentence = (
            f"the source states {_STATED[use.stated]}, and the figures of {use.measure.written} show {_TOLD[direction]}"
        )
        yield Finding(key, (*loc, "stated"), sentence, "tell readers in notes: of this measure, or correct stated:")


def _of_achievement(catalogue: Catalogue, achievement: Achievement) -> Iterator[Finding]:
    if achievement.measure is None:
        return
    if judge(catalogue.get(achievement.measure), None, catalogue.today).direction == "getting_worse":
        sentence = f"it is told as an achievement, and the figures of {achievement.measure.written} get worse"
        yield Finding(achievement.key, ("measure",), sentence, "tell readers in notes:, or leave the measure out")


CHECKS = (claims,)
"""Checks for `planbuilder.source.check`."""
