"""What changes between two states of the data."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planbuilder.changes import actions, fields, measures, translations
from planbuilder.changes.change import Change, Kind
from planbuilder.changes.content import Moved
from planbuilder.changes.naming import title
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import ChangeLog
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.priority import Priority
from planbuilder.model.site import Site

_REGISTERS_LAST = "~"
_LANGUAGES = frozenset({"languages"})
"""A language that comes or goes is told with the translations."""


def between(old: Catalogue, new: Catalogue) -> tuple[Change, ...]:
    """Everything that is different for readers, by partnership and entity; first what is new, moved or gone.

    Verdicts of both states are judged on the newer state's day, so that no change comes from the calendar alone.
    For translations, both catalogues need to hold theirs (`i18n.translated`).
    """
    old, new = _without_log(old), _without_log(new)
    comings = _comings(old, new)
    found = [*_come_and_gone(comings, new)]
    same = {key: key for key in old.entities.keys() - comings.gone.keys()}
    for before, after in sorted((same | comings.moved).items()):
        found.extend(_of_entity(old.entities[before], new.entities[after], old, new, comings.moved))
    found.extend(translations.changes(old, new, comings.moved))
    partnerships = {partnership.key for catalogue in (old, new) for partnership in catalogue.partnerships}
    return tuple(sorted(found, key=lambda change: _place(change, partnerships)))


def _without_log(catalogue: Catalogue) -> Catalogue:
    """The catalogue without the record of its changes, which would only repeat them."""
    kept = {key: entity for key, entity in catalogue.entities.items() if not isinstance(entity, ChangeLog)}
    return replace(catalogue, entities=kept)


def _place(change: Change, partnerships: set[str]) -> tuple[str, str]:
    """Changes of one entity stay together and in their order; what belongs to the whole site comes last."""
    owner = change.about.owner
    return (owner if owner in partnerships else _REGISTERS_LAST), change.key


def _of_entity(before: Entity, after: Entity, old: Catalogue, new: Catalogue, moved: Moved) -> Iterator[Change]:
    if isinstance(before, Measure) and isinstance(after, Measure):
        yield from measures.changes(before, after, old, new, moved)
        yield from fields.changes(before, after, moved, measures.HANDLED)
    elif isinstance(before, Priority) and isinstance(after, Priority):
        yield from actions.changes(before, after, new, moved)
        yield from fields.changes(before, after, moved, actions.HANDLED)
    elif isinstance(before, Site) and isinstance(after, Site):
        same_source = before.languages[:1] == after.languages[:1]
        yield from fields.changes(before, after, moved, _LANGUAGES if same_source else frozenset())
    else:
        yield from fields.changes(before, after, moved)


@dataclass(frozen=True)
class _Comings:
    """What is in only one of two states: what came, what went, and what only has another key (old → new)."""

    came: dict[str, Entity]
    gone: dict[str, Entity]
    moved: dict[str, str]


def _comings(old: Catalogue, new: Catalogue) -> _Comings:
    came = {key: entity for key, entity in new.entities.items() if type(old.entities.get(key)) is not type(entity)}
    gone = {key: entity for key, entity in old.entities.items() if type(new.entities.get(key)) is not type(entity)}
    moved: dict[str, str] = {}
    for key, entity in sorted(gone.items()):
        free = (other for other in came if _is_like(came[other], entity) and other not in moved.values())
        target = max(free, key=lambda other: _parent(other) == _parent(key), default=None)
        if target is not None:
            moved[key] = target
    return _Comings(came, gone, moved)


def _is_like(one: Entity, other: Entity) -> bool:
    """Whether two entities may be one that moved: the same in kind and title, and in either folder or id."""
    alike = type(one) is type(other) and title(one).source == title(other).source
    return alike and (_parent(one.key) == _parent(other.key) or one.id == other.id)


def _parent(key: str) -> str:
    return key.rpartition("/")[0]


def _come_and_gone(found: _Comings, new: Catalogue) -> Iterator[Change]:
    targets = set(found.moved.values())
    for before, after in found.moved.items():
        if not _is_below(before, found.moved):
            kind: Kind = "moved_whole" if _below(before, found.moved) else "moved"
            yield Change.of(kind, new.entities[after], old=before, new=after)
    yield from _listed("added", {key: entity for key, entity in found.came.items() if key not in targets})
    yield from _listed("removed", {key: entity for key, entity in found.gone.items() if key not in found.moved})


def _listed(kind: Kind, entities: dict[str, Entity]) -> Iterator[Change]:
    """One change for each entity, but what belongs to another one of them is only counted."""
    for key, entity in entities.items():
        if not _is_below(key, entities):
            below = _below(key, entities)
            whole: Kind = "added_whole" if kind == "added" else "removed_whole"
            yield Change.of(whole, entity, n=below) if below else Change.of(kind, entity)


def _below(key: str, keys: dict[str, Entity] | dict[str, str]) -> int:
    return sum(other.startswith(f"{key}/") for other in keys)


def _is_below(key: str, keys: dict[str, Entity] | dict[str, str]) -> bool:
    parts = key.split("/")
    return any("/".join(parts[:length]) in keys for length in range(1, len(parts)))
