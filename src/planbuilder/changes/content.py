"""What a value says, wherever it stands: two values with the same content are no change."""

from collections.abc import Mapping
from typing import Any

from planbuilder.model.entity import Part
from planbuilder.model.text import Text

Moved = Mapping[str, str]
"""Old key → new key, for what only has another address."""


def content(value: Any, moved: Moved) -> Any:
    """Texts as their words, references to what has moved as they are written now, parts as plain mappings."""
    match value:
        case Part():
            return {name: content(getattr(value, name), moved) for name in type(value).model_fields}
        case tuple() | list():
            return [content(item, moved) for item in value]
        case Text():
            return value.source
        case str():
            return moved.get(value, str(value))
    return value
