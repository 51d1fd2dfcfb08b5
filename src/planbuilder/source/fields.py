"""The human path of a value: `observation 2 (2014): value` instead of `observations.1.value`."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from planbuilder.source.tree import Tree, Value

_LABELS = ("period", "title", "name", "term", "label", "measure", "organisation", "document", "role", "at", "until")
_NO_PLURALS = {"continues", "governance", "aligns_with", "linked_work", "succeeded_by", "reports_to", "summary"}


def path(loc: Sequence[str | int], tree: Tree) -> str:
    """Where a value stands, in words that an editor finds in the file."""
    words: list[str] = []
    for depth, step in enumerate(loc):
        if isinstance(step, str):
            words.append(step)
            continue
        label = _label(tree.get(loc[: depth + 1]))
        plural = words.pop() if words else "item"
        words.append(f"{_singular(plural)} {step + 1}{f' ({label})' if label else ''}")
    return ": ".join(words)


def _singular(word: str) -> str:
    if word in _NO_PLURALS:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def _label(item: Value) -> str:
    if not isinstance(item, dict):
        return ""
    for name in _LABELS:
        label = item.get(name)
        if isinstance(label, str) and label.strip():
            short = " ".join(label.split())
            return short if len(short) <= 40 else f"{short[:39]}…"
    return ""


def names_at(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The keys that are known at a place of an entity; empty where there are none."""
    annotation: Any = model
    for step in loc:
        part = inner(annotation)
        if isinstance(step, str) and part is not None:
            found = next((f for name, f in part.model_fields.items() if step in (name, f.alias)), None)
            annotation = found.annotation if found else None
    part = inner(annotation)
    return [field.alias or name for name, field in part.model_fields.items()] if part else []


def inner(annotation: Any) -> type[BaseModel] | None:
    """The model inside `Model`, `Model | None`, `tuple[Model, ...]` or `Annotated[Model, …]`."""
    models = (part for part in members(annotation) if isinstance(part, type) and issubclass(part, BaseModel))
    return next(models, None)


def members(annotation: Any) -> Iterator[Any]:
    """A type, or the types that a union, tuple or annotation is made of."""
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    for argument in arguments:
        yield from members(argument)
