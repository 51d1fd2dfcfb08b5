"""`planbuilder diff`, as the one who reviews a change reads it."""

import json
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from planbuilder.changes import Kind, words
from planbuilder.cli import main
from tests.source.small_project import GOOD, project

MEASURE = "anytown/measures/road-casualties.yml"
SITE = {"site.yml": GOOD["site.yml"].replace("[en, cy]", "[en]")}
BETTER = {**SITE, MEASURE: GOOD[MEASURE] + "  - {period: 2015, value: 64}\n"}
SAID = (
    "Safer Anytown\n"
    "  Measure “People hurt on the roads”: a figure for 2015 is new: 64 people; the verdict stays “No clear change”.\n"
)


def run(*arguments: str | Path) -> Result:
    """The command's result."""
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def git(root: Path, *arguments: str) -> None:
    """Git in a project, by nobody in particular."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A project in the folder `site` of a repository: a first revision, and a figure more in the working tree."""
    root = tmp_path / "site"
    project(root, SITE)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "First")
    return project(root, BETTER)


def test_two_folders_are_compared(tmp_path: Path) -> None:
    """A heading for the partnership, a sentence for the measure."""
    result = run(project(tmp_path / "a", SITE), project(tmp_path / "b", BETTER))
    assert (result.output, result.exit_code) == (SAID, 0)


def test_a_revision_is_compared_with_the_folder_as_it_is_now(history: Path) -> None:
    """Also where the project is a folder of the repository; and nothing is left or touched."""
    before = sorted(path for path in history.parent.rglob("*") if ".git" not in path.parts)
    result = run("main", "--root", history)
    assert (result.output, result.exit_code) == (SAID, 0)
    assert sorted(path for path in history.parent.rglob("*") if ".git" not in path.parts) == before


def test_two_revisions_are_compared(history: Path) -> None:
    """What is not committed does not count."""
    assert run("main", "HEAD", "--root", history).output == "Nothing changes for readers.\n"
    git(history, "commit", "--quiet", "--all", "--message", "Second")
    assert run("HEAD~1", "HEAD", "--root", history).output == SAID


@pytest.mark.parametrize("name", ["no-such-branch", "--output=/tmp/x", "main:data", ""])
def test_what_is_neither_folder_nor_revision_is_wrong_use(name: str, history: Path) -> None:
    """Also what looks like an option of git."""
    result = run("--root", history, "--", name)
    assert result.exit_code == 2
    assert "is neither a folder nor a git revision" in result.output


def test_a_folder_without_history_is_told_of(tmp_path: Path) -> None:
    """Nobody has to guess that a name can't be a revision where there are none."""
    result = run("HEAD", "--root", project(tmp_path, SITE))
    assert result.exit_code == 2
    assert "this folder is not under git – give two folders" in result.output


def test_a_revision_without_data_is_told_of(tmp_path: Path) -> None:
    """The project may not have existed then."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "Nothing yet")
    result = run("main", "--root", project(tmp_path, SITE))
    assert (result.exit_code, "there is no folder data in" in result.output) == (2, True)


def test_data_with_errors_can_not_be_compared(tmp_path: Path) -> None:
    """The errors are listed, and which side they are on."""
    bad = project(tmp_path / "bad", {**SITE, MEASURE: GOOD[MEASURE].replace("wanted", "wantd")})
    result = run(project(tmp_path / "good", SITE), bad)
    assert result.exit_code == 1
    assert "did you mean wanted?" in result.output
    assert f'The data of "{bad}" have errors' in result.output


def test_markdown_keeps_words_of_the_data_words(tmp_path: Path) -> None:
    """A title can't put links, pictures, HTML or mentions into somebody's pull request."""
    hostile = 'title: "<img src=x> [a] @everyone `x` # | *b*"\nunit: people\nwanted: decrease\n'
    files = {**SITE, "anytown/measures/new.yml": hostile}
    result = run(project(tmp_path / "a", SITE), project(tmp_path / "b", files), "--format", "markdown")
    assert result.output.splitlines()[:3] == ["## What this means to readers", "", "### Safer Anytown"]
    said = result.output.splitlines()[4]
    assert said.startswith("- Measure “&lt;img src=x&gt; \\[a\\] &#64;everyone \\`x\\`")


def test_markdown_says_so_when_nothing_changes(tmp_path: Path) -> None:
    """An empty summary would look like a failure."""
    root = project(tmp_path, SITE)
    assert run(root, root, "--format", "markdown").output.endswith("\n\nNothing changes for readers.\n")


def test_json_has_kind_key_and_file(tmp_path: Path) -> None:
    """For scripts."""
    result = run(project(tmp_path / "a", SITE), project(tmp_path / "b", BETTER), "--format", "json")
    first, second = json.loads(result.output)["changes"]
    assert (first["kind"], first["key"]) == ("figure_added", "anytown/measures/road-casualties")
    assert first["file"] == "data/anytown/measures/road-casualties.yml"
    assert second["kind"] == "verdict_stays"


def test_the_whole_site_comes_last(tmp_path: Path) -> None:
    """An organisation belongs to no partnership."""
    files = {**BETTER, "organisations.yml": GOOD["organisations.yml"] + "zebra: {name: Zebra Trust}\n"}
    result = run(project(tmp_path / "a", SITE), project(tmp_path / "b", files))
    assert result.output == SAID + "The whole site\n  Organisation “Zebra Trust”: is new.\n"


def test_every_kind_of_change_has_words() -> None:
    """None fails when it first happens."""
    assert set(words._WORDS) == {kind for kinds in get_args(Kind) for kind in get_args(kinds)}
