"""`planbuilder check --format …`: the same problems for a terminal, a code host and a script."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.cli.problem_formats import github, gitlab, sarif, text
from planbuilder.source import Problem
from tests.source.small_project import PLACES, project, with_measure

DOUBTFUL = (Path(__file__).parents[1] / "source/doubtful/measure-percentages.yml").read_text(encoding="utf-8")


def problem(**parts: Any) -> Problem:
    """A problem with some of its parts."""
    return Problem(
        **{
            "path": "data/a/measures/b.yml",
            "line": 4,
            "column": 2,
            "field": "value",
            "sentence": "it is wrong",
            "remedy": "put it right",
            **parts,
        }
    )


def run(form: str, root: Path, color: bool = False, environment: dict[str, str] | None = None) -> Result:
    """The command's result in a format."""
    given = {"SOURCE_DATE_EPOCH": None, "NO_COLOR": None, **(environment or {})}
    return CliRunner().invoke(main, ["check", "--root", str(root), "--format", form], color=color, env=given)


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "sarif", "json"])
def test_errors_fail_and_warnings_pass_in_every_format(form: str, tmp_path: Path) -> None:
    """The exit code does not depend on who reads."""
    assert run(form, with_measure(tmp_path / "bad", "kind: x\n")).exit_code == 1
    assert run(form, project(tmp_path / "doubtful", {PLACES["measure"]: DOUBTFUL})).exit_code == 0


def test_an_unknown_format_is_wrong_use(tmp_path: Path) -> None:
    """Exit code 2, and the formats there are."""
    result = run("xml", project(tmp_path))
    assert (result.exit_code, "sarif" in result.output) == (2, True)


def test_colour_is_for_terminals_only(tmp_path: Path) -> None:
    """A file or a pipe gets plain words, and so does whoever sets NO_COLOR."""
    root = with_measure(tmp_path, "kind: x\n")
    assert "\x1b[" not in run("text", root).output
    assert "\x1b[31mdata/anytown/measures/spoilt.yml:4:7: \x1b[0m" in run("text", root, color=True).output
    assert "\x1b[" not in run("text", root, color=True, environment={"NO_COLOR": "1"}).output


def test_github_annotates_the_line(tmp_path: Path) -> None:
    """File, line and column are the command's properties."""
    first = run("github", with_measure(tmp_path, "kind: x\n")).output.splitlines()[0]
    assert first.startswith("::error file=data/anytown/measures/spoilt.yml,line=4,col=7::kind: ")


def test_github_commands_cannot_be_forged() -> None:
    """A line break or a comma in the data starts no command and no property of its own."""
    said = github((problem(path="data/a,line=1:b.yml", sentence="100% bad\n::error::forged"),))
    assert said.splitlines()[0] == (
        "::error file=data/a%2Cline=1%3Ab.yml,line=4,col=2::value: 100%25 bad ::error::forged – put it right"
    )
    assert len(said.splitlines()) == 2


def test_a_note_is_a_notice() -> None:
    """GitHub has its own word for the mildest kind."""
    assert github((problem(severity="note"),)).startswith("::notice file=")


def test_gitlab_knows_a_problem_that_only_moved() -> None:
    """The fingerprint is that of the problem, not of its line; two alike have two fingerprints."""
    before, after = (json.loads(gitlab((problem(line=line),)))[0] for line in (4, 9))
    assert before["fingerprint"] == after["fingerprint"]
    assert after["location"] == {"path": "data/a/measures/b.yml", "lines": {"begin": 9}}
    twins = json.loads(gitlab((problem(line=4), problem(line=9))))
    assert len({issue["fingerprint"] for issue in twins}) == 2


def test_sarif_names_rule_level_and_place() -> None:
    """Every rule that a result names is declared, and a path is a URI."""
    log = json.loads(sarif((problem(path="data/a b.yml"), problem(severity="warning"))))
    (only,) = log["runs"]
    declared = {rule["id"] for rule in only["tool"]["driver"]["rules"]}
    assert [(result["ruleId"] in declared, result["level"]) for result in only["results"]] == [
        (True, "error"),
        (True, "warning"),
    ]
    place = only["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "data/a%20b.yml"}
    assert place["region"] == {"startLine": 4, "startColumn": 2}


def test_json_has_everything(tmp_path: Path) -> None:
    """Each part of the problem by its name, and how many there are."""
    found = json.loads(run("json", with_measure(tmp_path, "kind: x\n")).output)
    assert found["counts"] == {"error": 1, "warning": 0, "note": 0}
    (one,) = found["problems"]
    assert (one["path"], one["line"], one["column"], one["field"]) == ("data/anytown/measures/spoilt.yml", 4, 7, "kind")
    assert one["sentence"]
    assert one["remedy"]


def test_code_hosts_get_paths_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site in a folder of the repository is annotated in that folder."""
    with_measure(tmp_path / "plans", "kind: x\n")
    monkeypatch.chdir(tmp_path)
    assert "::error file=plans/data/anytown/" in run("github", Path("plans")).output


def test_the_text_ends_with_what_follows() -> None:
    """One line a problem and one for all."""
    assert text((problem(), problem(line=5))).splitlines()[-1].startswith("2 errors: nothing can be")
