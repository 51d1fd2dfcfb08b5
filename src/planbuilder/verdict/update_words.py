"""When new figures of a measure are due, in words."""

from collections.abc import Iterable
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


def freshness_label(measure: Measure, today: date, language: Language) -> Markup:
    """The same in a few words, for tables."""
    found = freshness(measure, today)
    if found.due is None:
        return language.markup("no date published")
    if found.state == "overdue":
        return language.markup("%(date)s (overdue)", date=found.due)
    return Markup.escape(language.date(found.due))


def freshness_summary(measures: Iterable[Measure], today: date, language: Language) -> Markup:
    """Of several measures: how many are overdue, and when the next figures are due. Empty where no date is known."""
    found = [freshness(measure, today) for measure in measures]
    overdue = sum(item.state == "overdue" for item in found)
    expected = [item.due for item in found if item.state == "expected" and item.due is not None]
    said = []
    if overdue:
        one, other = "New figures of %(n)s measure are overdue.", "New figures of %(n)s measures are overdue."
        said.append(language.markup_plural(one, other, overdue))
    if expected:
        said.append(language.markup("The next figures are due on %(date)s.", date=min(expected)))
    return Markup(" ").join(said)
