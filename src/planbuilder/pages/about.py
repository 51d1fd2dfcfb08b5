"""About a plan: its legal basis, foreword, principles and money, and a page for each section of its text."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.model.plan import Plan, Section
from planbuilder.model.report import Report
from planbuilder.pages.charting import charts_of_money, files_of_money
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_menu, plan_page, plan_status, plan_trail
from planbuilder.pages.links import path_of
from planbuilder.pages.page import NOTHING, Link, Menu, Page


def pages(edition: Edition) -> Iterator[Draft]:
    """For each plan that we hold: the page about it and its sections."""
    for plan in edition.catalogue.all(Plan):
        if plan.held:
            yield _about(edition, plan)
            for section in edition.catalogue.sections(plan):
                yield _section(edition, plan, section)


def foreword_body(edition: Edition, plan: Plan, h: int = 2) -> Markup:
    """The foreword of a plan, with its heading; empty where there is none."""
    return edition.render("foreword.html", foreword=plan.foreword, h=h) if plan.foreword else NOTHING


@drafted
def _about(edition: Edition, plan: Plan) -> Page:
    language = edition.language
    title = language.message("About the plan: %(plan)s", plan=plan.title)
    money = charts_of_money(edition.catalogue, language, edition.catalogue.finance(plan))
    return plan_page(
        edition,
        plan,
        f"{path_of(plan)}about/",
        "about.html",
        title=title,
        heading=language.markup("About the plan"),
        description=title,
        edit=edition.origin(plan),
        files=files_of_money(edition.catalogue, edition.language, money),
        finance=money,
        sections=edition.catalogue.sections(plan),
        foreword_body=foreword_body(edition, plan),
    )


@drafted
def _section(edition: Edition, plan: Plan, section: Section) -> Page:
    trail = (*plan_trail(edition, plan), Link(f"{path_of(plan)}about/", edition.language.markup("About the plan")))
    menu, status = plan_menu(edition, plan), plan_status(edition, plan)
    return section_page(edition, plan, section, trail, menu, status)


def section_page(
    edition: Edition, owner: Plan | Report, section: Section, trail: tuple[Link, ...], menu: Menu, status: Markup
) -> Page:
    """The page of a section of a plan or a report."""
    catalogue = edition.catalogue
    sections = catalogue.sections(owner)
    place = sections.index(section)
    named = f"{edition.name(section.title)} – {edition.name(owner.title)}"
    return edition.page(
        path_of(section),
        "section.html",
        title=named,
        heading=edition.language.text(section.title),
        description=edition.name(section.summary) if section.summary else named,
        shown=(section, *(catalogue.get(table) for table in section.tables)),
        breadcrumb=trail,
        menu=menu,
        status=status,
        edit=edition.origin(section),
        section=section,
        before=sections[place - 1] if place else None,
        after=sections[place + 1] if place + 1 < len(sections) else None,
    )
