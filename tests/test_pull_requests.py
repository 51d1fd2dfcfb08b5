"""What runs for a pull request can do no harm, and whoever changes what runs is looked at."""

import fnmatch
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "src" / "planbuilder" / "cli" / "starters" / "site" / "dot-github"
WORKFLOWS = [*sorted((ROOT / ".github").rglob("*.yml")), *sorted(STARTER.rglob("*.yml"))]
NOTHING_RUNS = ("data/", "content/", "*.md", "LICENSE", ".gitignore")
"""What editors change: text that is read, checked, and never executed."""


def workflow(path: Path) -> dict[str, Any]:
    """A workflow; `on` is a word in it, and not a truth."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 – text only
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    """This repository's, and that of a new site."""
    assert len(WORKFLOWS) >= 2


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.parts[-4])
def test_a_workflow_reads_and_does_nothing_else(path: Path) -> None:
    """It runs strangers' code, so it has a token that can only read, keeps none on disk, and knows no secret."""
    found = workflow(path)
    assert found["on"] == "pull_request"
    assert found["permissions"] == {"contents": "read"}
    assert "secrets" not in path.read_text("utf-8")
    for job in found["jobs"].values():
        assert "permissions" not in job
        assert int(job["timeout-minutes"]) <= 60
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.parts[-4])
def test_actions_are_pinned_and_scripts_are_fixed(path: Path) -> None:
    """A tag can be moved, and an expression in a script can be a stranger's command."""
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"actions/checkout@[0-9a-f]{40}", step["uses"])
        assert "${{" not in step.get("run", "")


def test_everything_that_executes_has_an_owner() -> None:
    """A new script is not forgotten, and what editors write needs no maintainer."""
    lines = (ROOT / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = [line.split()[0].lstrip("/") for line in lines if line and not line.startswith("#")]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [file for file in listed.splitlines() if not _is_one(file, NOTHING_RUNS)]
    assert [file for file in files if not _is_one(file, owned)] == []
    assert not any(_is_one("data/site.yml", [pattern]) for pattern in owned)


def _is_one(file: str, patterns: tuple[str, ...] | list[str]) -> bool:
    return any(file.startswith(one) if one.endswith("/") else fnmatch.fnmatch(file, one) for one in patterns)
