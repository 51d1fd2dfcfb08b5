"""The raw form of every entity: what its file says, before it is checked against the model."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planbuilder.model.entity import Entity
from planbuilder.source import characters, fields, files, front_matter, names, rows, strict_yaml, words
from planbuilder.source.layout import NAMED_IN_ADDRESSES, Located, locate, nearest
from planbuilder.source.problem import Fault, Problem, of_file
from planbuilder.source.tree import Loc, Place, Tree, Value


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
        return self.tree.lines[str(self.base[0])] if self.base else 1


@dataclass(frozen=True)
class ReadFile:
    """What one file holds by itself: entities, or the rows of a table; or a Fault."""

    digest: bytes
    """What stands for its content."""
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: str | None = None
    readable: bool = True


@dataclass
class Raw:
    """Everything that was read, and what is wrong so far."""

    entries: dict[str, Entry]
    problems: list[Problem]
    unread: set[str]
    """Keys of files that could not be read: nobody knows what they hold. Of a register, what precedes the id."""
    files: dict[str, ReadFile]
    """By path below `data/`, to be read no second time."""
    joined: dict[str, tuple[Entry, str, Entry]]
    """The measures whose figures stand in a table beside them: what was joined, and what it gave."""


def read_all(root: Path, before: Raw | None = None) -> Raw:
    """Read every file below `root/data`. What `before` holds of files that say the same still is not parsed anew."""
    paths, problems = files.find(root)
    raw = Raw({}, problems, set(), {}, {})
    tables: dict[str, tuple[Located, str]] = {}
    for path in paths:
        located = locate(path)
        if located is None:
            problems.append(_unknown(path))
            continue
        wrong = _name_fault(located)
        if wrong:
            problems.append(of_file(f"data/{path}", *wrong))
        if located.type.form == "other":
            continue
        read = raw.files[path] = _read_one(root, located, before.files.get(path) if before else None)
        raw.problems.extend(read.problems)
        for entry in read.entries:
            _add(entry, raw)
        if read.rows is not None:
            tables[located.key] = (located, read.rows)
        if not read.readable:
            raw.unread.add(located.key)
    for key, (located, text) in tables.items():
        _join_rows(key, located, text, raw, before.joined.get(key) if before else None)
    return raw


def _read_one(root: Path, located: Located, before: ReadFile | None) -> ReadFile:
    path = f"data/{located.path}"
    try:
        content = files.read(f"{root}/{path}")
    except OSError as error:
        sentence = f"this file can't be read ({error.strerror or error})"
        return ReadFile(b"", problems=(of_file(path, sentence, "give yourself permission to read it"),), readable=False)
    digest = hashlib.blake2b(content, digest_size=16).digest()
    return before if before and before.digest == digest else _parsed(path, located, content, digest)


def _parsed(path: str, located: Located, content: bytes, digest: bytes) -> ReadFile:
    try:
        text = characters.decode(content)
        if located.type.form == "rows":
            return ReadFile(digest, rows=text)
        tree = front_matter.parse(path, text) if located.type.form == "markdown" else strict_yaml.parse(path, text)
    except Fault as fault:
        return ReadFile(digest, problems=(fault.problem(path),), readable=False)
    problems = list(_empty(tree, tree.value, ()))
    return ReadFile(digest, tuple(_entries(located, tree, problems)), tuple(problems))


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


def _join_rows(key: str, located: Located, text: str, raw: Raw, before: tuple[Entry, str, Entry] | None) -> None:
    """Put the rows of a CSV file into the measure that it stands beside."""
    path = f"data/{located.path}"
    entry = raw.entries.get(key)
    if entry is None:
        if key not in raw.unread:
            remedy = f"write {path.removesuffix('.csv')}.yml as well"
            raw.problems.append(of_file(path, "there is no measure of this name", remedy))
        return
    tree = entry.tree
    if "observations" in tree.value:
        where = tree.at(("observations",), key=True)
        raw.problems.append(Problem(*where, "observations", f"they stand here and in {path}", "keep one of the two"))
        return
    if before and before[0] is entry and before[1] == text:
        raw.joined[key] = before
    else:
        try:
            found, place = rows.parse(path, text)
        except Fault as fault:
            raw.problems.append(fault.problem(path))
            return

        def places() -> Place:
            return replace(tree.place, children={**tree.place.children, "observations": place})

        joined = replace(tree, value={**tree.value, "observations": found}, find_places=places)
        raw.joined[key] = entry, text, replace(entry, tree=joined)
    raw.entries[key] = raw.joined[key][2]


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
