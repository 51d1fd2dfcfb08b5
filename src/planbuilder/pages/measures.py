"""Is it working? The measures of a partnership and of each plan, and a page for each measure."""

from collections.abc import Iterator
from dataclasses import replace

from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.priority import MeasureUse
from planbuilder.pages.charting import charts_of_all_uses, files_of
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import with_feed
from planbuilder.pages.frame import partnership_menu, partnership_trail, plan_page
from planbuilder.pages.linked_data import of_measure
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Link, Page
from planbuilder.verdict import checkability_sentence


def pages(edition: Edition) -> Iterator[Draft]:
    """The list for each partnership and plan, and a page for each measure."""
    catalogue = edition.catalogue
    for partnership in catalogue.partnerships:
        if catalogue.measures(partnership):
            yield _of_partnership(edition, partnership)
    for plan in catalogue.all(Plan):
        if catalogue.measures(plan):
            yield _of_plan(edition, plan)
    for measure in catalogue.all(Measure):
        yield _measure(edition, measure)


@drafted
def _of_partnership(edition: Edition, partnership: Partnership) -> Page:
    catalogue, language = edition.catalogue, edition.language
    measures = catalogue.measures(partnership)
    title = language.message("All measures: %(name)s", name=partnership.name)
    return edition.page(
        f"{path_of(partnership)}measures/",
        "measures.html",
        title=title,
        heading=language.markup("All measures"),
        description=title,
        shown=measures,
        breadcrumb=partnership_trail(edition, partnership),
        menu=partnership_menu(edition, partnership),
        edit=edition.origin(partnership),
        lead=language.markup("Every figure that this partnership’s plans are judged by, across all its plans."),
        checkability="",
        caption=language.markup("Measures of %(name)s", name=partnership.name),
        measures=measures,
        rows=[(measure, None) for measure in measures],
    )


@drafted
def _of_plan(edition: Edition, plan: Plan) -> Page:
    catalogue, language = edition.catalogue, edition.language
    uses: dict[Measure, MeasureUse] = {}
    for priority in catalogue.priorities(plan):
        for use in priority.measures:
            uses.setdefault(catalogue.get(use.measure), use)
    title = language.message("Is it working? %(plan)s", plan=plan.title)
    return plan_page(
        edition,
        plan,
        f"{path_of(plan)}measures/",
        "measures.html",
        title=title,
        heading=language.markup("Is it working?"),
        description=title,
        shown=tuple(uses),
        edit=edition.origin(plan),
        lead=language.markup("How the plan says its success can be seen, and what the figures show."),
        checkability=checkability_sentence(plan, catalogue, language),
        caption=language.markup("Measures of the plan"),
        measures=tuple(uses),
        rows=list(uses.items()),
    )


@drafted
def _measure(edition: Edition, measure: Measure) -> Page:
    catalogue, language = edition.catalogue, edition.language
    partnership = catalogue.partnership(measure)
    trail = partnership_trail(edition, partnership)
    page = edition.page(
        path_of(measure),
        "measure.html",
        title=f"{edition.name(measure.title)} – {edition.name(partnership.name)}",
        heading=language.text(measure.title),
        description=edition.name(measure.title),
        shown=(measure,),
        breadcrumb=(*trail, Link(f"{path_of(partnership)}measures/", language.markup("All measures"))),
        menu=partnership_menu(edition, partnership),
        edit=edition.origin(measure),
        **with_feed(edition, measure, _files(edition, measure)),
        measure=measure,
        uses=catalogue.uses(measure),
        reports=catalogue.reports_with(measure),
    )
    return replace(page, linked_data=of_measure(edition, measure, page))


def _files(edition: Edition, measure: Measure) -> dict[str, bytes]:
    charts = charts_of_all_uses(edition.catalogue, edition.language, measure)
    return files_of(edition.catalogue, edition.language, ((measure, chart) for chart in charts))
