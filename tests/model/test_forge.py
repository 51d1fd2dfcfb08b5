"""Addresses on the forge where the files are kept, and the settings that need one."""

from pathlib import Path

import pytest

from planbuilder.model.forge import Forge
from planbuilder.source import check
from tests.source.small_project import project


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/anytown/plans", "https://github.com/anytown/plans/edit/main/data/site.yml"),
        ("https://github.com/anytown/plans.git", "https://github.com/anytown/plans/edit/main/data/site.yml"),
        ("https://gitlab.com/anytown/plans/", "https://gitlab.com/anytown/plans/-/edit/main/data/site.yml"),
        ("https://gitlab.example.org/a/b/c", "https://gitlab.example.org/a/b/c/-/edit/main/data/site.yml"),
    ],
)
def test_an_edit_link_opens_the_very_file(repository: str, address: str) -> None:
    """In the editor of the forge, as each forge addresses it."""
    assert Forge.of(repository).editing("main", "data/site.yml") == address


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("edit_in_browser: true\n", "add repository:"),
        ("repository: https://forge.example.org/a/b\nedit_in_browser: true\n", "gitlab in its name"),
        (
            "repository: https://gitlab.com/a/b\nedit_in_browser: true\nedit_sign_in: hello\n",
            "the ID of an application",
        ),
        ("repository: https://github.com/a/b\nedit_in_browser: true\nedit_sign_in: hello\n", "begins with https://"),
    ],
)
def test_what_the_page_for_editors_lacks_is_told_at_its_line(settings: str, told: str, tmp_path: Path) -> None:
    """One error, with what to write."""
    root = project(tmp_path / "own")
    file = root / "data" / "site.yml"
    lines = file.read_text("utf-8").count("\n") + settings.count("\n")
    file.write_text(file.read_text("utf-8") + settings, "utf-8")
    problems = [str(problem) for problem in check(root) if problem.severity == "error"]
    assert len(problems) == 1
    assert problems[0].startswith(f"data/site.yml:{lines}:")
    assert told in problems[0]


def test_the_settings_are_enough(tmp_path: Path) -> None:
    """A repository and one line."""
    root = project(tmp_path / "own")
    file = root / "data" / "site.yml"
    file.write_text(file.read_text("utf-8") + "repository: https://github.com/a/b\nedit_in_browser: true\n", "utf-8")
    assert [str(problem) for problem in check(root) if problem.severity == "error"] == []
