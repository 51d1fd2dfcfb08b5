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
    unit: Text
    """What the number counts, as it is read after the number: people excluded from licensed premises."""
    kind: MeasureKind = "count"
    qualifier: Qualifier | None = None
    period: Period | None = None


class Achievement(Entity):
    """One entry of `<partnership>/plans/<plan>/achievements.yml`."""

    title: Text
    text: Prose
    priorities: tuple[PriorityRef, ...] = ()
    figures: tuple[Figure, ...] = ()
    measure: MeasureRef | None = None
    """The measure that shows it, where there is one: its figures are computed."""
    organisations: tuple[OrganisationRef, ...] = ()
    period: Period | None = None
    when: Text | None = None
    """When, in the words of the source, where it gives no dates."""
    headline: Flag = False
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()
