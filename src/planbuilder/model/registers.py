"""The site's small registers: documents, glossary, units, services that help today."""

from typing import Literal

from planbuilder.model.entity import Entity
from planbuilder.model.reference import OrganisationRef
from planbuilder.model.scalar import Day, Flag, Telephone, WebAddress, Whole
from planbuilder.model.text import Text


class Document(Entity):
    """A published document that facts are taken from."""

    title: Text
    """The title on its first page."""
    publisher: OrganisationRef
    """Who published it."""
    published: Text | None = None
    """When it was published, as far as the document says."""
    web: WebAddress | None = None
    """Where it can be read."""
    licence: Text | None = None
    """The licence it is published under, if one is stated."""
    attribution: Text
    """The sentence with which we credit the publisher."""
    versions: tuple[Text, ...] = ()
    """The names and dates the document gives itself, where they differ."""


class GlossaryTerm(Entity):
    """A word or abbreviation that needs explaining. An abbreviation is spelled out where a page first uses it."""

    term: Text
    """The word or the full name."""
    abbreviation: Text | None = None
    """The short form. A page spells it out where it first uses it."""
    means: Text
    """One plain sentence."""


class Unit(Entity):
    """What is counted, in the singular and the plural, so that every language can decline it."""

    one: Text
    """One of it: crime, person, tonne."""
    other: Text
    """Several of it: crimes, people, tonnes."""


Audience = Literal[
    "anyone", "victims", "domestic_abuse", "hate_crime", "substance_misuse", "mental_health", "young_people"
]


class SupportService(Entity):
    """Help that can be had today. Never taken from an old plan; `checked_on` says when a person checked it."""

    name: Text
    """The name that callers know."""
    what: Text
    """One plain sentence: what it does for a caller."""
    telephone: Telephone | None = None
    """Digits and spaces."""
    text_number: Telephone | None = None
    """A number for text messages or text relay."""
    web: WebAddress | None = None
    """The service's own page."""
    hours: Text | None = None
    """When it can be reached."""
    area: Text | None = None
    """Where it works."""
    languages: Text | None = None
    """Languages, interpreters and BSL, as the service states them."""
    audiences: tuple[Audience, ...] = ("anyone",)
    """Whom it is for. On pages for these people it stands first."""
    emergency: Flag = False
    """True for the emergency number itself."""
    order: Whole = 100
    """Smaller numbers stand first."""
    source: Text
    """Where the details come from, or were checked."""
    checked_on: Day | None = None
    """The day on which a person compared the details with the service's own page. Empty: nobody has yet."""
