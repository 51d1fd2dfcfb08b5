"""The benchmark's own instruments: runs, stages, edits and tables."""

import sys
from pathlib import Path

import pytest
from bench import measure, rebuild, site, stages, tables, tools
from bench.results import Results


def test_a_run_knows_the_memory_of_the_largest_process(tmp_path: Path) -> None:
    """That of a child counts, and what the benchmark itself holds does not."""
    held = "held = bytes([1]) * 200_000_000"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {held!r}])"
    large = measure.run([sys.executable, "-c", child], tmp_path)
    small = measure.run([sys.executable, "-c", "pass"], tmp_path)
    assert large.peak > 200_000_000
    assert 1_000_000 < small.peak < 50_000_000
    assert large.seconds >= small.seconds > 0


def test_a_tool_that_fails_stops_the_benchmark(tmp_path: Path) -> None:
    """A site that was not built is no result."""
    with pytest.raises(measure.FailedError, match="no such thing"):
        measure.run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_every_stage_is_measured(tmp_path: Path) -> None:
    """The calls of the library that the benchmark makes are those that there are."""
    root = site.project(tmp_path / "project", 110, charts=True, languages=site.TWO_LANGUAGES)
    found = stages.measured(root, tmp_path / "site")
    assert {"loader", "verdicts", "charts", "pages", "writing"} <= found.keys()
    assert all(seconds > 0 for seconds in found.values())
    assert (tmp_path / "site/pl/partnership-0001/measures/measure-1/index.html").is_file()


def test_an_edit_changes_one_number(tmp_path: Path) -> None:
    """The last observation of one measure, and the data is still in order."""
    root = site.project(tmp_path / "project", 64, charts=True)
    before = (root / rebuild.EDITED).read_text("utf-8").splitlines()
    rebuild.edit(root, 77)
    after = (root / rebuild.EDITED).read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  value: 77"]
    assert len(after) == len(before)


def test_the_document_has_a_place_for_every_table() -> None:
    """With no results at all it can be filled, and what is written by hand stays."""
    text = (tools.ROOT / "docs/performance.md").read_text("utf-8")
    filled = tables.filled(text, Results(Path("/nowhere/results.json")))
    assert "not measured" in filled
    assert tables.filled(filled, Results(Path("/nowhere/results.json"))) == filled
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in filled.splitlines() if line.startswith("#")
    ]
