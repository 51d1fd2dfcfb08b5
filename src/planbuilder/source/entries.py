"""The raw form of every entity: what its file says, before it is checked against the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planbuilder.model.entity import Entity
from planbuilder.source import characters, fields, files, front_matter, names, rows, strict_yaml, words
from planbuilder.source.layout import NAMED_IN_ADDRESSES, Located, locate, nearest
from planbuilder.source.problem import Fault, Problem, of_file
from planbuilder.source.tree import Loc, Tree, Value


@dataclass(frozen=True)
class Entry:
    """One entity as it was written: it stands at `base` of `tree`; `given` is what its file's name says."""

    key: str
    entity: type[Entity]
    tree: Tree
    base: Loc
    given: dict[str, str]
    context: dict[str, str]

    @property
    def line(self) -> int:
        """The first line of the entity in its file."""
        place = self.tree.find(self.base)[1]
        return place.key_line if self.base else 1


@dataclass
class Raw:
    """Everything that was read, and what is wrong so far."""

    entries: dict[str, Entry]
    problems: list[Problem]
    unread: set[str]
    """Keys of files that could not be read: nobody knows what they hold. Of a register, what precedes the id."""


def read_all(root: Path) -> Raw:
    """Read every file below `root/data`."""
    paths, problems = files.find(root)
    raw = Raw({}, problems, set())
    tables: dict[str, tuple[Located, str]] = {}
    for path in paths:
        located = locate(path)
        if located is None:
            problems.append(_unknown(path))
            continue
        wrong = _name_fault(located)
        if wrong:
            problems.append(of_file(f"data/{path}", *wrong))
        if located.type.form != "other":
            _read_one(root, located, raw, tables)
    for key, (located, text) in tables.items():
        _join_rows(key, located, text, raw)
    return raw


def _read_one(root: Path, located: Located, raw: Raw, tables: dict[str, tuple[Located, str]]) -> None:
    path = f"data/{located.path}"
    try:
        text = characters.decode(files.read(root / path))
        if located.type.form == "rows":
            tables[located.key] = (located, text)
            return
        tree = front_matter.parse(path, text) if located.type.form == "markdown" else strict_yaml.parse(path, text)
    except Fault as fault:
        raw.problems.append(fault.problem(path))
    except OSError as error:
        sentence = f"this file can't be read ({error.strerror or error})"
        raw.problems.append(of_file(path, sentence, "give yourself permission to read it"))
    else:
        raw.problems.extend(_empty(tree, tree.value, ()))
        for entry in _entries(located, tree, raw.problems):
            _add(entry, raw)
        return
    raw.unread.add(located.key)


def _entries(located: Located, tree: Tree, problems: list[Problem]) -> Iterator[Entry]:
    entity = located.type.entity or Entity
    if located.type.form != "register":
        given = {"key": located.key, **({"order": located.names["n"]} if located.type.ordered else {})}
        yield Entry(located.key, entity, tree, (), given, located.context)
        return
    fault = names.path_fault if located.type.named == "path" else names.fault
    for name in tree.value:
        if wrong := fault(name):
            problems.append(Problem(*tree.at((name,), key=True), "", *wrong))
        else:
            key = f"{located.key}/{name.rstrip('/')}"
            yield Entry(key, entity, tree, (name,), {"key": key}, located.context)


def _add(entry: Entry, raw: Raw) -> None:
    other = raw.entries.setdefault(entry.key, entry)
    if other is not entry:
        sentence = f'"{entry.key.rsplit("/", 1)[-1]}" is the name of {other.tree.path} already'
        raw.problems.append(of_file(entry.tree.path, sentence, "choose another name"))


def _empty(tree: Tree, value: Value, loc: Loc) -> Iterator[Problem]:
    """A Problem for every key with nothing after it. Of an empty item in a list, the model decides."""
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        if inner is None and isinstance(step, str):
            here = (*loc, step)
            yield Problem(*tree.at(here, key=True), fields.path(here, tree), *words.EMPTY)
        elif inner is not None and not isinstance(inner, str):
            yield from _empty(tree, inner, (*loc, step))


def _join_rows(key: str, located: Located, text: str, raw: Raw) -> None:
    """Put the rows of a CSV file into the measure that it stands beside."""
    path = f"data/{located.path}"
    entry = raw.entries.get(key)
    if entry is None:
        if key not in raw.unread:
            remedy = f"write {path.removesuffix('.csv')}.yml as well"
            raw.problems.append(of_file(path, "there is no measure of this name", remedy))
        return
    if "observations" in entry.tree.value:
        where = entry.tree.at(("observations",), key=True)
        raw.problems.append(Problem(*where, "observations", f"they stand here and in {path}", "keep one of the two"))
        return
    try:
        entry.tree.value["observations"], entry.tree.place.children["observations"] = rows.parse(path, text)
    except Fault as fault:
        raw.problems.append(fault.problem(path))


def _unknown(path: str) -> Problem:
    near = nearest(path)
    remedy = f"did you mean data/{near}?" if near else "delete it, or see the documentation for the files there are"
    return of_file(f"data/{path}", "this kind of file is not known here", remedy)


def _name_fault(located: Located) -> tuple[str, str] | None:
    for part, name in located.names.items():
        if part in ("n", "language"):
            continue
        page = part in NAMED_IN_ADDRESSES or (part == "id" and located.type.name in NAMED_IN_ADDRESSES)
        wrong = names.fault(name) or names.language_fault(name)
        wrong = wrong or (names.page_fault(name, top=part == "partnership") if page else None)
        if wrong:
            return wrong
    return None
