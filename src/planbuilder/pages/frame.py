"""What the pages of one plan, or of one partnership, have around them: breadcrumb, menu and the plan's state."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from planbuilder.exports import picture_path
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority, PriorityKind
from planbuilder.model.report import Report
from planbuilder.pages.edition import Edition, shared
from planbuilder.pages.levels import levels
from planbuilder.pages.links import path_of, update_path
from planbuilder.pages.page import Link, Menu, MenuItem, Page


def home_link(edition: Edition) -> Link:
    """The first step of every breadcrumb."""
    return Link("", edition.language.markup("Home"))


def partnership_trail(edition: Edition, partnership: Partnership) -> tuple[Link, ...]:
    """The breadcrumb down to a partnership."""
    return home_link(edition), Link(path_of(partnership), edition.language.text(partnership.name))


def plan_trail(edition: Edition, plan: Plan) -> tuple[Link, ...]:
    """The breadcrumb down to a plan."""
    trail = partnership_trail(edition, edition.catalogue.partnership(plan))
    return (*trail, Link(path_of(plan), edition.language.text(plan.title)))


def groups_of(edition: Edition, plan: Plan) -> list[tuple[str, Markup, list[Priority]]]:
    """A plan's priorities, themes and other areas of focus: an id, what they are called, and which they are."""
    names = levels(edition.language, edition.catalogue.partnership(plan))
    kinds: tuple[tuple[PriorityKind, str, Markup], ...] = (
        ("priority", "priorities", names.priorities),
        ("cross_cutting_theme", "themes", names.themes),
        ("focus_area", "focus-areas", names.focus_areas),
    )
    everything = edition.catalogue.priorities(plan)
    grouped = ((id_, name, [item for item in everything if item.kind == kind]) for kind, id_, name in kinds)
    return [group for group in grouped if group[2]]


@shared
def plan_menu(edition: Edition, plan: Plan) -> Menu:
    """The menu of one plan."""
    catalogue, language = edition.catalogue, edition.language
    base, _ = path_of(plan), language.markup
    own = [
        MenuItem(path_of(priority), language.text(priority.title))
        for _id, _name, group in groups_of(edition, plan)
        for priority in group
    ]
    items = [MenuItem(base, _("Overview"), tuple(own))]
    if catalogue.measures(plan):
        items.append(MenuItem(f"{base}measures/", _("Is it working?")))
    if catalogue.achievements(plan):
        items.append(MenuItem(f"{base}achievements/", _("What was achieved")))
    if consultation := catalogue.consultation(plan):
        items.append(MenuItem(path_of(consultation), _("Consultation")))
    if catalogue.opportunities(plan):
        items.append(MenuItem(f"{base}get-involved/", _("Get involved")))
    if changes := edition.changes.path(plan):
        items.append(MenuItem(changes, _("What changed")))
    if plan.held:
        sections = tuple(MenuItem(path_of(item), language.text(item.title)) for item in catalogue.sections(plan))
        items.append(MenuItem(f"{base}about/", _("About the plan"), sections))
        items.append(MenuItem(f"{base}print/", _("The plan on one page")))
    return Menu(language.text(plan.title), base, tuple(items))


@shared
def partnership_menu(edition: Edition, partnership: Partnership) -> Menu:
    """The menu of one partnership: its plans, its measures and ways to take part."""
    catalogue, language = edition.catalogue, edition.language
    base = path_of(partnership)
    items = [
        MenuItem(base, language.markup("Who they are")),
        *(MenuItem(path_of(plan), language.text(plan.title)) for plan in catalogue.plans(partnership)),
    ]
    if catalogue.measures(partnership):
        items.append(MenuItem(f"{base}measures/", language.markup("All measures")))
    items += [MenuItem(path_of(report), language.text(report.title)) for report in catalogue.reports(partnership)]
    if len(catalogue.plans(partnership)) > 1:
        items.append(MenuItem(f"{base}history/", language.markup("Through the years")))
    items.append(MenuItem(f"{base}get-involved/", language.markup("Get involved")))
    if changes := edition.changes.path(partnership):
        items.append(MenuItem(changes, language.markup("What changed")))
    return Menu(language.text(partnership.name), base, tuple(items))


@dataclass(frozen=True)
class ReportPart:
    """A part of a report with a page of its own. `name` is that of its template."""

    name: str
    path: str
    heading: Markup


def report_parts(edition: Edition, report: Report) -> list[ReportPart]:
    """The parts that a report has, in the order of interest."""
    catalogue, _ = edition.catalogue, edition.language.markup
    present = (
        ("achievements", bool(catalogue.achievements(report)), _("What was achieved")),
        ("figures", bool(report.measures), _("Figures")),
        ("scanning", bool(report.scanning), _("Topic by topic: what the analysts found")),
        ("money", bool(catalogue.finance(report)), _("Money")),
        ("ratings", bool(report.inspections), _("What inspectors found")),
        ("recommendations", bool(report.recommendations), _("What was recommended")),
        ("risks", bool(report.risks), _("What may become a problem")),
        ("tables", bool(report.tables), _("Tables")),
        ("foreword", report.foreword is not None, _("Foreword")),
    )
    return [ReportPart(name, f"{path_of(report)}{name}/", heading) for name, there, heading in present if there]


@shared
def report_menu(edition: Edition, report: Report) -> Menu:
    """The menu of one report."""
    catalogue, language = edition.catalogue, edition.language
    base = path_of(report)
    updates = tuple(MenuItem(update_path(report, item), language.text(item.title)) for item in report.updates)
    items = [MenuItem(base, language.markup("The report"), updates)]
    items += [MenuItem(part.path, part.heading) for part in report_parts(edition, report)]
    items += [MenuItem(path_of(section), language.text(section.title)) for section in catalogue.sections(report)]
    return Menu(language.text(report.title), base, tuple(items))


@shared
def plan_status(edition: Edition, plan: Plan) -> Markup:
    """The sentence on a plan's state that stands on top of each of its pages."""
    catalogue = edition.catalogue
    return edition.render(
        "status.html",
        plan=plan,
        state=plan.state(catalogue.today),
        successor=catalogue.successor(plan),
        later=catalogue.later(plan),
    )


def plan_page(edition: Edition, plan: Plan, path: str, template: str, **context: Any) -> Page:
    """A page of a plan, with the plan's breadcrumb, menu and state around it. `context` as for `Edition.page`.

    The template knows the plan as `plan`.
    """
    return edition.page(
        path,
        template,
        breadcrumb=plan_trail(edition, plan),
        menu=plan_menu(edition, plan),
        status=plan_status(edition, plan),
        picture=picture_path(plan),
        plan=plan,
        **context,
    )
