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
    source: Source | None = None


class ActionUpdate(Part):
    """What somebody reported about an action, and when. Without one, the status is not known."""

    status: ActionStatus
    on: Day
    note: Text | None = None
    source: Source | None = None


class Action(Part):
    """Something that will be done."""

    text: Text
    detail: Text | None = None
    theme: Text | None = None
    """A heading that several actions of a priority share."""
    lead: OrganisationRef | None = None
    partners: tuple[OrganisationRef, ...] = ()
    start: Day | None = None
    due: Day | None = None
    when: Text | None = None
    """When, in the words of the source, where it gives no date: over the next 12 months."""
    updates: tuple[ActionUpdate, ...] = ()
    source: Source | None = None

    @property
    def latest(self) -> ActionUpdate | None:
        """The newest report on the action; None when nobody has reported."""
        return max(self.updates, key=lambda update: update.on, default=None)


class MeasureUse(Part):
    """A measure that a priority is judged by, with the plan's own wanted direction or target."""

    measure: MeasureRef
    wanted: Wanted | None = None
    target: Target | None = None
    stated: Literal["improving", "getting_worse", "no_change"] | None = None
    """How the source describes the progress; the checker compares it with what the figures show."""
    notes: tuple[SourceNote, ...] = ()
    source: Source | None = None


class CaseStudy(Part):
    """An example with nothing in it that could identify a victim."""

    title: Text
    text: Prose
    period: Period | None = None
    source: Source | None = None


class Fact(Part):
    """A figure or finding that explains why something matters: national estimates, research, local reviews."""

    text: Text
    measure: MeasureRef | None = None
    """The measure that holds the figure, where there is one."""
    source: Source | None = None


class LinkedWork(Part):
    """A strategy, project or group outside the plan that the priority depends on."""

    title: Text
    how: Text | None = None
    lead: OrganisationRef | None = None
    web: WebAddress | None = None
    source: Source | None = None


class Alignment(Part):
    """An objective of another partnership's plan that this priority serves."""

    priority: PriorityRef
    how: Text | None = None
    source: Source | None = None


class Priority(Entity):
    """`<partnership>/plans/<plan>/priorities/<n>-<priority>.yml`."""

    order: Whole
    title: Text
    kind: PriorityKind = "priority"
    number: Whole | None = None
    """The number the plan itself gives it, where it does."""
    summary: Text | None = None
    """One plain sentence for cards and search results."""
    picture: Picture = "flag"
    """The drawing that stands beside it in the summary."""
    lead: OrganisationRef | None = None
    lead_note: Text | None = None
    """Who leads, where it is no single organisation; or that nobody is named."""
    outcomes: tuple[Outcome, ...] = ()
    objectives: tuple[Outcome, ...] = ()
    """Longer-term objectives below the key outcome."""
    why: Prose | None = None
    facts: tuple[Fact, ...] = ()
    plan: Prose | None = None
    """What will be done, where it is told rather than listed."""
    actions: tuple[Action, ...] = ()
    measures: tuple[MeasureUse, ...] = ()
    measures_note: Text | None = None
    """What the plan says about measuring success beyond the measures: for instance that none exist yet."""
    case_studies: tuple[CaseStudy, ...] = ()
    linked_work: tuple[LinkedWork, ...] = ()
    aligns_with: tuple[Alignment, ...] = ()
    continues: tuple[PriorityRef, ...] = ()
    """Priorities of an earlier plan that this one carries on."""
    sensitive: Flag = False
    """True where being seen reading the page can be dangerous: its pages offer a quick exit."""
    audiences: tuple[Audience, ...] = ()
    """Whose support services stand first on the page."""
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()
