"""Whether new figures are overdue."""

from collections.abc import Callable
from datetime import date

from planbuilder.i18n import Language
from planbuilder.model.measure import Measure
from planbuilder.verdict import Freshness, freshness, freshness_sentence

Make = Callable[..., Measure]

DUE = date(2017, 5, 1)


def test_figures_are_overdue_from_the_day_after(measure: Make) -> None:
    """On the day itself they are still expected."""
    due = measure(next_update="2017-05-01")
    assert freshness(due, DUE) == Freshness("expected", DUE)
    assert freshness(due, date(2017, 5, 2)) == Freshness("overdue", DUE, 1)


def test_without_a_date_nothing_is_overdue(measure: Make, english: Language) -> None:
    """Nor is anything said."""
    assert freshness(measure(), date(2030, 1, 1)) == Freshness("unknown")
    assert freshness_sentence(measure(), DUE, english) == ""


def test_the_sentence_gives_the_date(measure: Make, english: Language) -> None:
    """Before and after it."""
    due = measure(next_update="2017-05-01")
    assert freshness_sentence(due, DUE, english) == "New figures are due on 1 May 2017."
    assert freshness_sentence(due, date(2017, 5, 2), english) == (
        "New figures were due on 1 May 2017 and are not here yet."
    )
