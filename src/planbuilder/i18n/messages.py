"""The interface's messages in one language, read from its gettext catalogue."""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

PACKAGED = Path(__file__).parent.parent / "locale"
"""Catalogues that come with planbuilder."""

MessageId = tuple[str, str]
"""Context and English text; the context is empty for nearly all messages."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for this
    """Mark a message that stands in a table and is asked for later: `language.message(TABLE[key])`."""
    return message


@dataclass(frozen=True)
class TranslationStatus:
    """Who made a translation, and whether a speaker of the language has reviewed it."""

    translator: str = ""
    reviewed_by: str = ""

    @property
    def reviewed(self) -> bool:
        """Whether a speaker has read it. Pages of an unreviewed translation say so."""
        return bool(self.reviewed_by)


@dataclass(frozen=True)
class Messages:
    """Current messages of one language: nothing fuzzy, nothing empty. English needs none."""

    singular: Mapping[MessageId, str] = field(default_factory=dict)
    plurals: Mapping[MessageId, tuple[str, ...]] = field(default_factory=dict)
    plural_forms: str = ""
    """The catalogue's own Plural-Forms header."""
    status: TranslationStatus = TranslationStatus()
    autonym: str = ""
    """The language's name in itself, for languages that CLDR does not know."""

    def plural_index(self, n: int) -> int:
        """Which plural form a whole number takes."""
        return plural_rule(self.plural_forms)(n)


@cache
def plural_rule(header: str) -> Callable[[int], int]:
    """The function that a Plural-Forms header stands for: number to index. Empty: one and other, as in English."""
    expression = next((part for part in header.split(";") if part.strip().startswith("plural")), "plural=n != 1")
    return gettext.c2py(expression.split("=", 1)[1].strip())


def read_catalogue(path: Path) -> Catalog:
    """A PO file, its comments and obsolete entries included."""
    with path.open("rb") as file:
        return read_po(file)


def header(catalogue: Catalog, name: str) -> str:
    """One field of a catalogue's header; empty when it is missing."""
    return next((value for key, value in catalogue.mime_headers if key.casefold() == name.casefold()), "")


def status_of(catalogue: Catalog) -> TranslationStatus:
    """The two header fields `X-Translator` and `X-Reviewed-By`."""
    return TranslationStatus(header(catalogue, "X-Translator"), header(catalogue, "X-Reviewed-By"))


@cache
def _read(path: Path, changed: int) -> Messages:  # noqa: ARG001 - part of the cache's key
    catalogue = read_catalogue(path)
    singular: dict[MessageId, str] = {}
    plurals: dict[MessageId, tuple[str, ...]] = {}
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        context = message.context or ""
        match message.id, message.string:
            case (str(one), *_), (str(), *_) as forms if all(forms):
                plurals[context, one] = tuple(forms)
            case str(msgid), str(translation) if translation:
                singular[context, msgid] = translation
    return Messages(
        MappingProxyType(singular),
        MappingProxyType(plurals),
        header(catalogue, "Plural-Forms"),
        status_of(catalogue),
        header(catalogue, "X-Autonym"),
    )


def read_messages(code: str, folders: tuple[Path, ...] = ()) -> Messages:
    """The interface messages of one language: planbuilder's own, then the site's over them.

    `folders` are further `locale` folders, in the usual layout `<code>/LC_MESSAGES/planbuilder.po`.
    A file that has not changed is parsed once.
    """
    found = Messages()
    for folder in (PACKAGED, *folders):
        path = folder / code / "LC_MESSAGES" / "planbuilder.po"
        if path.is_file():
            later = _read(path, path.stat().st_mtime_ns)
            found = later if found == Messages() else _laid_over(found, later)
    return found


def _laid_over(below: Messages, above: Messages) -> Messages:
    return Messages(
        {**below.singular, **above.singular},
        {**below.plurals, **above.plurals},
        below.plural_forms,
        below.status,
        above.autonym or below.autonym,
    )
