"""A folder in, a folder out: what two invented plans become, every page of the one and some of the other.

Only the English pages: a better word in a translation should not have to change a golden file.

After a change that is meant, `pytest tests/mkdocs/test_golden_sites.py --update-golden` writes the pages anew; read
the difference before committing it.
"""

import shutil
from pathlib import Path

import pytest

from planbuilder.source import check
from tests.sites import GOLDEN, climate, health, told, tree

HEALTH = (
    "en/wrenfield/2025-2030/index.html",
    "en/wrenfield/measures/adults-who-smoke/index.html",
    "en/wrenfield/measures/adults-who-smoke/adults-who-smoke.csv",
)
"""What there is in the health strategy and in no other plan: a survey's margins of error, and aims for priorities."""


def test_the_climate_plan_becomes_the_golden_site(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A plan that is not about crime, with its own names for its levels, needs no change of code."""
    found = {path: text for path, text in told(climate(tmp_path).build()).items() if not path.startswith("pl/")}
    _compare(GOLDEN / "climate" / "expected", found, request)


def test_the_worked_example_becomes_its_pages(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """It was written from the documentation alone: a strategy of an invented district, with margins of error."""
    project = health(tmp_path)
    assert check(project.root) == ()
    found = told(project.build())
    _compare(GOLDEN / "health" / "expected", {path: found[path] for path in HEALTH}, request)


def _compare(expected: Path, found: dict[str, str], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        _write(expected, found)
    kept = {path: content.decode("utf-8") for path, content in tree(expected).items()}
    assert sorted(found) == sorted(kept)
    assert [path for path in kept if found[path] != kept[path]] == []


def _write(folder: Path, files: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))
