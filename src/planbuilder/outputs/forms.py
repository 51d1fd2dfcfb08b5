"""Forms for editors, made from the JSON Schemas of the data files: one field of a form for every key of a file.

The words are those of Sveltia CMS (`name`, `label`, `hint`, `widget` …), which shows the forms. A list of today's ids
has only its name here (`{"options": "organisation"}`): which ids these are depends on the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planbuilder.source.layout import LAYOUT
from planbuilder.source.schema import schemas

Schema = Mapping[str, Any]
Field = dict[str, Any]

ENTRIES, ID = "entries", "id"
"""A register is edited as a list of its entries, each with its id."""
_ONE_LINE = {"title", "short", "section", "page", "area", "group", "theme", "unit", "when", "where", "number"}
_NAMING = (
    ("title",),
    ("text",),
    ("period", "value"),
    ("status", "on"),
    ("measure",),
    ("priority",),
    ("at",),
    ("value", "unit"),
)
"""What tells the items of a list apart: the first of these that they have."""
_CHOSEN = re.compile(r" ?The id of one [a-z ]+\.$| A period: .*$")
"""What a form says by itself: by a list to choose from, or beside a mistake."""
_NUMBER = r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$"
_REMEDIES = {
    "number": "digits only, such as 17322 or 12.5",
    "integer": "a whole number in digits",
    "period": "a period: 2016, 2016/17, 2016-04, 2016 Q4, 2016/17 Q4, 2016-04..2016-12 or 12m to 2016-03",
    "email": "an e-mail address of a role",
}


def form(kind: str, first: Iterable[str] = ()) -> list[Field]:
    """The form for a kind of file (`FileType.name`). `first` are the keys that come first, `actions.updates` for one in
    the items of a list. Raises KeyError for a kind that has no schema."""
    whole = schemas()[kind]
    parts = whole["$defs"]
    if next(one for one in LAYOUT if one.name == kind).form != "register":
        return list(_fields(whole, parts, tuple(first)))
    entry = whole["additionalProperties"]
    names = {
        "name": ID,
        "label": "Id",
        "hint": "Part of its address, so it stays. A new one: lower-case letters, digits, hyphens.",
    }
    remedy = "lower-case letters, digits and hyphens, such as street-party"
    one_id = {**names, "widget": "string", "required": True, "pattern": [whole["propertyNames"]["pattern"], remedy]}
    fields = [one_id, *_fields(entry, parts, tuple(first))]
    return [_list({"name": ENTRIES, "label": "Entries", "required": False}, fields, open_=True)]


def _fields(schema: Schema, parts: Schema, first: tuple[str, ...]) -> Iterator[Field]:
    properties = schema["properties"]
    mine = [name for name in first if "." not in name]
    for name in (*mine, *(name for name in properties if name not in mine)):
        inner = tuple(one.removeprefix(f"{name}.") for one in first if one.startswith(f"{name}."))
        yield _field(name, properties[name], name in schema.get("required", ()), parts, name in mine, inner)


def _field(name: str, schema: Schema, required: bool, parts: Schema, open_: bool, first: tuple[str, ...]) -> Field:
    """The field for one key; `open_` where a list is not folded at first, `first` the keys that come first in it."""
    field: Field = {"name": name, "label": label(name), "required": required}
    if hint := _hint(schema):
        field["hint"] = hint
    if "$ref" in schema:
        inner = list(_fields(_part(schema, parts), parts, ()))
        return {**field, "widget": "object", "collapsed": True, "fields": inner}
    if schema.get("type") != "array":
        return {**field, **_single(name, schema)}
    items = schema["items"]
    if "$ref" in items:
        return _list(field, list(_fields(_part(items, parts), parts, first)), open_)
    if "enum" in items or "x-kind" in items:
        return {**field, **_single(name, items), "multiple": True}
    return {**field, "widget": "list", "field": {"name": "item", "label": _one(name), **_single("text", items)}}


def _list(field: Field, fields: list[Field], open_: bool) -> Field:
    named = {one["name"] for one in fields}
    shown: tuple[str, ...] = next((names for names in _NAMING if named.issuperset(names)), ())
    summary = " – ".join(f"{{{{fields.{name}}}}}" for name in shown)
    folds = {"collapsed": True, "minimize_collapsed": not open_}
    return {
        **field,
        "widget": "list",
        **folds,
        "label_singular": _one(field["name"]),
        "summary": summary,
        "fields": fields,
    }


def _single(name: str, schema: Schema) -> Field:
    """The widget for one value."""
    if "enum" in schema:
        return {"widget": "select", "options": [{"label": label(str(one)), "value": one} for one in schema["enum"]]}
    if kind := schema.get("x-kind"):
        return {"widget": "select", "options": kind}
    types = schema.get("type")
    if types == "boolean":
        return {"widget": "boolean", "default": False}
    if schema.get("format") == "date":
        return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}
    if types == "integer":
        return {"widget": "string", "pattern": ["^[0-9]+$", _REMEDIES["integer"]]}
    if types == ["number", "string"]:
        return {"widget": "string", "pattern": [_NUMBER, _REMEDIES["number"]]}
    if pattern := schema.get("pattern"):
        kind = "period" if "Q([1-4])" in pattern else ""
        return {"widget": "string", "pattern": [pattern, _REMEDIES.get(kind, _plain(schema.get("description", "")))]}
    if schema.get("format") == "email":
        return {"widget": "string", "pattern": [r"^[^@\s]+@[^@\s]+\.[^@\s]+$", _REMEDIES["email"]]}
    return {"widget": "string" if name in _ONE_LINE else "text"}


def chosen(fields: Iterable[Field]) -> set[str]:
    """The kinds of references that a form asks for."""
    found = {field["options"] for field in fields if isinstance(field.get("options"), str)}
    return found.union(*(chosen(field.get("fields", ())) for field in fields))


def label(name: str) -> str:
    """A key or a value as a form says it: `under_way` as Under way."""
    return name.replace("_", " ").capitalize()


def _one(name: str) -> str:
    """One of several: `Entry` of entries."""
    singular = f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
    return label(singular)


def _part(schema: Schema, parts: Schema) -> Schema:
    found: Schema = parts[schema["$ref"].rpartition("/")[2]]
    return found


def _hint(schema: Schema) -> str:
    default = schema.get("default")
    without = f" Left empty: {label(str(default)).lower()}." if default not in (None, [], False) else ""
    return _plain(schema.get("description", "")) + without


def _plain(words: str) -> str:
    return _CHOSEN.sub("", words).replace("`", "")
