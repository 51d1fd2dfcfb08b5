"""`planbuilder complete`: what plans have and lack."""

from pathlib import Path
from typing import get_args

from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.model.profile import CHECKS_OF_PLANS, RequirementCheck
from tests.source.small_project import project

COPY = "write one, or copy one of those that planbuilder's own site has.\n"
PROFILE = """\
title: What a plan has to contain
about: plan
requirements:
  - {id: steps, text: Steps., check: has_actions, verified: true}
  - {id: money, text: Money., check: has_funding}
  - {id: meeting, text: A meeting., check: by_hand}
"""


def run(root: Path, *arguments: str) -> Result:
    """The command's result, with nothing of this machine's environment."""
    return CliRunner().invoke(main, ["complete", "--root", str(root), *arguments], env={"SOURCE_DATE_EPOCH": None})


def test_it_says_what_is_there_and_where(tmp_path: Path) -> None:
    """One line a requirement, and the sum."""
    result = run(project(tmp_path, {"profiles/law.yml": PROFILE}), "anytown/2017-2020")
    assert result.output.splitlines() == [
        "Safer Anytown Plan (data/anytown/plans/2017-2020/plan.yml)",
        "What a plan has to contain:",
        "  found: Steps. (data/anytown/plans/2017-2020/priorities/1-safer-roads.yml)",
        "  not found: Money. (looked for: funding, or a table in finance.yml)",
        "  for a person to read: A meeting.",
        "  Of 3: 1 found, 1 not found, 1 for a person to read; 2 not compared with the law's text.",
    ]
    assert result.exit_code == 0
    for same in ("anytown/plans/2017-2020", "data/anytown/plans/2017-2020/plan.yml", "anytown"):
        assert run(tmp_path, same).output == result.output
    assert run(tmp_path).output == result.output


def test_it_says_what_it_looked_for(tmp_path: Path) -> None:
    """For everything that can be lacking: an editor knows what to write."""
    checks = [check for check in get_args(RequirementCheck) if check in CHECKS_OF_PLANS]
    asked = "".join(f"  - {{id: a{number}, text: A., check: {check}}}\n" for number, check in enumerate(checks))
    bare = "title: Empty\nstart: 2020-04-01\nend: 2023-03-31\n"
    files = {"profiles/law.yml": f"title: L\nabout: plan\nrequirements:\n{asked}", "anytown/plans/new/plan.yml": bare}
    lines = run(project(tmp_path, files), "anytown/new").output.splitlines()
    lacking = [line for line in lines if line.startswith("  not found: ")]
    assert len(lacking) == len(checks) - 1  # a person has to read one of them
    assert all("(looked for: " in line for line in lacking)


def test_without_a_list_there_is_nothing_to_say(tmp_path: Path) -> None:
    """Nor is it an error."""
    result = run(project(tmp_path))
    assert (result.exit_code, result.output) == (0, "No list in data/profiles applies: " + COPY)


def test_a_plan_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    """No traceback, and an exit code of its own."""
    result = run(project(tmp_path), "anytown/2017-2021")
    assert result.exit_code == 2
    assert 'there is no plan or report "anytown/2017-2021" – did you mean anytown/2017-2020?' in result.output


def test_data_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """With the file and the line."""
    result = run(project(tmp_path, {"profiles/law.yml": "title: A\n"}))
    assert result.exit_code == 1
    assert "data/profiles/law.yml:1:1: " in result.output
