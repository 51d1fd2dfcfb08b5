"""What a table of fields has to say of each field: whether it is needed, what one writes, what holds if it is left out.

The words after it are an editor's; these come from the model, and a test compares them.
"""

import re
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from planbuilder.model.period import Period
from planbuilder.model.reference import Reference
from planbuilder.model.scalar import Clock, Email, Telephone, TimeZone, WebAddress
from planbuilder.model.text import Prose, Text
from planbuilder.source.layout import LAYOUT, FileType

_SCALARS: dict[type, str] = {
    Text: "text",
    Prose: "long text",
    Decimal: "number",
    int: "whole number",
    bool: "`true` or `false`",
    date: "date",
    Period: "period",
    str: "word",
}
_WORDS = {
    WebAddress: "web address",
    Email: "e-mail address",
    Telephone: "telephone number",
    Clock: "time of day",
    TimeZone: "time zone",
}


def models() -> dict[str, frozenset[str]]:
    """Every block that a data file can hold, by its name in words, with the fields that editors write."""
    found: dict[type[BaseModel], frozenset[str]] = {}
    for kind in LAYOUT:
        if kind.entity is not None:
            _collect(kind.entity, _given(kind), found)
    return {words(model): fields for model, fields in found.items()}


def _given(kind: FileType) -> frozenset[str]:
    """The fields that are not written as keys: the name of the file gives them, or the text below the keys."""
    text = {"text"} if kind.form == "markdown" else set()
    return frozenset({"key"} | ({"order"} if kind.ordered else set()) | text)


def _collect(model: type[BaseModel], given: frozenset[str], found: dict[type[BaseModel], frozenset[str]]) -> None:
    if model in found:
        return
    found[model] = frozenset(f.alias or name for name, f in model.model_fields.items() if name not in given)
    for field in model.model_fields.values():
        for part in _members(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                _collect(part, frozenset(), found)


def model_named(name: str) -> type[BaseModel]:
    """The model for a name in words. Raises KeyError."""
    found: dict[type[BaseModel], frozenset[str]] = {}
    for kind in LAYOUT:
        if kind.entity is not None:
            _collect(kind.entity, _given(kind), found)
    return {words(model): model for model in found}[name]


def words(model: type[BaseModel]) -> str:
    """`StatedChange` in words: stated change."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()


def fact(model: type[BaseModel], name: str) -> str:
    """What the table has to say first of a field."""
    field = next(f for own, f in model.model_fields.items() if name in (own, f.alias))
    annotation = field.rebuild_annotation()
    many, inside = _without_tuple(annotation)
    kind = _kind(inside)
    said = f"list of {_plural(kind)}" if many else kind
    said = said[0].upper() + said[1:] + _if_left_out(field, many)
    return f"**Needed.** {said}." if field.is_required() else f"{said}."


def _without_tuple(annotation: Any) -> tuple[bool, Any]:
    if get_origin(annotation) is tuple:
        return True, get_args(annotation)[0]
    return False, annotation


def _plural(kind: str) -> str:
    for one, many in (("block:", "blocks:"), ("one of", "words:")):
        if kind.startswith(one):
            return many + kind.removeprefix(one)
    return f"{kind}s"


def _kind(annotation: Any) -> str:
    for known, said in _WORDS.items():
        if annotation == known or known in get_args(annotation):
            return said
    if choices := _choices(annotation):
        listed = ", ".join(f"`{choice}`" for choice in choices)
        return listed if len(choices) == 1 else f"one of {listed}"
    part = next(member for member in _members(annotation) if isinstance(member, type) and member is not type(None))
    if issubclass(part, BaseModel):
        return f"block: {words(part)}"
    if issubclass(part, Reference):
        return f"{part.kind} id" if part is not Reference else "full key"
    return _SCALARS[part]


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for inner in get_args(annotation) if (found := _choices(inner))), ())


def _members(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Annotated, tuple, Union, types.UnionType):
        for inner in get_args(annotation):
            yield from _members(inner)
    else:
        yield annotation


def _if_left_out(field: FieldInfo, many: bool) -> str:
    default = field.default
    if field.is_required() or default is None or default == ():
        return ""
    written = default[0] if many else str(default).lower() if isinstance(default, bool) else default
    return f"; `{written}` if left out"
