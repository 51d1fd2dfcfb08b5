"""The interface's messages in one language, read from its gettext catalogue."""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from planbuilder.i18n import po
from planbuilder.i18n.po import EntryId, TranslationStatus
from planbuilder.source import DataError, Problem

PACKAGED = Path(__file__).parent.parent / "locale"
"""Catalogues that come with planbuilder."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for this
    """Mark a message that stands in a table and is asked for later: `language.message(TABLE[key])`."""
    return message


def ngettext_noop(one: str, other: str) -> tuple[str, str]:
    """The same for a message that depends on a number: `language.plural(*TABLE[key], n)`."""
    return one, other


@dataclass(frozen=True)
class Messages:
    """Current messages of one language: nothing fuzzy, nothing empty. English needs none."""

    singular: Mapping[EntryId, str] = field(default_factory=dict)
    plurals: Mapping[EntryId, tuple[str, ...]] = field(default_factory=dict)
    plural_forms: str = ""
    """The catalogue's own Plural-Forms header."""
    status: TranslationStatus = field(default_factory=TranslationStatus)
    autonym: str = ""
    """The language's name in itself, for languages that CLDR does not know."""

    def mapped(self, change: Callable[[str], str]) -> "Messages":
        """The same messages with their words changed."""
        singular = {id_: change(text) for id_, text in self.singular.items()}
        plurals = {id_: tuple(map(change, forms)) for id_, forms in self.plurals.items()}
        return replace(self, singular=singular, plurals=plurals)

    def plural_index(self, n: int) -> int:
        """Which plural form a whole number takes."""
        return plural_rule(self.plural_forms)(n)


@cache
def plural_rule(header: str) -> Callable[[int], int]:
    """The function that a Plural-Forms header stands for: number to index. Empty: one and other, as in English."""
    expression = next((part for part in header.split(";") if part.strip().startswith("plural")), "plural=n != 1")
    return gettext.c2py(expression.split("=", 1)[1].strip())


@cache
def _read(path: Path, changed: int) -> Messages:
    try:
        file = po.read(path)
    except po.UnreadablePoError as error:
        remedy = "put it right, or get the last good version back"
        shown = "/".join(path.parts[-4:])  # locale/cy/LC_MESSAGES/planbuilder.po
        raise DataError([Problem(shown, error.line, 1, "", str(error), remedy)]) from None
    return Messages(
        MappingProxyType({entry.id: entry.forms[0] for entry in file.entries if entry.current}),
        MappingProxyType({entry.id: entry.forms for entry in file.entries if entry.current and entry.plural}),
        file.plural_forms,
        file.status,
        file.headers.get(po.AUTONYM, ""),
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
