"""What entities name."""

from collections.abc import Iterator

from planbuilder.model.entity import Part
from planbuilder.model.reference import Reference


def references(value: object) -> Iterator[Reference]:
    """Every reference in an entity or a part of one."""
    match value:
        case Reference():
            yield value
        case Part():
            for inner in value.__dict__.values():
                if isinstance(inner, Part | tuple | Reference):
                    yield from references(inner)
        case tuple():
            for inner in value:
                yield from references(inner)
