"""The body that publishes a plan, its members and how it is governed."""

from typing import Literal

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.period import Period
from planbuilder.model.reference import OrganisationRef, PlanRef
from planbuilder.model.scalar import Email, Telephone, WebAddress
from planbuilder.model.text import Prose, Text

MemberRole = Literal["responsible_authority", "co_operating_body", "invitee", "supporting"]
PartnershipKind = Literal[
    "community_safety_partnership",
    "police_and_crime_commissioner",
    "road_safety_partnership",
    "health_and_wellbeing_board",
    "climate_partnership",
    "council",
    "other",
]


class Area(Part):
    """The place a partnership serves."""

    name: Text
    """The place."""
    gss: str | None = None
    """The code of the Office for National Statistics, such as E06000031."""


class Member(Part):
    """An organisation's seat at the table."""

    organisation: OrganisationRef
    """Who it is."""
    role: MemberRole
    """How it takes part. The law names the responsible authorities."""
    plans: tuple[PlanRef, ...] = ()
    """The plans that name it as a member. Empty: the source is the partnership's own page."""
    represents: Text | None = None
    """Whom it speaks for, such as all housing associations."""
    source: Source | None = None
    """Where it stands in the document."""


class Contact(Part):
    """How to reach a role, never a private person."""

    role: Text
    """Whom one reaches: a role, never a private person."""
    email: Email | None = None
    """The mailbox of a role."""
    telephone: Telephone | None = None
    """Digits and spaces."""
    web: WebAddress | None = None
    """Begins with https://."""
    as_of: Period | None = None
    """When the contact was published, if that was long ago."""


class GovernanceBody(Part):
    """A board, group, committee or team. Reporting lines only where a text states them."""

    name: Text
    """What it is called."""
    does: Text | None = None
    """What it does."""
    chair: Text | None = None
    """The role that chairs it, or a name in a public leadership role."""
    meets: Text | None = None
    """How often it meets."""
    reports_to: tuple[Text, ...] = ()
    """Names of other bodies in this list."""
    members: tuple[Text, ...] = ()
    """Who belongs to it."""
    plans: tuple[PlanRef, ...] = ()
    """The plans whose text describes it."""
    source: Source | None = None
    """Where it stands in the document."""


class Leader(Part):
    """A person in a public leadership role, with the dates as far as they are published."""

    name: Text
    """The name, as published."""
    role: Text
    """The public role."""
    plans: tuple[PlanRef, ...] = ()
    """The plans that name the person."""
    source: Source
    """Where it stands in the document."""


class Partnership(Entity):
    """`<partnership>/partnership.yml`."""

    name: Text
    """The full name."""
    short: Text | None = None
    """The abbreviation that it uses."""
    kind: PartnershipKind
    """What kind of body it is."""
    area: Area
    """The place that it serves."""
    summary: Text
    """Two plain sentences: who they are and what they do together."""
    about: Prose | None = None
    """More about it, for its own page."""
    web: WebAddress | None = None
    """Its own website."""
    members: tuple[Member, ...] = ()
    """Who sits at the table."""
    governance: tuple[GovernanceBody, ...] = ()
    """Boards, groups and teams, and who reports to whom."""
    leaders: tuple[Leader, ...] = ()
    """People in public leadership roles. Nobody else is named."""
    contacts: tuple[Contact, ...] = ()
    """How to reach a role."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""
    level_names: "LevelNames | None" = None
    """What this partnership calls its levels, if not priorities and outcomes."""


class LevelNames(Part):
    """A partnership's own words for the levels of its plans."""

    priority: Text
    """One of them: Goal."""
    priorities: Text
    """Several: Goals."""
    theme: Text | None = None
    """The word for a cross-cutting theme."""
    themes: Text | None = None
    """Several of those."""
    outcome: Text | None = None
    """The word for an outcome: Result."""


Partnership.model_rebuild()
