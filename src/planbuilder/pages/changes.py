"""What changed: the change log for readers, on a page for the site and for each of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from planbuilder.changes import Told
from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.pages.changelog import Owner, by_day
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import Line, feed_link, line, title_of
from planbuilder.pages.frame import home_link, partnership_menu, partnership_trail, plan_page, plan_trail
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Link, Menu, Page

MOST = 200
"""So many changes stand on a page. Those of one thing stand on its own page as well, so none is lost."""


@dataclass(frozen=True)
class DayOfChanges:
    """What changed on one day. `hidden` counts what is about sensitive subjects and is told on their own pages."""

    day: date
    lines: tuple[Line, ...]
    hidden: int


def pages(edition: Edition) -> Iterator[Draft]:
    """The page of the site, of each partnership and plan, and of each priority and measure that has changed."""
    catalogue = edition.catalogue
    owners: tuple[Owner | None, ...] = (
        None,
        *catalogue.all(Partnership),
        *catalogue.all(Plan),
        *catalogue.all(Priority),
        *catalogue.all(Measure),
    )
    for owner in owners:
        if edition.changes.path(owner):
            yield _page(edition, owner)


@drafted
def _page(edition: Edition, owner: Owner | None) -> Page:
    index, language = edition.changes, edition.language
    path = index.path(owner)
    told = index.of(owner)
    context: dict[str, Any] = {
        "title": title_of(edition, owner),
        "heading": language.markup("What changed"),
        "description": title_of(edition, owner),
        "shown": () if owner is None else (owner,),
        "feed": feed_link(edition, owner),
        "days": tuple(lines_by_day(edition, told[:MOST], owner)),
        "more": len(told) > MOST,
    }
    if isinstance(owner, Plan):
        return plan_page(edition, owner, path, "changes.html", **context)
    return edition.page(path, "changes.html", breadcrumb=_trail(edition, owner), menu=_menu(edition, owner), **context)


def _trail(edition: Edition, owner: Owner | None) -> tuple[Link, ...]:
    if owner is None:
        return (home_link(edition),)
    plan = edition.catalogue.plan(owner)
    trail = plan_trail(edition, plan) if plan else partnership_trail(edition, edition.catalogue.partnership(owner))
    return (
        trail if isinstance(owner, Partnership) else (*trail, Link(path_of(owner), edition.language.text(owner.title)))
    )


def _menu(edition: Edition, owner: Owner | None) -> Menu | None:
    return partnership_menu(edition, edition.catalogue.partnership(owner)) if owner else None


def lines_by_day(edition: Edition, told: tuple[Told, ...], owner: Owner | None) -> Iterator[DayOfChanges]:
    """What is said of each day. A sensitive subject is named on pages of its own only."""
    whole = owner is not None and edition.catalogue.sensitive(owner)
    for group in by_day(told):
        open_ = [item for item in group if whole or not item.sensitive]
        lines = tuple(line(edition, item) for item in open_)
        yield DayOfChanges(group[0].on, lines, len(group) - len(open_))
