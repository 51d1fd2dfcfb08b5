"""One edition of a strategy."""

from datetime import date
from typing import Literal

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.reference import MeasureRef, OrganisationRef, PlanRef, TableRef
from planbuilder.model.scalar import Day, Flag, Number, WebAddress, Whole
from planbuilder.model.text import Prose, Text

Adoption = Literal["draft", "consultation", "adopted", "unknown"]
PlanState = Literal["not_started", "running", "ended"]


class Foreword(Part):
    """Who opens the plan, and what they say, told anew."""

    signed_by: Text
    """Who signed it."""
    role: Text
    """Their public role."""
    text: Prose
    """What they say, told anew."""
    source: Source | None = None
    """Where it stands in the document."""


class Principle(Part):
    """A rule that the partnership set itself."""

    title: Text
    """The rule in a few words."""
    text: Text | None = None
    """What it means."""
    source: Source | None = None
    """Where it stands in the document."""


class Funding(Part):
    """Money that stands behind the plan."""

    text: Text
    """What the money is for."""
    amount: Number | None = None
    """Pounds."""
    source: Source | None = None
    """Where it stands in the document."""


class LinkedPlan(Part):
    """Another strategy that this one leans on."""

    title: Text
    """What it is called."""
    owner: OrganisationRef | None = None
    """Whose it is."""
    plan: PlanRef | None = None
    """The plan itself, when this site holds it."""
    how: Text
    """How the two belong together."""
    web: WebAddress | None = None
    """Begins with https://."""
    source: Source | None = None
    """Where it stands in the document."""


class Plan(Entity):
    """`<partnership>/plans/<plan>/plan.yml`. Whether it runs or has ended is computed, never written."""

    title: Text
    """The title on its first page."""
    start: Day
    """Its first day."""
    end: Day
    """Its last day. Whether it is running is worked out from the two."""
    held: Flag = True
    """False for an edition known only because another document cites it."""
    adoption: Adoption = "unknown"
    """`adopted` only where a document states it."""
    adopted_on: Day | None = None
    """The day of that decision."""
    summary: tuple[Text, ...] = ()
    """The plan in plain words: a few short sentences, one a line."""
    vision: Text | None = None
    """What the place should be like."""
    statutory_basis: Text | None = None
    """The law behind it."""
    review: Text | None = None
    """How often the plan is reviewed."""
    foreword: Foreword | None = None
    """Who opens the plan, told anew."""
    principles: tuple[Principle, ...] = ()
    """Rules that the partnership set itself."""
    funding: tuple[Funding, ...] = ()
    """The money behind the plan."""
    linked_plans: tuple[LinkedPlan, ...] = ()
    """Other strategies that it leans on."""
    succeeds: PlanRef | None = None
    """The edition before this one."""
    stated_priorities: Whole | None = None
    """How many priorities the document says it has; the checker compares."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""

    def state(self, today: date) -> PlanState:
        """Whether the plan is not yet running, running or ended on a day."""
        if today < self.start:
            return "not_started"
        return "ended" if today > self.end else "running"


class Section(Entity):
    """`sections/<n>-<section>.md` of a plan or a report: a part of its own narrative."""

    order: Whole
    title: Text
    """The heading."""
    summary: Text | None = None
    """One sentence for the list of sections."""
    text: Prose
    tables: tuple[TableRef, ...] = ()
    """Tables of the `tables.yml` beside it, shown after the text."""
    measures: tuple[MeasureRef, ...] = ()
    """Measures whose figures are shown after the text."""
    sensitive: Flag = False
    """True where being seen reading it can be dangerous: its page offers a quick exit."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""
