"""JSON Schemas of the data files: what an editor's program completes and underlines."""

import json
from typing import Any

import pytest

from planbuilder.source import schemas
from planbuilder.source.layout import LAYOUT

ALL = schemas()


def walk(schema: Any) -> list[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(schema, list):
        return [found for item in schema for found in walk(item)]
    if isinstance(schema, dict):
        return [schema, *(found for item in schema.values() for found in walk(item))]
    return []


def test_there_is_one_for_each_kind_of_file_that_holds_entities() -> None:
    """A new kind of file in the layout has its schema at once."""
    assert set(ALL) == {kind.name for kind in LAYOUT if kind.entity}


@pytest.mark.parametrize("name", ALL)
def test_what_the_name_of_a_file_says_is_not_asked_for(name: str) -> None:
    """Editors write neither key nor order, so none is offered or missed."""
    schema = ALL[name]
    one = schema["additionalProperties"] if "propertyNames" in schema else schema
    assert "key" not in one["properties"]
    assert "key" not in one["required"]
    ordered = next(kind for kind in LAYOUT if kind.name == name).ordered
    assert not (ordered and "order" in one["properties"])
    assert one["additionalProperties"] is False
    assert set(one["required"]) <= set(one["properties"])


@pytest.mark.parametrize("name", ALL)
def test_a_schema_says_what_it_is_for(name: str) -> None:
    """The dialect, the file and a description for the hover help; and it is plain JSON."""
    schema = json.loads(json.dumps(ALL[name]))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"].startswith("data/")
    assert schema["description"]


@pytest.mark.parametrize("name", ALL)
def test_every_field_is_explained(name: str) -> None:
    """A sentence for the hover help of every key that an editor can write, in this file and in its blocks."""
    for part in walk(ALL[name]):
        for field, schema in part.get("properties", {}).items():
            assert schema.get("description", "").endswith((".", "?")), f"{name}: {field}"


@pytest.mark.parametrize("name", ALL)
def test_every_reference_inside_a_schema_resolves(name: str) -> None:
    """A program that follows it finds a definition."""
    for part in walk(ALL[name]):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in ALL[name]["$defs"]


def test_text_may_look_like_a_number() -> None:
    """`title: 2016` and `period: 2016` are fine for the loader, so no program underlines them."""
    measure = ALL["measure"]
    assert measure["properties"]["title"]["type"] == ["string", "number"]
    assert measure["$defs"]["Observation"]["properties"]["period"]["type"] == ["string", "number"]
    assert ALL["site"]["properties"]["schema"]["enum"] == [1, "1"]


def test_choices_and_descriptions_are_kept() -> None:
    """They are what completion and hover help show."""
    wanted = ALL["measure"]["properties"]["wanted"]
    assert wanted["enum"] == ["decrease", "increase", "maintain", "monitor"]
    assert wanted["description"] == "The change that is wanted."


def test_no_key_may_be_empty_but_a_cell_may() -> None:
    """The loader refuses a key without value; a table's row can have nothing in a column."""
    for name, schema in ALL.items():
        for part in walk(schema):
            for field in part.get("properties", {}).values():
                assert {"type": "null"} not in field.get("anyOf", []), name
    assert {"type": "null"} in ALL["plan-tables"]["$defs"]["TableRow"]["properties"]["cells"]["items"]["anyOf"]
