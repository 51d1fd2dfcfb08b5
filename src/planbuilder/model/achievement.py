"""What was delivered."""

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.measure import MeasureKind, Qualifier
from planbuilder.model.period import Period
from planbuilder.model.reference import MeasureRef, OrganisationRef, PriorityRef
from planbuilder.model.scalar import Flag, Number
from planbuilder.model.text import Prose, Text


class Figure(Part):
    """One number of an achievement, shown large with its words."""

    value: Number
    """The number."""
    unit: Text
    """What the number counts, as it is read after the number: people excluded from licensed premises."""
    kind: MeasureKind = "count"
    """What kind of number it is."""
    qualifier: Qualifier | None = None
    """The source's own word for an inexact number."""
    period: Period | None = None
    """When."""


class Achievement(Entity):
    """One entry of `<partnership>/plans/<plan>/achievements.yml`."""

    title: Text
    """What was achieved, in a few words."""
    text: Prose
    """What was done, and what came of it."""
    priorities: tuple[PriorityRef, ...] = ()
    """The priorities it belongs to."""
    figures: tuple[Figure, ...] = ()
    """Numbers to show large."""
    measure: MeasureRef | None = None
    """The measure that shows it, where there is one: its figures are computed."""
    organisations: tuple[OrganisationRef, ...] = ()
    """Who did it."""
    period: Period | None = None
    """When."""
    when: Text | None = None
    """When, in the words of the source, where it gives no dates."""
    headline: Flag = False
    """`true` for the few that stand on the plan's first page."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""
