"""Pages made from the site's registers: glossary, sources and organisations, A to Z."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from planbuilder.model.organisation import Organisation
from planbuilder.model.registers import Document
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """Glossary, about the data."""
    yield _glossary(edition)
    yield _about_the_data(edition)


@drafted
def _glossary(edition: Edition) -> Page:
    language = edition.language
    return edition.page(
        "glossary/",
        "glossary.html",
        title=language.message("Glossary"),
        description=language.message("Words and abbreviations that the plans use, in plain language."),
        breadcrumb=(home_link(edition),),
        terms=edition.catalogue.glossary(),
        edit="data/glossary.yml",
    )


@drafted
def _about_the_data(edition: Edition) -> Page:
    catalogue, language = edition.catalogue, edition.language
    return edition.page(
        "about-the-data/",
        "about_the_data.html",
        title=language.message("About the data"),
        description=language.message("Where the figures and statements on this site come from."),
        breadcrumb=(home_link(edition),),
        documents=catalogue.all(Document),
        organisations=sorted(catalogue.all(Organisation), key=lambda item: item.name.source),
        edit="data/documents.yml",
    )


class Listed(NamedTuple):
    """What a page is called, and which page is above it: what the A to Z needs of it."""

    path: str
    label: Markup
    where: Markup | None

    @property
    def order(self) -> str:
        """The heading as it is sorted: without marks, in lower case."""
        bare = unicodedata.normalize("NFD", self.label.striptags().casefold())
        return "".join(sign for sign in bare if sign.isalnum() or sign == " ").strip() or "#"


def listed(page: Page) -> Listed:
    """A page as the A to Z lists it."""
    return Listed(page.path, page.heading, page.breadcrumb[-1].label if len(page.breadcrumb) > 1 else None)


@drafted
def a_to_z(edition: Edition, everything: tuple[Listed, ...]) -> Page:
    """Every page by title: what search is without JavaScript."""
    ordered = sorted(((entry.order, entry.path, entry) for entry in everything if entry.path), key=lambda one: one[:2])
    letters = [
        (letter, [entry for _, _, entry in found])
        for letter, found in groupby(ordered, key=lambda one: one[0][:1].upper())
    ]
    return edition.page(
        "a-z/",
        "a_to_z.html",
        title=edition.language.message("A to Z"),
        description=edition.language.message("Every page of this site, by title."),
        breadcrumb=(home_link(edition),),
        letters=letters,
    )
