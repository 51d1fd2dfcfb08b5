"""Checks of one thing against another: each finds its fault, and keeps still where there may be none."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.source import check
from tests.source.small_project import GOOD, MEASURE, PLACES, project, with_measure

ACHIEVEMENTS = "anytown/plans/2017-2020/achievements.yml"


def sentences(root: Path) -> list[str]:
    """What the checks say, without the places."""
    return [problem.sentence for problem in check(root)]


def series(*values: str, more: str = "") -> str:
    """A measure's observations, one a year from 2010."""
    items = "".join(f"  - {{period: {2010 + n}, value: {value}}}\n" for n, value in enumerate(values))
    return f"observations:\n{items}{more}"


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ("64 75 690 71", 1),
        ("640 75 69 71", 1),  # at the beginning it is compared with the next two
        ("64 75 69 710", 1),
        ("640 750 69 710", 1),  # a digit is missing
        ("64 75 599 71", 0),  # less than eight times
        ("4 5 49 6", 0),  # small numbers jump
        ("64 690", 0),  # two say nothing of which is wrong
        ("64 75 690 700", 0),  # it stays: a change, not a slip
        ("0 75 0 0", 0),
    ],
)
def test_a_digit_too_many_or_too_few_is_seen(values: str, found: int, tmp_path: Path) -> None:
    """Only beside two figures that are alike."""
    assert len(sentences(with_measure(tmp_path, series(*values.split())))) == found


def test_after_a_break_figures_need_not_be_alike(tmp_path: Path) -> None:
    """Nor those of other groups."""
    broken = series("64", "690", "71", more="breaks: [{at: 2011, why: Counted anew.}]\n")
    assert sentences(with_measure(tmp_path / "a", broken)) == []
    groups = series("640", "710", more="  - {period: 2010, value: 64, group: men}\n")
    assert sentences(with_measure(tmp_path / "b", groups)) == []


@pytest.mark.parametrize(
    ("wanted", "target", "found"),
    [
        ("decrease", "value: 80", 1),
        ("decrease", "value: 60", 0),
        ("decrease", "value: 64", 0),
        ("decrease", "change: 5", 1),
        ("decrease", "change: -5", 0),
        ("increase", "value: 60", 1),
        ("increase", "change: -5", 1),
        ("increase", "value: 80", 0),
        ("monitor", "value: 80", 0),
        ("decrease", "value: 60.5", 1),  # more decimals than are shown
    ],
)
def test_a_target_lies_where_the_change_is_wanted(wanted: str, target: str, found: int, tmp_path: Path) -> None:
    """Against the baseline; without one nobody can tell."""
    text = MEASURE.replace("decrease", wanted) + f"target: {{{target}}}\n" + series("64", "75")
    root = project(tmp_path / "a", {PLACES["measure"]: text + "baseline: 2010\n"})
    assert len(sentences(root)) == found
    if "value" in target and "." not in target:
        assert sentences(project(tmp_path / "b", {PLACES["measure"]: text})) == []


def test_the_target_of_a_plan_counts_with_its_own_direction(tmp_path: Path) -> None:
    """A plan may want another change than the measure says."""
    path = "anytown/plans/2017-2020/priorities/1-safer-roads.yml"
    for more, found in {"": 1, ", wanted: increase": 0}.items():
        use = f"measure: road-casualties\n    target: {{change: 5}}{more.replace(', ', chr(10) + '    ')}\n"
        files = {path: GOOD[path].replace("measure: road-casualties\n", use)}
        assert len(sentences(project(tmp_path / str(found), files))) == found


@pytest.mark.parametrize(
    ("unit", "kind", "found"),
    [("percent", "count", 1), ("percent", "percentage", 0), ("people", "count", 0), ("percent", "rate", 1)],
)
def test_what_is_in_per_cent_is_a_percentage(unit: str, kind: str, found: int, tmp_path: Path) -> None:
    """Else its changes would be told in per cent of per cent."""
    text = MEASURE.replace("people", unit) + f"kind: {kind}\n"
    assert len(sentences(project(tmp_path, {PLACES["measure"]: text}))) == found


def test_a_comparison_has_no_more_decimals_than_the_measure(tmp_path: Path) -> None:
    """It is shown with as many."""
    text = "comparators: [{title: England, observations: [{period: 2014, value: 7.25}, {period: 2015, value: 8}]}]\n"
    assert sentences(with_measure(tmp_path, text)) == ["7.25 has more decimals than the measure shows (0)"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("74 people in 2014 were hurt.", 1),
        ("75 people in 2014 were hurt.", 0),
        ("1,075 people in 2014 were hurt.", 1),
        ("75.4 people in 2014 were hurt.", 1),
        ("About 70 people in 2014 were hurt.", 0),
        ("More than 70 people in 2014 were hurt.", 0),
        ("It fell by 13 people in 2014.", 0),
        ("74 people in 2012 were hurt.", 0),  # the measure has no figure of that year
        ("74 people in 2014/15 were hurt.", 0),
        ("74 people in 2014 Q1 were hurt.", 0),
        ("74 people in 2014–2016 were hurt.", 0),
        ("74 crimes in 2014.", 0),
        ("Of 74 people in 2014, half were hurt.", 0),
    ],
)
def test_a_figure_that_a_text_repeats_is_the_measures(words: str, found: int, tmp_path: Path) -> None:
    """Only the same unit and period, and only where the text gives an exact number."""
    text = f'a:\n  title: A\n  text: "{words}"\n  measure: road-casualties\n'
    assert len(sentences(project(tmp_path / "a", {ACHIEVEMENTS: text}))) == found
    free = text.replace("  measure: road-casualties\n", "")
    assert sentences(project(tmp_path / "b", {ACHIEVEMENTS: free})) == []
    own = GOOD["anytown/measures/road-casualties.yml"] + f'definition: "{words}"\n'
    assert len(sentences(project(tmp_path / "c", {"anytown/measures/road-casualties.yml": own}))) == found


def test_a_figure_that_the_source_prints_wrong_may_be_repeated(tmp_path: Path) -> None:
    """The text tells what is printed."""
    own = GOOD["anytown/measures/road-casualties.yml"].replace(
        "value: 75", "value: 75, as_published: 74, note: A slip."
    )
    files = {"anytown/measures/road-casualties.yml": own + "definition: There were 74 people in 2014.\n"}
    assert sentences(project(tmp_path, files)) == []


@pytest.mark.parametrize(("more", "found"), [("", 1), ("as_of: 2014", 0)])
def test_an_old_address_that_is_shown_as_old_may_be_unsafe(more: str, found: int, tmp_path: Path) -> None:
    """Nobody can change what was printed."""
    text = f"a:\n  title: A\n  kind: report\n  text: Tell us.\n  web: http://tell.example.org/\n  {more}\n"
    assert len(sentences(project(tmp_path, {"anytown/get-involved.yml": text}))) == found
    assert sentences(project(tmp_path, {"anytown/get-involved.yml": text.replace("http:", "https:")})) == []


def test_a_measure_that_nothing_uses_is_told_by_the_command(tmp_path: Path) -> None:
    """A link from a text is a use."""
    root = with_measure(tmp_path, "")
    run = CliRunner().invoke(main, ["check", "--root", str(root)], env={"SOURCE_DATE_EPOCH": None})
    assert "data/anytown/measures/spoilt.yml:1:1: warning: nothing uses this measure" in run.output
    path = "anytown/plans/2017-2020/priorities/1-safer-roads.yml"
    for more in ("  - measure: spoilt\n", None):
        text = GOOD[path].replace("measures:\n", f"measures:\n{more}") if more else GOOD[path]
        linked = text if more else text.replace("road-casualties).", "spoilt).")
        project(tmp_path, {path: linked, PLACES["measure"]: MEASURE})
        run = CliRunner().invoke(main, ["check", "--root", str(root)], env={"SOURCE_DATE_EPOCH": None})
        assert "nothing uses" not in run.output
