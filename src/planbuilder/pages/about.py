"""About a plan: its legal basis, foreword, principles and money, and a page for each section of its text."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.model.plan import Plan, Section
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_menu, plan_status, plan_trail
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Link, Page


def pages(edition: Edition) -> Iterator[Page]:
    """For each plan that we hold: the page about it and its sections."""
    for plan in edition.catalogue.all(Plan):
        if plan.held:
            yield _about(edition, plan)
            yield from _sections(edition, plan)


def foreword_body(edition: Edition, plan: Plan, h: int = 2) -> Markup:
    """The foreword, with its heading; empty where a plan has none."""
    return edition.render("foreword.html", foreword=plan.foreword, h=h) if plan.foreword else Markup("")


def _about(edition: Edition, plan: Plan) -> Page:
    language = edition.language
    title = language.message("About the plan: %(plan)s", plan=plan.title)
    return edition.page(
        f"{path_of(plan)}about/",
        "about.html",
        title=title,
        heading=language.markup("About the plan"),
        description=title,
        breadcrumb=plan_trail(edition, plan),
        menu=plan_menu(edition, plan),
        status=plan_status(edition, plan),
        edit=edition.origin(plan),
        plan=plan,
        sections=edition.catalogue.sections(plan),
        foreword_body=foreword_body(edition, plan),
    )


def _sections(edition: Edition, plan: Plan) -> Iterator[Page]:
    sections = edition.catalogue.sections(plan)
    trail = (*plan_trail(edition, plan), Link(f"{path_of(plan)}about/", edition.language.markup("About the plan")))
    for place, section in enumerate(sections):
        before: Section | None = sections[place - 1] if place else None
        after: Section | None = sections[place + 1] if place + 1 < len(sections) else None
        title = f"{edition.name(section.title)} – {edition.name(plan.title)}"
        yield edition.page(
            path_of(section),
            "section.html",
            title=title,
            heading=edition.language.text(section.title),
            description=edition.name(section.summary) if section.summary else title,
            breadcrumb=trail,
            menu=plan_menu(edition, plan),
            status=plan_status(edition, plan),
            edit=edition.origin(section),
            section=section,
            before=before,
            after=after,
        )
