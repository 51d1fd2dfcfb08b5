"""Who was asked, what they said, and what was done about it."""

from collections.abc import Iterator

from planbuilder.model.consultation import Consultation
from planbuilder.pages.charting import charts_of_consultation, files_of
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_page
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each consultation."""
    for consultation in edition.catalogue.all(Consultation):
        yield _consultation(edition, consultation)


@drafted
def _consultation(edition: Edition, consultation: Consultation) -> Page:
    plan = edition.catalogue.plan(consultation)
    if plan is None:  # the loader gives every consultation a plan; this is for the type checker
        raise LookupError(consultation.key)
    charts = charts_of_consultation(edition.catalogue, edition.language, consultation)
    return plan_page(
        edition,
        plan,
        path_of(consultation),
        "consultation.html",
        title=f"{edition.name(consultation.title)} – {edition.name(plan.title)}",
        heading=edition.language.text(consultation.title),
        description=edition.name(consultation.summary),
        edit=edition.origin(consultation),
        files=files_of(edition.catalogue, edition.language, ((consultation, chart) for chart in charts.all)),
        consultation=consultation,
        charts=charts,
    )
