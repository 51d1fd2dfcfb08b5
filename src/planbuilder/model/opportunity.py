"""Ways for readers to take part."""

from typing import Literal

from planbuilder.model.entity import Entity, Source, SourceNote
from planbuilder.model.period import Period
from planbuilder.model.reference import OrganisationRef
from planbuilder.model.registers import Audience
from planbuilder.model.scalar import Day, Email, Telephone, WebAddress, Whole
from planbuilder.model.text import Prose, Text

OpportunityKind = Literal["volunteer", "report", "attend", "have_your_say", "get_support"]


class Opportunity(Entity):
    """One entry of a `get-involved.yml`: a way to help, to have a say, or to get help."""

    title: Text
    kind: OpportunityKind
    text: Prose
    who_for: Text | None = None
    organisation: OrganisationRef | None = None
    web: WebAddress | None = None
    email: Email | None = None
    telephone: Telephone | None = None
    contact_note: Text | None = None
    """For instance that the plan printed a link without an address."""
    as_of: Period | None = None
    """When the details were published; an old contact is shown as of its day."""
    where: Text | None = None
    opens: Day | None = None
    closes: Day | None = None
    order: Whole = 100
    audiences: tuple[Audience, ...] = ()
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()
