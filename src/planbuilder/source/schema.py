"""JSON Schemas of the data files, for editors that complete and check while one writes."""

from typing import Any

from planbuilder.model.entity import Entity
from planbuilder.source.layout import LAYOUT, FileType
from planbuilder.source.names import LONGEST

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST}
_PATH = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*/?$"}
_VALUES = {"default", "enum", "required"}
"""Keywords whose values are data, not schemas."""


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file by its name, without what the loader takes from the file's name."""
    return {kind.name: _of_file(kind) for kind in LAYOUT if kind.entity is not None}


def _of_file(kind: FileType) -> dict[str, Any]:
    schema = (kind.entity or Entity).model_json_schema(by_alias=True)
    definitions = {name: _plain(part) for name, part in schema.pop("$defs", {}).items()}
    one = _plain(_without_loader_fields(schema, kind))
    head = {"$schema": DIALECT, "title": f"data/{kind.pattern}"}
    if kind.form == "register":
        about = one.pop("description", "")
        one = {
            "type": "object",
            "description": about,
            "propertyNames": _PATH if kind.named == "path" else _ID,
            "additionalProperties": one,
        }
    return {**head, **{name: value for name, value in one.items() if name != "title"}, "$defs": definitions}


def _without_loader_fields(schema: dict[str, Any], kind: FileType) -> dict[str, Any]:
    """The schema without `key`, without `order` where the file's name gives it, and without a section's text."""
    given = {"key"} | ({"order"} if kind.ordered else set()) | ({"text"} if kind.form == "markdown" else set())
    properties = {name: value for name, value in schema["properties"].items() if name not in given}
    required = [name for name in schema.get("required", []) if name not in given]
    return {**schema, "properties": properties, "required": required}


def _plain(schema: Any) -> Any:
    """The same schema as the loader means it.

    Text may look like a number, since an unquoted 2016 is one to an editor's YAML parser. An optional key is left
    out, never empty. Pydantic's own titles only repeat the name of the field.
    """
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: value if name in _VALUES else _plain(value) for name, value in schema.items()}
    if isinstance(plain.get("title"), str):
        del plain["title"]
    if "properties" in plain:
        plain["properties"] = {name: never_empty(field) for name, field in plain["properties"].items()}
    if plain.get("const") == "1":
        plain = {"enum": [1, "1"], "description": plain["description"]}
    elif plain.get("type") == "string" and "enum" not in plain and "format" not in plain:
        plain["type"] = ["string", "number"]
    return plain


def never_empty(field: dict[str, Any]) -> dict[str, Any]:
    """The schema of an optional key without the null that nobody writes."""
    choices = field.get("anyOf", [])
    if {"type": "null"} not in choices:
        return field
    wanted: dict[str, Any] = next(choice for choice in choices if choice != {"type": "null"})
    rest = {name: value for name, value in field.items() if name not in ("anyOf", "default")}
    about = " ".join(text for text in (rest.get("description"), wanted.get("description")) if text)
    return {**wanted, **rest, **({"description": about} if about else {})}
