"""A whole plan on one page, to read in one go or to print."""

from collections.abc import Iterator
from typing import Any

from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.pages.about import foreword_body
from planbuilder.pages.charting import charts_of_consultation
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_page
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each plan that we hold."""
    for plan in edition.catalogue.all(Plan):
        if plan.held:
            yield _one_page(edition, plan)


@drafted
def _one_page(edition: Edition, plan: Plan) -> Page:
    language = edition.language
    title = language.message("The plan on one page: %(plan)s", plan=plan.title)
    return plan_page(
        edition,
        plan,
        f"{path_of(plan)}print/",
        "one_page.html",
        title=title,
        heading=language.text(plan.title),
        description=title,
        shown=edition.catalogue.priorities(plan),
        edit=edition.origin(plan),
        **everything(edition, plan),
    )


def everything(edition: Edition, plan: Plan) -> dict[str, Any]:
    """What `one_page.html` shows of a plan, which it knows as `plan`."""
    catalogue, language = edition.catalogue, edition.language
    priorities, consultation = catalogue.priorities(plan), catalogue.consultation(plan)
    return {
        "priorities": priorities,
        "drawn_before": _drawn_before(priorities),
        "loose": tuple(item for item in catalogue.achievements(plan) if not item.priorities),
        "consultation": consultation,
        "charts": charts_of_consultation(catalogue, language, consultation) if consultation else None,
        "sections": catalogue.sections(plan),
        "opportunities": catalogue.opportunities(plan),
        "foreword_body": foreword_body(edition, plan),
    }


def _drawn_before(priorities: tuple[Priority, ...]) -> dict[str, frozenset[str]]:
    """For each priority the measures that an earlier one uses: their charts stand there already."""
    seen: set[str] = set()
    before = {}
    for priority in priorities:
        before[priority.key] = frozenset(seen)
        seen.update(use.measure for use in priority.measures)
    return before
