"""The files of open data: what a spreadsheet gets, what describes it, and the archive of everything."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import csvw
import jsonschema

from planbuilder.exports import COLUMNS, SCHEMA_PATH, csv_path, open_data, read, zip_path
from planbuilder.exports.observations import Rows, observations_csv
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.registers import Document
from planbuilder.model.text import Text
from planbuilder.source import load
from tests.sites import ROOT

NAMES = [column.name for column in COLUMNS]


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
    return rows_of(observations_csv([measure], Rows(changed)))


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


def test_a_plan_a_report_and_a_measure_have_tables_of_their_own() -> None:
    """With the rows of the measures that they name, as they stand in the partnership's table."""
    everything = rows_of(files()["safer-peterborough/observations.csv"])
    for path in ("safer-peterborough/measures/total-crime.csv", "safer-peterborough/plans/2017-2020.csv"):
        own = rows_of(files()[path])
        assert own == [row for row in everything if row["measure"] in {mine["measure"] for mine in own}]
    assert {row["measure"] for row in rows_of(files()["safer-peterborough/measures/total-crime.csv"])} == {
        "safer-peterborough/measures/total-crime"
    }
    plan = {row["measure"] for row in rows_of(files()["safer-peterborough/plans/2017-2020.csv"])}
    assert "safer-peterborough/measures/total-crime" in plan
    assert "fenland/reports/2016-17-q4.csv" in files()


def test_whom_to_credit_stands_in_every_row() -> None:
    """As in the document's entry, with its licence; the description names all of them once, and JSON says the same."""
    path = "cambridgeshire-pcc/observations.csv"
    rows = rows_of(files()[path])
    told = json.loads(files()[f"{path}-metadata.json"])
    documents = {row["document"]: catalogue().find(row["document"]) for row in rows}
    credited = {key: item for key, item in documents.items() if isinstance(item, Document)}
    assert credited
    for row in rows:
        document = credited[row["document"]]
        assert row["credit"] == document.attribution.source
        assert row["licence"] == (document.licence.source if document.licence else "")
    assert sorted(told["dc:source"]) == sorted({row["credit"] for row in rows})
    whole = json.loads(files()["cambridgeshire-pcc/partnership.json"])
    in_json = {item["document"]: (item["attribution"], item["licence"] or "") for item in whole["credits"]}
    assert {row["document"]: (row["credit"], row["licence"]) for row in rows}.items() <= in_json.items()


def test_a_licence_that_no_document_states_is_no_word() -> None:
    """An empty cell, in every partnership's table; so is an area that no figure has."""
    rows = [row for one in catalogue().partnerships for row in rows_of(files()[csv_path(one)])]
    unstated = [row for row in rows if row["document"] and not row["licence"]]
    assert unstated
    for row in unstated:
        document = catalogue().find(row["document"])
        assert isinstance(document, Document)
        assert document.licence is None
    areas = {text.source for text in _areas()}
    assert {row["area"] for row in rows} == areas | {""}


def _areas() -> Iterator[Text]:
    """The areas that figures name for themselves, and the names of what they are compared with."""
    for one in catalogue().partnerships:
        for measure in catalogue().measures(one):
            yield from (item.area for item in measure.observations if item.area)
            for other in measure.comparators:
                yield from (item.area or other.title for item in other.observations)


def test_a_description_says_whose_figures_they_are() -> None:
    """So the file can be told from the others when it lies alone in a folder."""
    told = json.loads(files()["fenland/observations.csv-metadata.json"])
    partnership = catalogue().find("fenland")
    assert isinstance(partnership, Partnership)
    assert told["dc:title"] == f"{partnership.name.source}: every observation"


def written(folder: Path) -> list[Path]:
    """All files in a folder, as they are published; the descriptions of CSV files."""
    for path, content in files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return sorted(folder.rglob("*-metadata.json"))


def test_every_table_is_valid_by_its_description(tmp_path: Path) -> None:
    """As csvw sees it, which is not ours: context, columns, and the datatype of every cell."""
    described = written(tmp_path)
    assert len(described) == sum(path.endswith(".csv") for path in files())
    assert [path for path in described if not csvw.CSVW(str(path), validate=True).is_valid] == []


def test_a_table_that_does_not_fit_its_description_would_be_seen(tmp_path: Path) -> None:
    """The check above can fail."""
    (tmp_path / "t.csv").write_text(files()["fenland/observations.csv"].decode("utf-8-sig").replace(",2016-", ",16-"))
    told = files()["fenland/observations.csv-metadata.json"].replace(b"observations.csv", b"t.csv")
    (tmp_path / "t.csv-metadata.json").write_bytes(told)
    assert not csvw.CSVW(str(tmp_path / "t.csv-metadata.json"), validate=True).is_valid


def test_the_json_files_are_what_their_published_schema_says() -> None:
    """As jsonschema sees it: every file of every partnership, and a file with a word too many is none."""
    schema = json.loads(files()[SCHEMA_PATH])
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    told = {path: json.loads(files()[path]) for path in files() if path.endswith(".json") and is_data(path)}
    assert len(told) > 90
    assert {path: error.message for path, one in told.items() for error in check.iter_errors(one)} == {}
    one = told["safer-peterborough/measures/total-crime.json"]
    assert one["$schema"] == f"{catalogue().site.address.rstrip('/')}/data/{SCHEMA_PATH}"
    one["entities"][0]["more"] = 1
    assert not check.is_valid(one)


def is_data(path: str) -> bool:
    """Whether a JSON file holds entities."""
    return path != SCHEMA_PATH and not path.endswith("-metadata.json")


def test_the_archive_holds_all_other_files_of_its_partnership() -> None:
    """Under the same paths, in order, with the same bytes."""
    for partnership in catalogue().partnerships:
        with zipfile.ZipFile(io.BytesIO(files()[zip_path(partnership)])) as packed:
            assert packed.testzip() is None
            own = {path for path in files() if path.startswith(f"{partnership.key}/")} - {zip_path(partnership)}
            own.add(SCHEMA_PATH)
            assert packed.namelist() == sorted(own)
            assert {path: packed.read(path) for path in own} == {path: files()[path] for path in own}
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_data_gives_the_same_bytes() -> None:
    """Loaded twice, made twice."""
    assert open_data(load(ROOT)) == files()


def test_every_json_file_of_entities_can_be_read() -> None:
    """By the library that wrote it."""
    assert all(read(files()[path]) for path in files() if path.endswith(".json") and is_data(path))
