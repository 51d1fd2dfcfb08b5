"""Pages: the catalogue in one language, as HTML. One module and one template for each kind of page."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from planbuilder.pages import (
    about,
    accessibility,
    accountability,
    achievements,
    changes,
    complete,
    consultation,
    due,
    get_involved,
    history,
    home,
    judging,
    measures,
    one_page,
    open_data,
    partnership,
    plan,
    priority,
    registers,
    report,
    searching,
    summary,
    translations,
)
from planbuilder.pages.draft import Draft
from planbuilder.pages.edition import Edition
from planbuilder.pages.home import front_door, not_found
from planbuilder.pages.page import Page
from planbuilder.pages.registers import a_to_z, listed

KINDS = (
    home,
    partnership,
    plan,
    summary,
    priority,
    measures,
    achievements,
    consultation,
    get_involved,
    about,
    one_page,
    accountability,
    complete,
    due,
    report,
    history,
    judging,
    registers,
    accessibility,
    open_data,
    translations,
)
"""Every kind of page that the A to Z lists. Each module has `pages(edition)`."""


def drafts(edition: Edition) -> Iterator[Draft]:
    """All pages of one language, yet to be made. The A to Z is not among them: it is made of what they are called."""
    for kind in KINDS:
        yield from kind.pages(edition)
    yield from (replace(draft, in_list=False) for draft in changes.pages(edition))
    yield replace(searching.page(edition), in_list=False)


def translation_note(edition: Edition) -> Markup:
    """What readers of an unreviewed translation are told, in their language; empty where there is nothing to say."""
    language = edition.language
    if language.code == language.source or language.status.reviewed:
        return Markup("")
    return language.markup("This translation is a draft: nobody who speaks the language has checked it yet.")


__all__ = [
    "KINDS",
    "Draft",
    "Edition",
    "Page",
    "a_to_z",
    "drafts",
    "front_door",
    "listed",
    "not_found",
    "translation_note",
]
