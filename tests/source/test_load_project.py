"""From files to a Catalogue: keys, order, places, texts, the day."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbuilder.model.catalogue import Origin
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.model.reference import MeasureRef
from planbuilder.source import DataError, from_environment, load
from tests.source.small_project import GOOD, MEASURE, PLACES, project, with_measure

PLAN = "anytown/plans/2017-2020"


def test_every_entity_has_the_path_of_its_file_as_its_key(tmp_path: Path) -> None:
    """So a key says where to look."""
    assert sorted(load(project(tmp_path)).entities) == [
        "anytown",
        "anytown/measures/road-casualties",
        PLAN,
        f"{PLAN}/priorities/safer-roads",
        f"{PLAN}/sections/about",
        "documents/anytown-plan",
        "glossary/da",
        "organisations/anyshire-police",
        "organisations/anytown-council",
        "site",
        "support-services/emergency",
        "units/people",
        "units/percent",
    ]


def test_origins_lead_to_the_first_line_of_an_entity(tmp_path: Path) -> None:
    """An edit link opens the file, an error message the line."""
    origins = load(project(tmp_path)).origins
    assert origins["anytown"] == Origin("data/anytown/partnership.yml", 1)
    assert origins["units/percent"] == Origin("data/units.yml", 2)
    assert origins[f"{PLAN}/sections/about"].path == f"data/{PLAN}/sections/1-about.md"


def test_the_number_before_a_name_is_the_order(tmp_path: Path) -> None:
    """Ten comes after two."""
    files = {f"{PLAN}/priorities/{name}.yml": "title: A\n" for name in ("10-last", "2-middle")}
    catalogue = load(project(tmp_path, files))
    (plan,) = catalogue.all(Plan)
    assert [(item.order, item.id) for item in catalogue.priorities(plan)] == [
        (1, "safer-roads"),
        (2, "middle"),
        (10, "last"),
    ]


def test_numbers_keep_their_decimals_and_texts_know_their_place(tmp_path: Path) -> None:
    """A value is published as precisely as it was written; a text can be found by a translator."""
    root = with_measure(tmp_path, "decimals: 2\nobservations: [{period: 2013, value: 1.10, note: As printed.}]\n")
    measure = load(root).entities["anytown/measures/spoilt"]
    assert isinstance(measure, Measure)
    observation = measure.observations[0]
    assert str(observation.value) == "1.10"
    assert measure.title.context == "anytown/measures/spoilt#title"
    assert observation.note is not None
    assert (observation.note.source, observation.note.context) == ("As printed.", "anytown/measures/spoilt#note")


@pytest.mark.parametrize("written", ["safer-roads", "2017-2020/safer-roads", "anytown/2017-2020/safer-roads"])
def test_references_are_completed_from_where_they_stand(written: str, tmp_path: Path) -> None:
    """Within a plan the id is enough; of another partnership its name stands before it."""
    files = {
        "other/partnership.yml": GOOD["anytown/partnership.yml"],
        "other/measures/burglaries.yml": MEASURE,
        PLACES["priority"]: "title: A\nmeasures: [{measure: road-casualties}, {measure: other/burglaries}]\n"
        f"continues: [{written}]\n",
    }
    priority = load(project(tmp_path, files)).entities[f"{PLAN}/priorities/spoilt"]
    assert isinstance(priority, Priority)
    assert [use.measure for use in priority.measures] == [
        "anytown/measures/road-casualties",
        "other/measures/burglaries",
    ]
    assert priority.continues == (f"{PLAN}/priorities/safer-roads",)


def test_a_reference_to_something_of_another_kind_is_refused(tmp_path: Path) -> None:
    """The site is no partnership, although it has a key of that form."""
    files = {
        "other/partnership.yml": GOOD["anytown/partnership.yml"],
        "other/measures/burglaries.yml": MEASURE,
        PLACES["priority"]: "title: A\nmeasures: [{measure: burglaries}]\n",
    }
    with pytest.raises(DataError) as refused:
        load(project(tmp_path, files))
    (problem,) = refused.value.problems
    assert problem.sentence == 'no measure is called "burglaries"'
    assert problem.remedy == "did you mean other/burglaries?"


def test_a_misspelt_name_is_taken_for_one_s_own_before_another_s(tmp_path: Path) -> None:
    """Two partnerships have a measure of that name: the guess is the one beside the editor."""
    files = {
        "aaa/partnership.yml": GOOD["anytown/partnership.yml"],
        "aaa/measures/burglaries.yml": MEASURE,
        "anytown/measures/burglaries.yml": MEASURE,
        PLACES["priority"]: "title: A\nmeasures: [{measure: burglareis}]\n",
    }
    with pytest.raises(DataError) as refused:
        load(project(tmp_path, files))
    (problem,) = refused.value.problems
    assert problem.remedy == "did you mean burglaries?"


def test_prose_links_lead_to_pages_that_there_are(tmp_path: Path) -> None:
    """A unit has no page of its own, so no text can link to it."""
    assert load(with_measure(tmp_path / "a", 'definition: "[a](ref:anytown#x) and [b](ref:glossary/da)"\n'))
    with pytest.raises(DataError) as refused:
        load(with_measure(tmp_path / "b", 'definition: "[a](ref:units/people)"\n'))
    assert 'nothing has the key "units/people"' in str(refused.value)


def test_a_section_is_keys_and_then_text(tmp_path: Path) -> None:
    """The text keeps its paragraphs, and lines like --- in it."""
    text = "---\ntitle: About\n---\n\nOne.\n\n---\n\nTwo.\n"
    catalogue = load(project(tmp_path, {PLACES["section"]: text}))
    (plan,) = catalogue.all(Plan)
    assert catalogue.sections(plan)[1].text.source == "One.\n\n---\n\nTwo."


def test_problems_come_in_order_of_place_from_all_files(tmp_path: Path) -> None:
    """An editor puts all of them right in one go."""
    files = {
        "units.yml": "people: {one: a}\n",
        PLACES["measure"]: "title: A\nunit: people\nwanted: x\nkind: y\n",
        PLACES["plan"]: "title: [\n",
        "surprise.yml": "",
    }
    with pytest.raises(DataError) as refused:
        load(project(tmp_path, files))
    places = [(problem.path, problem.line, problem.column) for problem in refused.value.problems]
    assert places == sorted(places)
    assert {path for path, _, _ in places} == {
        "data/anytown/measures/spoilt.yml",
        f"data/{PLAN}/plan.yml",
        "data/surprise.yml",
        "data/units.yml",
    }
    assert str(refused.value).count("\n") == len(places) - 1


def test_a_file_full_of_faults_is_told_of_in_part_and_at_once(tmp_path: Path) -> None:
    """A hundred are enough to see what is wrong; the first line says how many there are."""
    text = MEASURE + "observations:\n" + "- {period: x, value: y, z: 1}\n" * 4_000
    started = time.process_time()
    with pytest.raises(DataError) as refused:
        load(project(tmp_path, {PLACES["measure"]: text}))
    assert time.process_time() - started < 1.5
    assert len(refused.value.problems) == 101
    assert refused.value.problems[0].sentence == "there are 12,000 faults here"


def test_many_wrong_references_are_all_told_of_at_once(tmp_path: Path) -> None:
    """Guessing what was meant is given up before it takes long."""
    text = "".join(f"body-{n}: {{name: A, succeeded_by: [none-{n}, bodi-{n}]}}\n" for n in range(2_000))
    started = time.process_time()
    with pytest.raises(DataError) as refused:
        load(project(tmp_path, {"organisations.yml": GOOD["organisations.yml"] + text}))
    assert time.process_time() - started < 3
    assert len(refused.value.problems) == 4_000
    assert refused.value.problems[1].remedy.startswith("did you mean body-")


def test_a_problem_is_one_line_even_if_what_was_written_is_not(tmp_path: Path) -> None:
    """A log shows one fault a line."""
    with pytest.raises(DataError) as refused:
        load(with_measure(tmp_path, 'owner: |\n  one\n  two\n"a\\n\\nb": 1\n'))
    assert len(str(refused.value).splitlines()) == len(refused.value.problems) == 2


def test_the_day_is_given_or_that_of_the_site_or_the_newest_in_the_data(tmp_path: Path) -> None:
    """Never that of the clock, so that a build can be repeated."""
    root = project(tmp_path)
    assert load(root, date(2018, 2, 3)).today == date(2018, 2, 3)
    assert load(root).today == date(2017, 6, 1)
    without = GOOD["site.yml"].replace("as_of: 2017-06-01\n", "")
    assert load(project(tmp_path, {"site.yml": without})).today == date(2017, 5, 1)
    newer = "observations: [{period: 2017 Q2, value: 1}]\nnext_update: 2030-01-01\ntarget: {value: 1, by: 2025}\n"
    assert load(project(tmp_path, {"site.yml": without, PLACES["measure"]: MEASURE + newer})).today == date(2017, 6, 30)


@pytest.mark.parametrize(
    ("written", "day"),
    [("0", date(1970, 1, 1)), ("1496275199", date(2017, 5, 31)), ("1496275200", date(2017, 6, 1)), ("", None)],
)
def test_source_date_epoch_is_a_day_in_utc(written: str, day: date | None) -> None:
    """The variable counts seconds, whatever the time zone of the machine."""
    assert from_environment({"SOURCE_DATE_EPOCH": written}) == day
    assert from_environment({}) is None


@pytest.mark.parametrize("written", ["soon", "1e9", "9" * 30])
def test_source_date_epoch_that_is_no_number_of_seconds_is_refused(written: str) -> None:
    """In a sentence, not a traceback."""
    with pytest.raises(ValueError, match="not a number of seconds"):
        from_environment({"SOURCE_DATE_EPOCH": written})


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """Nothing of one reading is left in the next."""
    root = project(tmp_path)
    assert load(root) == load(root)


def test_a_windows_file_gives_the_same_catalogue(tmp_path: Path) -> None:
    """Byte order mark, line ends and decomposed letters change nothing that is published."""
    accented = {"glossary.yml": "cafe: {term: café, means: A café.}\n"}
    plain = load(project(tmp_path / "plain", accented))
    same = {
        path: b"\xef\xbb\xbf" + text.replace("é", "e\u0301").replace("\n", "\r\n").encode()
        for path, text in {**GOOD, **accented}.items()
    }
    assert load(project(tmp_path / "windows", same)) == plain


LINES = st.sampled_from(
    [line for text in GOOD.values() for line in text.splitlines()]
    + [
        "value: 1e5",
        "  - {period: 2013}",
        "kind: percentage",
        "suppress_below: 5",
        "target: {change: x}",
        "baseline: 2013",
    ]
)


@pytest.mark.parametrize("place", ["measure", "priority", "organisations", "consultation", "section", "site"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=12))
def test_any_mixture_of_lines_is_read_or_told_of(place: str, lines: list[str], tmp_path: Path) -> None:
    """Whatever lines come together, the outcome is a Catalogue or problems with places in the file."""
    text = "\n".join(lines)
    try:
        load(project(tmp_path, {PLACES[place]: text}))
    except DataError as error:
        outcome = error.problems
    else:
        outcome = ()
    for problem in outcome:
        assert 1 <= problem.line <= max(text.count("\n") + 2, 40)
        assert problem.column >= 1
        assert "\n" not in str(problem)


def test_a_reference_keeps_what_was_written(tmp_path: Path) -> None:
    """A message repeats the editor's own word."""
    priority = load(project(tmp_path)).entities[f"{PLAN}/priorities/safer-roads"]
    assert isinstance(priority, Priority)
    reference = priority.measures[0].measure
    assert isinstance(reference, MeasureRef)
    assert reference.written == "road-casualties"
