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
    role: Text
    text: Prose
    source: Source | None = None


class Principle(Part):
    """A rule that the partnership set itself."""

    title: Text
    text: Text | None = None
    source: Source | None = None


class Funding(Part):
    """Money that stands behind the plan."""

    text: Text
    amount: Number | None = None
    """Pounds."""
    source: Source | None = None


class LinkedPlan(Part):
    """Another strategy that this one leans on."""

    title: Text
    owner: OrganisationRef | None = None
    plan: PlanRef | None = None
    """The plan itself, when this site holds it."""
    how: Text
    """How the two belong together."""
    web: WebAddress | None = None
    source: Source | None = None


class Plan(Entity):
    """`<partnership>/plans/<plan>/plan.yml`. Whether it runs or has ended is computed, never written."""

    title: Text
    start: Day
    end: Day
    held: Flag = True
    """False for an edition known only because another document cites it."""
    adoption: Adoption = "unknown"
    """`adopted` only where a document states it."""
    adopted_on: Day | None = None
    summary: tuple[Text, ...] = ()
    """The plan in plain words: a few short sentences, one a line."""
    vision: Text | None = None
    statutory_basis: Text | None = None
    review: Text | None = None
    """How often the plan is reviewed."""
    foreword: Foreword | None = None
    principles: tuple[Principle, ...] = ()
    funding: tuple[Funding, ...] = ()
    linked_plans: tuple[LinkedPlan, ...] = ()
    succeeds: PlanRef | None = None
    """The edition before this one."""
    stated_priorities: Whole | None = None
    """How many priorities the document says it has; the checker compares."""
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()

    def state(self, today: date) -> PlanState:
        """Whether the plan is not yet running, running or ended on a day."""
        if today < self.start:
            return "not_started"
        return "ended" if today > self.end else "running"


class Section(Entity):
    """`sections/<n>-<section>.md` of a plan or a report: a part of its own narrative."""

    order: Whole
    title: Text
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
    notes: tuple[SourceNote, ...] = ()
