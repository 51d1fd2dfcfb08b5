"""What readers are told about a verdict."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.verdict import (
    icon,
    judge,
    label,
    method_sentence,
    plain,
    reason_label,
    sentence,
    target_icon,
    target_label,
    target_sentence,
    target_tone,
    tone,
)
from planbuilder.verdict.comparison import REASONS
from planbuilder.verdict.reason_words import plain_reason
from planbuilder.verdict.telling import Telling

Make = Callable[..., Measure]
Say = Callable[..., str]

CASUALTIES = [
    ("2013", "88"),
    ("2014", "75"),
    {"period": "2015", "value": "64", "status": "provisional", "qualifier": "about"},
]


@pytest.fixture
def say(measure: Make, catalogue: Callable[..., Catalogue], english: Language, today: date) -> Say:
    """Says the sentence behind the direction of a measure."""

    def said(*values: Any, **fields: Any) -> str:
        made = measure(*values, **fields)
        return str(sentence(judge(made, None, today), made, catalogue(made), english))

    return said


@pytest.fixture
def say_target(measure: Make, catalogue: Callable[..., Catalogue], english: Language, today: date) -> Say:
    """Says the sentence on the target of a measure."""

    def said(*values: Any, **fields: Any) -> str:
        made = measure(*values, **fields)
        return str(target_sentence(judge(made, None, today), made, catalogue(made), english))

    return said


def test_a_fall_is_told_with_its_values_size_periods_and_chance(say: Say) -> None:
    """What moved, from what to what, by how much, when, whether it may be chance, and what is wanted."""
    assert say(("2008", "22021"), ("2016", "17322"), clustered="true", baseline="2008") == (
        "In 2016 the figure was 17,322 crimes, down from 22,021 crimes in 2008 (the starting point): a fall of 21.3%. "
        "A change this size is unlikely to be chance. A fall is wanted."
    )


def test_a_provisional_value_is_marked_wherever_it_stands(say: Say) -> None:
    """And a sentence says that it may still change."""
    assert say(*CASUALTIES, clustered="true", baseline="2013") == (
        "In 2015 the figure was about 64 crimes (provisional), down from 88 crimes in 2013 (the starting point): a "
        "fall of 27.3%. A change this size could be chance. Provisional figures may still change. A fall is wanted."
    )


def test_few_are_told_as_a_number_and_not_in_per_cent(say: Say) -> None:
    """Three fewer of twenty is no 15 per cent."""
    told = say(("2015-04..2016-02", "20"), ("2016-04..2017-02", "17"), clustered="true")
    assert "a fall of 3 crimes" in told
    assert "%" not in told
    assert "could easily be chance" in told


def test_percentages_move_in_points(say: Say) -> None:
    """Never in per cent of per cent."""
    values = [
        {"period": "2015", "value": "62.5", "denominator": "800"},
        {"period": "2016", "value": "70", "denominator": "810"},
    ]
    told = say(*values, kind="percentage", wanted="increase")
    assert "In 2016 the figure was 70%, up from 62.5% in 2015: a rise of 7.5 percentage points." in told


def test_the_same_value_is_the_same(say: Say) -> None:
    """No fall of nothing, and no chance of it."""
    assert say(("2015", "70"), ("2016", "70")) == (
        "In 2016 the figure was 70 crimes, the same as in 2015. A fall is wanted."
    )


def test_a_gap_of_years_is_told(say: Say) -> None:
    """Readers expect the year before."""
    assert "2008 is the nearest earlier time with a figure." in say(("2008", "22021"), ("2016", "17322"))


def test_values_that_must_not_be_compared_stand_side_by_side(say: Say) -> None:
    """Neither up nor down, and the reason in the editors' own words."""
    told = say(("2015", "455"), ("2016", "316"), inconsistent="Recorded unevenly <for two years>.")
    assert told == (
        "In 2016 the figure was 316 crimes, and in 2015 it was 455 crimes. The figures were not recorded in the same "
        "way throughout, so they cannot be compared. Recorded unevenly &lt;for two years&gt;."
    )


def test_a_break_is_told_with_its_date_and_reason(say: Say) -> None:
    """From when on, and why."""
    told = say(("2015", "455"), ("2016", "316"), breaks=[{"at": "2015-10", "why": "Counted anew."}])
    assert told.endswith("Figures from October 2015 on cannot be compared with earlier ones. Counted anew.")


def test_a_stated_change_is_told_as_stated_and_the_wanted_rise_explained(say: Say) -> None:
    """More reports can be good news, and the sentence says why."""
    told = say(
        wanted="increase",
        wanted_because="More reports can mean more trust.",
        stated_changes=[{"last": "2016/17", "percent": "74.8", "text": "Hate crime rose by 74.8%."}],
    )
    assert told == (
        "As stated in the source: Hate crime rose by 74.8%. The numbers behind it are not published, so nobody can "
        "tell whether it is chance. A rise is wanted. More reports can mean more trust."
    )


def test_the_reason_for_what_the_measure_wants_is_not_given_for_the_opposite(
    measure: Make, use: Callable[..., Any], catalogue: Callable[..., Catalogue], english: Language, today: date
) -> None:
    """A plan that wants a fall has not the measure's reason for a rise."""
    made = measure(("2015", "70"), ("2016", "700"), wanted="increase", wanted_because="More trust.")
    told = str(sentence(judge(made, use(wanted="decrease"), today), made, catalogue(made), english))
    assert told.endswith("A fall is wanted.")


def test_a_single_value_is_told_once(say: Say) -> None:
    """With its unit and period."""
    assert say(("2016", "9")) == "There is only one figure, 9 crimes in 2016, and nothing to compare it with."


def test_a_stated_change_to_a_known_value_lacks_what_it_changed_from(say: Say) -> None:
    """The value itself is published, so it is not that which is missing."""
    stated = [{"last": "2016", "percent": "14", "text": "The 282 are 14% more than in 2015."}]
    assert say(("2016", "282"), stated_changes=stated) == (
        "As stated in the source: The 282 are 14% more than in 2015. The number that it changed from is not published, "
        "so nobody can tell whether it is chance."
    )


def test_a_part_of_a_year_is_marked_as_so_far(say: Say) -> None:
    """And not called provisional."""
    told = say({"period": "2016/17", "value": "5", "status": "year_to_date"})
    assert told == "There is only one figure, 5 crimes (so far) in 2016/17, and nothing to compare it with."


def test_a_withheld_value_is_never_told(say: Say, say_target: Say) -> None:
    """Nor the change from it, from which it could be computed."""
    values = [("2015", "455"), {"period": "2016", "suppressed": "true"}]
    assert say(*values) == "A figure is withheld because it is so small that it could identify people."
    assert say_target(*values, target={"value": "3"}).startswith("The target is 3 crimes or less. A figure is withheld")


def test_a_small_change_is_told_with_the_minimum(say: Say) -> None:
    """What would count."""
    assert "less than 5%, the smallest change" in say(("2015", "100000"), ("2016", "99000"))


def test_ranges_are_told_by_their_overlap(say: Say) -> None:
    """In words of margins."""
    first = {"period": "2015", "value": "62", "lower": "60", "upper": "64"}
    apart, near = [{"period": "2016", "value": "70", "lower": low, "upper": "72"} for low in ("68", "63")]
    assert "margins of error do not overlap, so it is unlikely to be chance" in say(first, apart, kind="percentage")
    assert "margins of error overlap, so it could be chance" in say(first, near, kind="percentage")


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ([500], "The latest figure is not usual"),
        ([20, 22, 24, 26, 28, 30, 32], "The figure has risen 6 times in a row"),
        ([22, 32, 30, 28, 26, 24, 22, 20], "The figure has fallen 6 times in a row"),
        ([20, 45, 41, 45, 41, 45, 41, 45], "The last 7 figures are all above the average"),
        ([15, 19, 15, 19, 15, 19, 15], "The last 7 figures are all below the average"),
        ([30, 50], "one of the usual ups and downs"),
    ],
)
def test_a_long_series_is_told_by_what_stands_out(say: Say, tail: list[int], words: str) -> None:
    """The average and the usual range are told too."""
    values = [50, 10, 50, 10, 50, 10, 50, 10, 50, 10, 50, 10, 50, *tail]
    told = say(*[(str(1990 + index), str(value)) for index, value in enumerate(values)])
    assert words in told
    assert re.search(r"The average since 1990 is \d+ crimes, and from \d+ crimes to \d+ crimes is usual\.", told)


@pytest.mark.parametrize("side", ["above", "below"])
def test_two_of_three_are_told(say: Say, side: str) -> None:
    """On either side."""
    start = [10, 12, 9, 12, 10, 11, 10, 12, 9, 11, 10, 11, 9, 10, 15, 15]
    values = start if side == "above" else [21 - value for value in start]
    told = say(*[(str(1990 + index), str(value)) for index, value in enumerate(values)])
    assert f"Two of the last three figures are far {side} the average" in told


def test_no_word_of_statistics_reaches_a_reader(say: Say) -> None:
    """Plain words only."""
    told = say(*CASUALTIES, clustered="true", baseline="2013")
    assert not re.search(r"significan|hypothes|confidence|p-value|Poisson", told)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"target": {"value": "70"}}, "The target is 70 crimes or less. It was met: the figure for 2016 is 60 crimes."),
        (
            {"target": {"value": "70", "by": "2016"}, "wanted": "increase"},
            "The target for 2016 is 70 crimes or more. It was missed: the figure for 2016 is 60 crimes.",
        ),
        (
            {"target": {"value": "59", "by": "2016", "tolerance": "2"}, "wanted": "maintain"},
            "The target for 2016 is 59 crimes. A difference of up to 2 crimes still counts as met. It was met: …",
        ),
        ({"target": {"value": "70", "by": "2020"}}, "The target for 2020 is 70 crimes or less. It is not due yet."),
        (
            {"target": {"change": "-20", "by": "2016"}, "baseline": "2013"},
            "The target is a fall of 20% from 2013 to 2016, to 70.4 crimes. It was met: …",
        ),
        (
            {"target": {"change": "10", "by": "2016"}},
            "The target is a rise of 10%. No figure is published for the starting point to compare with.",
        ),
        (
            {"target": {"value": "50", "by": "2020"}, "trajectory": [{"period": "2016", "value": "55"}]},
            "The target for 2020 is 50 crimes or less. On the way there 55 crimes was planned for 2016. …",
        ),
        ({}, ""),
    ],
)
def test_a_target_is_told_with_what_was_set_and_how_it_stands(
    say_target: Say, fields: dict[str, Any], words: str
) -> None:
    """What, by when, met or not."""
    told = say_target(("2013", "88"), ("2016", "60"), **fields)
    beginning, cut, _ = words.partition("…")
    assert told.startswith(beginning) if cut else told == words


def test_a_provisional_value_limits_the_label(measure: Make, english: Language, today: date) -> None:
    """No clear change yet; met, on provisional figures."""
    verdict = judge(measure(*CASUALTIES, clustered="true", target={"value": "70"}), None, today)
    assert label(verdict, english) == "No clear change yet"
    assert target_label(verdict, english) == "Target met, on provisional figures"
    final = judge(measure(("2015", "88"), ("2016", "80"), target={"value": "70"}), None, today)
    assert label(final, english) == "No clear change"
    assert target_label(final, english) == "Target missed"


@pytest.mark.parametrize(
    ("values", "wanted", "expected"),
    [
        ([("2015", "500"), ("2016", "900")], "decrease", ("Getting worse", "arrow-up", "bad")),
        ([("2015", "500"), ("2016", "900")], "increase", ("Improving", "arrow-up", "good")),
        ([("2015", "900"), ("2016", "500")], "decrease", ("Improving", "arrow-down", "good")),
        ([("2015", "900"), ("2016", "500")], "monitor", ("Lower", "arrow-down", "same")),
        ([("2015", "900"), ("2016", "890")], "decrease", ("No clear change", "equal", "same")),
        ([("2015", "900")], "decrease", ("Cannot tell", "question", "unknown")),
    ],
)
def test_the_icon_shows_where_it_went_and_the_words_what_that_means(
    measure: Make, english: Language, today: date, values: list[Any], wanted: str, expected: tuple[str, str, str]
) -> None:
    """A rise that is wanted and one that is not have the same arrow and different words."""
    verdict = judge(measure(*values, wanted=wanted), None, today)
    assert (str(label(verdict, english)), icon(verdict), tone(verdict)) == expected


def test_a_target_has_an_icon_and_a_tone_of_its_own(measure: Make, today: date) -> None:
    """Getting worse and still met."""
    verdict = judge(measure(("2015", "500"), ("2016", "900"), target={"value": "1000"}), None, today)
    assert (tone(verdict), target_tone(verdict), target_icon(verdict)) == ("bad", "good", "check")


def test_every_reason_has_words(measure: Make, catalogue: Callable[..., Catalogue], english: Language) -> None:
    """A short form for tables and a sentence, and no two alike."""
    made = measure()
    telling = Telling.of(made, catalogue(made), english)
    assert len({str(reason_label(reason, english)) for reason in REASONS}) == len(REASONS)
    assert len({str(plain_reason(reason, telling)) for reason in REASONS}) == len(REASONS)


def test_a_scrutineer_can_check_the_test(measure: Make, english: Language, today: date) -> None:
    """Which test, with which allowance, and the probability; never rounded across the threshold."""

    def said(*values: tuple[str, str], **fields: str) -> str:
        return str(method_sentence(judge(measure(*values, **fields), None, today), english))

    assert said(("2015", "88"), ("2016", "64"), clustered="true") == (
        "Tested as two counts, with an allowance for events that come in clusters. Chance alone would do this in 18.7% "
        "of cases (p = 0.187)."
    )
    assert said(("2015", "900"), ("2016", "90")).startswith("Tested as two counts. Chance alone would do this less")
    assert said(("2016", "90")) == ""
    shown = {said(("2015", "1000"), ("2016", str(second))) for second in range(850, 950)}
    assert not any("p = 0.050" in words for words in shown)
    assert any("p = 0.049" in words for words in shown)


def test_plain_text_has_no_tags_and_keeps_what_isolates(measure: Make, catalogue: Callable[..., Catalogue]) -> None:
    """For attributes and feeds, in a right-to-left language too."""
    made = measure(("2015", "88"), ("2016", "64"), inconsistent="More & less.")
    markup = sentence(judge(made, None, date(2017, 1, 1)), made, catalogue(made), Language("ur"))
    text = plain(markup)
    assert "<" in markup
    assert "<" not in text
    assert "More & less." in text
    assert text.count("\u2068") == text.count("\u2069") > 0


def test_the_steps_on_the_way_say_on_or_off_track(say_target: Say) -> None:
    """With the step, its time and the figure."""

    def said(step: str) -> str:
        target = {"value": "50", "by": "2020"}
        return say_target(("2016", "60"), target=target, trajectory=[{"period": "2016", "value": step}])

    assert said("65").endswith("65 crimes was planned for 2016. The figure is 60 crimes, so it is on track.")
    assert said("55").endswith("55 crimes was planned for 2016. The figure is 60 crimes, so it is off track.")
