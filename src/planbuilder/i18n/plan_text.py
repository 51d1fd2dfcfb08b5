"""The plan's own words and their translations: one PO file for each partnership and language, one for the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from planbuilder.i18n import po
from planbuilder.i18n.passages import paragraphs
from planbuilder.i18n.po import Entry, EntryId
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import LoggedChange
from planbuilder.model.entity import Part, Source
from planbuilder.model.partnership import Leader
from planbuilder.model.profile import Requirement
from planbuilder.model.registers import Document, Unit
from planbuilder.model.text import Prose, Text
from planbuilder.source import DataError, Problem

SITE = ""
"""The owner of what belongs to no partnership: the site's own words and its registers."""

_KEPT: dict[type[Part], frozenset[str]] = {
    Source: frozenset({"section", "page"}),
    Document: frozenset({"title", "published", "licence", "attribution", "versions"}),
    Leader: frozenset({"name"}),
    Requirement: frozenset({"law"}),
    LoggedChange: frozenset({"title", "area", "group", "why", "was_action", "action"}),
}
"""Names of people, laws and places in published documents: they stay as they are in every language. What the change log
repeats is translated where it stands."""


def path_of(root: Path, owner: str, language: str) -> Path:
    """Where the translations of an owner's words stand."""
    return root / "data" / owner / "translations" / f"{language}.po"


def texts(part: Part) -> Iterator[Text]:
    """Every text of an entity that can be translated, in the order of the fields, with what is nested in it."""
    kept = _KEPT.get(type(part), frozenset())
    for name in type(part).model_fields:
        if name not in kept:
            yield from _texts_in(getattr(part, name))


def _texts_in(value: Any) -> Iterator[Text]:
    match value:
        case Text():
            yield value
        case Part():
            yield from texts(value)
        case tuple() | list():
            for item in value:
                yield from _texts_in(item)
        case dict():
            for item in value.values():
                yield from _texts_in(item)


def _entries_of(part: Part) -> Iterator[Entry]:
    if isinstance(part, Unit):
        yield from _unit_entries(part)
        return
    for text in texts(part):
        for paragraph in paragraphs(text.source) if isinstance(text, Prose) else (text.source,):
            yield Entry(paragraph, text.context)


def _unit_entries(unit: Unit) -> Iterator[Entry]:
    number = "%(n)s is a number"
    yield Entry(
        f"%(n)s {unit.one}", f"{unit.key}#one", f"%(n)s {unit.other}", placeholders=True, hints=(f"{number}: 75",)
    )
    yield Entry(f"%(n)s {unit.other}", f"{unit.key}#fraction", placeholders=True, hints=(f"{number}: 12.5",))
    yield Entry(unit.other.source, f"{unit.key}#other", hints=("without a number, as a heading",))


def entries(catalogue: Catalogue) -> dict[str, tuple[Entry, ...]]:
    """Everything to translate, by owner: first the site, then each partnership. Each text once for each context."""
    found: dict[str, dict[EntryId, Entry]] = {SITE: {}}
    found |= {partnership.key: {} for partnership in catalogue.partnerships}
    for key in sorted(catalogue.entities):
        entity = catalogue.entities[key]
        owned = found.get(entity.partnership_key, found[SITE])
        for entry in _entries_of(entity):
            owned.setdefault(entry.id, entry)
    if catalogue.site.key not in catalogue.entities:
        site = {entry.id: entry for entry in _entries_of(catalogue.site)}
        found[SITE] = {**site, **found[SITE]}
    return {owner: tuple(owned.values()) for owner, owned in found.items()}


def owners(root: Path) -> tuple[str, ...]:
    """Whose translations there may be: the site's, and those of every folder in `data/` that has some."""
    folders = sorted(path.parent.name for path in (root / "data").glob("*/translations") if path.is_dir())
    return (SITE, *folders)


def read_translations(root: Path, languages: Iterable[str]) -> Mapping[str, Mapping[EntryId, str]]:
    """Translations by language, for `Catalogue.translations`: (context, source) → text, current ones only.

    A plural form has its number in its context (`units/people#one[2]`). The header of the site's file gives the
    rule (`("", "Plural-Forms")`); every file's header says who made it (`("<partnership>#", "X-Translator")`).
    Raises DataError for a file that can't be read.
    """
    problems: list[Problem] = []
    found = {language: MappingProxyType(_read(root, language, problems)) for language in languages}
    if problems:
        raise DataError(problems)
    return MappingProxyType(found)


def _read(root: Path, language: str, problems: list[Problem]) -> dict[EntryId, str]:
    found: dict[EntryId, str] = {}
    for owner in owners(root):
        path = path_of(root, owner, language)
        if not path.is_file():
            continue
        try:
            file = po.read(path)
        except po.UnreadablePoError as error:
            remedy = "put it right, or get the last good version back"
            problems.append(Problem(path.relative_to(root).as_posix(), error.line, 1, "", str(error), remedy))
            continue
        found |= {(f"{owner}#", name): file.headers.get(name, "") for name in (po.TRANSLATOR, po.REVIEWED_BY)}
        if owner == SITE:
            found["", po.PLURAL_FORMS] = file.plural_forms
        for entry in file.entries:
            if entry.current:
                found |= _keyed(entry)
    return found


def _keyed(entry: Entry) -> dict[EntryId, str]:
    if not entry.plural:
        return {entry.id: entry.forms[0]}
    return {(f"{entry.context}[{index}]", entry.source): form for index, form in enumerate(entry.forms)}


def translated(catalogue: Catalogue, root: Path) -> Catalogue:
    """The catalogue with the translations that stand in `root/data`. Raises DataError."""
    return replace(catalogue, translations=read_translations(root, catalogue.site.languages[1:]))
