"""How to get help and how to take part: of a partnership as a whole, and of each plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from planbuilder.exports import calendar_path
from planbuilder.model.opportunity import Opportunity, OpportunityKind
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import partnership_menu, partnership_trail, plan_page
from planbuilder.pages.linked_data import of_opportunities
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page


@dataclass(frozen=True)
class Kind:
    """A kind of opportunity, in the reader's words."""

    id: str
    label: Markup


def _kinds(edition: Edition) -> dict[OpportunityKind, Kind]:
    _ = edition.language.markup
    return {
        "get_support": Kind("support", _("Get support")),
        "report": Kind("report", _("Report something")),
        "volunteer": Kind("volunteer", _("Give your time")),
        "attend": Kind("attend", _("Come along")),
        "have_your_say": Kind("say", _("Have your say")),
    }


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each partnership, and one for each plan that names ways to take part."""
    for partnership in edition.catalogue.partnerships:
        yield _of_partnership(edition, partnership)
    for plan in edition.catalogue.all(Plan):
        if edition.catalogue.opportunities(plan):
            yield _of_plan(edition, plan)


@drafted
def _of_partnership(edition: Edition, partnership: Partnership) -> Page:
    catalogue, language = edition.catalogue, edition.language
    title = language.message("Get involved or get help: %(name)s", name=partnership.name)
    opportunities = catalogue.opportunities(partnership)
    page = edition.page(
        f"{path_of(partnership)}get-involved/",
        "get_involved.html",
        title=title,
        heading=language.markup("Get involved or get help"),
        description=title,
        breadcrumb=partnership_trail(edition, partnership),
        menu=partnership_menu(edition, partnership),
        edit=edition.origin(partnership),
        services=catalogue.support(("domestic_abuse", "victims")),
        groups=_groups(edition, opportunities),
        prefix=_plans_name,
        calendar=calendar_path(partnership),
    )
    return replace(page, linked_data=of_opportunities(edition, opportunities))


def _plans_name(opportunity: Opportunity) -> str:
    """What begins an anchor here: two plans of a partnership may each have an opportunity of the same id."""
    return f"plan-{opportunity.plan_key.rsplit('/', 1)[-1]}-" if opportunity.plan_key else ""


@drafted
def _of_plan(edition: Edition, plan: Plan) -> Page:
    catalogue, language = edition.catalogue, edition.language
    title = language.message("Get involved: %(plan)s", plan=plan.title)
    opportunities = catalogue.opportunities(plan)
    page = plan_page(
        edition,
        plan,
        f"{path_of(plan)}get-involved/",
        "get_involved.html",
        title=title,
        heading=language.markup("Get involved"),
        description=title,
        edit=edition.origin(opportunities[0]),
        services=catalogue.support(("domestic_abuse", "victims")),
        groups=_groups(edition, opportunities),
        prefix=lambda opportunity: "",
        calendar="",
    )
    return replace(page, linked_data=of_opportunities(edition, opportunities))


def _groups(edition: Edition, opportunities: tuple[Opportunity, ...]) -> list[tuple[Kind, list[Opportunity]]]:
    grouped = ((kind, [o for o in opportunities if o.kind == key]) for key, kind in _kinds(edition).items())
    return [(kind, found) for kind, found in grouped if found]
