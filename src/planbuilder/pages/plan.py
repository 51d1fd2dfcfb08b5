"""A plan's overview: what is planned, whether it works, what was achieved, how to take part."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.exports import picture_path
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.pages.accountability import is_aligned
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import with_feed
from planbuilder.pages.frame import groups_of, partnership_trail, plan_menu, plan_status, plan_trail
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page
from planbuilder.verdict import checkability_sentence

HEADLINES = 3


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each plan, those included that are known only by mention."""
    for plan in edition.catalogue.all(Plan):
        yield _overview(edition, plan)
        if len(plan.summary) > 1:
            yield _summary(edition, plan)


@drafted
def _overview(edition: Edition, plan: Plan) -> Page:
    return _page(edition, plan, path_of(plan), "plan.html", edition.name(plan.title), edition.language.text(plan.title))


@drafted
def _summary(edition: Edition, plan: Plan) -> Page:
    short = edition.language.message("The plan in two minutes: %(plan)s", plan=plan.title)
    heading = edition.language.markup("The plan in two minutes")
    return _page(edition, plan, f"{path_of(plan)}summary/", "summary.html", short, heading)


def _page(edition: Edition, plan: Plan, path: str, template: str, title: str, heading: Markup) -> Page:
    catalogue = edition.catalogue
    partnership = catalogue.partnership(plan)
    achievements = [item for item in catalogue.achievements(plan) if item.headline]
    measures = catalogue.measures(plan)
    return edition.page(
        path,
        template,
        title=title,
        heading=heading,
        description=" ".join(edition.name(line) for line in plan.summary[:2]) or edition.name(partnership.summary),
        breadcrumb=partnership_trail(edition, partnership) if path == path_of(plan) else plan_trail(edition, plan),
        menu=plan_menu(edition, plan),
        status=plan_status(edition, plan),
        picture=picture_path(plan),
        edit=edition.origin(plan),
        **(with_feed(edition, plan) if path == path_of(plan) else {}),
        plan=plan,
        groups=groups_of(edition, plan),
        measures=measures,
        checkability_sentence=checkability_sentence(plan, catalogue, edition.language) if measures else "",
        headline_measures=_headline_measures(edition, plan),
        headlines=achievements,
        opportunities=catalogue.opportunities(plan),
        sections=catalogue.sections(plan),
        reports=catalogue.reports(plan),
        commitments=catalogue.commitments(plan),
        aligned=is_aligned(edition, plan),
    )


def _headline_measures(edition: Edition, plan: Plan) -> tuple[Measure, ...]:
    """The measures that have figures to compare, the plan's own and those its achievements rest on."""
    catalogue = edition.catalogue
    told = (catalogue.get(item.measure) for item in catalogue.achievements(plan) if item.measure)
    measures = dict.fromkeys([*catalogue.measures(plan), *told])
    shown = (m for m in measures if len(m.series) > 1 and not catalogue.sensitive(m))
    return tuple(shown)[:HEADLINES]
