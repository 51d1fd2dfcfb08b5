"""The files of open data: what a spreadsheet gets, what describes it, and the archive of everything."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from planbuilder.exports import COLUMNS, csv_path, description_path, open_data, read, zip_path
from planbuilder.exports.observations import observations_csv
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.source import load
from tests.sites import ROOT

NAMES = [column.name for column in COLUMNS]
DATATYPES = {"string", "date", "decimal", "integer"}
"""Those of CSVW's built-in datatypes that we use."""


@cache
def catalogue() -> Catalogue:
    """This repository's data."""
    return load(ROOT)


@cache
def files() -> Mapping[str, bytes]:
    """Its files of open data."""
    return open_data(catalogue())


def rows_of(content: bytes) -> list[dict[str, str]]:
    """A CSV file as a careful program reads it."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert reader.fieldnames == NAMES
    return list(reader)


def csv_with(observation: dict[str, Any], **fields: Any) -> list[dict[str, str]]:
    """The CSV of this repository's first partnership, were this its only measure."""
    key = "safer-peterborough/measures/total-crime"
    given = {"key": key, "title": "All crime", "unit": "crimes", "wanted": "decrease", "observations": [observation]}
    measure = Measure.model_validate(given | fields, context={"entity": key, "partnership": "safer-peterborough"})
    unit = next(key for key in catalogue().entities if key.startswith("units/"))
    measure = measure.model_copy(update={"unit": type(measure.unit).of(unit)})
    kept = {k: e for k, e in catalogue().entities.items() if not isinstance(e, Measure)}
    changed = replace(catalogue(), entities=kept | {key: measure})
    partnership = next(item for item in changed.all(Partnership) if item.key == "safer-peterborough")
    return rows_of(observations_csv(changed, partnership))


def test_each_observation_is_one_row() -> None:
    """Those of comparators too; and every value stands there as the data has it."""
    for partnership in catalogue().partnerships:
        measures = catalogue().measures(partnership)
        series = [items for m in measures for items in (m.observations, *(c.observations for c in m.comparators))]
        expected = sorted(f"{item.value:f}" if item.value is not None else "" for items in series for item in items)
        assert sorted(row["value"] for row in rows_of(files()[csv_path(partnership)])) == expected


def test_a_withheld_observation_has_a_sign_and_no_number() -> None:
    """Not even its limits, its denominator or what the source printed."""
    (row,) = csv_with({"period": "2016", "suppressed": "true", "denominator": "44", "lower": "1", "as_published": "3"})
    assert row["symbol"] == "[c]"
    hidden = ("value", "lower", "upper", "denominator", "as_published", "status")
    assert [row[name] for name in hidden] == [""] * len(hidden)


def test_words_that_a_spreadsheet_would_run_are_only_words() -> None:
    """A note that begins like a formula gets an apostrophe; a negative number stays a number."""
    (row,) = csv_with({"period": "2016/17", "value": "-5", "note": '=HYPERLINK("x")', "area": "+North"})
    assert (row["note"], row["area"], row["value"]) == ('\'=HYPERLINK("x")', "'+North", "-5")
    assert (row["start"], row["end"]) == ("2016-04-01", "2017-03-31")


def test_the_description_is_csvw_and_fits_its_file() -> None:
    """Context, url, columns in the file's order; each cell is of its datatype, and there if required."""
    for partnership in catalogue().partnerships:
        told = json.loads(files()[description_path(partnership)])
        assert told["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
        assert description_path(partnership) == f"{csv_path(partnership)}-metadata.json"
        assert told["url"] == csv_path(partnership).rsplit("/", 1)[-1]
        columns = told["tableSchema"]["columns"]
        assert [column["name"] for column in columns] == NAMES == [column["titles"] for column in columns]
        for column in columns:
            assert column.keys() == {"name", "titles", "datatype", "dc:description", "required"}
            assert column["datatype"] in DATATYPES
        for row in rows_of(files()[csv_path(partnership)]):
            assert [f for c in columns if (f := _fault(c, row[c["name"]]))] == []


def _fault(column: Mapping[str, Any], cell: str) -> str:
    """What is wrong with a cell."""
    if not cell:
        return f"{column['name']} is required" if column["required"] else ""
    reads: dict[str, Callable[[str], object]] = {"date": date.fromisoformat, "decimal": Decimal, "integer": int}
    try:
        reads.get(column["datatype"], str)(cell)
    except (ValueError, ArithmeticError):
        return f"{cell} is no {column['datatype']}"
    return ""


def test_the_archive_holds_all_other_files_of_its_partnership() -> None:
    """Under the same paths, in order, with the same bytes."""
    for partnership in catalogue().partnerships:
        with zipfile.ZipFile(io.BytesIO(files()[zip_path(partnership)])) as packed:
            assert packed.testzip() is None
            own = {path for path in files() if path.startswith(f"{partnership.key}/")} - {zip_path(partnership)}
            assert packed.namelist() == sorted(own)
            assert {path: packed.read(path) for path in own} == {path: files()[path] for path in own}
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_data_gives_the_same_bytes() -> None:
    """Loaded twice, made twice."""
    assert open_data(load(ROOT)) == files()


@pytest.mark.parametrize("path", sorted(path for path in open_data(load(ROOT)) if path.endswith(".json")))
def test_every_json_file_of_entities_can_be_read(path: str) -> None:
    """By the library that wrote it; the description of a CSV file is none of them."""
    if not path.endswith("-metadata.json"):
        assert read(files()[path])
