"""The plan's own words and their translations: one PO file for each partnership and language, one for the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from planbuilder.i18n import po
from planbuilder.i18n.passages import paragraphs
from planbuilder.i18n.po import Entry, EntryId
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import LoggedChange
from planbuilder.model.entity import Entity, Part, Source
from planbuilder.model.partnership import Leader
from planbuilder.model.profile import Requirement
from planbuilder.model.registers import Document, Unit
from planbuilder.model.text import Prose, Text
from planbuilder.source import DataError, Problem

_UNREADABLE = "put it right, or get the last good version back"

SITE = ""
"""The owner of what belongs to no partnership: the site's own words and its registers."""

LANGUAGES, _FILES, _ENTITIES = 64, 4_096, 65_536
"""As many are remembered, for the preview, which reads them again and again."""

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


@lru_cache(maxsize=_ENTITIES)
def _entries_of(entity: Entity) -> tuple[Entry, ...]:
    if isinstance(entity, Unit):
        return tuple(_unit_entries(entity))
    return tuple(
        Entry(paragraph, text.context)
        for text in texts(entity)
        for paragraph in (paragraphs(text.source) if isinstance(text, Prose) else (text.source,))
    )


def _unit_entries(unit: Unit) -> Iterator[Entry]:
    number = "%(n)s is a number"
    yield Entry(
        f"%(n)s {unit.one}", f"{unit.key}#one", f"%(n)s {unit.other}", placeholders=True, hints=(f"{number}: 75",)
    )
    yield Entry(f"%(n)s {unit.other}", f"{unit.key}#fraction", placeholders=True, hints=(f"{number}: 12.5",))
    yield Entry(unit.other.source, f"{unit.key}#other", hints=("without a number, as a heading",))


def entries(catalogue: Catalogue) -> dict[str, tuple[Entry, ...]]:
    """Everything to translate, by owner: first the site, then each partnership. Each text once for each context."""
    found: dict[str, dict[EntryId, Entry]] = {}
    for owner, entities in _owned(catalogue).items():
        found[owner] = {}
        for entity in entities:
            for entry in _entries_of(entity):
                found[owner].setdefault(entry.id, entry)
    return {owner: tuple(owned.values()) for owner, owned in found.items()}


def asked(catalogue: Catalogue) -> dict[str, list[frozenset[EntryId]]]:
    """The same as what it is looked up by, for each entity of an owner: a context names its entity."""
    return {owner: [_ids_of(entity) for entity in entities] for owner, entities in _owned(catalogue).items()}


@lru_cache(maxsize=_ENTITIES)
def _ids_of(entity: Entity) -> frozenset[EntryId]:
    return frozenset(entry.id for entry in _entries_of(entity))


def _owned(catalogue: Catalogue) -> dict[str, list[Entity]]:
    """The entities of each owner: of the site, which may not be among them itself, and of the partnerships."""
    owned: dict[str, list[Entity]] = {owner: [] for owner in (SITE, *(one.key for one in catalogue.partnerships))}
    if catalogue.site.key not in catalogue.entities:
        owned[SITE].append(catalogue.site)
    for key in sorted(catalogue.entities):
        entity = catalogue.entities[key]
        owned.get(entity.partnership_key, owned[SITE]).append(entity)
    return owned


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
    found = {language: _read(root, language, problems) for language in languages}
    if problems:
        raise DataError(problems)
    return MappingProxyType(found)


def _read(root: Path, language: str, problems: list[Problem]) -> Mapping[EntryId, str]:
    files: list[tuple[str, bytes]] = []
    for owner in owners(root):
        path = path_of(root, owner, language)
        if not path.is_file():
            continue
        try:
            files.append((owner, path.read_bytes()))
            _current(*files[-1])
        except po.UnreadablePoError as error:
            problems.append(Problem(path.relative_to(root).as_posix(), error.line, 1, "", str(error), _UNREADABLE))
    return {} if problems else _together(tuple(files))


@lru_cache(maxsize=LANGUAGES)
def _together(files: tuple[tuple[str, bytes], ...]) -> Mapping[EntryId, str]:
    """The translations of several files. The same files give the same object, in which what is the same can be seen."""
    found: dict[EntryId, str] = {}
    for owner, content in files:
        found |= _current(owner, content)
    return MappingProxyType(found)


@lru_cache(maxsize=_FILES)
def _current(owner: str, content: bytes) -> Mapping[EntryId, str]:
    """What one file says that is current. A file that has not changed is parsed once. Raises UnreadablePoError."""
    file = po.parse(content)
    found = {(f"{owner}#", name): file.headers.get(name, "") for name in (po.TRANSLATOR, po.REVIEWED_BY)}
    if owner == SITE:
        found["", po.PLURAL_FORMS] = file.plural_forms
    for entry in file.entries:
        if entry.current:
            found |= _keyed(entry)
    return found


def doubts(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """What is wrong with the translations of a project: files that can't be read, texts that changed since."""
    languages = catalogue.site.languages[1:]
    files = [(owner, path_of(root, owner, language)) for language in languages for owner in owners(root)]
    there = [(owner, path) for owner, path in files if path.is_file()]
    wanted = entries(catalogue) if there else {}
    for owner, path in there:
        yield from _doubts(path.relative_to(root).as_posix(), path, wanted.get(owner, ()))


def _doubts(shown: str, path: Path, wanted: Iterable[Entry]) -> Iterator[Problem]:
    try:
        file = po.read(path)
    except po.UnreadablePoError as error:
        yield Problem(shown, error.line, 1, "", str(error), _UNREADABLE)
        return
    ids = {entry.id for entry in wanted}
    contexts = {context for context, _ in ids}
    stale = [entry for entry in file.entries if entry.filled and entry.context in contexts and _is_stale(entry, ids)]
    if stale:
        many = len(stale) > 1
        sentence = f"{len(stale)} translation{'s are' if many else ' is'} of a text that has changed since"
        remedy = "run planbuilder translate update, and have them translated anew; until then readers get the original"
        yield Problem(shown, stale[0].line, 1, "", sentence, remedy, "warning")


def _is_stale(entry: Entry, ids: set[EntryId]) -> bool:
    return entry.fuzzy or entry.id not in ids


def _keyed(entry: Entry) -> dict[EntryId, str]:
    if not entry.plural:
        return {entry.id: entry.forms[0]}
    return {(f"{entry.context}[{index}]", entry.source): form for index, form in enumerate(entry.forms)}


def translated(catalogue: Catalogue, root: Path) -> Catalogue:
    """The catalogue with the translations that stand in `root/data`. Raises DataError."""
    return replace(catalogue, translations=read_translations(root, catalogue.site.languages[1:]))
