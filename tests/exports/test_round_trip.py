"""What is published as JSON can be read back: the same entities, whatever the model accepts."""

import json
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.exports import json_files, path_of, read
from planbuilder.exports.reader import PUBLISHED
from planbuilder.exports.written import written
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.model.report import Report
from planbuilder.source import load
from tests.sites import ROOT

NUMBERS = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1).map(str),
    st.decimals(-(10**15) + 1, 10**15 - 1, places=6, allow_nan=False).map(lambda value: f"{value:f}"),
    st.sampled_from(["0.000001", "0.1", "12.50", "-0"]),
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)
PERIODS = st.sampled_from(["2016", "2016/17", "2016-04", "2016 Q4", "2016/17 Q4", "2016-04..2016-12", "12m to 2016-03"])
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(date.isoformat)


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of some fields."""
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def observations(draw: st.DrawFn) -> dict[str, Any]:
    """A published value, or a withheld one."""
    found = {"period": draw(PERIODS), **draw(optional(area=WORDS, group=WORDS, note=WORDS))}
    if draw(st.booleans()):
        return found | {"suppressed": "true"}
    numbers = optional(lower=NUMBERS, upper=NUMBERS, denominator=st.integers(0, 10**9).map(str))
    return found | {"value": draw(NUMBERS)} | draw(numbers)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Any measure."""
    fields = {
        "key": "somewhere/measures/something",
        "title": draw(WORDS),
        "unit": "crimes",
        "wanted": draw(st.sampled_from(["decrease", "increase", "maintain", "monitor"])),
        "observations": draw(st.lists(observations(), max_size=6)),
        "caveats": draw(st.lists(WORDS, max_size=2)),
        "stated_changes": [{"last": draw(PERIODS), "text": draw(WORDS)} for _ in range(draw(st.integers(0, 1)))],
        **draw(optional(definition=WORDS, short=WORDS, next_update=DAYS, suppress_below=st.just("5"))),
        **draw(optional(target=st.fixed_dictionaries({"value": NUMBERS}, optional={"by": PERIODS}))),
    }
    context = {"entity": fields["key"], "partnership": "somewhere", "plan": ""}
    return Measure.model_validate(fields, context=context)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan."""
    fields = {
        "key": "somewhere/plans/2016-2019",
        "title": draw(WORDS),
        "start": draw(DAYS),
        "end": draw(DAYS),
        "held": draw(st.sampled_from(["true", "false"])),
        "summary": draw(st.lists(WORDS, max_size=3)),
        "funding": [{"text": draw(WORDS), "amount": draw(NUMBERS)} for _ in range(draw(st.integers(0, 2)))],
        "linked_plans": [{"title": draw(WORDS), "plan": "elsewhere/2014", "how": draw(WORDS)}],
        **draw(optional(vision=WORDS, succeeds=st.just("2013-2016"), adopted_on=DAYS, stated_priorities=st.just("3"))),
    }
    context = {"entity": fields["key"], "partnership": "somewhere", "plan": fields["key"]}
    return Plan.model_validate(fields, context=context)


def read_again(entity: Entity) -> Entity:
    """An entity, written and read."""
    (found,) = read(f'{{"schema": 1, "entities": [{written(entity)}]}}')
    return found


@given(st.one_of(measures(), plans()))
def test_whatever_the_model_accepts_is_read_back_as_it_was(entity: Entity) -> None:
    """Words, numbers of any size, days, periods, references and the places of texts."""
    assert read_again(entity) == entity


@cache
def catalogue() -> Catalogue:
    """This repository's data."""
    return load(ROOT)


def test_this_repository_is_read_back_whole() -> None:
    """Every entity that belongs to a partnership is in its file, equal to what was loaded, and nothing else is."""
    found: dict[str, Entity] = {}
    for partnership in catalogue().partnerships:
        for entity in read(json_files(catalogue(), partnership)[path_of(partnership)]):
            assert entity == catalogue().entities[entity.key]
            found[entity.key] = entity
    owners = {partnership.key for partnership in catalogue().partnerships}
    assert {key for key, entity in catalogue().entities.items() if entity.partnership_key in owners} <= found.keys()


def test_each_file_stands_on_its_own() -> None:
    """A plan's, report's or measure's file begins with it and holds every document, organisation and unit it names."""
    for partnership in catalogue().partnerships:
        files = json_files(catalogue(), partnership)
        own: tuple[Plan | Report | Measure, ...] = (
            *catalogue().of(partnership, Plan),
            *catalogue().of(partnership, Report),
            *catalogue().measures(partnership),
        )
        assert {path_of(item) for item in (partnership, *own)} == files.keys()
        for path, content in files.items():
            told = json.loads(content)
            first, *_others = told["entities"]
            assert (told["kind"], told["id"]) == (first["type"], first["key"])
            keys = {entity["key"] for entity in told["entities"]}
            assert {credit["document"] for credit in told["credits"]} == {
                key for key in keys if key.startswith("documents/")
            }, path
            for entity in read(content):
                if isinstance(entity, Measure):
                    assert entity.unit in keys
                if isinstance(entity, Plan) and entity.source:
                    assert entity.source.document in keys


def test_no_field_hides_the_type() -> None:
    """`type` is what the JSON adds to an entity's own fields."""
    assert [kind for kind in PUBLISHED if "type" in kind.model_fields] == []


def test_a_suppressed_observation_gives_nothing_away() -> None:
    """Even where a measure that never saw the loader has the number beside it."""
    fields = {
        "title": "Few",
        "unit": "people",
        "wanted": "monitor",
        "observations": [{"period": "2016", "suppressed": "true", "as_published": "77", "lower": "66", "upper": "88"}],
        "comparators": [{"title": "All", "observations": [{"period": "2016", "suppressed": "true", "lower": "99"}]}],
    }
    context = {"entity": "a/measures/few", "partnership": "a", "plan": ""}
    line = written(Measure.model_validate({"key": "a/measures/few", **fields}, context=context))
    told = json.loads(line)
    assert told["observations"] == [{"period": "2016", "suppressed": True, "status": "final"}]
    assert told["comparators"][0]["observations"] == [{"period": "2016", "suppressed": True, "status": "final"}]


def test_numbers_are_numbers_unless_digits_would_be_lost() -> None:
    """A program that reads JSON as floating point gets what was published, or text."""
    fields = {
        "key": "a/measures/b",
        "title": "B",
        "unit": "c",
        "wanted": "monitor",
        "observations": [{"period": "2016", "value": v} for v in ("17322", "12.5", "123456789012345.123456")],
    }
    told = json.loads(written(Measure.model_validate(fields, context={"entity": "a/measures/b", "partnership": "a"})))
    assert [item["value"] for item in told["observations"]] == [17322, 12.5, "123456789012345.123456"]
    assert Decimal(repr(told["observations"][1]["value"])) == Decimal("12.5")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[]", "no list of entities"),
        ('{"schema": 2, "entities": []}', "only 1 can be read"),
        ('{"schema": 1, "entities": [{"type": "site", "key": "site"}]}', "no type of entity"),
        ('{"schema": 1, "entities": [7]}', "needs a type and a key"),
        ('{"schema": 1, "entities": [{"type": "unit", "key": "units/a", "more": 1}]}', "Extra inputs"),
    ],
)
def test_what_cannot_be_read_is_refused(content: str, why: str) -> None:
    """With a sentence, not by a guess."""
    with pytest.raises(ValueError, match=why):
        read(content)
