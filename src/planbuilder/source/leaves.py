"""What stands inside an entity: a walk to every single value, with the way to it."""

from collections.abc import Iterator
from typing import Any

from planbuilder.model.entity import Part
from planbuilder.source.tree import Loc


def leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every value that is not itself a part or a list, in the order of the model; None is left out."""
    if isinstance(value, Part):
        for name, inner in value.__dict__.items():
            if inner is not None:
                yield from leaves(inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*loc, index))
    else:
        yield loc, value


def parts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Part]]:
    """The entity and every part inside it, from the outside in."""
    if isinstance(value, Part):
        yield loc, value
        for name, inner in value.__dict__.items():
            if isinstance(inner, Part | tuple):
                yield from parts(inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from parts(inner, (*loc, index))
