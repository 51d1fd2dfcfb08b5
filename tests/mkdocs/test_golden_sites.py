"""A folder in, a folder out: what the invented climate plan becomes, page by page.

Only the English pages: a better word in a translation should not have to change a golden file.

After a change that is meant, `pytest tests/mkdocs/test_golden_sites.py --update-golden` writes the pages anew; read
the difference before committing it.
"""

import shutil
from pathlib import Path

import pytest

from tests.sites import GOLDEN, climate, told, tree


def test_the_climate_plan_becomes_the_golden_site(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A plan that is not about crime, with its own names for its levels, needs no change of code."""
    expected = GOLDEN / "climate" / "expected"
    found = {path: text for path, text in told(climate(tmp_path).build()).items() if not path.startswith("pl/")}
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
