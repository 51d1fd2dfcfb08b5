"""What the law asks plans and reports to contain, and whether this site holds it."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.i18n import N_
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page
from planbuilder.verdict.completeness import Completeness, Result, everything

_RESULTS: dict[Result, tuple[str, str]] = {
    "there": (N_("found"), "check"),
    "lacking": (N_("not found"), "cross"),
    "unclear": (N_("a person has to read it"), "question"),
}
"""What a result is called, and its icon."""


def pages(edition: Edition) -> Iterator[Draft]:
    """One page for all, where a list applies to anything."""
    if everything(edition.catalogue):
        yield _complete(edition)


@drafted
def _complete(edition: Edition) -> Page:
    language = edition.language
    return edition.page(
        "completeness/",
        "complete.html",
        title=language.message("What plans and reports have to contain"),
        description=language.message("What the law asks plans and reports to contain, and whether we found it."),
        breadcrumb=(home_link(edition),),
        checked=[(one, _sentence(edition, one)) for one in everything(edition.catalogue)],
        results={result: (language.markup(words), icon) for result, (words, icon) in _RESULTS.items()},
    )


def _sentence(edition: Edition, one: Completeness) -> Markup:
    return edition.language.markup(
        "Found: %(found)s. Not found: %(lacking)s. For a person to read: %(unclear)s.",
        found=edition.language.number(one.number("there")),
        lacking=edition.language.number(one.number("lacking")),
        unclear=edition.language.number(one.number("unclear")),
    )
