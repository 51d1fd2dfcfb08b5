"""The direction of a measure: what its numbers allow to say."""

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.priority import MeasureUse
from planbuilder.verdict import judge, label, method_sentence, sentence, target_label, target_sentence
from planbuilder.verdict.direction import Direction
from planbuilder.verdict.target import TargetResult

Make = Callable[..., Measure]
Use = Callable[..., MeasureUse]
Catalogues = Callable[..., Catalogue]

CASUALTIES = [("2013", "88"), ("2014", "75"), {"period": "2015", "value": "64", "status": "provisional"}]
STREET_DRINKING = [("2010", "613"), ("2012", "1027"), ("2014", "409"), ("2015", "455"), ("2016", "316")]
STATED = [{"last": "2016/17", "percent": "74.8", "text": "Hate crime rose by 74.8% in a year."}]


# --- what the sources publish ---


@pytest.mark.parametrize("baseline", [{"baseline": "2013"}, {}], ids=["against 2013", "against the year before"])
def test_88_75_64_casualties_are_no_clear_change_yet(measure: Make, today: date, baseline: dict[str, str]) -> None:
    """Casualties come in clusters: even 88 to 64 happens by chance in one case of five."""
    verdict = judge(measure(*CASUALTIES, clustered="true", **baseline), None, today)
    assert (verdict.direction, verdict.movement.unclear) == ("no_clear_change", "chance")
    assert verdict.provisional


def test_street_drinking_cannot_be_told_because_of_its_recording(measure: Make, today: date) -> None:
    """613 to 316 is half, and still nobody knows: the recording was inconsistent for two years."""
    verdict = judge(measure(*STREET_DRINKING, clustered="true", inconsistent="Unevenly."), None, today)
    assert (verdict.direction, verdict.reasons) == ("cannot_tell", ("inconsistent_recording",))


def test_20_to_17_crimes_are_no_clear_change(measure: Make, today: date) -> None:
    """The same eleven months of two years; three fewer."""
    verdict = judge(measure(("2015-04..2016-02", "20"), ("2016-04..2017-02", "17"), clustered="true"), None, today)
    assert verdict.direction == "no_clear_change"


def test_484_to_579_thefts_are_getting_worse(measure: Make, today: date) -> None:
    """Even with the allowance for clusters."""
    verdict = judge(measure(("2015-04..2016-02", "484"), ("2016-04..2017-02", "579"), clustered="true"), None, today)
    assert (verdict.direction, verdict.movement.way) == ("getting_worse", "up")
    assert verdict.movement.evidence
    assert verdict.movement.evidence.p == pytest.approx(0.0414, abs=0.0005)


def test_a_stated_percentage_without_counts_cannot_be_told(measure: Make, today: date) -> None:
    """Up 74.8 %, and more is wanted: still nobody knows of how many."""
    verdict = judge(measure(wanted="increase", stated_changes=STATED), None, today)
    assert (verdict.direction, verdict.reasons) == ("cannot_tell", ("no_counts",))


def test_69_per_cent_miss_a_target_of_75_and_show_no_direction(measure: Make, today: date) -> None:
    """The two results are never mixed."""
    engaged = measure(("2016/17 Q4", "69"), kind="percentage", wanted="increase", target={"value": "75"})
    verdict = judge(engaged, None, today)
    assert (verdict.direction, verdict.reasons, verdict.target) == ("cannot_tell", ("one_point",), "missed")


def test_an_open_survey_gets_no_test(measure: Make, today: date) -> None:
    """149 people who chose to answer stand for themselves."""
    answers = [
        {"period": "2015", "value": "50", "denominator": "149"},
        {"period": "2016", "value": "80", "denominator": "149"},
    ]
    verdict = judge(measure(*answers, kind="percentage", sample="open"), None, today)
    assert (verdict.direction, verdict.reasons) == ("cannot_tell", ("open_survey",))


def test_22021_to_17322_crimes_are_improving(measure: Make, today: date) -> None:
    """Against the year that the plan names, and against the nearest earlier year if it names none."""
    crime = [("2008", "22021"), ("2016", "17322")]
    named = judge(measure(*crime, clustered="true", baseline="2008"), None, today)
    unnamed = judge(measure(*crime, clustered="true"), None, today)
    assert named.direction == unnamed.direction == "improving"
    assert named.movement.comparison
    assert named.movement.comparison.basis == "baseline"
    assert unnamed.movement.comparison
    assert unnamed.movement.comparison.basis == "earlier_year"


# --- the comparison that decides ---


def test_without_a_baseline_the_year_before_decides(measure: Make, today: date) -> None:
    """Not the first value, and not a neighbouring quarter."""
    quarters = [("2015 Q1", "400"), ("2015 Q4", "100"), ("2016 Q1", "300"), ("2016 Q3", "500"), ("2016 Q4", "100")]
    comparison = judge(measure(*quarters), None, today).movement.comparison
    assert comparison
    assert (comparison.reference.period.text, comparison.basis) == ("2015 Q4", "year_before")


def test_a_financial_year_and_twelve_months_to_march_are_the_same_time(measure: Make, today: date) -> None:
    """However they are written."""
    verdict = judge(measure(("2014/15", "400"), ("12m to 2016-03", "200")), None, today)
    assert verdict.direction == "improving"


def test_a_year_to_date_is_compared_with_the_same_months(measure: Make, today: date) -> None:
    """Where the same months of the year before are known."""
    so_far = {"period": "2016-04..2016-12", "value": "90", "status": "year_to_date"}
    verdict = judge(measure(("2015/16", "500"), ("2015-04..2015-12", "300"), so_far), None, today)
    assert verdict.direction == "improving"
    assert verdict.provisional


@pytest.mark.parametrize("period", ["2016-04..2016-12", "2016/17"])
def test_a_year_to_date_with_nothing_to_compare_leaves_the_last_full_year(
    measure: Make, today: date, period: str
) -> None:
    """It neither takes away the verdict of the full years nor passes for one of them."""
    so_far = {"period": period, "value": "90", "status": "year_to_date"}
    verdict = judge(measure(("2014/15", "400"), ("2015/16", "500"), so_far), None, today)
    assert verdict.direction == "getting_worse"


def test_areas_and_groups_are_not_the_series(measure: Make, today: date) -> None:
    """Only the whole is judged."""
    parts = [{"period": "2016", "value": "9", "area": "Wisbech"}, {"period": "2015", "value": "5", "group": "Women"}]
    assert judge(measure(*parts, ("2015", "700"), ("2016", "500")), None, today).direction == "improving"
    assert judge(measure(*parts), None, today).reasons == ("only_parts",)


CANNOT_TELL: list[tuple[str, list[Any], dict[str, Any], tuple[str, ...]]] = [
    ("nothing is published", [], {}, ("no_data",)),
    ("one value", [("2016", "9")], {}, ("one_point",)),
    ("only a year to date", [{"period": "2016", "value": "9", "status": "year_to_date"}], {}, ("one_point",)),
    ("the latest is the baseline", [("2015", "9"), ("2016", "9")], {"baseline": "2016"}, ("only_baseline",)),
    ("the baseline is not there", [("2015", "9"), ("2016", "9")], {"baseline": "2008"}, ("baseline_missing",)),
    ("two quarters of a year", [("2016 Q3", "9"), ("2016 Q4", "9")], {}, ("no_year_before",)),
    ("nine months and a year", [("2015", "9"), ("2016-01..2016-09", "9")], {}, ("different_length",)),
    (
        "nine months and a year that is the baseline",
        [("2015", "900"), ("2016-01..2016-09", "90")],
        {"baseline": "2015"},
        ("different_length",),
    ),
    (
        "winter and summer",
        [("2015 Q1", "900"), ("2016 Q3", "90")],
        {"baseline": "2015 Q1"},
        ("different_season",),
    ),
    (
        "rolling years that share months",
        [("12m to 2016-03", "900"), ("12m to 2016-09", "90")],
        {"baseline": "12m to 2016-03"},
        ("overlapping",),
    ),
    ("the latest is withheld", [("2015", "9"), {"period": "2016", "suppressed": "true"}], {}, ("suppressed",)),
    ("the earlier is withheld", [{"period": "2015", "suppressed": "true"}, ("2016", "9")], {}, ("suppressed",)),
    ("over 900", [("2015", "100"), {"period": "2016", "value": "900", "qualifier": "over"}], {}, ("only_a_bound",)),
    ("under 900", [("2015", "9000"), {"period": "2016", "value": "900", "qualifier": "under"}], {}, ("only_a_bound",)),
    (
        "at least 900",
        [{"period": "2015", "value": "900", "qualifier": "at_least"}, ("2016", "9")],
        {},
        ("only_a_bound",),
    ),
    ("at most 9", [("2015", "900"), {"period": "2016", "value": "9", "qualifier": "at_most"}], {}, ("only_a_bound",)),
    ("a year, two quarters", [("2013", "36"), ("2014 Q1", "9"), ("2016 Q2", "9")], {}, ("no_year_before",)),
    (
        "a range of one value only",
        [("2015", "9.5"), {"period": "2016", "value": "4.5", "lower": "4", "upper": "5"}],
        {},
        ("no_counts",),
    ),
    (
        "a range of the earlier value only",
        [{"period": "2015", "value": "9.5", "lower": "9", "upper": "10"}, ("2016", "4.5")],
        {},
        ("no_counts",),
    ),
    (
        "half a range",
        [
            {"period": "2015", "value": "9", "lower": "8"},
            {"period": "2016", "value": "4.5", "lower": "4", "upper": "5"},
        ],
        {},
        ("no_counts",),
    ),
    (
        "more than all of them",
        [
            {"period": "2015", "value": "50", "denominator": "800"},
            {"period": "2016", "value": "101", "denominator": "9"},
        ],
        {"kind": "percentage"},
        ("no_denominator",),
    ),
    (
        "a break between",
        [("2015", "900"), ("2016", "90")],
        {"breaks": [{"at": "2016", "why": "Counted anew."}]},
        ("break_between",),
    ),
    (
        "a break within the earlier year",
        [("2015/16", "900"), ("2016/17", "90")],
        {"breaks": [{"at": "2015-10", "why": "Counted anew."}]},
        ("break_between",),
    ),
    ("an average, not a count", [("2015", "900.5"), ("2016", "90")], {}, ("no_counts",)),
    ("rates", [("2015", "81"), ("2016", "61")], {"kind": "rate"}, ("no_counts",)),
    ("percentages of nobody knows what", [("2015", "81"), ("2016", "61")], {"kind": "percentage"}, ("no_denominator",)),
    (
        "percentages of very few",
        [
            {"period": "2015", "value": "75", "denominator": "8"},
            {"period": "2016", "value": "25", "denominator": "8"},
        ],
        {"kind": "percentage"},
        ("too_few",),
    ),
    ("scores", [("2015", "8"), ("2016", "6")], {"kind": "score"}, ("no_limits",)),
    ("money", [("2015", "800"), ("2016", "600")], {"kind": "currency"}, ("no_limits",)),
    (
        "a stated change of unevenly recorded figures",
        [],
        {"stated_changes": STATED, "inconsistent": "Unevenly."},
        ("inconsistent_recording", "no_counts"),
    ),
    ("one value and a stated change", [("2016/17", "9")], {"stated_changes": STATED}, ("no_counts",)),
]


@pytest.mark.parametrize(
    ("values", "fields", "reasons"), [case[1:] for case in CANNOT_TELL], ids=[case[0] for case in CANNOT_TELL]
)
def test_what_cannot_be_told_says_why(
    measure: Make, today: date, values: list[Any], fields: dict[str, Any], reasons: tuple[str, ...]
) -> None:
    """Each reason stands for itself."""
    verdict = judge(measure(*values, **fields), None, today)
    assert (verdict.direction, verdict.reasons) == ("cannot_tell", reasons)


def test_a_break_before_both_or_after_both_forbids_nothing(measure: Make, today: date) -> None:
    """Only what lies between counts."""
    breaks = [{"at": "2015", "why": "Counted anew."}, {"at": "2017", "why": "Again."}]
    assert judge(measure(("2015", "900"), ("2016", "600"), breaks=breaks), None, today).direction == "improving"


def test_an_old_stated_change_does_not_hide_newer_figures(measure: Make, today: date) -> None:
    """It is told only where there is no newer value."""
    newer = measure(("2018/19", "9"), stated_changes=STATED)
    assert judge(newer, None, today).reasons == ("one_point",)


# --- the tests ---


def test_a_real_but_small_change_is_no_clear_change(measure: Make, today: date) -> None:
    """100,000 to 99,000 is no chance, and under five per cent; a measure can set its own minimum."""
    counts = [("2015", "100000"), ("2016", "99000")]
    verdict = judge(measure(*counts), None, today)
    assert (verdict.direction, verdict.movement.unclear) == ("no_clear_change", "small")
    assert judge(measure(*counts, minimum_change="1"), None, today).direction == "improving"


def test_percentages_with_their_totals_are_tested(measure: Make, today: date) -> None:
    """62.5 % of 800 to 70 % of 810, a rise is wanted."""
    values = [
        {"period": "2015", "value": "62.5", "denominator": "800"},
        {"period": "2016", "value": "70", "denominator": "810"},
    ]
    assert judge(measure(*values, kind="percentage", wanted="increase"), None, today).direction == "improving"
    values[1]["denominator"] = "80"
    assert judge(measure(*values, kind="percentage", wanted="increase"), None, today).direction == "no_clear_change"


@pytest.mark.parametrize(("before", "after"), [("0", "20"), ("0.5", "20"), ("80", "100")])
def test_none_of_them_and_all_of_them_are_shares_too(measure: Make, today: date, before: str, after: str) -> None:
    """From no household in 200 to 40 of them is a change that can be tested, and so is one to all of them."""
    values = [("2015", before), ("2016", after)]
    shares = [{"period": period, "value": value, "denominator": "200"} for period, value in values]
    assert judge(measure(*shares, kind="percentage", wanted="increase"), None, today).direction == "improving"


@pytest.mark.parametrize(
    ("kind", "method", "values"),
    [("count", "counts", ("900", "700")), ("percentage", "proportions", ("40", "20"))],
)
def test_the_allowance_is_told_with_the_test(
    measure: Make, today: date, kind: str, method: str, values: tuple[str, str]
) -> None:
    """Whoever checks a verdict needs the test, its result, and the allowance for clusters that was made: 2, or none."""
    given = [
        {"period": period, "value": value, **({"denominator": "500"} if kind == "percentage" else {})}
        for period, value in zip(("2015", "2016"), values, strict=True)
    ]
    plain = judge(measure(*given, kind=kind), None, today).movement.evidence
    clustered = judge(measure(*given, kind=kind, clustered="true"), None, today).movement.evidence
    assert plain
    assert clustered
    assert (plain.method, plain.dispersion) == (method, 1)
    assert (clustered.method, clustered.dispersion) == (method, 2)
    assert plain.p is not None
    assert clustered.p is not None
    assert plain.p < clustered.p < 1


def test_published_ranges_decide_by_their_overlap(measure: Make, today: date) -> None:
    """For any kind, even where a test of counts would say otherwise."""
    values = [
        {"period": "2015", "value": "900", "lower": "500", "upper": "1300"},
        {"period": "2016", "value": "600", "lower": "400", "upper": "800"},
    ]
    assert judge(measure(*values), None, today).direction == "no_clear_change"
    values[1]["upper"] = "499"
    assert judge(measure(*values, kind="score"), None, today).direction == "improving"


def test_a_long_series_is_held_against_its_own_ups_and_downs(measure: Make, today: date) -> None:
    """A value that a test of two counts would call a change is usual for a wild series; a trend stands out."""
    wild = [(str(2000 + index), "900" if index % 2 else "600") for index in range(14)]
    verdict = judge(measure(*wild), None, today)
    assert (verdict.direction, verdict.movement.unclear) == ("no_clear_change", "usual")
    assert judge(measure(*wild[-2:]), None, today).direction == "getting_worse"
    falling = [(str(2000 + index), str(900 - 20 * index)) for index in range(14)]
    assert judge(measure(*falling, kind="rate"), None, today).direction == "improving"


def test_a_signal_below_the_minimum_is_no_clear_change(measure: Make, today: date) -> None:
    """A series that hardly moves can still have a trend."""
    creeping = [(str(2000 + index), str(10_000 + index)) for index in range(14)]
    verdict = judge(measure(*creeping), None, today)
    assert (verdict.direction, verdict.movement.unclear) == ("no_clear_change", "small")


def test_a_named_baseline_comes_before_the_usual_ups_and_downs(measure: Make, today: date) -> None:
    """One comparison decides, and the editor has named it."""
    falling = [(str(2000 + index), str(900 - 20 * index)) for index in range(14)]
    movement = judge(measure(*falling, baseline="2012"), None, today).movement
    assert (movement.pattern, movement.result) == (None, "no_clear_change")


# --- what is wanted ---


def test_a_plan_can_want_something_else(measure: Make, use: Use, today: date) -> None:
    """The measure wants a fall, the plan's use of it a rise."""
    more = measure(("2015", "500"), ("2016", "900"))
    assert judge(more, None, today).direction == "getting_worse"
    assert judge(more, use(wanted="increase"), today).direction == "improving"


@pytest.mark.parametrize("wanted", ["monitor", "maintain"])
def test_where_nothing_is_wanted_up_is_higher_and_down_is_lower(measure: Make, today: date, wanted: str) -> None:
    """Neither good nor bad."""
    up, down = [("2015", "500"), ("2016", "900")], [("2015", "900"), ("2016", "500")]
    assert judge(measure(*up, wanted=wanted), None, today).direction == "higher"
    assert judge(measure(*down, wanted=wanted), None, today).direction == "lower"


# --- whatever the data say ---

NUMBERS = st.one_of(
    st.integers(min_value=-5, max_value=10**15 - 1).map(str),
    st.decimals(min_value=-(10**6), max_value=10**6, places=3).map(str),
)
PERIODS = st.one_of(
    st.integers(min_value=1995, max_value=2020).map(str),
    st.integers(min_value=2000, max_value=2018).map(lambda year: f"{year}/{(year + 1) % 100:02}"),
    st.tuples(st.integers(2010, 2017), st.integers(1, 4)).map(lambda pair: f"{pair[0]} Q{pair[1]}"),
    st.tuples(st.integers(2010, 2017), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    st.tuples(st.integers(2010, 2017), st.integers(1, 12)).map(lambda pair: f"12m to {pair[0]}-{pair[1]:02}"),
    st.integers(2010, 2017).map(lambda year: f"{year}-04..{year}-12"),
)


def _observation(values: dict[str, Any]) -> dict[str, Any]:
    return {"period": values.pop("period"), "suppressed": "true"} if values.pop("withheld") else values


OBSERVATIONS = st.fixed_dictionaries(
    {"period": PERIODS, "value": NUMBERS, "withheld": st.booleans()},
    optional={
        "status": st.sampled_from(["final", "provisional", "revised", "year_to_date"]),
        "qualifier": st.sampled_from(["about", "over", "under", "at_least", "at_most"]),
        "denominator": st.integers(-1, 10**9).map(str),
        "lower": NUMBERS,
        "upper": NUMBERS,
    },
).map(_observation)
TARGETS = st.one_of(
    st.fixed_dictionaries({"value": NUMBERS}, optional={"by": PERIODS, "tolerance": st.just("2")}),
    st.fixed_dictionaries({"change": st.integers(-200, 10**6).map(str)}, optional={"by": PERIODS}),
)
FIELDS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["count", "percentage", "rate", "currency", "duration", "score"]),
        "wanted": st.sampled_from(["decrease", "increase", "maintain", "monitor"]),
        "clustered": st.sampled_from(["true", "false"]),
        "sample": st.sampled_from(["none", "random", "open"]),
    },
    optional={
        "baseline": PERIODS,
        "target": TARGETS,
        "inconsistent": st.just("Unevenly."),
        "wanted_because": st.just("So it is."),
        "breaks": st.lists(st.fixed_dictionaries({"at": PERIODS, "why": st.just("Anew.")}), max_size=2),
        "trajectory": st.lists(st.fixed_dictionaries({"period": PERIODS, "value": NUMBERS}), max_size=3),
        "stated_changes": st.just(STATED),
    },
)


@given(values=st.lists(OBSERVATIONS, max_size=8), fields=FIELDS)
def test_any_data_have_a_verdict_and_words_for_it(
    measure: Make, catalogue: Catalogues, english: Language, today: date, values: list[Any], fields: dict[str, Any]
) -> None:
    """No wild value breaks the build, and a direction that cannot be told always says why."""
    wild = measure(*values, **fields)
    verdict = judge(wild, None, today)
    assert verdict.direction in get_args(Direction)
    assert verdict.target in get_args(TargetResult)
    assert (verdict.direction == "cannot_tell") == bool(verdict.reasons)
    assert (verdict.target == "cannot_tell") == bool(verdict.goal.reasons)
    known = catalogue(wild)
    assert label(verdict, english)
    assert target_label(verdict, english)
    assert sentence(verdict, wild, known, english)
    assert bool(target_sentence(verdict, wild, known, english)) == (verdict.target != "none")
    assert bool(method_sentence(verdict, english)) == (verdict.movement.evidence is not None)


FLIPPED = {"improving": "getting_worse", "getting_worse": "improving"}


@given(values=st.lists(OBSERVATIONS, max_size=8), fields=FIELDS)
def test_wanting_the_opposite_turns_the_verdict_and_nothing_else(
    measure: Make, today: date, values: list[Any], fields: dict[str, Any]
) -> None:
    """Improving becomes getting worse; what is unclear or cannot be told stays so."""
    less = judge(measure(*values, **{**fields, "wanted": "decrease"}), None, today).movement
    more = judge(measure(*values, **{**fields, "wanted": "increase"}), None, today).movement
    assert more.result == FLIPPED.get(less.result, less.result)
    assert (more.way, more.evidence, more.reasons) == (less.way, less.evidence, less.reasons)


@given(first=st.integers(1, 5_000), second=st.integers(1, 5_000))
def test_the_allowance_for_clusters_never_makes_a_verdict_bolder(
    measure: Make, today: date, first: int, second: int
) -> None:
    """What is clear with the allowance is clear without it."""
    values = [("2015", str(first)), ("2016", str(second))]
    if judge(measure(*values, clustered="true"), None, today).direction != "no_clear_change":
        assert judge(measure(*values), None, today).direction != "no_clear_change"
