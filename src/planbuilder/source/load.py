"""`data/` → Catalogue, or every Problem at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
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
from planbuilder.source.leaves import leaves
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
    raw = read_all(root)
    resolver = Resolver(raw)
    problems = [*raw.problems, *site_pages.problems(root, resolver)]
    entities: dict[str, Entity] = {}
    for entry in raw.entries.values():
        entity = _validate(entry, problems)
        if entity is None:
            problems.extend(_resolve(entry, salvage.leaves(entry), resolver))
        else:
            entities[entry.key] = entity
            problems.extend(_resolve(entry, leaves(entity), resolver))
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
