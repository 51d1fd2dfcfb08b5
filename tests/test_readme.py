"""What README tells a newcomer is true."""

import shutil
from pathlib import Path

import pytest

from planbuilder.source import DataError, load
from tests.sites import ROOT


def test_the_misspelt_key_gives_the_message_that_readme_shows(tmp_path: Path) -> None:
    """`mesures:` for `measures:` in the first priority, word for word."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = "data/safer-peterborough/plans/2017-2020/priorities/1-offender-management.yml"
    file = tmp_path / path
    file.write_text(file.read_text("utf-8").replace("\nmeasures:", "\nmesures:"), "utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path)
    (problem,) = caught.value.problems
    assert str(problem) in (ROOT / "README.md").read_text("utf-8")


def test_the_commands_that_readme_names_are_there() -> None:
    """Each `make` target of README is one of the Makefile."""
    readme, makefile = ((ROOT / name).read_text("utf-8") for name in ("README.md", "Makefile"))
    for target in ("serve", "test", "site", "check", "help"):
        assert f"make {target}" in readme
        assert f"\n{target}:" in makefile
