"""What a plan or report has and lacks of what it has to contain."""

from datetime import date
from pathlib import Path

import pytest
from tests.source.small_project import GOOD, PLACES, project

from planbuilder.source import check, load
from planbuilder.verdict.completeness import Completeness, completeness, everything

PROFILE = "profiles/law.yml"
REPORT = "anytown/reports/2016-17/report.yml"
PRIORITY = "anytown/plans/2017-2020/priorities/1-safer-roads.yml"
CONSULTATION = "title: A\nsummary: A.\nmethod: {}\n"


def profile(*requirements: str, about: str = "plan", more: str = "") -> str:
    """A list with these requirements, each the check and more."""
    items = "".join(f"  - {{id: r{n}, text: Something., check: {item}}}\n" for n, item in enumerate(requirements))
    return f"title: What a plan has to contain\nabout: {about}\n{more}requirements:\n{items}"


def found(root: Path, files: dict[str, str], today: date | None = None) -> tuple[Completeness, ...]:
    """What is said of everything in a project with these files."""
    return everything(load(project(root, files), today))


def results(root: Path, files: dict[str, str]) -> list[str]:
    """The results of the only plan or report."""
    (one,) = found(root, files)
    return [answer.result for answer in one.answers]


def test_what_a_plan_has_is_found_where_it_stands(tmp_path: Path) -> None:
    """And what it has not is lacking; nothing is said without looking."""
    checks = ("has_priorities", "has_actions", "has_measures", "has_funding", "has_consultation", "has_vision")
    (one,) = found(tmp_path, {PROFILE: profile(*checks, "by_hand")})
    assert [answer.result for answer in one.answers] == ["there"] * 3 + ["lacking"] * 3 + ["unclear"]
    assert [[place.id for place in answer.places] for answer in one.answers[:3]] == [
        ["2017-2020"],
        ["safer-roads"],
        ["safer-roads"],
    ]
    assert (one.number("there"), one.number("lacking"), one.number("unclear"), one.unverified) == (3, 3, 1, 7)


@pytest.mark.parametrize(
    ("what", "path", "text"),
    [
        ("has_vision", PLACES["plan"], GOOD[PLACES["plan"]] + "vision: Nobody is hurt.\n"),
        ("has_vision", PRIORITY, "title: A\noutcomes: [{text: Nobody is hurt.}]\n"),
        ("has_summary", PLACES["plan"], GOOD[PLACES["plan"]] + "summary: [Nobody is hurt.]\n"),
        ("has_funding", PLACES["plan"], GOOD[PLACES["plan"]] + "funding: [{text: A grant.}]\n"),
        ("has_funding", PLACES["finance"], "spending: {title: A, kind: spending, lines: [{label: A, amount: 1}]}\n"),
        ("has_consultation", PLACES["consultation"], CONSULTATION.format("open_survey")),
        ("has_meeting", PLACES["consultation"], CONSULTATION.format("meetings")),
        (
            "has_meeting",
            "anytown/plans/2017-2020/get-involved.yml",
            "forum: {title: Forum, kind: attend, text: Come.}\n",
        ),
        (
            "has_breakdown",
            PLACES["consultation"],
            CONSULTATION.format("written")
            + 'breakdowns: [{title: Sex, whole: "no", categories: [{label: Women, value: 5}]}]\n',
        ),
    ],
)
def test_each_check_of_a_plan_looks_for_its_own_thing(what: str, path: str, text: str, tmp_path: Path) -> None:
    """Lacking without it, there with it, and for a person to read where it proves little."""
    assert results(tmp_path / "a", {PROFILE: profile(what)}) == ["lacking"]
    assert results(tmp_path / "b", {PROFILE: profile(what), path: text}) == ["there"]
    assert results(tmp_path / "c", {PROFILE: profile(f"{what}, enough: false"), path: text}) == ["unclear"]
    assert results(tmp_path / "d", {PROFILE: profile(f"{what}, enough: false")}) == ["lacking"]


def test_actions_or_a_text_on_what_will_be_done(tmp_path: Path) -> None:
    """A priority that says neither has no steps."""
    bare = {PROFILE: profile("has_actions", "has_measures"), PRIORITY: "title: A\n"}
    assert results(tmp_path / "a", bare) == ["lacking", "lacking"]
    assert results(tmp_path / "b", bare | {PRIORITY: "title: A\nplan: We will.\n"}) == ["there", "lacking"]


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("has_updates", "updates: [{title: Roads}]"),
        ("has_figures", "measures: [{measure: road-casualties}]"),
        ("has_figures", "updates: [{title: Roads, measures: [{measure: road-casualties}]}]"),
        ("has_plans", "plans: [2017-2020]"),
        ("has_publication_date", "published: May 2017"),
        ("has_summary", "summary: [It went well.]"),
    ],
)
def test_each_check_of_a_report_looks_for_its_own_thing(what: str, more: str, tmp_path: Path) -> None:
    """A year from April to March is a financial year."""
    law = profile(what, "has_financial_year", about="report")
    bare = "title: Report\nkind: annual_report\nperiod: 2016/17\n"
    assert results(tmp_path / "a", {PROFILE: law, REPORT: bare}) == ["lacking", "there"]
    there = {PROFILE: law, REPORT: bare.replace("2016/17", "2016") + more}
    assert results(tmp_path / "b", there) == ["there", "lacking"]


@pytest.mark.parametrize(
    ("more", "applies"),
    [
        ("", True),
        ("partnerships: [community_safety_partnership]\n", True),
        ("partnerships: [council]\n", False),
        ("country: england\n", True),
        ("country: wales\n", False),
    ],
)
def test_a_list_is_for_its_own_kind_and_country(more: str, applies: bool, tmp_path: Path) -> None:
    """English law asks nothing of Wales; an area without a code may be anywhere."""
    area = GOOD["anytown/partnership.yml"].replace("{name: Anytown}", "{name: Anytown, gss: E06000031}")
    files = {PROFILE: profile("has_priorities", more=more), "anytown/partnership.yml": area}
    assert bool(found(tmp_path / "a", files)) is applies
    del files["anytown/partnership.yml"]
    assert bool(found(tmp_path / "b", files)) is (applies or "country" in more)


def test_a_list_of_some_reports_is_not_for_others(tmp_path: Path) -> None:
    """Nor is a list for plans."""
    report = {REPORT: "title: Report\nkind: quarterly_report\nperiod: 2016/17 Q4\n"}
    law = profile("has_plans", about="report", more="reports: [annual_report]\n")
    assert found(tmp_path, {PROFILE: law, **report}) == ()
    assert len(found(tmp_path, {PROFILE: law.replace("annual", "quarterly"), **report})) == 1


@pytest.mark.parametrize(
    ("dates", "asked"),
    [
        ("start: 2020-03-31", True),
        ("start: 2020-04-01", False),
        ("end: 2017-04-01", True),
        ("end: 2017-03-31", False),
        ("start: 2010-01-01, end: 2030-01-01", True),
    ],
)
def test_only_what_was_asked_in_the_time_of_the_plan_is_asked(dates: str, asked: bool, tmp_path: Path) -> None:
    """The plan ran from 1 April 2017 to 31 March 2020."""
    assert results(tmp_path, {PROFILE: profile(f"by_hand, {dates}")}) == ["unclear"] * asked


def test_a_plan_that_we_do_not_hold_lacks_nothing_that_we_know_of(tmp_path: Path) -> None:
    """Nothing is said of it."""
    files = {PROFILE: profile("has_funding"), PLACES["plan"]: GOOD[PLACES["plan"]] + "held: false\n"}
    assert found(tmp_path, files) == ()


def test_a_site_without_lists_says_nothing(tmp_path: Path) -> None:
    """Lists are optional."""
    catalogue = load(project(tmp_path))
    assert everything(catalogue) == completeness(catalogue, catalogue.plans(catalogue.partnerships[0])[0]) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (profile("has_updates"), "has_updates (r0) can't be looked for in a plan"),
        (profile("has_vision", about="report"), "has_vision (r0) can't be looked for in a report"),
        (profile("by_hand", "by_hand").replace("r1", "r0"), 'two requirements are called "r0"'),
        (profile("has_visions"), "has_vision"),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """With the file, and what to write."""
    (problem,) = check(project(tmp_path, {PROFILE: text}))
    assert problem.path == f"data/{PROFILE}"
    assert said in str(problem)
