"""The files of single charts: what describes them to programs, found as CSV on the Web says."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import csvw
import pytest

from planbuilder.charts.datafile import COLUMNS, Record
from tests.sites import GOLDEN

EXPECTED = GOLDEN / "climate" / "expected"


class Quiet(SimpleHTTPRequestHandler):
    """A host that writes no log."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that Python's class has
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The golden site on a host of its own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(EXPECTED))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def charts_files(site: Path) -> list[Path]:
    """The CSV files of charts: those of the languages."""
    return [path for path in sorted(site.rglob("*.csv")) if path.relative_to(site).parts[0] != "data"]


def test_a_record_has_a_cell_for_each_column() -> None:
    """In the order of the file."""
    assert Record._fields == tuple(column.name for column in COLUMNS)


def test_every_chart_s_file_is_valid_and_says_whom_to_credit(own_site: Path) -> None:
    """As csvw sees it, which is not ours: every file of every language is described beside it, and fits."""
    files = charts_files(own_site)
    assert {file.relative_to(own_site).parts[0] for file in files} == {"en", "pl", "lt", "pt", "ur", "cy"}
    for folder in {file.parent for file in files}:
        told = csvw.CSVW(str(folder / "csv-metadata.json"), validate=True)
        assert told.is_valid, (folder, told.warnings)
        assert {table.url.string for table in told.tables} == {path.name for path in folder.glob("*.csv")}
        assert told.common_props["dc:publisher"]
        assert [table.url.string for table in told.tables if not table.common_props.get("dc:source")] == []


def test_a_program_that_has_a_chart_s_file_finds_what_describes_it(address: str) -> None:
    """By the file's address alone."""
    files = charts_files(EXPECTED)
    assert files
    for file in files:
        found = csvw.CSVW(f"{address}/{file.relative_to(EXPECTED).as_posix()}", validate=True)
        assert found.is_valid, (file, found.warnings)
        assert not found.no_metadata
        assert file.name in {table.url.string for table in found.tables}


def test_what_describes_a_file_is_in_the_language_of_its_page(own_site: Path) -> None:
    """Its title and the meanings of columns too."""
    told = json.loads((own_site / "pl/safer-peterborough/measures/total-crime/csv-metadata.json").read_bytes())
    assert told["@context"][1] == {"@language": "pl"}
    table = told["tables"][0]
    means = {column["name"]: column["dc:description"] for column in table["tableSchema"]["columns"]}
    assert means["note"] == "Co trzeba wiedzieć o tej liczbie."
    assert "Przestępstwa ogółem" in table["dc:title"]


def test_a_chart_s_file_that_does_not_fit_would_be_seen(tmp_path: Path) -> None:
    """The checks above can fail."""
    folder = EXPECTED / "en/riverbank/measures/emissions"
    for file in (*folder.glob("*.csv"), folder / "csv-metadata.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes().replace(b",100000,", b",many,"))
    assert not csvw.CSVW(str(tmp_path / "csv-metadata.json"), validate=True).is_valid
