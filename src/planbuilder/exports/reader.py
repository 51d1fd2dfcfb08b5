"""The published JSON, read back into the model."""

import json
from collections.abc import Iterator
from typing import Any

from planbuilder.exports.written import type_name
from planbuilder.model.achievement import Achievement
from planbuilder.model.consultation import Consultation
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.organisation import Organisation
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan, Section
from planbuilder.model.priority import Priority
from planbuilder.model.registers import Document, Unit
from planbuilder.model.report import Commitment, Contradiction, Report
from planbuilder.model.table import FinanceTable, Table

SCHEMA = 1
"""The version of the JSON files' format. It is their own: that of the data files may change without it."""

PUBLISHED: tuple[type[Entity], ...] = (
    Partnership,
    Plan,
    Priority,
    Section,
    Achievement,
    Consultation,
    Commitment,
    Opportunity,
    Report,
    Table,
    FinanceTable,
    Contradiction,
    Measure,
    Organisation,
    Document,
    Unit,
)
"""Every type of entity that is published as JSON, in the order of a file."""

_BY_NAME = {type_name(kind): kind for kind in PUBLISHED}


def read(content: str | bytes) -> tuple[Entity, ...]:
    """The entities of a JSON file of this site, equal to those that it was made from.

    Raises ValueError for what is no such file, or one of a later format. pydantic's ValidationError is one.
    """
    found = json.loads(content, parse_int=str, parse_float=str)  # as text, so that the model decides what it is
    if not isinstance(found, dict) or not isinstance(found.get("entities"), list):
        raise ValueError("this is no file of plans or measures: it has no list of entities")
    if found.get("schema") != str(SCHEMA):
        raise ValueError(f"this file is of format {found.get('schema')!r}, and only {SCHEMA} can be read")
    return tuple(_entities(found["entities"]))


def _entities(items: list[Any]) -> Iterator[Entity]:
    for item in items:
        if not isinstance(item, dict) or not isinstance(item.get("key"), str):
            raise ValueError("each entity needs a type and a key")
        kind = _BY_NAME.get(str(item.get("type")))
        if kind is None:
            raise ValueError(f"{item['key']}: {item.get('type')!r} is no type of entity")
        fields = {name: value for name, value in item.items() if name != "type"}
        yield kind.model_validate(fields, context={"entity": item["key"], "whole_keys": True})
