"""One file a fault, and beside it what an editor is told: every `bad/*` and `doubtful/*` is a case.

To see new words before they are kept: UPDATE_GOLDEN=1 pytest tests/source/test_problems.py, then read the difference.
"""

import os
from pathlib import Path

import pytest

from planbuilder.source import DataError, check, load
from tests.source.small_project import PLACES, project

HERE = Path(__file__).parent


def _cases(folder: str) -> list[Path]:
    return sorted(path for path in (HERE / folder).iterdir() if path.suffix != ".txt")


def _expect(case: Path, found: str) -> None:
    golden = case.with_suffix(".txt")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", _cases("bad"), ids=lambda case: case.stem)
def test_a_bad_file_is_refused_in_plain_words(case: Path, tmp_path: Path) -> None:
    """Every fault of the file is told at once, with its place and what to do."""
    root = project(tmp_path, {PLACES[case.stem.split("-")[0]]: case.read_bytes()})
    with pytest.raises(DataError) as refused:
        load(root)
    _expect(case, "".join(f"{problem}\n" for problem in refused.value.problems))


@pytest.mark.parametrize("case", _cases("doubtful"), ids=lambda case: case.stem)
def test_a_doubtful_file_is_read_and_told_of(case: Path, tmp_path: Path) -> None:
    """What may be the source's fault is a warning; where the data say so themselves, a note."""
    root = project(tmp_path, {PLACES[case.stem.split("-")[0]]: case.read_bytes()})
    assert load(root).entities
    _expect(case, "".join(f"{problem}\n" for problem in check(root)))


def test_the_good_project_has_no_problem(tmp_path: Path) -> None:
    """The project that the cases spoil is in order, so whatever they are told comes from the spoiling."""
    assert check(project(tmp_path)) == ()
