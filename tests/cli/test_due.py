"""`planbuilder due`: what to do until the end of a quarter, and who does it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from tests.source.small_project import GOOD, project

MEASURE = "anytown/measures/road-casualties.yml"
PRIORITY = "anytown/plans/2017-2020/priorities/1-safer-roads.yml"
ACTION = "  - {text: Lower the speed limit., lead: anytown-council}\n"


def run(root: Path, *arguments: str) -> Result:
    """The command's result on 1 June 2017, with nothing of this machine's environment."""
    return CliRunner().invoke(main, ["due", "--root", str(root), *arguments], env={"SOURCE_DATE_EPOCH": None})


def actions(*written: str) -> dict[str, str]:
    """The priority with other actions."""
    return {PRIORITY: GOOD[PRIORITY].replace(ACTION, "".join(f"  - {{{action}}}\n" for action in written))}


def measure(more: str) -> dict[str, str]:
    """The measure with more keys."""
    return {MEASURE: GOOD[MEASURE] + more}


def test_nothing_due_is_said(tmp_path: Path) -> None:
    """The data tell of the second quarter of 2017."""
    assert run(project(tmp_path)).output == "Nothing is due until 2017-06-30.\n"


def test_what_is_due_is_listed_by_lead(tmp_path: Path) -> None:
    """What is overdue first; what nobody leads last."""
    files = {
        **actions(
            "text: Plant trees., lead: anytown-council, due: 2017-06-15",
            "text: Lower the limit., lead: anytown-council, due: 2017-05-01",
            "text: Ask people., due: 2017-06-20",
        ),
        **measure("owner: anyshire-police\nnext_update: 2017-06-30\n"),
    }
    assert run(project(tmp_path, files)).output.splitlines() == [
        "Anyshire Police",
        f"  2017-06-30: new figures for “People hurt on the roads” (data/{MEASURE})",
        "Anytown Council",
        f"  2017-05-01, overdue: action “Lower the limit.” (data/{PRIORITY})",
        f"  2017-06-15: action “Plant trees.” (data/{PRIORITY})",
        "Nobody is named",
        f"  2017-06-20: action “Ask people.” (data/{PRIORITY})",
    ]


@pytest.mark.parametrize(("status", "listed"), [("done", False), ("stopped", False), ("late", True), ("planned", True)])
def test_what_is_over_is_not_due(status: str, listed: bool, tmp_path: Path) -> None:
    """A report decides, not the date."""
    action = f"text: Plant trees., due: 2017-06-15, updates: [{{status: {status}, on: 2017-05-01}}]"
    assert ("Plant trees" in run(project(tmp_path, actions(action))).output) == listed


def test_nobody_works_on_a_plan_that_has_ended(tmp_path: Path) -> None:
    """What it left undone stands on its pages."""
    root = project(tmp_path, actions("text: Plant trees., due: 2017-06-15"))
    assert "Plant trees" in run(root, "--today", "2020-03-31").output
    assert "Plant trees" not in run(root, "--today", "2020-04-01").output


@pytest.mark.parametrize(
    ("quarter", "listed"),
    [("2017Q3", False), ("2017Q4", True), ("2017 q4", True), ("2017/18 Q3", True), ("2017/18Q2", False)],
)
def test_the_quarter_can_be_chosen(quarter: str, listed: bool, tmp_path: Path) -> None:
    """Of the calendar or of the financial year, with or without a space."""
    root = project(tmp_path, measure("next_update: 2017-12-31\n"))
    assert ("new figures" in run(root, "--quarter", quarter).output) == listed


@pytest.mark.parametrize("quarter", ["2017", "2017Q5", "soon", "2017-04"])
def test_what_is_no_quarter_is_wrong_use(quarter: str, tmp_path: Path) -> None:
    """With the remedy."""
    result = run(project(tmp_path), "--quarter", quarter)
    assert (result.exit_code, "write 2026Q4" in result.output) == (2, True)


def test_services_are_checked_every_half_year_and_the_statement_every_year(tmp_path: Path) -> None:
    """By whoever publishes the site."""
    said = run(project(tmp_path), "--quarter", "2018Q1").output
    assert "Anytown Council\n  2017-10-31: compare “Emergency services” with the service's own page" in said
    assert "  2018-01-11: review the accessibility statement (data/site.yml)" in said


def test_a_service_that_nobody_ever_checked_is_always_due(tmp_path: Path) -> None:
    """It stands first."""
    files = {"support-services.yml": GOOD["support-services.yml"].replace("  checked_on: 2017-05-01\n", "")}
    assert "  never done yet: compare “Emergency services”" in run(project(tmp_path, files)).output


def test_data_with_errors_are_told(tmp_path: Path) -> None:
    """As by every command."""
    result = run(project(tmp_path, {"units.yml": "nonsense: ["}))
    assert (result.exit_code, "data/units.yml:" in result.output) == (1, True)
