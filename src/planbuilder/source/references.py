"""Every reference has to name something that is there."""

import difflib

from planbuilder.model.entity import Entity
from planbuilder.model.reference import Reference
from planbuilder.source import fields
from planbuilder.source.entries import Entry, Raw
from planbuilder.source.layout import REFERENCES
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Loc


def problem(entry: Entry, loc: Loc, reference: Reference, raw: Raw) -> Problem | None:
    """The Problem with one reference of an entity; None when it resolves, or when nobody can know."""
    wanted = REFERENCES.get(type(reference), Entity)
    found = raw.entries.get(reference)
    if (found and issubclass(found.entity, wanted)) or _unread(reference, raw.unread):
        return None
    sentence = f'no {reference.kind} is called "{reference.written}"'
    near = _nearest(reference, entry, raw)
    remedy = f"did you mean {near}?" if near else _otherwise(reference)
    return Problem(*entry.tree.at(entry.base + loc), fields.path(entry.base + loc, entry.tree), sentence, remedy)


def _unread(key: str, unread: set[str]) -> bool:
    return key in unread or key.rsplit("/", 1)[0] in unread


def _nearest(reference: Reference, entry: Entry, raw: Raw) -> str | None:
    """What the editor perhaps meant, written as briefly as it can be from where they are."""
    wanted = REFERENCES.get(type(reference), Entity)
    choices: dict[str, str] = {}
    for key, other in raw.entries.items():
        if issubclass(other.entity, wanted):
            brief = _brief(key, type(reference), entry)
            choices.setdefault(brief, brief)
            choices.setdefault(key.rsplit("/", 1)[-1], brief)
    close = difflib.get_close_matches(reference.written, list(choices), 1, 0.6)
    return choices[close[0]] if close else None


def _brief(key: str, reference: type[Reference], entry: Entry) -> str:
    """The shortest way to write a key that is read back as that key."""
    parts = key.split("/")
    names = parts[::2] if len(parts) != 2 else parts[1:]  # without the folders' names between them
    for length in range(1, len(names) + 1):
        written = names[-length:]
        if reference.qualify(written, entry.context["partnership"], entry.context["plan"]) == key:
            return "/".join(written)
    return "/".join(names)


def _otherwise(reference: Reference) -> str:
    if reference.register:
        return f"add it to data/{reference.register}.yml, or correct the id"
    return "correct the id, or write its file"
