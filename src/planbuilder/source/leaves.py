"""What stands inside an entity: a walk to every single value, with the way to it."""

from collections.abc import Iterator
from typing import Any, Literal

from planbuilder.model.entity import Part
from planbuilder.source.tree import Loc

Kind = Literal["part", "list", "leaf"]
_KINDS: dict[type, Kind] = {}


def leaves(value: Any, loc: Loc = ()) -> list[tuple[Loc, Any]]:
    """Every value that is not itself a part or a list, in the order of the model; None is left out."""
    found: list[tuple[Loc, Any]] = []
    _collect(value, loc, found)
    return found


def _collect(value: Any, loc: Loc, found: list[tuple[Loc, Any]]) -> None:
    match _kind(type(value)):
        case "part":
            for name, inner in value.__dict__.items():
                if inner is not None:
                    _collect(inner, (*loc, name), found)
        case "list":
            for index, inner in enumerate(value):
                _collect(inner, (*loc, index), found)
        case "leaf":
            found.append((loc, value))


def _kind(of: type) -> Kind:
    """Asked once for each class: pydantic makes the question a slow one, and a large project has millions of values."""
    known = _KINDS.get(of)
    if known is None:
        known = _KINDS[of] = "part" if issubclass(of, Part) else "list" if issubclass(of, tuple) else "leaf"
    return known


def parts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Part]]:
    """The entity and every part inside it, from the outside in."""
    match _kind(type(value)):
        case "part":
            yield loc, value
            for name, inner in value.__dict__.items():
                if _kind(type(inner)) != "leaf":
                    yield from parts(inner, (*loc, name))
        case "list":
            for index, inner in enumerate(value):
                yield from parts(inner, (*loc, index))
