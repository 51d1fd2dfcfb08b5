"""What changes in the fields of an entity that have no words of their own."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from planbuilder.changes.change import Change, Field, SentencePart
from planbuilder.changes.content import Moved, content
from planbuilder.model.entity import Entity, Part
from planbuilder.model.period import Period
from planbuilder.model.reference import Reference
from planbuilder.model.text import Prose, Text

LONGEST = 200
"""A text of more characters is said to be reworded; a shorter one is quoted."""


def changes(before: Entity, after: Entity, moved: Moved, handled: frozenset[str] = frozenset()) -> Iterator[Change]:
    """Every field of an entity that changes, but for those that are told elsewhere."""
    for name in type(after).model_fields:
        if name != "key" and name not in handled:
            one, other = getattr(before, name), getattr(after, name)
            if content(one, moved) != content(other, moved):
                yield from _of_field(after, Field(name.rstrip("_")), one, other, moved)


def _of_field(about: Entity, field: Field, before: Any, after: Any, moved: Moved) -> Iterator[Change]:
    if isinstance(before, tuple) and isinstance(after, tuple):
        yield from _items(about, field, content(before, moved), content(after, moved))
    elif before is None:
        yield Change.of("field_added", about, field=field)
    elif after is None:
        yield Change.of("field_removed", about, field=field)
    elif isinstance(after, Text):
        if isinstance(after, Prose) or len(after.source) > LONGEST:
            yield Change.of("text_reworded", about, field=field)
        else:
            yield Change.of("text_changed", about, field=field, new=after)
    elif isinstance(after, Part):
        yield Change.of("block_changed", about, field=field)
    else:
        yield Change.of("field_changed", about, field=field, old=_value(before), new=_value(after))


def _items(about: Entity, field: Field, before: list[Any], after: list[Any]) -> Iterator[Change]:
    one, other = (Counter(repr(item) for item in items) for items in (before, after))
    gone, came = (one - other).total(), (other - one).total()
    both = min(gone, came)
    if not gone and not came:
        yield Change.of("items_reordered", about, field=field)
    if came > both:
        yield Change.of("items_added", about, field=field, n=came - both)
    if gone > both:
        yield Change.of("items_removed", about, field=field, n=gone - both)
    if both:
        yield Change.of("items_changed", about, field=field, n=both)


def _value(value: Any) -> SentencePart:
    match value:
        case bool():
            return "true" if value else "false"
        case Reference():
            return value.written
        case str() | int() | Decimal() | date() | Period():
            return value
    return str(value)
