"""What an entity is called: its kind and its title."""

from planbuilder.i18n import N_
from planbuilder.model.entity import Entity
from planbuilder.model.text import Text

KINDS = {
    "Site": N_("Site"),
    "Organisation": "Organisation",
    "Document": "Document",
    "GlossaryTerm": "Term",
    "Unit": "Unit",
    "SupportService": N_("Support service"),
    "Partnership": N_("Partnership"),
    "Opportunity": N_("Way to get involved"),
    "Measure": N_("Measure"),
    "Plan": N_("Plan"),
    "Priority": N_("Priority"),
    "Achievement": N_("Achievement"),
    "Consultation": N_("Consultation"),
    "Section": N_("Section"),
    "Table": N_("Table"),
    "FinanceTable": N_("Money"),
    "Commitment": N_("Promise"),
    "Report": N_("Report"),
    "Contradiction": N_("Contradiction"),
    "Profile": "What the law asks for",
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
