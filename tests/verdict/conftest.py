"""Measures and catalogues for tests, written as editors write them and read by the real model."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.model.priority import MeasureUse, Priority
from planbuilder.model.registers import Unit
from planbuilder.model.site import Site

PLAN = "town/plans/2017-2020"
TODAY = date(2017, 7, 1)
"""A day after all the sources were published."""


def _context(key: str) -> dict[str, str]:
    return {"entity": key, "partnership": "town", "plan": PLAN}


def _make_measure(*values: Any, id: str = "crimes", **fields: Any) -> Measure:  # noqa: A002 - the data's own word
    observations = [value if isinstance(value, dict) else {"period": value[0], "value": value[1]} for value in values]
    data = {"title": "Crimes", "unit": "crime", "wanted": "decrease", "observations": observations, **fields}
    key = f"town/measures/{id}"
    return Measure.model_validate({"key": key, **data}, context=_context(key))


def _make_use(id: str = "crimes", **fields: Any) -> MeasureUse:  # noqa: A002 - the data's own word
    return MeasureUse.model_validate({"measure": id, **fields}, context=_context(PLAN))


def _make_catalogue(*measures: Measure, uses: dict[str, list[dict[str, Any]]] | None = None) -> Catalogue:
    site = {
        "key": "site",
        "schema": "1",
        "title": "Plans",
        "summary": "Plans of a town.",
        "address": "https://plans.example/",
        "languages": ["en"],
        "publisher": {"name": "The town"},
        "accessibility": {"prepared": "2017-01-01", "reviewed": "2017-01-01", "tested": "By hand."},
    }
    plan = {"key": PLAN, "title": "The plan", "start": "2017-04-01", "end": "2020-03-31"}
    entities: list[Entity] = [
        Unit.model_validate({"key": "units/crime", "one": "crime", "other": "crimes"}, context=_context("units/crime")),
        Plan.model_validate(plan, context=_context(PLAN)),
        *measures,
    ]
    for order, (name, used) in enumerate((uses or {}).items()):
        key = f"{PLAN}/priorities/{name}"
        data = {"key": key, "order": order, "title": name, "measures": used, "sensitive": name == "sensitive"}
        entities.append(Priority.model_validate(data, context=_context(key)))
    return Catalogue(
        site=Site.model_validate(site, context=_context("site")),
        entities={entity.key: entity for entity in entities},
        origins={},
        today=TODAY,
    )


@pytest.fixture(scope="session")
def measure() -> Callable[..., Measure]:
    """Makes a measure of crimes from (period, value) pairs or observations as dictionaries, and further fields."""
    return _make_measure


@pytest.fixture(scope="session")
def use() -> Callable[..., MeasureUse]:
    """Makes a plan's use of a measure."""
    return _make_use


@pytest.fixture(scope="session")
def catalogue() -> Callable[..., Catalogue]:
    """Makes a catalogue of one plan from measures and, by name of priority, its uses of them."""
    return _make_catalogue


@pytest.fixture(scope="session")
def plan_key() -> str:
    """The key of the catalogue's plan."""
    return PLAN


@pytest.fixture(scope="session")
def today() -> date:
    """The day of the build."""
    return TODAY


@pytest.fixture(scope="session")
def english() -> Language:
    """The reader's language."""
    return Language("en")
