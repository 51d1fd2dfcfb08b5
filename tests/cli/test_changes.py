"""`planbuilder changes`: from the version history to a file that readers are told from."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.model.changelog import ChangeLog
from planbuilder.source import load
from tests.source.small_project import GOOD, project

MEASURE = "anytown/measures/road-casualties.yml"
SITE = {"site.yml": GOOD["site.yml"].replace("[en, cy]", "[en]")}


def git(root: Path, *arguments: str, day: str = "2017-05-01") -> str:
    """Git, with a person and a day of its own."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    when = {"GIT_COMMITTER_DATE": f"{day}T12:00:00+00:00", "GIT_AUTHOR_DATE": f"{day}T12:00:00+00:00"}
    command = ["git", "-C", str(root), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=when | _path()).stdout.strip()


def _path() -> dict[str, str]:
    import os

    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}


def commit(root: Path, day: str, old: str = "", new: str = "", path: str = MEASURE) -> str:
    """Change a file, commit everything, and give the revision's name."""
    file = root / "data" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    git(root, "add", "--all", day=day)
    git(root, "commit", "--quiet", "--allow-empty", "--message", "A change", day=day)
    return git(root, "rev-parse", "HEAD")


def run(root: Path, *arguments: str) -> Result:
    """The command in a project."""
    return CliRunner().invoke(main, ["changes", "--root", str(root), *arguments])


def log(root: Path) -> ChangeLog:
    """What the file says."""
    found = load(root).entities["changes"]
    assert isinstance(found, ChangeLog)
    return found


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A project with a day of publication, a day with a mistake and its correction, and a day after that."""
    root = project(tmp_path, SITE)
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "2017-05-01")
    commit(root, "2017-05-10", "value: 75", "value: 57")
    commit(root, "2017-05-10", "value: 57", "value: 76")
    commit(root, "2017-05-20", "value: 88", "value: 89")
    return root


def test_each_day_is_told_once_newest_first(history: Path) -> None:
    """With the revision that it leads to; what was put right on the same day is nobody's business."""
    assert run(history).exit_code == 0
    entries = log(history).entries
    assert [str(entry.on) for entry in entries] == ["2017-05-20", "2017-05-10", "2017-05-01"]
    assert entries[0].revision == git(history, "rev-parse", "HEAD")
    figure = entries[1].changes[0]
    assert figure.was_figure
    assert figure.figure
    assert figure.what == "figure_changed"
    assert [str(told.value) for told in (figure.was_figure, figure.figure)] == ["75", "76"]
    assert [(change.what, change.about) for change in entries[2].changes] == [
        ("added_whole", "anytown"),
        ("added", "site"),
    ]


def test_what_is_told_stays_as_it_is(history: Path) -> None:
    """A second run adds what came since; an editor's deletion is kept, and so is every line below."""
    run(history)
    path = history / "data/changes.yml"
    lines = [line for line in path.read_text("utf-8").splitlines(keepends=True) if "about: site" not in line]
    path.write_text("".join(lines), "utf-8")
    assert run(history).output.endswith("There is nothing new to tell.\n")
    commit(history, "2017-05-25", "value: 76", "value: 77")
    assert run(history).output.startswith("2017-05-25: 2 changes\n")
    text = path.read_text("utf-8").splitlines(keepends=True)
    assert text[-len(lines) + 3 :] == lines[3:]
    assert len(log(history).entries) == 4


def test_nothing_is_written_when_one_only_looks(history: Path) -> None:
    """And it says what would be told."""
    result = run(history, "--dry-run")
    assert "2013 changes from 88 people to 89 people" in result.output
    assert not (history / "data/changes.yml").exists()


def test_what_is_not_committed_is_not_told(history: Path) -> None:
    """It has no day yet."""
    file = history / "data" / MEASURE
    file.write_text(file.read_text("utf-8").replace("value: 76", "value: 1234"), "utf-8")
    run(history)
    assert "1234" not in (history / "data/changes.yml").read_text("utf-8")


def test_a_state_with_errors_is_passed_over(history: Path) -> None:
    """What was wrong then was never published; the next good state is compared with the last one."""
    commit(history, "2017-05-22", "wanted:", "wantd:")
    commit(history, "2017-05-24", "wantd:", "wanted:")
    commit(history, "2017-05-25", "value: 76", "value: 77")
    result = run(history)
    assert result.exit_code == 0
    assert "passed over, for its data have 2 errors. The first one: data/anytown/measures" in result.output
    assert [str(entry.on) for entry in log(history).entries[:2]] == ["2017-05-25", "2017-05-20"]


def test_a_number_that_is_withheld_now_leaves_the_file(history: Path) -> None:
    """It was published, told, and then found to identify people."""
    run(history)
    commit(history, "2017-05-25", "{period: 2014, value: 76}", "{period: 2014, suppressed: true}")
    assert run(history).exit_code == 0
    text = (history / "data/changes.yml").read_text("utf-8")
    assert "figure:" not in text
    assert log(history).entries[0].changes[0].what == "figure_withheld"


def test_a_history_that_was_rewritten_is_told_of(history: Path) -> None:
    """Squashed or shallow: the editor says where to go on."""
    run(history)
    path = history / "data/changes.yml"
    lost = log(history).entries[0].revision
    path.write_text(path.read_text("utf-8").replace(lost, "f" * 40), "utf-8")
    result = run(history)
    assert result.exit_code == 2
    assert "the revision ffffffffffff is not in the history of this one – name the last one" in result.output
    assert run(history, "--since", "HEAD").output.endswith("There is nothing new to tell.\n")


def test_a_folder_without_history_is_told_of(tmp_path: Path) -> None:
    """The remedy stands in the message."""
    result = run(project(tmp_path, SITE))
    assert result.exit_code == 2
    assert "there is no version history here – commit the data first" in result.output
