"""What is due this quarter, by who leads it: for editors, and for readers who want to see promises kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from planbuilder.model.registers import SupportService
from planbuilder.model.site import Site
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page
from planbuilder.verdict.due import Due, due, quarter_of


@dataclass(frozen=True)
class Line:
    """One thing that is due, in words. `place` leads to the page that tells more."""

    when: Markup
    what: Markup
    place: str


def pages(edition: Edition) -> Iterator[Draft]:
    """The page."""
    yield _page(edition)


@drafted
def _page(edition: Edition) -> Page:
    language, catalogue = edition.language, edition.catalogue
    until = quarter_of(catalogue.today).end
    told = language.message(
        "What partners said they would do, and what this site has to bring up to date, until %(day)s.",
        day=language.date(until),
    )
    found = [list(group) for _, group in groupby(due(catalogue, until), key=lambda item: str(item.lead or ""))]
    return edition.page(
        "due/",
        "due.html",
        title=language.message("What is due"),
        description=told,
        breadcrumb=(home_link(edition),),
        told=told,
        until=language.date(until),
        groups=[(_lead(edition, items[0]), [_line(edition, item) for item in items]) for items in found],
    )


def _lead(edition: Edition, item: Due) -> Markup:
    return edition.language.text(item.lead) if item.lead else edition.language.markup("Nobody is named")


def _line(edition: Edition, item: Due) -> Line:
    language = edition.language
    if item.day is None:
        when = language.markup("Never done yet")
    elif item.overdue(edition.catalogue.today):
        when = language.markup("%(day)s, overdue", day=language.date(item.day))
    else:
        when = Markup.escape(language.date(item.day))
    return Line(when, _what(edition, item), _place(edition, item))


def _what(edition: Edition, item: Due) -> Markup:
    language = edition.language
    match item.kind:
        case "figures":
            return language.markup("New figures: %(title)s", title=language.text(item.subject))
        case "action":
            return language.markup("Action: %(text)s", text=language.text(item.subject))
        case "service":
            return language.markup("Compare with the service's own page: %(name)s", name=language.text(item.subject))
        case "statement":
            return language.markup("Review the accessibility statement")


def _place(edition: Edition, item: Due) -> str:
    if isinstance(item.entity, Site):
        return edition.href("accessibility/")
    return "" if isinstance(item.entity, SupportService) else edition.link(item.entity)
