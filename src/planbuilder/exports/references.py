"""What entities name."""

from collections.abc import Iterator
from functools import lru_cache

from planbuilder.model.entity import Entity, Part
from planbuilder.model.reference import Reference


def references(value: object) -> tuple[Reference, ...]:
    """Every reference in an entity or a part of one."""
    return _of_entity(value) if isinstance(value, Entity) else tuple(_inside(value))


@lru_cache(maxsize=65_536)
def _of_entity(entity: Entity) -> tuple[Reference, ...]:
    """Remembered: an entity stands in several files, and in those of the next build."""
    return tuple(_inside(entity))


def _inside(value: object) -> Iterator[Reference]:
    match value:
        case Reference():
            yield value
        case Part():
            for inner in value.__dict__.values():
                if isinstance(inner, Part | tuple | Reference):
                    yield from _inside(inner)
        case tuple():
            for inner in value:
                yield from _inside(inner)
