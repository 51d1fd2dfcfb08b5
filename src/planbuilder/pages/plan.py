"""A plan's overview: what is planned, whether it works, what was achieved, how to take part."""

from collections.abc import Iterator

from planbuilder.exports import picture_path
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.pages.accountability import is_aligned
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import with_feed
from planbuilder.pages.frame import groups_of, partnership_trail, plan_menu, plan_status
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page
from planbuilder.verdict import checkability_sentence

HEADLINES = 3


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each plan, those included that are known only by mention."""
    for plan in edition.catalogue.all(Plan):
        yield _page(edition, plan)


@drafted
def _page(edition: Edition, plan: Plan) -> Page:
    catalogue = edition.catalogue
    partnership = catalogue.partnership(plan)
    achievements = [item for item in catalogue.achievements(plan) if item.headline]
    measures = catalogue.measures(plan)
    return edition.page(
        path_of(plan),
        "plan.html",
        title=edition.name(plan.title),
        heading=edition.language.text(plan.title),
        description=" ".join(edition.name(line) for line in plan.summary[:2]) or edition.name(partnership.summary),
        breadcrumb=partnership_trail(edition, partnership),
        menu=plan_menu(edition, plan),
        status=plan_status(edition, plan),
        picture=picture_path(plan),
        edit=edition.origin(plan),
        **with_feed(edition, plan),
        plan=plan,
        groups=groups_of(edition, plan),
        measures=measures,
        checkability_sentence=checkability_sentence(plan, catalogue, edition.language) if measures else "",
        headline_measures=headline_measures(edition, plan),
        headlines=achievements,
        opportunities=catalogue.opportunities(plan),
        sections=catalogue.sections(plan),
        reports=catalogue.reports(plan),
        commitments=catalogue.commitments(plan),
        aligned=is_aligned(edition, plan),
    )


def headline_measures(edition: Edition, plan: Plan) -> tuple[Measure, ...]:
    """Up to three measures that have figures to compare, the plan's own and those its achievements rest on."""
    catalogue = edition.catalogue
    told = (catalogue.get(item.measure) for item in catalogue.achievements(plan) if item.measure)
    measures = dict.fromkeys([*catalogue.measures(plan), *told])
    shown = (m for m in measures if len(m.series) > 1 and not catalogue.sensitive(m))
    return tuple(shown)[:HEADLINES]
