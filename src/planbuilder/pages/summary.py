"""A plan in two minutes: a few short points, each with a picture beside it."""

from collections.abc import Iterator
from typing import Any

from planbuilder.model.plan import Plan
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import groups_of, plan_page
from planbuilder.pages.links import path_of
from planbuilder.pages.page import NOTHING, Page
from planbuilder.pages.plan import headline_measures
from planbuilder.verdict import checkability_sentence


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each plan that has a summary."""
    for plan in edition.catalogue.all(Plan):
        if len(plan.summary) > 1:
            yield _page(edition, plan)


@drafted
def _page(edition: Edition, plan: Plan) -> Page:
    return plan_page(
        edition,
        plan,
        f"{path_of(plan)}summary/",
        "summary.html",
        title=edition.language.message("The plan in two minutes: %(plan)s", plan=plan.title),
        heading=edition.language.markup("The plan in two minutes"),
        description=" ".join(edition.name(line) for line in plan.summary[:2]),
        edit=edition.origin(plan),
        **points(edition, plan),
    )


def points(edition: Edition, plan: Plan) -> dict[str, Any]:
    """What `components/points.html` shows of a plan."""
    catalogue = edition.catalogue
    measured = catalogue.measures(plan)
    return {
        "groups": groups_of(edition, plan),
        "checkable": checkability_sentence(plan, catalogue, edition.language) if measured else NOTHING,
        "working": headline_measures(edition, plan),
        "consultation": catalogue.consultation(plan),
        "headlines": tuple(item for item in catalogue.achievements(plan) if item.headline),
        "opportunities": catalogue.opportunities(plan),
    }
