"""When new figures of a measure are due, in words."""

from datetime import date

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.measure import Measure
from planbuilder.verdict.updates import freshness


def freshness_sentence(measure: Measure, today: date, language: Language) -> Markup:
    """When new figures are due, or since when they are overdue. Empty where no date is known."""
    found = freshness(measure, today)
    if found.due is None:
        return Markup("")
    if found.state == "overdue":
        return language.markup("New figures were due on %(date)s and are not here yet.", date=found.due)
    return language.markup("New figures are due on %(date)s.", date=found.due)
