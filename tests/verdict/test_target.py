"""How a target stands."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from planbuilder.model.measure import Measure
from planbuilder.model.priority import MeasureUse
from planbuilder.verdict import judge

Make = Callable[..., Measure]
Use = Callable[..., MeasureUse]


@pytest.mark.parametrize(
    ("wanted", "tolerance", "results"),
    [
        ("decrease", "0", {"69": "met", "70": "met", "71": "missed"}),
        ("decrease", "2", {"72": "met", "73": "missed"}),
        ("increase", "0", {"69": "missed", "70": "met", "71": "met"}),
        ("increase", "2", {"67": "missed", "68": "met"}),
        ("maintain", "0", {"69": "missed", "70": "met", "71": "missed"}),
        ("maintain", "2", {"67": "missed", "68": "met", "72": "met", "73": "missed"}),
    ],
)
def test_a_target_is_met_on_the_wanted_side_of_its_value(
    measure: Make, today: date, wanted: str, tolerance: str, results: dict[str, str]
) -> None:
    """The value itself meets it, and so does the tolerance."""
    target = {"value": "70", "tolerance": tolerance}
    for value, result in results.items():
        assert judge(measure(("2016", value), wanted=wanted, target=target), None, today).target == result


def test_a_target_without_a_direction_cannot_be_judged(measure: Make, today: date) -> None:
    """Where nothing is wanted, 70 can be a ceiling or a floor; a change in per cent says which."""
    verdict = judge(measure(("2016", "70"), wanted="monitor", target={"value": "70"}), None, today)
    assert (verdict.target, verdict.goal.reasons) == ("cannot_tell", ("nothing_wanted",))
    change = {"baseline": "2015", "target": {"change": "-20"}, "wanted": "monitor"}
    assert judge(measure(("2015", "100"), ("2016", "70"), **change), None, today).target == "met"


@pytest.mark.parametrize(("change", "aim"), [("0.5", "at_least"), ("1", "at_least"), ("-0.5", "at_most")])
def test_the_sign_of_a_change_says_which_side_is_meant(measure: Make, today: date, change: str, aim: str) -> None:
    """Half a per cent more is a floor, half a per cent less a ceiling; the side is told even without a value."""
    fields = {"wanted": "monitor", "baseline": "2015", "target": {"change": change}}
    assert judge(measure(("2015", "100"), ("2016", "100"), **fields), None, today).goal.aim == aim
    untold = judge(measure(("2016", "100"), **fields), None, today)
    assert (untold.target, untold.goal.aim, untold.goal.reasons) == ("cannot_tell", aim, ("baseline_missing",))
    assert untold.goal.value is None


def test_a_target_is_judged_by_the_period_it_is_due_in(measure: Make, today: date) -> None:
    """Not by a later value, and under whatever name the period goes."""
    values = [("2014/15", "90"), ("12m to 2016-03", "60"), ("2016/17", "95")]
    verdict = judge(measure(*values, target={"value": "70", "by": "2015/16"}), None, today)
    assert verdict.target == "met"
    assert verdict.goal.observed
    assert verdict.goal.observed.value == 60


def test_the_last_quarter_stands_for_a_year_only_where_nothing_is_added_up(measure: Make, today: date) -> None:
    """69 % in the last quarter misses 75 % for the year; 20 crimes in it say nothing about the year's."""
    target = {"value": "75", "by": "2016/17"}
    share = measure(("2016/17 Q4", "69"), kind="percentage", wanted="increase", target=target)
    assert judge(share, None, today).target == "missed"
    verdict = judge(measure(("2016/17 Q4", "20"), target=target), None, today)
    assert (verdict.target, verdict.goal.reasons) == ("cannot_tell", ("not_published",))


def test_before_its_time_a_target_is_not_due_and_after_it_a_value_is_missing(measure: Make) -> None:
    """The last day of the period still belongs to it."""
    ahead = measure(("2016", "60"), target={"value": "70", "by": "2017"})
    assert judge(ahead, None, date(2017, 12, 31)).target == "not_due"
    late = judge(ahead, None, date(2018, 1, 1))
    assert (late.target, late.goal.reasons) == ("cannot_tell", ("not_published",))


def test_a_year_that_is_not_over_meets_no_target_of_the_year(measure: Make, today: date) -> None:
    """A number that still grows is not judged; the last full year is."""
    so_far = {"period": "2017", "value": "30", "status": "year_to_date"}
    every_year = judge(measure(("2016", "90"), so_far, target={"value": "70"}), None, today)
    assert every_year.target == "missed"
    assert every_year.goal.observed
    assert every_year.goal.observed.value == 90
    assert judge(measure(so_far, target={"value": "70", "by": "2017"}), None, today).target == "not_due"


def test_a_change_in_per_cent_is_counted_from_the_baseline(measure: Make, today: date) -> None:
    """A fifth less than 88 is 70.4."""
    fields = {"baseline": "2013", "target": {"change": "-20", "by": "2015"}}
    met = judge(measure(("2013", "88"), ("2015", "70"), **fields), None, today)
    assert (met.target, met.goal.value) == ("met", Decimal("70.4"))
    assert judge(measure(("2013", "88"), ("2015", "71"), **fields), None, today).target == "missed"


@pytest.mark.parametrize(
    ("values", "fields", "reason"),
    [
        ([("2015", "70")], {}, "baseline_missing"),
        ([("2015", "70")], {"baseline": "2013"}, "baseline_missing"),
        ([{"period": "2013", "suppressed": "true"}, ("2015", "70")], {"baseline": "2013"}, "suppressed"),
        ([("2013", "88"), ("2015", "70")], {"baseline": "2013", "inconsistent": "Unevenly."}, "inconsistent_recording"),
        (
            [("2013", "88"), ("2015", "70")],
            {"baseline": "2013", "breaks": [{"at": "2014", "why": "Anew."}]},
            "break_between",
        ),
    ],
)
def test_a_change_from_what_cannot_be_compared_cannot_be_judged(
    measure: Make, today: date, values: list[Any], fields: dict[str, Any], reason: str
) -> None:
    """The baseline has to be there and to be comparable."""
    verdict = judge(measure(*values, target={"change": "-20", "by": "2015"}, **fields), None, today)
    assert (verdict.target, verdict.goal.reasons) == ("cannot_tell", (reason,))


def test_uneven_recording_does_not_forbid_a_target_that_is_a_value(measure: Make, today: date) -> None:
    """Whether 316 is under 400 is no question of change."""
    uneven = measure(("2015", "455"), ("2016", "316"), inconsistent="Unevenly.", target={"value": "400"})
    verdict = judge(uneven, None, today)
    assert (verdict.direction, verdict.target) == ("cannot_tell", "met")


@pytest.mark.parametrize(
    ("qualifier", "wanted", "result"),
    [
        ("over", "increase", "met"),
        ("over", "decrease", "cannot_tell"),
        ("under", "increase", "cannot_tell"),
        ("under", "decrease", "met"),
        ("at_least", "increase", "met"),
        ("at_least", "decrease", "cannot_tell"),
        ("at_most", "increase", "cannot_tell"),
        ("at_most", "decrease", "met"),
        ("about", "increase", "met"),
    ],
)
def test_a_bound_settles_a_target_on_one_side_only(
    measure: Make, today: date, qualifier: str, wanted: str, result: str
) -> None:
    """Over 70 is at least 70; whether it is at most 70 nobody knows... unless the bound lies beyond it."""
    item = {"period": "2016", "value": "70", "qualifier": qualifier}
    assert judge(measure(item, wanted=wanted, target={"value": "70"}), None, today).target == result


def test_a_bound_that_settles_nothing_is_the_reason(measure: Make, today: date) -> None:
    """Readers are told that the figure is a bound."""
    item = {"period": "2016", "value": "70", "qualifier": "over"}
    assert judge(measure(item, target={"value": "70"}), None, today).goal.reasons == ("only_a_bound",)


def test_a_bound_beyond_the_target_misses_it(measure: Make, today: date) -> None:
    """Over 80 is not 70 or less."""
    item = {"period": "2016", "value": "80", "qualifier": "over"}
    assert judge(measure(item, target={"value": "70"}), None, today).target == "missed"


def test_a_withheld_value_settles_nothing(measure: Make, today: date) -> None:
    """It is withheld for a reason."""
    verdict = judge(measure({"period": "2016", "suppressed": "true"}, target={"value": "70"}), None, today)
    assert (verdict.target, verdict.goal.reasons) == ("cannot_tell", ("suppressed",))


def test_a_target_without_any_value_cannot_be_judged(measure: Make, today: date) -> None:
    """Nothing is published."""
    verdict = judge(measure(target={"value": "70"}), None, today)
    assert (verdict.target, verdict.goal.reasons) == ("cannot_tell", ("no_data",))


STEPS = [{"period": "2015", "value": "90"}, {"period": "2016", "value": "80"}, {"period": "2017", "value": "75"}]


@pytest.mark.parametrize(("latest", "result"), [("80", "on_track"), ("81", "off_track")])
def test_before_its_time_the_latest_step_with_a_value_decides(
    measure: Make, today: date, latest: str, result: str
) -> None:
    """The step of 2016, as 2017 has no value yet and 2015 is past."""
    fields = {"target": {"value": "70", "by": "2020"}, "trajectory": STEPS}
    verdict = judge(measure(("2015", "200"), ("2016", latest), **fields), None, today)
    assert verdict.target == result
    assert verdict.goal.step
    assert verdict.goal.step.value == 80


def test_steps_without_values_or_after_the_time_decide_nothing(measure: Make) -> None:
    """The target itself comes first."""
    fields = {"target": {"value": "70", "by": "2018"}, "trajectory": STEPS}
    assert judge(measure(("2014", "95"), **fields), None, date(2017, 1, 1)).target == "not_due"
    assert judge(measure(("2016", "60"), ("2018", "71"), **fields), None, date(2019, 1, 1)).target == "missed"


def test_steps_without_a_target_are_a_target_themselves(measure: Make, today: date) -> None:
    """A measure can have a trajectory only."""
    assert judge(measure(("2016", "60"), trajectory=STEPS), None, today).target == "on_track"
    assert judge(measure(("2014", "60"), trajectory=STEPS), None, today).target == "not_due"


def test_a_plans_own_target_replaces_the_measures(measure: Make, use: Use, today: date) -> None:
    """And the measure's steps do not lead to it."""
    fields = {"target": {"value": "70", "by": "2020"}, "trajectory": STEPS}
    on_track = measure(("2016", "60"), **fields)
    assert judge(on_track, use(target={"value": "50", "by": "2016"}), today).target == "missed"
    assert judge(on_track, use(target={"value": "50", "by": "2020"}), today).target == "not_due"
    assert judge(on_track, use(target={"value": "70", "by": "2020"}), today).target == "on_track"
    assert judge(on_track, use(), today).target == "on_track"


def test_no_target_is_no_target(measure: Make, today: date) -> None:
    """Neither met nor missed."""
    assert judge(measure(("2016", "60")), None, today).target == "none"


def test_a_provisional_value_makes_a_provisional_target(measure: Make, today: date) -> None:
    """Met, as far as is known."""
    item = {"period": "2016", "value": "60", "status": "provisional"}
    verdict = judge(measure(item, target={"value": "70"}), None, today)
    assert verdict.goal.provisional
    assert not judge(measure(("2016", "60"), target={"value": "70"}), None, today).goal.provisional
