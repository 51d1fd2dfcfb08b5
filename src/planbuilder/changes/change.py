"""One thing that differs between two states of the data, as a value: what, about what, from what to what."""

from dataclasses import dataclass
from typing import Literal, Self

from planbuilder.i18n import Value
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure, Observation, Target
from planbuilder.model.period import Period
from planbuilder.model.registers import Unit
from planbuilder.model.text import Text
from planbuilder.verdict import Verdict

Kind = Literal[
    "added",
    "added_whole",
    "removed",
    "removed_whole",
    "moved",
    "moved_whole",
    "figure_added",
    "figure_changed",
    "figure_details",
    "figure_removed",
    "figure_withheld",
    "figure_released",
    "wanted_changed",
    "target_added",
    "target_changed",
    "target_removed",
    "break_added",
    "verdict_stays",
    "verdict_changed",
    "verdict_changed_for",
    "target_result_changed",
    "action_added",
    "action_removed",
    "action_reworded",
    "action_planned",
    "action_under_way",
    "action_done",
    "action_late",
    "action_stopped",
    "action_without_status",
    "action_reported_again",
    "action_led",
    "action_not_led",
    "action_due",
    "action_due_moved",
    "action_not_due",
    "action_details",
    "text_changed",
    "text_reworded",
    "field_added",
    "field_removed",
    "field_changed",
    "block_changed",
    "items_added",
    "items_removed",
    "items_changed",
    "items_reordered",
    "language_added",
    "language_removed",
    "texts_stale",
    "texts_untranslated",
    "texts_translated",
    "texts_lost",
]
"""What happened. Each has its words in `changes.words`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a measure a figure stands: its period, and its area and group where it has them."""

    period: Period
    area: Text | None = None
    group: Text | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure, with what it counts."""

    observation: Observation
    measure: Measure
    unit: Unit


@dataclass(frozen=True, slots=True)
class Aim:
    """A target, with what it counts."""

    target: Target
    measure: Measure
    unit: Unit


@dataclass(frozen=True, slots=True)
class Judged:
    """One of a verdict's two results."""

    verdict: Verdict
    result: Literal["direction", "target"]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a data file, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class LanguageCode:
    """A language of the site, by its code."""

    code: str


SentencePart = Value | Place | Figure | Aim | Judged | Field | LanguageCode


@dataclass(frozen=True)
class Change:
    """A change of `about`, the newer state of the entity, or the last one of an entity that is gone.

    `parts` are what its words need, by name.
    """

    kind: Kind
    about: Entity
    parts: tuple[tuple[str, SentencePart], ...] = ()

    @classmethod
    def of(cls, kind: Kind, about: Entity, **parts: SentencePart) -> Self:
        """A change with its parts by name."""
        return cls(kind, about, tuple(parts.items()))

    @property
    def key(self) -> str:
        """The key of what changed."""
        return self.about.key
