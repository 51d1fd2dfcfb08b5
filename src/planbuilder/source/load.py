"""`data/` → Catalogue, or every Problem at once."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from planbuilder.model.catalogue import Catalogue, Origin
from planbuilder.model.entity import Entity
from planbuilder.model.reference import Reference
from planbuilder.model.site import Site
from planbuilder.model.text import Text
from planbuilder.source import fields, salvage, site_pages, texts, words
from planbuilder.source.checks import DOUBTS, ERRORS, Check
from planbuilder.source.checks.told import told
from planbuilder.source.entries import Entry, Raw, read_all
from planbuilder.source.leaves import forget, leaves
from planbuilder.source.problem import DataError, Problem, in_order, of_file
from planbuilder.source.references import Resolver
from planbuilder.source.today import newest
from planbuilder.source.tree import Loc


@dataclass(frozen=True)
class Loaded:
    """A Catalogue together with what was written, so that a check can say where."""

    catalogue: Catalogue
    entries: dict[str, Entry]


def load(root: Path, today: date | None = None) -> Catalogue:
    """Read `root/data`. `today` is the day to build for; without it `as_of` of the site, or the newest day in the data.

    Raises DataError with all problems of all files.
    """
    return load_with_places(root, today).catalogue


def load_with_places(root: Path, today: date | None = None) -> Loaded:
    """The same as `load`, with the place of everything."""
    return Loader(root).load(today)


@dataclass(frozen=True)
class _Valid:
    """An entity that was checked by itself."""

    entry: Entry
    entity: Entity

    @cached_property
    def digest(self) -> bytes:
        """What stands for all that the entity was made from."""
        entry = self.entry
        said = [entry.entity.__name__, entry.key, entry.given, entry.context, entry.tree.get(entry.base)]
        return hashlib.blake2b(json.dumps(said).encode(), digest_size=16).digest()


class Loader:
    """Reads a project's data again and again. A file that says the same as last time is neither parsed nor checked
    anew, unless what it refers to may have changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._raw: Raw | None = None
        self._valid: dict[str, _Valid] = {}
        self._sound: Mapping[str, Entry] = {}
        """The entries of which every reference resolved, when `_kinds` were there."""
        self._kinds: dict[str, type[Entity]] = {}

    def load(self, today: date | None = None) -> Loaded:
        """The data as they are now. Raises DataError with all problems of all files."""
        raw = self._raw = read_all(self._root, self._raw)
        problems = [*raw.problems, *site_pages.problems(self._root, Resolver(raw))]
        entities = self._entities(raw, problems)
        problems.extend(_missing_files(raw))
        site = entities.get("site")
        if problems or not isinstance(site, Site):
            raise DataError(problems)
        origins = {key: Origin(entry.tree.path, entry.line) for key, entry in raw.entries.items()}
        day = today or site.as_of or newest(entities.values())
        loaded = Loaded(Catalogue(site, entities, origins, day), raw.entries)
        if forbidden := list(_found(loaded, ERRORS)):
            raise DataError(forbidden)
        return loaded

    def forget(self) -> None:
        """Free all that was read: the data are not read again, or from the beginning."""
        self._raw, self._valid, self._sound, self._kinds = None, {}, {}, {}
        forget()

    def digests(self) -> dict[str, bytes]:
        """What stands for each entity of the last load: an entity that says anything else has another one."""
        return {key: valid.digest for key, valid in self._valid.items()}

    def _entities(self, raw: Raw, problems: list[Problem]) -> dict[str, Entity]:
        """What is valid, each with its references looked up; what is not, is told."""
        resolver, before = Resolver(raw), self._valid
        kinds = {key: entry.entity for key, entry in raw.entries.items()}
        sound = self._sound if kinds == self._kinds and not raw.unread else {}
        valid: dict[str, _Valid] = {}
        wrong = len(problems)
        for key, entry in raw.entries.items():
            known = before.get(key)
            if known is None or known.entry is not entry:
                entity = _validate(entry, problems)
                known = _Valid(entry, entity) if entity else None
            if known is None:
                problems.extend(_resolve(entry, salvage.leaves(entry), resolver))
                continue
            valid[key] = known
            if sound.get(key) is not entry:
                problems.extend(_resolve(entry, leaves(known.entity), resolver))
        self._valid = valid
        if len(problems) == wrong and not raw.unread:
            self._sound, self._kinds = raw.entries, kinds
        return {key: one.entity for key, one in valid.items()}


def check(
    root: Path,
    today: date | None = None,
    more: Iterable[Check] = (),
    beside: Callable[[Catalogue], Iterable[Problem]] = lambda _: (),
) -> tuple[Problem, ...]:
    """Everything that is wrong or doubtful: the errors, or, where there are none, warnings and notes.

    `more` are checks that need what is above this layer, such as the verdicts; `beside` looks at files that are not
    read here, such as translations.
    """
    try:
        loaded = load_with_places(root, today)
        return in_order((*_found(loaded, (*DOUBTS, *more)), *beside(loaded.catalogue)))
    except DataError as error:
        return error.problems


def _found(loaded: Loaded, checks: Iterable[Check]) -> Iterator[Problem]:
    for one in checks:
        for finding in one(loaded.catalogue):
            yield told(finding, loaded.entries[finding.key], loaded.catalogue.entities[finding.key])


def _validate(entry: Entry, problems: list[Problem]) -> Entity | None:
    written = entry.tree.get(entry.base)
    if not isinstance(written, dict):
        if written is not None:
            field = fields.path(entry.base, entry.tree)
            problems.append(Problem(*entry.tree.at(entry.base), field, *words.NO_BLOCK))
        return None
    for name in entry.given.keys() & written.keys():
        where = entry.tree.at((*entry.base, name), key=True)
        problems.append(Problem(*where, fields.path(entry.base, entry.tree), *words.set_by_loader(name)))
    context = {"entity": entry.key, **entry.context}
    try:
        return entry.entity.model_validate({**written, **entry.given}, context=context)
    except ValidationError as error:
        problems.extend(words.problems(error, entry.tree, entry.base, entry.entity))
        return None


def _resolve(entry: Entry, values: Iterable[tuple[Loc, Any]], resolver: Resolver) -> Iterator[Problem]:
    for loc, value in values:
        if isinstance(value, Text):
            yield from texts.problems(entry, loc, value, resolver)
        elif isinstance(value, Reference) and (wrong := resolver.fault(value, entry)):
            full = entry.base + loc
            yield Problem(*entry.tree.at(full), fields.path(full, entry.tree), *wrong)


def _missing_files(raw: Raw) -> Iterator[Problem]:
    """A site, a partnership, a plan and a report have a file of their own each."""
    known = {*raw.entries, *raw.unread}
    if "site" not in known:
        remedy = "write it: it holds the title and address of the site"
        yield of_file("data/site.yml", "this file is missing", remedy)
    for entry in raw.entries.values():
        for name in ("partnership", "plan"):
            key = entry.context[name]
            if key and key not in known:
                file = "report" if "/reports/" in key else name
                sentence = f"this file is missing, although there is {entry.tree.path}"
                yield of_file(f"data/{key}/{file}.yml", sentence, "write it, or correct the name of the folder")
                known.add(key)
