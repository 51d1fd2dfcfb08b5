"""Pages made from the site's registers: glossary, sources and organisations, accessibility, A to Z."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from planbuilder.model.organisation import Organisation
from planbuilder.model.registers import Document
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Page]:
    """Glossary, about the data, accessibility statement."""
    catalogue, language = edition.catalogue, edition.language
    home = (home_link(edition),)
    yield edition.page(
        "glossary/",
        "glossary.html",
        title=language.message("Glossary"),
        description=language.message("Words and abbreviations that the plans use, in plain language."),
        breadcrumb=home,
        terms=catalogue.glossary(),
        edit="data/glossary.yml",
    )
    yield edition.page(
        "about-the-data/",
        "about_the_data.html",
        title=language.message("About the data"),
        description=language.message("Where the figures and statements on this site come from."),
        breadcrumb=home,
        documents=catalogue.all(Document),
        organisations=sorted(catalogue.all(Organisation), key=lambda item: item.name.source),
        edit="data/documents.yml",
    )
    yield edition.page(
        "accessibility/",
        "accessibility.html",
        title=language.message("Accessibility statement"),
        description=language.message("How accessible this website is, and whom to tell about a problem."),
        breadcrumb=home,
        site=catalogue.site,
        edit="data/site.yml",
    )


@dataclass(frozen=True)
class Entry:
    """One line of the A to Z."""

    path: str
    label: Markup
    where: Markup | None
    order: str


def a_to_z(edition: Edition, everything: Iterable[Page]) -> Page:
    """Every page by title: what search is without JavaScript."""
    entries = sorted(
        (
            Entry(
                page.path, page.heading, page.breadcrumb[-1].label if len(page.breadcrumb) > 1 else None, _order(page)
            )
            for page in everything
            if page.path
        ),
        key=lambda entry: (entry.order, entry.path),
    )
    letters = [(letter, list(found)) for letter, found in groupby(entries, key=lambda entry: entry.order[:1].upper())]
    return edition.page(
        "a-z/",
        "a_to_z.html",
        title=edition.language.message("A to Z"),
        description=edition.language.message("Every page of this site, by title."),
        breadcrumb=(home_link(edition),),
        letters=letters,
    )


def _order(page: Page) -> str:
    """The heading as it is sorted: without marks, in lower case."""
    bare = unicodedata.normalize("NFD", page.heading.striptags().casefold())
    return "".join(sign for sign in bare if sign.isalnum() or sign == " ").strip() or "#"
