"""The forms of `/edit/` say what the model says, whatever it comes to say."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from planbuilder.model.measure import MeasureKind, Observation
from planbuilder.model.priority import ActionStatus
from planbuilder.outputs.editor import EDITS, Edit
from planbuilder.outputs.forms import ENTRIES, ID, Field, chosen, form
from planbuilder.source.fields import inner
from planbuilder.source.layout import LAYOUT, REFERENCES, FileType

KINDS = {kind.name: kind for kind in LAYOUT}
WIDGETS = {"string", "text", "boolean", "datetime", "select", "list", "object"}


def _named(fields: list[Field], name: str) -> Field:
    return next(field for field in fields if field["name"] == name)


def _of_entity(edit: Edit) -> list[Field]:
    fields = form(edit.kind, edit.first)
    return _named(fields, ENTRIES)["fields"] if KINDS[edit.kind].form == "register" else fields


def _pairs(model: type[BaseModel], fields: list[Field]) -> Iterator[tuple[type[BaseModel], list[Field]]]:
    """Every model that a form shows, beside its fields."""
    yield model, fields
    for field in fields:
        part = inner(model.model_fields[field["name"]].annotation) if field["name"] in model.model_fields else None
        if part:
            yield from _pairs(part, field["fields"])


def _given(kind: FileType) -> set[str]:
    return {"key", *(("order",) if kind.ordered else ())}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.kind)
def test_a_form_has_every_field_and_no_other(edit: Edit) -> None:
    """A new field of the model is in the form at once, with its sentence; so are those of its parts."""
    entity = KINDS[edit.kind].entity
    assert entity
    for model, fields in _pairs(entity, _of_entity(edit)):
        given = _given(KINDS[edit.kind]) if model is entity else set()
        wanted = {field.alias or name for name, field in model.model_fields.items()} - given
        assert {field["name"] for field in fields} - {ID} == wanted
        for field in fields:
            if field["name"] != ID:
                told = model.model_fields[field["name"]]
                assert field["required"] is told.is_required()
                assert (told.description or "").replace("`", "") in field["hint"]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.kind)
def test_every_field_can_be_filled_in(edit: Edit) -> None:
    """Each has a widget that the editor knows, and one that asks for other fields or choices has them."""

    def walk(fields: list[Field]) -> None:
        for field in fields:
            assert field["widget"] in WIDGETS
            assert field["label"]
            if field["widget"] == "select":
                assert field["options"]
            if field["widget"] in ("object", "list"):
                assert field.get("fields") or field["field"]
            walk(field.get("fields", []))

    walk(form(edit.kind, edit.first))


def test_choices_are_those_of_the_model() -> None:
    """Each with its word for people."""
    kind = _named(form("measure"), "kind")
    assert [choice["value"] for choice in kind["options"]] == [*get_args(MeasureKind)]
    updates = _named(_named(form("priority"), "actions")["fields"], "updates")
    status = _named(updates["fields"], "status")["options"]
    assert [choice["value"] for choice in status] == [*get_args(ActionStatus)]
    assert {"label": "Under way", "value": "under_way"} in status


def test_references_are_chosen_from_lists() -> None:
    """Nobody types an id of something that is there."""
    assert chosen(form("priority")) == {"document", "measure", "organisation", "priority"}
    assert chosen(form("measure")) == {"document", "organisation", "unit"}
    assert chosen(form("achievements")) <= {reference.kind for reference in REFERENCES}


def test_what_is_changed_most_often_comes_first() -> None:
    """The named keys, in this order, with their lists open; the others keep the model's order behind them."""
    fields = form("measure", ("title", "observations"))
    assert [field["name"] for field in fields[:3]] == ["title", "observations", "short"]
    assert not _named(fields, "observations")["minimize_collapsed"]
    assert _named(fields, "caveats")["widget"] == "list"
    assert [one["name"] for one in _named(fields, "observations")["fields"]] == [*Observation.model_fields]
    actions = _named(form("priority", ("actions", "actions.updates")), "actions")["fields"]
    assert [field["name"] for field in actions[:2]] == ["updates", "text"]


@pytest.mark.parametrize(
    ("kind", "path", "good", "bad"),
    [
        ("measure", ("observations", "value"), ["17322", "-3", "12.50", "0"], ["17,322", "12 people", "010", ""]),
        ("measure", ("observations", "period"), ["2016", "2016/17 Q4", "12m to 2016-03"], ["March", "16/17"]),
        ("measure", ("decimals",), ["0", "2"], ["1.5", "two"]),
        ("achievements", (ENTRIES, ID), ["street-party"], ["Street party", "-x"]),
    ],
)
def test_a_mistake_is_told_beside_the_field(kind: str, path: tuple[str, ...], good: list[str], bad: list[str]) -> None:
    """What the checker would refuse is refused before it is saved, with what to write."""
    import re

    fields: Any = form(kind)
    for name in path[:-1]:
        fields = _named(fields, name)["fields"]
    pattern, remedy = _named(fields, path[-1])["pattern"]
    assert remedy
    assert all(re.search(pattern, value) for value in good)
    assert not any(re.search(pattern, value) for value in bad)
