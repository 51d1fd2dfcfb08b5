"""What a plan will work on: priorities, their outcomes and actions."""

from typing import Literal

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.measure import Target, Wanted
from planbuilder.model.period import Period
from planbuilder.model.reference import MeasureRef, OrganisationRef, PriorityRef
from planbuilder.model.registers import Audience
from planbuilder.model.scalar import Day, Flag, WebAddress, Whole
from planbuilder.model.text import Prose, Text

PriorityKind = Literal["priority", "cross_cutting_theme", "focus_area"]
Picture = Literal[
    "flag", "people", "young-people", "home", "shield", "padlock", "megaphone", "scales", "chain", "road", "bus",
    "glass", "mind", "bulb", "tools", "leaf", "money",
]  # fmt: skip
"""What can stand beside a priority in the summary: `templates/pictures` has a drawing of each."""
ActionStatus = Literal["planned", "under_way", "done", "late", "stopped"]


class Outcome(Part):
    """The change that is wanted, in one sentence."""

    text: Text
    """One sentence."""
    source: Source | None = None
    """Where it stands in the document."""


class ActionUpdate(Part):
    """What somebody reported about an action, and when. Without one, the status is not known."""

    status: ActionStatus
    """How it stands."""
    on: Day
    """The day of the report."""
    note: Text | None = None
    """What was said, in a sentence."""
    source: Source | None = None
    """Where it stands in the document."""


class Action(Part):
    """Something that will be done."""

    text: Text
    """What will be done, in one sentence."""
    detail: Text | None = None
    """More about it."""
    theme: Text | None = None
    """A heading that several actions of a priority share."""
    lead: OrganisationRef | None = None
    """Who does it."""
    partners: tuple[OrganisationRef, ...] = ()
    """Who helps."""
    start: Day | None = None
    """The first day."""
    due: Day | None = None
    """The day by which it is done."""
    when: Text | None = None
    """When, in the words of the source, where it gives no date: over the next 12 months."""
    updates: tuple[ActionUpdate, ...] = ()
    """What somebody reported. Without one, the page says that nobody has."""
    source: Source | None = None
    """Where it stands in the document."""

    @property
    def latest(self) -> ActionUpdate | None:
        """The newest report on the action; None when nobody has reported."""
        return max(self.updates, key=lambda update: update.on, default=None)


class MeasureUse(Part):
    """A measure that a priority is judged by, with the plan's own wanted direction or target."""

    measure: MeasureRef
    """Which measure."""
    wanted: Wanted | None = None
    """The change that this plan wants, if it is another one than the measure's."""
    target: Target | None = None
    """This plan's own target."""
    stated: Literal["improving", "getting_worse", "no_change"] | None = None
    """How the source describes the progress; the checker compares it with what the figures show."""
    notes: tuple[SourceNote, ...] = ()
    """Faults of the document about this measure."""
    source: Source | None = None
    """Where it stands in the document."""


class CaseStudy(Part):
    """An example with nothing in it that could identify a victim."""

    title: Text
    """What it is about."""
    text: Prose
    """What happened, told so that nobody can be recognised."""
    period: Period | None = None
    """When."""
    source: Source | None = None
    """Where it stands in the document."""


class Fact(Part):
    """A figure or finding that explains why something matters: national estimates, research, local reviews."""

    text: Text
    """One or two sentences, with the figure."""
    measure: MeasureRef | None = None
    """The measure that holds the figure, where there is one."""
    source: Source | None = None
    """Where it stands in the document."""


class LinkedWork(Part):
    """A strategy, project or group outside the plan that the priority depends on."""

    title: Text
    """What it is called."""
    how: Text | None = None
    """How it matters here."""
    lead: OrganisationRef | None = None
    """Who leads it."""
    web: WebAddress | None = None
    """Begins with https://."""
    source: Source | None = None
    """Where it stands in the document."""


class Alignment(Part):
    """An objective of another partnership's plan that this priority serves."""

    priority: PriorityRef
    """The other plan's priority, such as `ambershire-pcc/2025-2029/victims`."""
    how: Text | None = None
    """How this one serves it."""
    source: Source | None = None
    """Where it stands in the document."""


class Priority(Entity):
    """`<partnership>/plans/<plan>/priorities/<n>-<priority>.yml`."""

    order: Whole
    title: Text
    """What will be worked on."""
    kind: PriorityKind = "priority"
    """A priority, or a theme that runs through all of them."""
    number: Whole | None = None
    """The number the plan itself gives it, where it does."""
    summary: Text | None = None
    """One plain sentence for cards and search results."""
    picture: Picture = "flag"
    """The drawing that stands beside it in the summary."""
    lead: OrganisationRef | None = None
    """Who leads."""
    lead_note: Text | None = None
    """Who leads, where it is no single organisation; or that nobody is named."""
    outcomes: tuple[Outcome, ...] = ()
    """The change that is wanted."""
    objectives: tuple[Outcome, ...] = ()
    """Longer-term objectives below the key outcome."""
    why: Prose | None = None
    """Why it is a priority."""
    facts: tuple[Fact, ...] = ()
    """Figures and findings that explain it."""
    plan: Prose | None = None
    """What will be done, where it is told rather than listed."""
    actions: tuple[Action, ...] = ()
    """What will be done, one by one."""
    measures: tuple[MeasureUse, ...] = ()
    """How success is seen."""
    measures_note: Text | None = None
    """What the plan says about measuring success beyond the measures: for instance that none exist yet."""
    case_studies: tuple[CaseStudy, ...] = ()
    """Examples. Nothing in them may identify a victim."""
    linked_work: tuple[LinkedWork, ...] = ()
    """Strategies and projects outside the plan that it depends on."""
    aligns_with: tuple[Alignment, ...] = ()
    """Objectives of another partnership's plan that it serves."""
    continues: tuple[PriorityRef, ...] = ()
    """Priorities of an earlier plan that this one carries on."""
    sensitive: Flag = False
    """True where being seen reading the page can be dangerous: its pages offer a quick exit."""
    audiences: tuple[Audience, ...] = ()
    """Whose support services stand first on the page."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""
