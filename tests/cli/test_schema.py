"""`planbuilder schema`, as an editor sets up their program with it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.source import schemas


def test_each_kind_of_file_gets_its_schema_and_the_line_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files are the schemas, and the header can be pasted."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in Path("schemas").iterdir()}
    assert written == schemas()
    assert "data/<partnership>/measures/<id>.yml: # yaml-language-server: $schema=schemas/measure.json" in result.output


def test_the_folder_can_be_chosen_and_written_again(tmp_path: Path) -> None:
    """A second run gives the same bytes."""
    out = tmp_path / "a" / "b"
    first = CliRunner().invoke(main, ["schema", "--out", str(out)])
    before = {path: path.read_bytes() for path in out.iterdir()}
    second = CliRunner().invoke(main, ["schema", "--out", str(out)])
    assert first.output == second.output
    assert {path: path.read_bytes() for path in out.iterdir()} == before
