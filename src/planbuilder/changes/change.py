"""One thing that differs between two states of the data, as a value: what, about what, from what to what."""

from dataclasses import dataclass
from typing import Literal, Self

from planbuilder.changes.naming import title
from planbuilder.i18n import Value
from planbuilder.model.changelog import LoggedKind
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure, Observation, Target, Wanted
from planbuilder.model.period import Period
from planbuilder.model.registers import Unit
from planbuilder.model.text import Text
from planbuilder.verdict import Direction, TargetResult

EditorKind = Literal[
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
    "texts_stale",
    "texts_untranslated",
    "texts_lost",
]
"""What only editors are told of: by the name of a key, or as work that is left to do."""

UntoldKind = Literal["figure_added_untold", "figure_changed_untold", "figure_released_untold"]
"""A figure's change without the figure."""

Kind = LoggedKind | EditorKind | UntoldKind
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
    """How a measure moves, as far as its label says it."""

    direction: Direction
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a target stands, as far as its label says it."""

    result: TargetResult
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """The change that is wanted of a measure."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a data file, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class LanguageCode:
    """A language of the site, by its code."""

    code: str


SentencePart = Value | Place | Figure | Aim | Judged | Standing | Wish | Field | LanguageCode


@dataclass(frozen=True, slots=True)
class Subject:
    """What a change is about: also an entity that is gone. `type` is the name of its class."""

    key: str
    type: str
    title: Text

    @classmethod
    def of(cls, entity: Entity) -> Self:
        """An entity as the subject of a change."""
        return cls(entity.key, type(entity).__name__, title(entity))

    @property
    def owner(self) -> str:
        """The first part of its key: that of its partnership, if it belongs to one."""
        return self.key.split("/", 1)[0]


@dataclass(frozen=True)
class Change:
    """A change of `about`, the newer state of the entity, or the last one of an entity that is gone.

    `parts` are what its words need, by name.
    """

    kind: Kind
    about: Subject
    parts: tuple[tuple[str, SentencePart], ...] = ()

    @classmethod
    def of(cls, kind: Kind, about: Entity | Subject, **parts: SentencePart) -> Self:
        """A change with its parts by name."""
        return cls(kind, about if isinstance(about, Subject) else Subject.of(about), tuple(parts.items()))

    @property
    def key(self) -> str:
        """The key of what changed."""
        return self.about.key
