"""What a change of the data means to readers, in one sentence for each thing that changes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from planbuilder.changes import between, sentences
from planbuilder.i18n import Language, po, translated
from planbuilder.i18n.merge import merge
from planbuilder.i18n.plan_text import entries, path_of
from planbuilder.model.catalogue import Catalogue
from planbuilder.source import load
from tests.source.small_project import GOOD, PLACES, project

MEASURE = "anytown/measures/road-casualties.yml"
PRIORITY = "anytown/plans/2017-2020/priorities/1-safer-roads.yml"
PLAN = "anytown/plans/2017-2020/plan.yml"
ACTION = "actions:\n  - {text: Extend early help to families.}\n"
ENGLISH = Language("en")

ENGLISH_ONLY = {"site.yml": GOOD["site.yml"].replace("[en, cy]", "[en]")}

Files = Mapping[str, str | bytes | None]


def state(root: Path, files: Files | None = None) -> Catalogue:
    """A project's catalogue, with its translations."""
    return translated(load(project(root, files)), root)


def told(tmp_path: Path, after: Files, before: Files | None = None) -> list[str]:
    """What is said when some files of the good project change."""
    before = {**ENGLISH_ONLY, **(before or {})}
    old, new = state(tmp_path / "old", before), state(tmp_path / "new", {**before, **after})
    return list(sentences(between(old, new), ENGLISH))


def measure(*observations: str, more: str = "") -> dict[str, str]:
    """The measure of road casualties with these figures."""
    head = "title: People hurt on the roads\nunit: people\nwanted: decrease\nfrequency: year\nobservations:\n"
    return {MEASURE: head + "".join(f"  - {{{item}}}\n" for item in observations) + more}


def priority(old: str, new: str) -> dict[str, str]:
    """The priority with one thing written otherwise."""
    assert old in GOOD[PRIORITY]
    return {PRIORITY: GOOD[PRIORITY].replace(old, new)}


def test_the_same_data_say_nothing(tmp_path: Path) -> None:
    """Moving files or broken lines is no change."""
    assert told(tmp_path, {PLAN: f"# a note\n{GOOD[PLAN]}"}) == []


def test_a_figure_that_changes_is_told_with_its_verdict(tmp_path: Path) -> None:
    """From what to what, with the status that it had, and that the verdict stays."""
    first = "period: 2014, value: 75"
    before = measure(first, "period: 2015, value: 64, status: provisional")
    assert told(tmp_path, measure(first, "period: 2015, value: 66"), before) == [
        (
            "Measure “People hurt on the roads”: 2015 changes from 64 people (provisional) to 66 people; the verdict "
            "changes from “No clear change yet” to “No clear change”."
        )
    ]


def test_a_new_figure_may_leave_the_verdict_as_it_is(tmp_path: Path) -> None:
    """Readers want to know both."""
    after = measure("period: 2013, value: 88", "period: 2014, value: 75", "period: 2015, value: 64")
    assert told(tmp_path, after) == [
        "Measure “People hurt on the roads”: a figure for 2015 is new: 64 people; the verdict stays “No clear change”."
    ]


def test_a_verdict_changes_without_a_figure(tmp_path: Path) -> None:
    """Another wish turns improving into getting worse."""
    before = measure("period: 2013, value: 880", "period: 2014, value: 75")
    after = {MEASURE: before[MEASURE].replace("decrease", "increase")}
    assert told(tmp_path, after, before) == [
        (
            "Measure “People hurt on the roads”: the change that is wanted is now “a rise” and was “a fall”; the "
            "verdict changes from “Improving” to “Getting worse”."
        )
    ]


@pytest.mark.parametrize(
    ("before", "after", "clause"),
    [
        ("value: 3", "suppressed: true", "the figure for 2014, North is now withheld"),
        ("value: 3", None, "the figure for 2014, North is removed"),
        ("suppressed: true", "value: 30", "2014, North was withheld and is now 30 people"),
    ],
)
def test_a_figure_that_is_withheld_is_not_told_once_more(
    before: str, after: str | None, clause: str, tmp_path: Path
) -> None:
    """The summary of a pull request is the last place to print a number that could identify people."""
    others = ("period: 2012, value: 88", "period: 2013, value: 75")
    first = measure(*others, f"period: 2014, area: North, {before}")
    second = measure(*others, *([f"period: 2014, area: North, {after}"] if after else []))
    (said,) = told(tmp_path, second, first)
    assert clause in said
    assert "3 people" not in said


def test_a_target_and_what_becomes_of_it(tmp_path: Path) -> None:
    """The target in the measure's unit, and how it stands."""
    figures = ("period: 2013, value: 88", "period: 2014, value: 75")
    before = measure(*figures, more="target: {value: 70, by: 2014}\n")
    after = measure(*figures, more="target: {value: 80, by: 2014}\n")
    assert told(tmp_path, after, before) == [
        (
            "Measure “People hurt on the roads”: the target changes from 70 people by 2014 to 80 people by 2014; "
            "“Target missed” becomes “Target met”."
        )
    ]


def test_a_break_is_told_with_its_reason(tmp_path: Path) -> None:
    """It can end a verdict."""
    before = measure("period: 2013, value: 880", "period: 2014, value: 75")
    after = {MEASURE: before[MEASURE] + "breaks:\n  - {at: 2014, why: They count otherwise.}\n"}
    assert told(tmp_path, after, before) == [
        (
            "Measure “People hurt on the roads”: from 2014 on, figures cannot be compared with earlier ones: They "
            "count otherwise; the verdict changes from “Improving” to “Cannot tell”."
        )
    ]


STATUSES = [("done", "done"), ("under_way", "under way"), ("late", "late"), ("stopped", "stopped")]


@pytest.mark.parametrize(("status", "words"), STATUSES)
def test_an_action_gets_a_status(status: str, words: str, tmp_path: Path) -> None:
    """In the words that readers know."""
    old = "{text: Lower the speed limit., lead: anytown-council}"
    new = f"{{text: Lower the speed limit., lead: anytown-council, updates: [{{status: {status}, on: 2017-05-01}}]}}"
    assert told(tmp_path, priority(old, new)) == [
        f"Priority “Safer roads”: action “Lower the speed limit” is now {words}."
    ]


@pytest.mark.parametrize(
    ("new", "clauses"),
    [
        ("{text: Lower the speed limits., lead: anytown-council}",
         "action “Lower the speed limit” now reads “Lower the speed limits”"),
        ("{text: Plant trees., lead: anytown-council}",
         "action “Plant trees” is new; action “Lower the speed limit” is removed"),
        ("{text: Lower the speed limit., lead: anyshire-police}",
         "action “Lower the speed limit” is now led by Anyshire Police"),
        ("{text: Lower the speed limit.}", "action “Lower the speed limit” has no lead any more"),
        ("{text: Lower the speed limit., lead: anytown-council, due: 2018-03-31}",
         "action “Lower the speed limit” is now due on 31 March 2018"),
        ("{text: Lower the speed limit., lead: anytown-council, detail: To 20.}",
         "action “Lower the speed limit” changes in its details"),
    ],
)  # fmt: skip
def test_what_else_becomes_of_an_action(new: str, clauses: str, tmp_path: Path) -> None:
    """An action is known by its words, also where they change a little."""
    old = "{text: Lower the speed limit., lead: anytown-council}"
    assert told(tmp_path, priority(old, new)) == [f"Priority “Safer roads”: {clauses}."]


def test_actions_may_change_places(tmp_path: Path) -> None:
    """Another order is not another status."""
    first, second = "  - {text: Plant trees.}\n", "  - {text: Lower the limit.}\n"
    before = {PRIORITY: f"title: Safer roads\nactions:\n{first}{second}"}
    after = {PRIORITY: f"title: Safer roads\nactions:\n{second}{first}"}
    assert told(tmp_path, after, before) == []


@pytest.mark.parametrize(
    ("new", "clauses"),
    [
        ("title: Safe roads", "“title” now reads “Safe roads”"),
        ("title: Safer roads\nsummary: Fewer hurt.", "“summary” is added"),
        ("title: Safer roads\noutcomes: [{text: One.}, {text: Two.}]", "“outcomes” has 2 more entries"),
        ("title: Safer roads\nsensitive: true", "“sensitive” changes from “false” to “true”"),
    ],
)
def test_other_fields_are_told_by_their_names(new: str, clauses: str, tmp_path: Path) -> None:
    """A short text in full, a list by how much it grows."""
    assert told(tmp_path, priority("title: Safer roads", new))[0].endswith(f": {clauses}.")


def test_a_long_text_is_only_said_to_be_reworded(tmp_path: Path) -> None:
    """The diff of the file shows its words."""
    assert told(tmp_path, priority("Too many people are hurt.", "Far too many people are hurt.")) == [
        "Priority “Safer roads”: “why” is reworded."
    ]


def test_a_new_plan_is_one_sentence(tmp_path: Path) -> None:
    """What belongs to it is counted."""
    plan = "title: Next plan\nstart: 2020-04-01\nend: 2023-03-31\n"
    below = {"anytown/plans/2020-2023/priorities/1-a.yml": "title: One\n"}
    assert told(tmp_path, {"anytown/plans/2020-2023/plan.yml": plan, **below}) == [
        "Plan “Next plan”: is new, with 1 entry below it."
    ]


def test_what_is_removed_and_what_only_moves(tmp_path: Path) -> None:
    """The same title under another name is a new address, which breaks links."""
    text = "title: Burglaries\nunit: people\nwanted: decrease\n"
    before = {PLACES["measure"]: text}
    assert told(tmp_path / "a", {PLACES["measure"]: None}, before) == ["Measure “Burglaries”: is removed."]
    after: Files = {PLACES["measure"]: None, "anytown/measures/burglaries.yml": text}
    assert told(tmp_path / "b", after, before) == [
        (
            "Measure “Burglaries”: moves from anytown/measures/spoilt to anytown/measures/burglaries: links to the old "
            "address break, unless data/redirects.yml leads on."
        )
    ]


def test_what_moves_is_compared_and_followed(tmp_path: Path) -> None:
    """A figure that changes with the address is not lost, and whoever refers to it has not changed."""
    after: Files = {
        MEASURE: None,
        "anytown/measures/casualties.yml": GOOD[MEASURE].replace("75", "70"),
        PRIORITY: GOOD[PRIORITY]
        .replace("measure: road-casualties", "measure: casualties")
        .replace("measures/road-casualties", "measures/casualties"),
    }
    moved, priority = told(tmp_path, after)
    assert moved.startswith("Measure “People hurt on the roads”: moves from anytown/measures/road-casualties to ")
    assert "; 2014 changes from 75 people to 70 people; the verdict stays" in moved
    assert priority == "Priority “Safer roads”: “why” is reworded."


def test_a_plan_moves_with_all_that_is_below_it(tmp_path: Path) -> None:
    """One address in the sentence, and only what really changes below it."""
    old, new = "anytown/plans/2017-2020/", "anytown/plans/2017-20/"
    after: dict[str, str | bytes | None] = {path: None for path in GOOD if path.startswith(old)}
    after |= {path.replace(old, new): text for path, text in GOOD.items() if path.startswith(old)}
    after[f"{new}sections/1-about.md"] = GOOD[f"{old}sections/1-about.md"].replace("everyone", "us all")
    assert told(tmp_path, after) == [
        (
            "Plan “Safer Anytown Plan”: moves from anytown/plans/2017-2020 to anytown/plans/2017-20 with all that is "
            "below it: links to the old addresses break, unless data/redirects.yml leads on."
        ),
        "Section “About this plan”: “text” is reworded.",
    ]


def test_the_same_title_elsewhere_is_another_thing(tmp_path: Path) -> None:
    """Two plans may both have a priority on roads."""
    plan = "title: Next plan\nstart: 2020-04-01\nend: 2023-03-31\n"
    before: Files = {"anytown/plans/2020-2023/plan.yml": plan, PRIORITY: GOOD[PRIORITY]}
    other = "anytown/plans/2020-2023/priorities/1-roads.yml"
    after: Files = {
        PRIORITY: None,
        PLAN: GOOD[PLAN].replace("stated_priorities: 1\n", ""),
        other: "title: Safer roads\n",
    }
    said = told(tmp_path, after, {**before, PLAN: GOOD[PLAN].replace("stated_priorities: 1\n", "")})
    assert said == ["Priority “Safer roads”: is removed.", "Priority “Safer roads”: is new."]


def welsh(root: Path, catalogue: Catalogue) -> None:
    """Translate every text of a partnership into Welsh, or what passes for it."""
    path = path_of(root, "anytown", "cy")
    path.parent.mkdir(parents=True)
    file = merge(entries(catalogue)["anytown"], po.PoFile(po.new_headers("cy", "anytown")))
    path.write_bytes(po.serialise(file).replace(b'msgstr ""\n\n', b'msgstr "Cymraeg"\n\n'))


def test_a_new_wording_makes_translations_stale(tmp_path: Path) -> None:
    """How many, and in which language; a text that is new is not stale."""
    old_root, new_root = tmp_path / "old", tmp_path / "new"
    old = state(old_root)
    welsh(old_root, old)
    old = translated(old, old_root)
    new = load(project(new_root, priority("title: Safer roads", "title: Safe roads\nsummary: Fewer hurt.")))
    path = path_of(new_root, "anytown", "cy")
    path.parent.mkdir(parents=True)
    path.write_bytes(path_of(old_root, "anytown", "cy").read_bytes())
    said = sentences(between(old, translated(new, new_root)), ENGLISH)
    assert said[0] == (
        "Partnership “Safer Anytown”: 1 Welsh text becomes stale; 1 new text has no Welsh translation yet."
    )


def test_translating_is_a_change_of_its_own(tmp_path: Path) -> None:
    """A pull request of a translator changes no source."""
    old = state(tmp_path)
    welsh(tmp_path, old)
    (said,) = sentences(between(old, translated(old, tmp_path)), ENGLISH)
    assert said.startswith("Partnership “Safer Anytown”: ")
    assert said.endswith("more texts are translated into Welsh.")


def test_translations_move_with_their_text(tmp_path: Path) -> None:
    """Where a file has only another name, the one text that links to it is translated anew."""
    old_root, new_root = tmp_path / "old", tmp_path / "new"
    old = state(old_root)
    welsh(old_root, old)
    new = load(
        project(
            new_root,
            {
                MEASURE: None,
                "anytown/measures/casualties.yml": GOOD[MEASURE],
                PRIORITY: GOOD[PRIORITY]
                .replace("measure: road-casualties", "measure: casualties")
                .replace("measures/road-casualties", "measures/casualties"),
            },
        )
    )
    welsh(new_root, new)
    said = sentences(between(translated(old, old_root), translated(new, new_root)), ENGLISH)
    assert said[0] == "Partnership “Safer Anytown”: 1 more text is translated into Welsh."


def test_a_language_comes_and_goes(tmp_path: Path) -> None:
    """By its English name."""
    site = {"site.yml": GOOD["site.yml"].replace("[en, cy]", "[en, pl]")}
    (said,) = told(tmp_path, site, {"site.yml": GOOD["site.yml"]})
    assert "Polish is a new language of the site" in said
    assert "Welsh is no longer a language of the site" in said


def test_time_alone_changes_nothing(tmp_path: Path) -> None:
    """Both states are judged on the newer one's day, even where a target came due between them."""
    later = {"site.yml": ENGLISH_ONLY["site.yml"].replace("as_of: 2017-06-01", "as_of: 2019-06-01")}
    target = measure("period: 2013, value: 88", more="target: {value: 70, by: 2018}\n")
    (said,) = told(tmp_path, later, target)
    assert said.startswith("Site “Plans of Anytown”: “as of” changes")
