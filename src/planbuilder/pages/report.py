"""Reports: how a plan is going, priority by priority and topic by topic."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from planbuilder.model.report import Report
from planbuilder.model.text import Prose
from planbuilder.pages.about import foreword_body, section_pages
from planbuilder.pages.charting import charts_of_money, files_of
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import partnership_trail, report_menu
from planbuilder.pages.links import path_of, update_path
from planbuilder.pages.page import Link, Page


def pages(edition: Edition) -> Iterator[Page]:
    """For each report: the report itself, its sections, and its scanning table."""
    for report in edition.catalogue.all(Report):
        yield _report(edition, report)
        trail = (*_trail(edition, report), Link(path_of(report), edition.language.text(report.title)))
        yield from section_pages(edition, report, report.title, trail, report_menu(edition, report), Markup(""))
        yield from _updates(edition, report, trail)
        if report.scanning:
            yield _scanning(edition, report, trail)


def _trail(edition: Edition, report: Report) -> tuple[Link, ...]:
    return partnership_trail(edition, edition.catalogue.partnership(report))


def _report(edition: Edition, report: Report) -> Page:
    catalogue, language = edition.catalogue, edition.language
    money = charts_of_money(catalogue, language, catalogue.finance(report))
    return edition.page(
        path_of(report),
        "report.html",
        title=edition.name(report.title),
        heading=language.text(report.title),
        description=" ".join(edition.name(line) for line in report.summary[:2]) or edition.name(report.title),
        shown=(report,),
        breadcrumb=_trail(edition, report),
        menu=report_menu(edition, report),
        edit=edition.origin(report),
        files=files_of(chart for _, chart in money if chart),
        report=report,
        sections=catalogue.sections(report),
        updates=[(item, update_path(report, item)) for item in report.updates],
        foreword_body=foreword_body(edition, report),
        finance=money,
        achievements=catalogue.achievements(report),
        measures=[(catalogue.get(use.measure), use) for use in report.measures],
        names=lambda texts: [edition.name(text) for text in texts],
    )


def _updates(edition: Edition, report: Report, trail: tuple[Link, ...]) -> Iterator[Page]:
    for item in report.updates:
        page = edition.page(
            update_path(report, item),
            "update.html",
            title=f"{edition.name(item.title)} – {edition.name(report.title)}",
            heading=edition.language.text(item.title),
            description=edition.name(item.summary or item.title),
            shown=tuple(edition.catalogue.get(use.measure) for use in item.measures),
            breadcrumb=trail,
            menu=report_menu(edition, report),
            edit=edition.origin(report),
            item=item,
        )
        yield replace(page, sensitive=page.sensitive or item.sensitive)


def _scanning(edition: Edition, report: Report, trail: tuple[Link, ...]) -> Page:
    language = edition.language
    title = language.message("Topic by topic: %(report)s", report=report.title)

    def cell(text: Prose | None) -> Markup:
        return edition.prose(text, 3) if text else language.markup("nothing stated")

    return edition.page(
        f"{path_of(report)}scanning/",
        "scanning.html",
        title=title,
        heading=language.markup("Topic by topic"),
        description=title,
        shown=(report,),
        breadcrumb=trail,
        menu=report_menu(edition, report),
        edit=edition.origin(report),
        report=report,
        name=title,
        cell=cell,
    )
