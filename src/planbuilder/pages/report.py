"""Reports: how a plan is going, priority by priority and topic by topic. Each part has a page of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from planbuilder.model.entity import Entity
from planbuilder.model.plan import Section
from planbuilder.model.report import Report
from planbuilder.model.text import Prose
from planbuilder.pages.about import section_page
from planbuilder.pages.charting import charts_of_money, files_of_money
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import partnership_trail, report_menu, report_parts
from planbuilder.pages.links import path_of, update_path
from planbuilder.pages.page import NOTHING, Link, Page


def pages(edition: Edition) -> Iterator[Draft]:
    """For each report: an overview, what it says of each priority, its parts and its sections."""
    for report in edition.catalogue.all(Report):
        yield _overview(edition, report)
        for number in range(len(report.updates)):
            yield _update(edition, report, number)
        for number in range(len(report_parts(edition, report))):
            yield _part(edition, report, number)
        for section in edition.catalogue.sections(report):
            yield _section(edition, report, section)


def _trail(edition: Edition, report: Report) -> tuple[Link, ...]:
    return partnership_trail(edition, edition.catalogue.partnership(report))


def _trail_below(edition: Edition, report: Report) -> tuple[Link, ...]:
    return (*_trail(edition, report), Link(path_of(report), edition.language.text(report.title)))


@drafted
def _overview(edition: Edition, report: Report) -> Page:
    return edition.page(
        path_of(report),
        "report.html",
        title=edition.name(report.title),
        heading=edition.language.text(report.title),
        description=" ".join(edition.name(line) for line in report.summary[:2]) or edition.name(report.title),
        breadcrumb=_trail(edition, report),
        menu=report_menu(edition, report),
        edit=edition.origin(report),
        report=report,
        updates=[(item, update_path(report, item)) for item in report.updates],
        parts_of_report=report_parts(edition, report),
        sections=edition.catalogue.sections(report),
    )


@drafted
def _section(edition: Edition, report: Report, section: Section) -> Page:
    trail, menu = _trail_below(edition, report), report_menu(edition, report)
    return section_page(edition, report, section, trail, menu, NOTHING)


@drafted
def _update(edition: Edition, report: Report, number: int) -> Page:
    item = report.updates[number]
    page = edition.page(
        update_path(report, item),
        "update.html",
        title=f"{edition.name(item.title)} – {edition.name(report.title)}",
        heading=edition.language.text(item.title),
        description=edition.name(item.summary or item.title),
        shown=tuple(edition.catalogue.get(use.measure) for use in item.measures),
        breadcrumb=_trail_below(edition, report),
        menu=report_menu(edition, report),
        edit=edition.origin(report),
        item=item,
    )
    return replace(page, sensitive=page.sensitive or item.sensitive)


@dataclass(frozen=True)
class _Content:
    """What the template of one part needs, and what the page inherits its sensitivity from."""

    context: dict[str, Any]
    shown: tuple[Entity, ...] = ()
    sensitive: bool = False
    files: dict[str, bytes] | None = None


@drafted
def _part(edition: Edition, report: Report, number: int) -> Page:
    part = report_parts(edition, report)[number]
    content = _CONTENTS[part.name](edition, report) if part.name in _CONTENTS else _Content({})
    page = edition.page(
        part.path,
        f"report/{part.name}.html",
        title=f"{part.heading.striptags()} – {edition.name(report.title)}",
        heading=part.heading,
        description=f"{part.heading.striptags()} – {edition.name(report.title)}",
        shown=content.shown,
        breadcrumb=_trail_below(edition, report),
        menu=report_menu(edition, report),
        edit=edition.origin(report),
        files=content.files,
        report=report,
        **content.context,
    )
    return replace(page, sensitive=page.sensitive or content.sensitive)


def _figures(edition: Edition, report: Report) -> _Content:
    rows = [(edition.catalogue.get(use.measure), use) for use in report.measures]
    return _Content({"measures": rows}, tuple(measure for measure, _ in rows))


def _money(edition: Edition, report: Report) -> _Content:
    money = charts_of_money(edition.catalogue, edition.language, edition.catalogue.finance(report))
    return _Content({"finance": money}, files=files_of_money(edition.catalogue, edition.language, money))


def _achievements(edition: Edition, report: Report) -> _Content:
    return _Content({"achievements": edition.catalogue.achievements(report)})


def _tables(edition: Edition, report: Report) -> _Content:
    return _Content({}, tuple(edition.catalogue.get(table) for table in report.tables))


def _scanning(edition: Edition, report: Report) -> _Content:
    def cell(text: Prose | None) -> Markup:
        return edition.prose(text, 3) if text else edition.language.markup("nothing stated")

    caption = edition.language.message("Topic by topic: %(report)s", report=report.title)
    return _Content({"cell": cell, "caption": caption}, sensitive=any(row.sensitive for row in report.scanning))


def _ratings(edition: Edition, _report: Report) -> _Content:
    return _Content({"names": lambda texts: [edition.name(text) for text in texts]})


def _risks(_edition: Edition, report: Report) -> _Content:
    return _Content({}, sensitive=any(risk.sensitive for risk in report.risks))


_CONTENTS: dict[str, Callable[[Edition, Report], _Content]] = {
    "figures": _figures,
    "money": _money,
    "achievements": _achievements,
    "tables": _tables,
    "scanning": _scanning,
    "ratings": _ratings,
    "risks": _risks,
}
