"""Every reference has to name something that is there, and every `ref:` link a page."""

from planbuilder.model.entity import Entity
from planbuilder.model.reference import Reference
from planbuilder.source.entries import Entry, Raw
from planbuilder.source.layout import REFERENCES, WITHOUT_PAGE
from planbuilder.source.near import nearest

Fault = tuple[str, str]
"""Sentence and remedy."""

_MOST_GUESSES = 50
"""Guessing takes time: whoever has more wrong references than this sees the reason in the first ones."""


class Resolver:
    """Looks references up among everything that was read, and remembers what it guessed."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._guesses: dict[tuple[str, ...], str | None] = {}

    def fault(self, reference: Reference, entry: Entry) -> Fault | None:
        """What is wrong with a reference of an entity; None when it resolves, or when nobody can know."""
        wanted = REFERENCES.get(type(reference), Entity)
        found = self._raw.entries.get(reference)
        if (found and issubclass(found.entity, wanted)) or self._unread(reference):
            return None
        near = self._near(reference, entry)
        remedy = f"did you mean {near}?" if near else _otherwise(reference)
        return f'no {reference.kind} is called "{reference.written}"', remedy

    def link_fault(self, key: str) -> Fault | None:
        """The same for the key in a `ref:` link of a text."""
        found = self._raw.entries.get(key)
        if (found and not issubclass(found.entity, WITHOUT_PAGE)) or self._unread(key):
            return None
        folder, _, name = key.rpartition("/")
        pages = [key for key, entry in self._raw.entries.items() if not issubclass(entry.entity, WITHOUT_PAGE)]
        beside = {page.rpartition("/")[2]: page for page in pages if page.rpartition("/")[0] == folder}
        elsewhere = [page for page in pages if page.rpartition("/")[2] == name]
        near = nearest(name, beside)
        meant = beside[near] if near else elsewhere[0] if elsewhere else None
        remedy = f"did you mean {meant}?" if meant else "write the path of its file below data, without the ending"
        return f'nothing has the key "{key[:200]}"', remedy

    def page(self, key: str) -> str | None:
        """The file of the entity with this key, if it has a page."""
        found = self._raw.entries.get(key)
        return found.tree.path if found and not issubclass(found.entity, WITHOUT_PAGE) else None

    def _unread(self, key: str) -> bool:
        return key in self._raw.unread or key.rpartition("/")[0] in self._raw.unread

    def _near(self, reference: Reference, entry: Entry) -> str | None:
        """What the editor perhaps meant, written as briefly as it can be from where they are."""
        question = (reference.kind, reference.written, *entry.context.values())
        if question not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            wanted = REFERENCES.get(type(reference), Entity)
            keys = [key for key, other in self._raw.entries.items() if issubclass(other.entity, wanted)]
            briefs = [
                reference.briefly(key, entry.context["partnership"], entry.context["plan"]) or key for key in keys
            ]
            elsewhere = {key.rpartition("/")[2]: brief for key, brief in zip(keys, briefs, strict=True)}
            choices = elsewhere | {brief: brief for brief in briefs}  # one's own before another's of the same name
            self._guesses[question] = choices.get(nearest(reference.written, choices) or "")
        return self._guesses.get(question)


def _otherwise(reference: Reference) -> str:
    if reference.register:
        return f"add it to data/{reference.register}.yml, or correct the id"
    return "correct the id, or write its file"
