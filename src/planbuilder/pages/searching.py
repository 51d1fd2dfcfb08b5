"""The search as a page of its own: for browsers without dialogs, and the way to the A to Z without JavaScript."""

from planbuilder.pages.draft import drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page

PATH = "search/"


@drafted
def page(edition: Edition) -> Page:
    """The page."""
    return edition.page(
        PATH,
        "search.html",
        title=edition.language.message("Search"),
        description=edition.language.message("Find a page of this site by a topic, a place or a word."),
        breadcrumb=(home_link(edition),),
    )
