"""Checks of data that can be read: each finds its fault, and keeps still where there is none."""

from datetime import date
from pathlib import Path

import pytest

from planbuilder.source import DataError, check, load
from tests.source.small_project import GOOD, PLACES, project, with_measure


def sentences(root: Path, today: date | None = None) -> list[str]:
    """What the checks say, without the places."""
    return [problem.sentence for problem in check(root, today)]


def stated(first: str, last: str, change: str) -> str:
    """A measure with two observations and a stated change."""
    return (
        f"decimals: 2\nobservations:\n  - {{period: 2013, value: {first}}}\n  - {{period: 2014, value: {last}}}\n"
        f"stated_changes: [{{last: 2014, {change}, text: It changed.}}]\n"
    )


@pytest.mark.parametrize(
    ("first", "last", "change"),
    [
        ("100", "90", "percent: -10"),
        ("87", "75", "percent: -14"),  # -13.79
        ("87", "75", "percent: -13.8"),
        ("200", "199", "percent: -0.5"),
        ("200", "199", "percent: -1"),  # exactly half a step
        ("88", "75", "difference: -13"),
        ("88.5", "75", "difference: -13"),  # half a step
        ("0", "75", "percent: 100"),  # from nothing there is no percentage
    ],
)
def test_a_stated_change_that_the_figures_give_is_fine(first: str, last: str, change: str, tmp_path: Path) -> None:
    """Rounding to the last decimal that the source prints is no fault."""
    assert sentences(with_measure(tmp_path, stated(first, last, change))) == []


@pytest.mark.parametrize(
    ("first", "last", "change", "said"),
    [
        ("87", "75", "percent: -13", "the source says -13 per cent, but 87 in 2013 and 75 in 2014 give -13.8"),
        ("87", "75", "percent: 14", "the source says +14 per cent, but 87 in 2013 and 75 in 2014 give -13.8"),
        ("87", "75", "percent: -13.7", "the source says -13.7 per cent, but 87 in 2013 and 75 in 2014 give -13.8"),
        ("88", "75", "difference: -12", "the source says -12, but 88 in 2013 and 75 in 2014 give -13"),
    ],
)
def test_a_stated_change_that_they_do_not_give_is_found(
    first: str, last: str, change: str, said: str, tmp_path: Path
) -> None:
    """The message holds both numbers."""
    assert sentences(with_measure(tmp_path, stated(first, last, change))) == [said]


@pytest.mark.parametrize(
    ("change", "found"), [("percent: 5", 0), ("percent: 10", 0), ("percent: 7", 1), ("difference: 5", 0)]
)
def test_of_a_percentage_the_change_may_be_meant_in_points(change: str, found: int, tmp_path: Path) -> None:
    """From 50 to 55 per cent are 5 points or 10 per cent; sources call both per cent."""
    assert len(sentences(with_measure(tmp_path, "kind: percentage\n" + stated("50", "55", change)))) == found


@pytest.mark.parametrize(
    "item",
    [
        "value: 0",
        "value: 100",
        "value: 20, lower: 20, upper: 20",
        "value: 20, lower: 19",
        "value: 12.50",
        "suppressed: true",
    ],
)
def test_values_at_the_edge_of_what_is_possible_are_fine(item: str, tmp_path: Path) -> None:
    """Limits belong to the range, and a nought at the end is no decimal."""
    root = with_measure(tmp_path, f"kind: percentage\ndecimals: 1\nobservations: [{{period: 2014, {item}}}]\n")
    assert sentences(root) == []


def test_a_score_or_an_amount_of_money_may_be_negative(tmp_path: Path) -> None:
    """A balance can be; a number of people can't."""
    for kind, found in {"currency": 0, "score": 0, "count": 1, "rate": 1, "duration": 1}.items():
        text = f"kind: {kind}\nobservations: [{{period: 2014, value: -5}}]\n"
        assert len(sentences(with_measure(tmp_path / kind, text))) == found, kind


def test_figures_that_are_only_about_right_prove_nothing(tmp_path: Path) -> None:
    """About 64 may be 63 or 65."""
    text = stated("87", "75", "percent: -1").replace("value: 75", "value: 75, qualifier: about")
    assert sentences(with_measure(tmp_path, text)) == []


def test_a_change_is_from_the_year_before_unless_it_says_otherwise(tmp_path: Path) -> None:
    """Quarters are compared with the same quarter."""
    text = (
        "observations: [{period: 2014 Q1, value: 50}, {period: 2014 Q4, value: 10}, {period: 2015 Q1, value: 25}]\n"
        "stated_changes: [{last: 2015 Q1, percent: 150, text: It rose.}]\n"
    )
    assert "50 in 2014 Q1 and 25 in 2015 Q1 give -50.0" in sentences(with_measure(tmp_path, text))[0]


def test_periods_of_other_lengths_are_not_compared(tmp_path: Path) -> None:
    """Nine months and three months that begin alike have nothing to say about each other."""
    text = (
        "observations: [{period: 2013-04..2013-12, value: 50}, {period: 2014-04..2014-06, value: 10}]\n"
        "stated_changes: [{last: 2014-04..2014-06, percent: -10, text: It fell.}]\n"
    )
    assert sentences(with_measure(tmp_path, text)) == []


def test_groups_and_areas_have_values_of_their_own_in_one_period(tmp_path: Path) -> None:
    """Only the same period, area and group is a repetition."""
    parts = "{period: 2014, value: 2, group: men}, {period: 2014, value: 3, area: North}"
    text = f"observations: [{{period: 2014, value: 5}}, {parts}]\n"
    assert sentences(with_measure(tmp_path, text)) == []
    again = text.replace("area: North", "group: men")
    assert sentences(with_measure(tmp_path, again)) == ["2014, men stands here a second time, first as observation 2"]


@pytest.mark.parametrize(
    ("least", "item", "refused"),
    [
        (5, "value: 4", True),
        (5, "value: 5", False),
        (5, "value: 0", False),
        (5, "value: 6, as_published: 4", True),
        (5, "suppressed: true", False),
        (5, "value: 1", True),
        (5, "value: 9, denominator: 4", True),
        (5, "value: 9, denominator: 1", True),
        (5, "value: 9, denominator: 5", False),
        (5, "value: 0, denominator: 0", False),
    ],
)
def test_small_counts_are_never_published(least: int, item: str, refused: bool, tmp_path: Path) -> None:
    """A number under the limit could identify somebody; nought and withheld ones can't."""
    root = with_measure(tmp_path, f"suppress_below: {least}\nobservations: [{{period: 2014, {item}}}]\n")
    if refused:
        with pytest.raises(DataError, match="suppressed: true"):
            load(root)
    else:
        assert load(root)


@pytest.mark.parametrize(
    ("share", "refused"), [("12.5", True), ("16.6", True), ("16.7", False), ("4.1", True), ("0", False)]
)
def test_shares_of_few_people_are_never_published(share: str, refused: bool, tmp_path: Path) -> None:
    """12.5 per cent of 24 is three people."""
    head = "kind: percentage\ndecimals: 1\nsuppress_below: 4\n"
    text = f"{head}observations: [{{period: 2014, value: {share}, denominator: 24}}]\n"
    problems = check(with_measure(tmp_path, text))
    assert [problem.severity for problem in problems] == ["error"] * refused


@pytest.mark.parametrize(
    ("others", "refused"),
    [
        ("{period: 2014, value: 9}, {period: 2014, group: b, value: 5}", True),
        ("{period: 2014, value: 9}, {period: 2014, group: b, suppressed: true}", False),
        ("{period: 2015, value: 9}, {period: 2014, group: b, value: 5}", False),
        ("{period: 2014, suppressed: true}, {period: 2014, group: b, value: 5}", False),
        ("{period: 2014, value: 9}", False),
        ("{period: 2014, value: 9}, {period: 2014, group: b, area: North, value: 5}", False),
        ("{period: 2014, value: 9, area: North}, {period: 2014, group: b, value: 5}", False),
    ],
)
def test_a_withheld_number_does_not_follow_from_the_others(others: str, refused: bool, tmp_path: Path) -> None:
    """Total less the other groups gives the one that was to be kept."""
    text = f"observations: [{{period: 2014, group: a, suppressed: true}}, {others}]\n"
    problems = check(with_measure(tmp_path, text))
    assert ["follows from the total" in problem.sentence for problem in problems] == [True] * refused


def test_a_withheld_area_does_not_follow_from_the_others(tmp_path: Path) -> None:
    """The same holds for wards as for groups."""
    text = (
        "observations: [{period: 2014, value: 9}, {period: 2014, area: North, value: 6}, "
        "{period: 2014, area: South, suppressed: true}]\n"
    )
    (problem,) = check(with_measure(tmp_path, text))
    assert problem.remedy == "suppress a second area, or the total, as well"


FINANCE = "spending:\n  title: A\n  kind: spending\n"


@pytest.mark.parametrize(
    ("scale", "lines", "total", "said"),
    [
        ("pounds", "6 4", "10", []),
        ("pounds", "6 4", "11", ["the declared total is 11, but the lines add up to 10"]),
        ("thousands", "6 4", "11", []),
        ("millions", "3.3 3.3 3.3", "10.1", []),  # four figures, each half a tenth from the exact one
        ("millions", "3.3 3.3 3.3", "10.2", ["the declared total is 10.2, but the lines add up to 9.9"]),
    ],
)
def test_amounts_add_up_to_their_total(scale: str, lines: str, total: str, said: list[str], tmp_path: Path) -> None:
    """Pounds exactly, larger scales within their rounding; a line without an amount leaves the sum open."""
    amounts = "".join(f"    - {{label: Line, amount: {amount}}}\n" for amount in lines.split())
    text = f"{FINANCE}  scale: {scale}\n  total: {total}\n  lines:\n{amounts}"
    assert sentences(project(tmp_path / "all", {PLACES["finance"]: text})) == said
    assert sentences(project(tmp_path / "open", {PLACES["finance"]: f"{text}    - {{label: Other}}\n"})) == []


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ("60 40", []),
        ("61 40", ["the source says 61 per cent, but 600 of 1000 is 60.0"]),
        ("60", []),
        ("59.9", []),
        ("59.8", ["the source says 59.8 per cent, but 600 of 1000 is 60.00"]),
    ],
)
def test_printed_shares_are_those_of_the_amounts(shares: str, said: list[str], tmp_path: Path) -> None:
    """Where every line has a share, they add up as well."""
    printed = [f", percent: {share}" for share in shares.split()] + [""]
    text = (
        f"{FINANCE}  lines:\n    - {{label: A, amount: 600{printed[0]}}}\n    - {{label: B, amount: 400{printed[1]}}}\n"
    )
    assert sentences(project(tmp_path, {PLACES["finance"]: text})) == said


def test_printed_shares_of_a_table_without_amounts_add_up_to_a_hundred(tmp_path: Path) -> None:
    """Half a step for each line is rounding."""
    lines = "  lines: [{label: A, percent: 50}, {label: B, percent: %s}]\n"
    for share, found in {"50": 0, "51": 0, "52": 1, "49": 0, "48": 1}.items():
        files = {PLACES["finance"]: FINANCE + lines % share}
        assert len(sentences(project(tmp_path / share, files))) == found, share


@pytest.mark.parametrize(("value", "fine"), [("0", True), ("100", True), ("100.5", False), ("-0.5", False)])
def test_a_share_lies_between_nothing_and_everything(value: str, fine: bool, tmp_path: Path) -> None:
    """Of a ranking too, whose answers are shares of their own."""
    answers = f"[{{title: A, answers: [{{label: A, value: {value}}}]}}]"
    text = f"title: A\nsummary: A.\nmethod: meetings\nquestions: {answers}\n"
    assert (sentences(project(tmp_path, {PLACES["consultation"]: text})) == []) is fine


def test_help_that_nobody_has_checked_for_half_a_year_is_told_of(tmp_path: Path) -> None:
    """A wrong number is worse than none."""
    root = project(tmp_path)
    assert sentences(root, date(2017, 10, 31)) == []
    assert sentences(root, date(2017, 11, 1)) == ["nobody has checked this service since 2017-05-01"]
    unchecked = GOOD["support-services.yml"].replace("  checked_on: 2017-05-01\n", "")
    root = project(tmp_path, {"support-services.yml": unchecked})
    assert sentences(root) == ["nobody has checked this service yet"]


def test_an_accessibility_statement_older_than_a_year_is_an_error(tmp_path: Path) -> None:
    """The law asks for a review every year."""
    (problem, *_) = check(project(tmp_path), date(2018, 1, 12))
    assert (problem.path, problem.line, problem.severity) == ("data/site.yml", 8, "error")
    assert all(problem.severity != "error" for problem in check(project(tmp_path), date(2018, 1, 11)))


@pytest.mark.parametrize(("day", "late"), [(date(2017, 5, 1), False), (date(2017, 5, 2), True)])
def test_an_update_is_late_the_day_after_it_was_promised(day: date, late: bool, tmp_path: Path) -> None:
    """On the day itself it can still come."""
    root = with_measure(tmp_path, "next_update: 2017-05-01\n")
    assert sentences(root, day) == ["the update announced for 2017-05-01 is overdue"] * late


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ("33.3 33.3 33.3", []),
        ("33 33 33", []),
        ("33.3 33.3 33.1", ["the parts add up to 99.7 per cent, not 100"]),
        ("50 52", ["the parts add up to 102 per cent, not 100"]),
        ("50 51", []),
    ],
)
def test_shares_of_a_whole_add_up_within_their_rounding(shares: str, said: list[str], tmp_path: Path) -> None:
    """Each share may be half a step from the exact one."""
    categories = ", ".join(f"{{label: Group {n}, value: {share}}}" for n, share in enumerate(shares.split()))
    text = f"title: A\nsummary: A.\nmethod: meetings\nbreakdowns: [{{title: Sex, categories: [{categories}]}}]\n"
    assert sentences(project(tmp_path / "whole", {PLACES["consultation"]: text})) == said
    part = text.replace("title: Sex", 'title: Sex, whole: "no"')
    assert sentences(project(tmp_path / "part", {PLACES["consultation"]: part})) == []


def test_an_answer_that_is_missing_is_no_fault_if_the_question_says_so(tmp_path: Path) -> None:
    """Forty per cent yes and the rest silent is a whole."""
    question = "{title: Safe?, kind: whole, answers: [{label: Yes, value: 40}]}"
    text = f"title: A\nsummary: A.\nmethod: meetings\nquestions: [{question}]\n"
    assert len(sentences(project(tmp_path / "a", {PLACES["consultation"]: text}))) == 1
    silent = text.replace("kind: whole", "kind: whole, rest: did not answer")
    assert sentences(project(tmp_path / "b", {PLACES["consultation"]: silent})) == []


def test_a_plan_follows_an_earlier_one(tmp_path: Path) -> None:
    """Not itself, and none that begins later."""
    files = {PLACES["plan"]: GOOD[PLACES["plan"]] + "succeeds: 2017-2020\n"}
    assert sentences(project(tmp_path, files)) == ["it can't follow 2017-2020, which begins no earlier"]


def test_priorities_of_a_plan_have_numbers_of_their_own(tmp_path: Path) -> None:
    """A theme and a priority may share one."""
    again = "anytown/plans/2017-2020/priorities/1-again.yml"
    kind = "title: A\nkind: focus_area\n"
    assert sentences(project(tmp_path, {again: kind})) == ["1 is the number of again already"]


def test_a_note_at_the_place_makes_a_warning_a_note(tmp_path: Path) -> None:
    """A note on another breakdown does not."""
    head = "title: A\nsummary: A.\nmethod: meetings\nbreakdowns:\n"
    wrong = "  - title: Sex\n    categories: [{label: Women, value: 40}]\n"
    noted = wrong.replace("Sex", "Sex again") + "    notes: [{text: Men are missing.}]\n"
    root = project(tmp_path, {PLACES["consultation"]: head + wrong + noted})
    assert [problem.severity for problem in check(root)] == ["warning", "note"]
