"""Ways for readers to take part."""

from typing import Literal

from planbuilder.model.entity import Entity, Source, SourceNote
from planbuilder.model.period import Period
from planbuilder.model.reference import OrganisationRef
from planbuilder.model.registers import Audience
from planbuilder.model.scalar import Clock, Day, Email, Telephone, WebAddress, Whole
from planbuilder.model.text import Prose, Text

OpportunityKind = Literal["volunteer", "report", "attend", "have_your_say", "get_support"]


class Opportunity(Entity):
    """One entry of a `get-involved.yml`: a way to help, to have a say, or to get help."""

    title: Text
    """What one can do."""
    kind: OpportunityKind
    """To help, to report something, to come along, to have a say, or to get help."""
    text: Prose
    """What it is, and what one does."""
    who_for: Text | None = None
    """Whom it suits."""
    organisation: OrganisationRef | None = None
    """Who offers it."""
    web: WebAddress | None = None
    """Begins with https://."""
    email: Email | None = None
    """The mailbox of a role."""
    telephone: Telephone | None = None
    """Digits and spaces."""
    contact_note: Text | None = None
    """For instance that the plan printed a link without an address."""
    as_of: Period | None = None
    """When the details were published; an old contact is shown as of its day."""
    where: Text | None = None
    """The place."""
    opens: Day | None = None
    """The first day, if there is one."""
    closes: Day | None = None
    """The last day."""
    begins: Clock | None = None
    """The time of day at which it begins on the first day, such as 18:30."""
    ends: Clock | None = None
    """The time of day at which it ends on the last day."""
    moved_from: Day | None = None
    """The first day that was announced before, if it has been moved."""
    cancelled: Text | None = None
    """Why it does not take place. Leave the entry where it is: readers' calendars learn of it."""
    order: Whole = 100
    """Small numbers stand first."""
    audiences: tuple[Audience, ...] = ()
    """Whom it is for."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""
