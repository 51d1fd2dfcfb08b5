"""The search as a page of its own: for browsers without dialogs, and the way to the A to Z without JavaScript."""

from collections.abc import Iterator

from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Page]:
    """The one page."""
    yield edition.page(
        "search/",
        "search.html",
        title=edition.language.message("Search"),
        description=edition.language.message("Find a page of this site by a topic, a place or a word."),
        breadcrumb=(home_link(edition),),
    )
