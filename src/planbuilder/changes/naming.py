"""What an entity is called: its kind and its title."""

from planbuilder.model.entity import Entity
from planbuilder.model.text import Text

KINDS = {
    "Site": "Site",
    "Organisation": "Organisation",
    "Document": "Document",
    "GlossaryTerm": "Term",
    "Unit": "Unit",
    "SupportService": "Support service",
    "Partnership": "Partnership",
    "Opportunity": "Way to get involved",
    "Measure": "Measure",
    "Plan": "Plan",
    "Priority": "Priority",
    "Achievement": "Achievement",
    "Consultation": "Consultation",
    "Section": "Section",
    "Table": "Table",
    "FinanceTable": "Money",
    "Commitment": "Promise",
    "Report": "Report",
    "Contradiction": "Contradiction",
    "Redirect": "Page that has moved",
}
"""Words for the kinds of entities, by the name of their class."""

_TITLES = ("title", "name", "term", "one", "text")
"""The fields that may hold an entity's title, the first one that it has."""


def title(entity: Entity) -> Text:
    """What an entity is called: its title, name, term or own words; its id where it has none of them."""
    for field in _TITLES:
        value = getattr(entity, field, None)
        if isinstance(value, Text):
            return value
    return Text(entity.id)


def kind(entity: Entity) -> str:
    """What an entity is, in a word."""
    name = type(entity).__name__
    return KINDS.get(name, name)
