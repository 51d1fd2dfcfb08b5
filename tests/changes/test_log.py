"""The change log: what readers are told is kept, read again, and told in the same words."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from planbuilder.changes import between, clause_markup, logged, name_markup, recalled, safe, sentences, written
from planbuilder.i18n import languages
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import NEEDS, ChangeLog, LogEntry
from planbuilder.source import check
from tests.changes.test_between import ENGLISH, ENGLISH_ONLY, MEASURE, PLAN, PRIORITY, measure, priority, state
from tests.source.small_project import GOOD, PLACES

Files = Mapping[str, str | bytes | None]
REVISION = "0123456789abcdef0123456789abcdef01234567"
ACTION = "{text: Lower the speed limit., lead: anytown-council}"


def log_of(old: Catalogue, new: Catalogue) -> ChangeLog:
    """What `planbuilder changes` would keep, were it run between two states."""
    changes = tuple(safe(change, new) for change in logged(between(old, new), old, new))
    return ChangeLog(key="changes", entries=(LogEntry(on=new.today, revision=REVISION, changes=changes),))


def kept(tmp_path: Path, after: Files, before: Files | None = None, later: Files | None = None) -> Catalogue:
    """The later state with the log of how it came about, read from its file. `later` changes it once more."""
    before = {**ENGLISH_ONLY, **(before or {})}
    old, new = state(tmp_path / "old", before), state(tmp_path / "new", {**before, **after})
    text = written(log_of(old, new))
    return state(tmp_path / "logged", {**before, **after, **(later or {}), "changes.yml": text})


def told(catalogue: Catalogue) -> list[str]:
    """What the log says in English, a sentence for each thing."""
    return [sentence for item in recalled(catalogue) for sentence in sentences(item.changes, ENGLISH)]


def action(more: str, text: str = "Lower the speed limit.") -> dict[str, str]:
    """The priority's action with something else."""
    return priority(ACTION, f"{{text: {text}, lead: anytown-council, {more}}}")


FIGURES = ("period: 2013, value: 880", "period: 2014, value: 75")
CASES: dict[str, tuple[Files, Files]] = {
    "a new figure": (measure(*FIGURES), measure(*FIGURES, "period: 2015, value: 64, qualifier: about")),
    "another figure": (
        measure(*FIGURES, "period: 2015, area: North, group: Men, value: 64, status: provisional"),
        measure(*FIGURES, "period: 2015, area: North, group: Men, value: 66"),
    ),
    "a figure less": (measure(*FIGURES, "period: 2015, value: 64"), measure(*FIGURES)),
    "a note on a figure": (measure(*FIGURES), measure(FIGURES[0], f"{FIGURES[1]}, note: Counted twice.")),
    "another wish": (measure(*FIGURES), {MEASURE: measure(*FIGURES)[MEASURE].replace("decrease", "increase")}),
    "a target": (measure(*FIGURES), measure(*FIGURES, more="target: {value: 70, by: 2014}\n")),
    "another target": (
        measure(*FIGURES, more="baseline: 2013\ntarget: {value: 70}\n"),
        measure(*FIGURES, more="baseline: 2013\ntarget: {change: -5, by: 2016}\n"),
    ),
    "a target less": (measure(*FIGURES, more="target: {value: 70, by: 2014}\n"), measure(*FIGURES)),
    "a break": (measure(*FIGURES), measure(*FIGURES, more="breaks:\n  - {at: 2014, why: They count otherwise.}\n")),
    "a new action": ({}, priority(ACTION, f"{ACTION}\n  - {{text: 'Plant trees: oaks.'}}")),
    "another action": ({}, priority(ACTION, "{text: Plant trees.}")),
    "a reworded action": ({}, priority("Lower the speed limit.", "Lower the speed limits.")),
    "an action that is done": ({}, action("updates: [{status: done, on: 2017-05-01}]")),
    "an action that is planned": ({}, action("updates: [{status: planned, on: 2017-05-01}]")),
    "an action told of again": (
        action("updates: [{status: late, on: 2017-05-01}]"),
        action("updates: [{status: late, on: 2017-05-20}]"),
    ),
    "an action nobody tells of any more": (
        action("updates: [{status: late, on: 2017-05-01}]"),
        {PRIORITY: GOOD[PRIORITY]},
    ),
    "another lead": ({}, priority(ACTION, "{text: Lower the speed limit., lead: anyshire-police}")),
    "no lead": ({}, priority(ACTION, "{text: Lower the speed limit.}")),
    "a due date": ({}, action("due: 2018-03-31")),
    "another due date": (action("due: 2018-03-31"), action("due: 2018-06-30")),
    "a due date less": (action("due: 2018-03-31"), {PRIORITY: GOOD[PRIORITY]}),
    "an action's details": ({}, action("detail: To 20.")),
    "a new plan": (
        {},
        {
            "anytown/plans/2020-2023/plan.yml": "title: Next plan\nstart: 2020-04-01\nend: 2023-03-31\n",
            "anytown/plans/2020-2023/priorities/1-a.yml": "title: One\n",
        },
    ),
    "a measure less": (
        {PLACES["measure"]: 'title: "Yes"\nunit: people\nwanted: decrease\n'},
        {PLACES["measure"]: None},
    ),
    "another language": (
        {"site.yml": GOOD["site.yml"]},
        {"site.yml": GOOD["site.yml"].replace("[en, cy]", "[en, pl]")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_log_says_what_the_comparison_says(case: str, tmp_path: Path) -> None:
    """Word for word: nothing is lost between the version history, the file and the page."""
    before, after = CASES[case]
    start: dict[str, str | bytes | None] = {**ENGLISH_ONLY, **before}
    old, new = state(tmp_path / "old", start), state(tmp_path / "new", {**start, **after})
    expected = list(sentences(between(old, new), ENGLISH))
    assert expected
    found = state(tmp_path / "logged", {**start, **after, "changes.yml": written(log_of(old, new))})
    assert told(found) == expected


def test_the_cases_have_every_kind_that_holds_something(tmp_path: Path) -> None:
    """No kind of change is forgotten above, but for those that have a test of their own below."""
    seen = set()
    for number, (before, after) in enumerate(CASES.values()):
        start = {**ENGLISH_ONLY, **before}
        old, new = state(tmp_path / f"{number}a", start), state(tmp_path / f"{number}b", {**start, **after})
        seen |= {change.what for change in logged(between(old, new), old, new)}
    own = {"moved", "moved_whole", "figure_withheld", "figure_released", "verdict_changed_for", "removed_whole"}
    assert (
        NEEDS.keys() - seen - own - {"texts_translated", "action_under_way", "action_stopped", "action_late"} == set()
    )


def test_editors_are_told_more_than_readers(tmp_path: Path) -> None:
    """A key's name says nothing to readers; entries of registers are no news by themselves."""
    glossary = {"glossary.yml": f"{GOOD['glossary.yml']}kfc: {{term: knife crime, means: Crime with knives.}}\n"}
    found = kept(tmp_path, {**priority("Too many", "Far too many"), **glossary})
    assert told(found) == ["Priority “Safer roads”: its text or its details are revised."]


def test_what_moved_is_followed(tmp_path: Path) -> None:
    """Earlier changes belong to it, under the name of today, and keep the key that they had."""
    burglaries = "title: Burglaries\nunit: people\nwanted: decrease\n"
    moved: Files = {PLACES["measure"]: None, "anytown/measures/burglaries.yml": burglaries}
    old = state(tmp_path / "old", {**ENGLISH_ONLY, PLACES["measure"]: burglaries})
    new = state(tmp_path / "new", {**ENGLISH_ONLY, **moved})
    log = log_of(old, new)
    first = LogEntry.model_validate(
        {"on": "2017-05-01", "revision": "f" * 40, "changes": [{"about": "anytown/measures/spoilt", "what": "edited"}]}
    )
    log = log.model_copy(update={"entries": (*log.entries, first)})
    root = tmp_path / "logged"
    found = recalled(state(root, {**ENGLISH_ONLY, **moved, "changes.yml": written(log)}))
    assert [item.about.key for item in found] == ["anytown/measures/burglaries"] * 2
    assert {item.key for item in found} == {"anytown/measures/spoilt"}
    assert clause_markup(found[0].changes[0], ENGLISH) == "has a new address"
    assert not [problem for problem in check(root) if problem.path == "data/changes.yml"]


SECRET = 3879
"""A number that nobody may find."""
NORTH = "period: 2014, area: North"


@pytest.mark.parametrize(
    ("before", "after", "clause_"),
    [
        (f"{NORTH}, value: {SECRET}", f"{NORTH}, suppressed: true", "the figure for 2014, North is now withheld"),
        (f"{NORTH}, value: {SECRET}", None, "the figure for 2014, North is removed"),
        (f"{NORTH}, suppressed: true", f"{NORTH}, value: {SECRET}", "2014, North was withheld and is now published"),
    ],
)
def test_a_measure_that_withholds_figures_shows_none_in_the_log(
    before: str, after: str | None, clause_: str, tmp_path: Path
) -> None:
    """Neither old nor new, also of the figures beside it: from them the withheld one could be worked out."""
    more = "suppress_below: 2\n"
    start = measure("period: 2013, value: 7777", before, more=more)
    end = measure("period: 2013, value: 7778", *([after] if after else []), more=more)
    found = kept(tmp_path, end, start)
    (said,) = told(found)
    assert clause_.replace("2014, North was", "figure for 2014, North was") in said
    assert "the figure for 2013 changes" in said
    text = (tmp_path / "logged/data/changes.yml").read_text("utf-8")
    for number in (SECRET, 7777, 7778):
        assert str(number) not in said + text


def test_a_figure_that_is_withheld_later_is_not_told_any_more(tmp_path: Path) -> None:
    """The log may be older than the wish to withhold: pages say less at once, and the checker wants it out."""
    start = measure("period: 2013, value: 880", "period: 2014, value: 75")
    end = measure("period: 2013, value: 880", f"period: 2014, value: {SECRET}")
    later = measure("period: 2013, value: 880", "period: 2014, suppressed: true")
    found = kept(tmp_path, end, start, later)
    (said,) = told(found)
    assert "the figure for 2014 changes;" in said
    (problem,) = (found for found in check(tmp_path / "logged") if "give them away" in found.sentence)
    assert (problem.severity, problem.path, problem.line) == ("error", "data/changes.yml", 7)
    assert problem.remedy == "run planbuilder changes, without it"


def test_what_is_gone_is_told_as_gone_and_no_more(tmp_path: Path) -> None:
    """Its unit may be gone, too, so its earlier figures can't be told; what belonged to it is only counted."""
    files: Files = {path: None for path in GOOD if path.startswith("anytown/plans/")}
    found = kept(tmp_path, files)
    assert told(found) == ["Plan “Safer Anytown Plan”: is removed, with 2 entries below it."]
    assert recalled(found)[0].gone


def test_a_sensitive_subject_is_remembered(tmp_path: Path) -> None:
    """Also when the thing itself is gone, and nobody could look it up."""
    text = "title: Abuse at home\nunit: people\nwanted: decrease\nsensitive: true\n"
    found = kept(tmp_path, {PLACES["measure"]: None}, {PLACES["measure"]: text})
    assert [item.sensitive for item in recalled(found)] == [True]


def test_readers_are_told_in_their_language(tmp_path: Path) -> None:
    """What is not translated is marked; the rest is theirs."""
    site = {"site.yml": GOOD["site.yml"].replace("[en, cy]", "[en, pl]")}
    found = kept(tmp_path, action("updates: [{status: done, on: 2017-05-01}]"), site)
    polish = languages(found)["pl"]
    (item,) = recalled(found)
    assert '<span lang="en" dir="ltr">Lower the speed limit</span>' in clause_markup(item.changes[0], polish)
    assert '<span lang="en" dir="ltr">Safer roads</span>' in name_markup(item.about, polish)


BAD = {
    "an unknown kind": (
        "what: figur_added, period: 2014",
        '"figur_added" is not one of the choices – did you mean figure_added?',
    ),
    "a missing part": (
        "what: figure_added",
        "figure_added has no period – delete this change, and run planbuilder changes",
    ),
    "an unknown key": ("what: edited, abuot: x", 'unknown key "abuot" – did you mean about?'),
}


@pytest.mark.parametrize("case", BAD)
def test_a_mistake_in_the_file_is_explained(case: str, tmp_path: Path) -> None:
    """As in any other file: the place, what is wrong, what to do."""
    written_, said = BAD[case]
    entry = f"on: 2017-05-01, revision: {REVISION}, changes: [{{about: {MEASURE.removesuffix('.yml')}, {written_}}}]"
    found = check(_project(tmp_path, f"entries:\n  - {{{entry}}}\n"))
    assert said in str(found[0])
    assert str(found[0]).startswith("data/changes.yml:2:")


def _project(root: Path, text: str) -> Path:
    from tests.source.small_project import project

    return project(root, {**ENGLISH_ONLY, "changes.yml": text})


def _entry(day: str, revision: str, about: str = MEASURE.removesuffix(".yml")) -> str:
    return f"  - {{on: {day}, revision: {revision}, changes: [{{about: {about}, what: edited}}]}}\n"


def test_days_stand_in_order_and_once(tmp_path: Path) -> None:
    """The feed depends on both."""
    text = (
        "entries:\n" + _entry("2017-04-01", "a" * 40) + _entry("2017-05-01", "a" * 40) + _entry("2018-01-01", "b" * 40)
    )
    found = [str(problem) for problem in check(_project(tmp_path, text)) if problem.path == "data/changes.yml"]
    assert found == [
        (
            "data/changes.yml:3:10: entry 2: on: 2017-05-01 stands below 2017-04-01, which is earlier – put the "
            "newest day first"
        ),
        "data/changes.yml:3:32: entry 2: revision: this revision is told twice – delete one of the two",
        (
            "data/changes.yml:4:10: warning: entry 3: on: 2018-01-01 is after the day that the site is built for "
            "(2017-06-01) – build for a later day, or correct the day"
        ),
        (
            "data/changes.yml:4:10: entry 3: on: 2018-01-01 stands below 2017-05-01, which is earlier – put the "
            "newest day first"
        ),
    ]  # fmt: skip


def test_an_unknown_key_is_found_with_the_nearest_one(tmp_path: Path) -> None:
    """A warning: whoever removes a thing can only tell of it afterwards."""
    text = "entries:\n" + _entry("2017-05-01", "a" * 40, "anytown/measures/road-casualtis")
    (found,) = (problem for problem in check(_project(tmp_path, text)) if problem.path == "data/changes.yml")
    assert (found.severity, found.sentence) == ("warning", 'nothing has the key "anytown/measures/road-casualtis"')
    assert found.remedy.startswith("did you mean anytown/measures/road-casualties?")


def test_plan_and_priority_exist() -> None:
    """The files that the cases change are those of the good project."""
    assert {PLAN, PRIORITY, MEASURE} <= GOOD.keys()
