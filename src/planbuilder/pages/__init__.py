"""Pages: the catalogue in one language, as HTML. One module and one template for each kind of page."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.pages import (
    about,
    accountability,
    achievements,
    complete,
    consultation,
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
from planbuilder.pages.edition import Edition
from planbuilder.pages.home import front_door, not_found
from planbuilder.pages.page import Page

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
    report,
    history,
    judging,
    registers,
    open_data,
    translations,
)
"""Every kind of page that the A to Z lists. Each module has `pages(edition)`."""


def pages(edition: Edition) -> Iterator[Page]:
    """All pages of one language; the ways to find them, A to Z and search, come last."""
    listed = []
    for kind in KINDS:
        for page in kind.pages(edition):
            listed.append(page)
            yield page
    yield registers.a_to_z(edition, listed)
    yield searching.page(edition)


def translation_note(edition: Edition) -> Markup:
    """What readers of an unreviewed translation are told, in their language; empty where there is nothing to say."""
    language = edition.language
    if language.code == language.source or language.status.reviewed:
        return Markup("")
    return language.markup("This translation is a draft: nobody who speaks the language has checked it yet.")


__all__ = ["KINDS", "Edition", "Page", "front_door", "not_found", "pages", "translation_note"]
