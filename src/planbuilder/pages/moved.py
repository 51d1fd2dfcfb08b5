"""What stands where a page was before it moved, for hosts that can't lead readers on by themselves.

It does not go on by itself: a reader who is taken elsewhere without being asked does not know where they are.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.redirect import Redirect
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page


def moves(catalogue: Catalogue) -> Mapping[Redirect, str]:
    """Every page that has moved, and where it is today: a path below the language folder, perhaps with an anchor."""
    return {one: one.path or path_of(catalogue.entities[one.to]) for one in catalogue.all(Redirect)}


def pages(edition: Edition, titles: Mapping[str, Markup]) -> Iterator[Page]:
    """A page for each that has moved. `titles` are the headings of all pages by their path."""
    for redirect, path in moves(edition.catalogue).items():
        title = titles.get(path.partition("#")[0])
        if title is None or redirect.old in titles:
            continue  # the build says that there is no such page, or that there still is one
        yield edition.page(
            redirect.old,
            "moved.html",
            title=edition.language.message("This page has moved"),
            description=edition.language.message("The page that was here has another address now."),
            breadcrumb=(home_link(edition),),
            shown=() if redirect.path else (edition.catalogue.entities[redirect.to],),
            to=path,
            name=title,
        )
