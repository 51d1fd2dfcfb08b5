"""What can be read of an entity that has faults, so that all of its faults are told at once."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planbuilder.model.reference import Reference
from planbuilder.model.text import Text
from planbuilder.source import fields
from planbuilder.source.entries import Entry
from planbuilder.source.tree import Loc, Value

Leaf = Reference | Text


def leaves(entry: Entry) -> Iterator[tuple[Loc, Leaf]]:
    """The references and texts that are fine by themselves, each with the way to it."""
    context = {"entity": entry.key, **entry.context}
    for loc, kind, value in _written(entry.entity, entry.tree.get(entry.base), ()):
        with suppress(ValidationError):  # told already, with the entity's other faults
            yield loc, TypeAdapter(kind).validate_python(value, context=context)


def _written(annotation: Any, value: Value, loc: Loc) -> Iterator[tuple[Loc, type[Leaf], str]]:
    if isinstance(value, str):
        types = (part for part in fields.members(annotation) if isinstance(part, type) and issubclass(part, Leaf))
        if kind := next(types, None):
            yield loc, kind, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _written(annotation, item, (*loc, index))
    elif isinstance(value, dict) and (part := fields.inner(annotation)):
        for name, field in part.model_fields.items():
            if name in value:
                yield from _written(field.annotation, value[name], (*loc, name))
