"""What stands inside an entity: a walk to every single value, with the way to it."""

from functools import lru_cache
from typing import Any, Literal

from planbuilder.model.entity import Entity, Part
from planbuilder.source.tree import Loc

Kind = Literal["part", "list", "leaf"]
_KINDS: dict[type, Kind] = {}
_SHARED: dict[Loc, Loc] = {}
"""Every way that there was: a large project has a hundred thousand values, and a few hundred ways to them."""


def leaves(value: Part) -> tuple[tuple[Loc, Any], ...]:
    """Every value inside an entity or a part that is not itself a part or a list, in the order of the model; None is
    left out."""
    return _of_entity(value) if isinstance(value, Entity) else _of(value)


def forget() -> None:
    """Free what is remembered."""
    _of_entity.cache_clear()


def within(value: Any, loc: Loc) -> Any:
    """What stands at a place inside an entity or a part."""
    for step in loc:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


@lru_cache(maxsize=65_536)
def _of_entity(entity: Entity) -> tuple[tuple[Loc, Any], ...]:
    """Remembered, since a dozen checks ask about every entity, and the preview asks again and again."""
    return _of(entity)


def _of(value: Part) -> tuple[tuple[Loc, Any], ...]:
    found: list[tuple[Loc, Any]] = []
    _collect(value, (), found)
    return tuple(found)


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
            found.append((_SHARED.setdefault(loc, loc), value))


def _kind(of: type) -> Kind:
    """Asked once for each class: pydantic makes the question a slow one, and a large project has millions of values."""
    known = _KINDS.get(of)
    if known is None:
        known = _KINDS[of] = "part" if issubclass(of, Part) else "list" if issubclass(of, tuple) else "leaf"
    return known
