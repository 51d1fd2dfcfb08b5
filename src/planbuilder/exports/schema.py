"""The JSON Schema of the JSON files, published beside them: what a program that reads them can rely on."""

from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from planbuilder.exports.reader import PUBLISHED, SCHEMA
from planbuilder.exports.written import to_json, type_name
from planbuilder.model.entity import Entity
from planbuilder.source.schema import DIALECT, never_empty

SCHEMA_PATH = f"schema-{SCHEMA}.json"
"""Where it lies below `data/`."""
_TEXT = {"type": "string", "minLength": 1}
_HEAD: dict[str, Any] = {
    "$schema": {**_TEXT, "format": "uri", "description": "The address of this schema."},
    "schema": {"const": SCHEMA, "description": "The version of the format."},
    "kind": {
        "enum": ["partnership", "plan", "report", "measure"],
        "description": "What the file is about: the type of the first entity.",
    },
    "id": {**_TEXT, "description": "The key of the first entity. It never changes."},
    "as_of": {"type": "string", "format": "date", "description": "The day that the file is from."},
    "language": {**_TEXT, "description": "The language of the words in the file (BCP 47)."},
    "publisher": {
        "type": "object",
        "description": "Who publishes the site.",
        "properties": {"name": _TEXT, "site": _TEXT, "address": {**_TEXT, "format": "uri"}},
        "required": ["name", "site", "address"],
        "additionalProperties": False,
    },
    "credits": {
        "type": "array",
        "description": "The documents that the facts are from. A licence of null: the document states none.",
        "items": {
            "type": "object",
            "properties": {"document": _TEXT, "attribution": _TEXT, "licence": {"type": ["string", "null"]}},
            "required": ["document", "attribution", "licence"],
            "additionalProperties": False,
        },
    },
}


@cache
def schema_file() -> bytes:
    """The file."""
    return (to_json(schema()) + "\n").encode()


def schema() -> dict[str, Any]:
    """The schema: the head of a file, and every type of entity with its fields."""
    names, definitions = models_json_schema([(kind, "serialization") for kind in PUBLISHED])
    parts = _plain(definitions["$defs"])
    for kind in PUBLISHED:
        parts[names[kind, "serialization"]["$ref"].rsplit("/", 1)[-1]] = _entity(kind, parts[kind.__name__])
    entities = {
        "type": "array",
        "minItems": 1,
        "description": "The thing itself, then its parts, then the documents, organisations and units that they name.",
        "items": {"oneOf": [names[kind, "serialization"] for kind in PUBLISHED]},
    }
    return {
        "$schema": DIALECT,
        "title": f"Plans, reports and measures as open data, version {SCHEMA}",
        "type": "object",
        "properties": {**_HEAD, "entities": entities},
        "required": [*_HEAD, "entities"],
        "additionalProperties": False,
        "$defs": parts,
    }


def _entity(kind: type[Entity], fields: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type of entity: its own fields, and its type."""
    told = {"type": {"const": type_name(kind)}, "key": {**_TEXT, "description": "The same from year to year."}}
    return {
        **fields,
        "properties": {**told, **{name: field for name, field in fields["properties"].items() if name != "key"}},
        "required": ["type", *fields["required"]],
    }


def _plain(schema: Any) -> Any:
    """Without pydantic's titles, which only repeat the name of a field; what is empty is left out, and never null."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: _plain(value) for name, value in schema.items() if name != "title" or not isinstance(value, str)}
    if "properties" in plain:
        plain["properties"] = {name: never_empty(field) for name, field in plain["properties"].items()}
    return plain
