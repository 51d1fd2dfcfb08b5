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
    gss: str | None = None
    """The code of the Office for National Statistics, such as E06000031."""


class Member(Part):
    """An organisation's seat at the table."""

    organisation: OrganisationRef
    role: MemberRole
    plans: tuple[PlanRef, ...] = ()
    """The plans that name it as a member. Empty: the source is the partnership's own page."""
    represents: Text | None = None
    """Whom it speaks for, such as all housing associations."""
    source: Source | None = None


class Contact(Part):
    """How to reach a role, never a private person."""

    role: Text
    email: Email | None = None
    telephone: Telephone | None = None
    web: WebAddress | None = None
    as_of: Period | None = None
    """When the contact was published, if that was long ago."""


class GovernanceBody(Part):
    """A board, group, committee or team. Reporting lines only where a text states them."""

    name: Text
    does: Text | None = None
    chair: Text | None = None
    """The role that chairs it, or a name in a public leadership role."""
    meets: Text | None = None
    reports_to: tuple[Text, ...] = ()
    """Names of other bodies in this list."""
    members: tuple[Text, ...] = ()
    plans: tuple[PlanRef, ...] = ()
    """The plans whose text describes it."""
    source: Source | None = None


class Leader(Part):
    """A person in a public leadership role, with the dates as far as they are published."""

    name: Text
    role: Text
    plans: tuple[PlanRef, ...] = ()
    source: Source


class Partnership(Entity):
    """`<partnership>/partnership.yml`."""

    name: Text
    short: Text | None = None
    kind: PartnershipKind
    area: Area
    summary: Text
    """Two plain sentences: who they are and what they do together."""
    about: Prose | None = None
    web: WebAddress | None = None
    members: tuple[Member, ...] = ()
    governance: tuple[GovernanceBody, ...] = ()
    leaders: tuple[Leader, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes: tuple[SourceNote, ...] = ()
    level_names: "LevelNames | None" = None
    """What this partnership calls its levels, if not priorities and outcomes."""


class LevelNames(Part):
    """A partnership's own words for the levels of its plans."""

    priority: Text
    priorities: Text
    theme: Text | None = None
    themes: Text | None = None
    outcome: Text | None = None


Partnership.model_rebuild()
