"""How far each language is: what is translated, by whom, and whether a speaker has checked it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from planbuilder.i18n import Language
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page


@dataclass(frozen=True)
class Row:
    """One language: the share that is shown of each owner's texts, in per cent, and its status."""

    language: Language
    shares: tuple[str, ...]
    translator: str
    reviewed: bool


def pages(edition: Edition) -> Iterator[Draft]:
    """One page, where the site has more than one language."""
    if len(edition.languages) > 1:
        yield _translations(edition)


@drafted
def _translations(edition: Edition) -> Page:
    language, partnerships = edition.language, edition.catalogue.partnerships
    return edition.page(
        "translations/",
        "translations.html",
        title=language.message("How far the translations are"),
        description=language.message("What is translated into which language, and who has checked it."),
        breadcrumb=(home_link(edition),),
        columns=[language.markup("Site"), *(language.text(partnership.name) for partnership in partnerships)],
        rows=[_row(edition, other) for other in edition.languages.values() if other.code != other.source],
        source=edition.languages[language.source],
    )


def _row(edition: Edition, other: Language) -> Row:
    edition.answers.note(("coverage",))
    found = edition.coverage.get(other.code, {})
    owners = ("", *(partnership.key for partnership in edition.catalogue.partnerships))
    shares = (found.get(owner, (0, 0)) for owner in owners)
    return Row(
        other,
        tuple(_share(edition.language, shown, total) for shown, total in shares),
        other.status.translator,
        other.status.reviewed,
    )


def _share(language: Language, shown: int, total: int) -> str:
    """Never rounded up to all or down to nothing."""
    percent = 100 * shown // total if total else 100
    return language.percent(Decimal(max(percent, 1) if shown else 0))
