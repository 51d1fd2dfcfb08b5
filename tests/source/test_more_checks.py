"""Doubts about periods, wholes and words."""

from pathlib import Path

import pytest

from planbuilder.source import check
from tests.source.small_project import MEASURE, PLACES, project, with_measure

LAW = (
    "The multi-agency partnership arrangements will facilitate the implementation of evidence-based interventions "
    "which are intended to deliver sustainable improvements in community resilience, thereby enabling vulnerable "
    "individuals and communities to access appropriate, proportionate and coordinated support through strengthened "
    "governance mechanisms and enhanced information-sharing protocols."
)
PLAIN = (
    "Many people stay at home in the evening. The streets near the station are dark, and the last bus leaves at nine. "
    "We will put up new lamps by spring. We will ask the bus company for a later bus. You can tell us which streets "
    "feel unsafe, and we will go and look at them with you."
)


def doubts(root: Path) -> list[str]:
    """The warnings."""
    return [str(problem) for problem in check(root) if problem.severity == "warning"]


@pytest.mark.parametrize(("by", "found"), [("2016/17", 1), ("2017/18", 0), ("2019/20", 0), ("2020", 0), ("2020/21", 1)])
def test_a_target_of_a_plan_is_due_in_its_time(by: str, found: int, tmp_path: Path) -> None:
    """Some day of the period is enough."""
    use = f"measures:\n  - measure: road-casualties\n    target: {{value: 60, by: {by}}}\n"
    told = doubts(project(tmp_path, {PLACES["priority"]: f"title: P\n{use}"}))
    assert len([one for one in told if f"target: by: {by} is not in the time of the plan" in one]) == found


@pytest.mark.parametrize(("period", "found"), [("2014", 1), ("2016/17", 0), ("2018", 0), ("2020/21", 0), ("2023", 1)])
def test_a_report_tells_of_the_time_of_its_plans(period: str, found: int, tmp_path: Path) -> None:
    """The year before and the year after may be told of as well."""
    report = f"title: R\nkind: annual_report\nperiod: {period}\nplans: [2017-2020]\n"
    told = doubts(project(tmp_path, {"anytown/reports/r/report.yml": report}))
    assert len([one for one in told if f"{period} is not in the time of 2017-2020" in one]) == found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ("{period: 2013, area: A, value: 60}, {period: 2013, area: B, value: 40}", ""),
        ("{period: 2013, area: A, value: 60}, {period: 2013, area: B, value: 41}", "areas of 2013 add up to 101"),
        ("{period: 2013, area: A, value: 101}", "this part is larger than the whole of 2013, 100"),
        ("{period: 2013, group: Men, value: 101}", "this part is larger than the whole of 2013, 100"),
        ("{period: 2013, group: Men, value: 60}, {period: 2013, group: Old, value: 60}", ""),
        ("{period: 2013, area: A, value: 101, qualifier: about}", ""),
    ],
)
def test_no_part_is_larger_than_its_whole(parts: str, found: str, tmp_path: Path) -> None:
    """Groups may overlap, areas may not."""
    told = doubts(with_measure(tmp_path, f"observations: [{{period: 2013, value: 100}}, {parts}]\n"))
    assert [one for one in told if "whole" in one] == [one for one in told if found and found in one]
    assert bool(found) == any("whole" in one for one in told)


def test_shares_are_no_parts_of_a_sum(tmp_path: Path) -> None:
    """A percentage of one ward may well be higher than that of the town."""
    rows = "observations: [{period: 2013, value: 10}, {period: 2013, area: A, value: 20}]\n"
    assert not [one for one in doubts(with_measure(tmp_path, f"kind: percentage\n{rows}")) if "whole" in one]


@pytest.mark.parametrize(("text", "found"), [(LAW, 1), (PLAIN, 0), (LAW[:200], 0)], ids=["law", "plain", "too short"])
def test_a_text_harder_than_a_law_is_told(text: str, found: int, tmp_path: Path) -> None:
    """Whatever notes there are: they tell readers of faults of the source, and this is none."""
    notes = "notes: [{text: The plan has no date.}]\n"
    told = doubts(project(tmp_path, {PLACES["measure"]: f'{MEASURE}definition: "{text}"\n{notes}'}))
    assert len([one for one in told if "harder to read than a law" in one]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call Jo on 07700 900123.", 1),
        ("Call +44 7700 900 123.", 1),
        ("Her number is QQ 12 34 56 C or AB123456C.", 1),
        ("NHS number 943 476 5919.", 1),
        ("The man, born on 3 May 1961, said so.", 1),
        ("DOB: 03/05/1961", 1),
        ("Her date of birth: 3.5.1961.", 1),
        ("A man, D.O.B. 3 May 1961, and a woman.", 1),
        ("A man, d.ob 3 May 1961, and a woman, Do.b. 4 May 1961.", 1),
        ("Call 07700900123 or +44(0)7700 900123.", 1),
        ("Call 01733 747474, or 0800 555 111.", 0),
        ("In 2017 there were 17,322 crimes, 1,702 more.", 0),
        ("Grant AB123456 of 2016.", 0),
    ],
)
def test_what_belongs_to_a_person_is_told_and_not_repeated(text: str, found: int, tmp_path: Path) -> None:
    """The log of a check can be read by anyone."""
    told = [one for one in doubts(with_measure(tmp_path, f'caveats: ["{text}"]\n')) if "belongs to a person" in one]
    assert len(told) == found
    assert not any("900123" in one or "123456" in one or "1961" in one for one in told)


@pytest.mark.parametrize(
    ("lists", "found"),
    [
        ("measures: [{measure: road-casualties}, {measure: road-casualties}]", "measure 2 (road-casualties): measure"),
        ("measures: [{measure: road-casualties}]", ""),
        ("actions: [{text: A., partners: [anytown-council, anytown-council]}]", "partner 2"),
        ("facts: [{measure: road-casualties, at: 2013}, {measure: road-casualties, at: 2014}]", ""),
    ],
)
def test_no_list_names_the_same_twice(lists: str, found: str, tmp_path: Path) -> None:
    """A fact may tell of one measure at two times."""
    errors = [str(one) for one in check(project(tmp_path, {PLACES["priority"]: f"title: P\n{lists}\n"}))]
    twice = [one for one in errors if "stands here twice (first as number 1) – keep one of the two" in one]
    assert len(twice) == bool(found)
    assert all(found in one for one in twice)


def test_the_questions_of_a_consultation_have_titles_of_their_own(tmp_path: Path) -> None:
    """Their charts are linked to by title."""
    answers = "answers: [{label: Yes, value: 60}, {label: No, value: 40}]"
    questions = f"[{{title: Safe?, {answers}}}, {{title: safe?, {answers}}}]"
    text = f"title: C\nmethod: open_survey\nsummary: S.\nquestions: {questions}\n"
    path = "anytown/plans/2017-2020/consultation.yml"
    (told,) = [str(one) for one in check(project(tmp_path, {path: text})) if "also the title" in one.sentence]
    assert told.endswith(
        'question 2 (safe?): title: "safe?" is also the title of question 1 – give one of them a title'
        " that tells them apart"
    )
