"""A measure over time: what is drawn, what is said, what is withheld."""

from typing import Any

import pytest

from planbuilder import charts
from planbuilder.charts import Chart
from planbuilder.model.measure import Measure, Target
from tests.charts import examples
from tests.charts.reading import everything, of_class, records, texts, words, x_of


def drawn(measure: Measure, code: str = "en", **options: Any) -> Chart:
    chart = charts.series(measure, examples.catalogue(), examples.language(code), **options)
    assert chart is not None
    return chart


def yearly(*values: Any, **fields: Any) -> Measure:
    """A measure with one value a year from 2010; None is withheld, a tuple carries a status."""
    observations = []
    for year, value in enumerate(values, 2010):
        if isinstance(value, tuple):
            observations.append({"period": str(year), "value": str(value[0]), "status": value[1]})
        elif value is None:
            observations.append({"period": str(year), "suppressed": "true"})
        else:
            observations.append({"period": str(year), "value": str(value)})
    return examples.measure(observations=observations, **fields)


# --- the title says what is seen ---


def test_title_tells_the_movement_with_both_values_and_periods() -> None:
    """From the first to the latest figure, with the source's qualifier and the status."""
    title = "People killed or seriously injured fell from 88 in 2013 to about 64 in 2015 (provisional)"
    assert drawn(examples.CASUALTIES).title == title


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((5, 6, 7), "People helped rose from 5 in 2010 to 7 in 2012"),
        ((7, 9, 7), "People helped was 7 in both 2010 and 2012"),
        ((7, 0, 0), "People helped fell from 7 in 2010 to 0 in 2012"),
    ],
)
def test_title_for_each_direction(values: tuple[int, ...], said: str) -> None:
    """Up, down and unchanged are told apart, whatever is wanted."""
    assert drawn(yearly(*values)).title == said


def test_title_puts_other_periods_than_years_in_brackets() -> None:
    """`in 12 months to March` is no English, and in other languages the month would need another ending."""
    assert drawn(examples.MONTHLY).title == "Burglaries in a month fell from 95 (January 2014) to 85 (December 2016)"


def test_a_percentage_moves_in_points() -> None:
    """A change of a percentage is told in points, never in per cent of a per cent."""
    assert "rose by 6.4 percentage points" in words(drawn(examples.READINESS))


def test_a_count_moves_with_its_unit_and_in_per_cent() -> None:
    """Both sizes of a change are told."""
    assert "fell by 24 people (27.3%)" in words(drawn(examples.CASUALTIES))


def test_a_change_from_zero_has_no_percentage() -> None:
    """Nothing is divided by zero."""
    assert "rose by 4 people." in words(drawn(yearly(0, 2, 4)))


# --- what is not known is not drawn ---


def test_a_provisional_point_is_open_dotted_and_named() -> None:
    """Three signs: the marker, the line that leads to it, (p)."""
    chart = drawn(examples.CASUALTIES)
    assert [x_of(item) for item in of_class(chart, "pb-chart__marker--open")] == [96.0]
    assert len(of_class(chart, "pb-chart__dotted")) == 1
    assert "about 64 (p)" in texts(chart)
    assert "provisional and may change" in words(chart)
    assert ("[p]", "provisional") in chart.symbols


def test_a_year_to_date_is_open_and_neither_joined_nor_compared() -> None:
    """Half a year is less than a year whatever happens."""
    chart = drawn(yearly(10, 9, 8, (3, "year_to_date")))
    assert chart.title == "People helped fell from 10 in 2010 to 8 in 2012"
    assert len(of_class(chart, "pb-chart__marker--open")) == 1
    assert len(_pieces(chart)) == 2
    assert "covers a different length of time" in words(chart)


def _pieces(chart: Chart) -> list[tuple[float, float]]:
    """From where to where the pieces of the main line go, in per cent."""
    main = next(group for group in of_class(chart, "pb-chart__line"))
    found = [item for item in main.iter("line") if "pb-chart__interval" not in item.get("class", "")]
    return [(float(item.attrib["x1"][:-1]), float(item.attrib["x2"][:-1])) for item in found]


def test_nothing_is_joined_across_a_break() -> None:
    """Seven points, one break: five pieces instead of six, and a dashed line where the sixth would be."""
    chart = drawn(examples.BROKEN)
    pieces = _pieces(chart)
    assert len(pieces) == 5
    border = float(of_class(chart, "pb-chart__break")[0].attrib["x1"][:-1])
    assert not any(start < border < end for start, end in pieces)
    assert "Break in series" in texts(chart)


def test_a_break_is_explained_and_bounds_the_comparison() -> None:
    """The title tells of the stretch after the break, the summary gives the reason, the table has [b]."""
    chart = drawn(examples.BROKEN)
    assert chart.title == "Incidents of anti-social behaviour fell from 9,030 in 2014/15 to 8,120 in 2016/17"
    assert "Figures from 2014/15 on cannot be compared with earlier ones. Incidents have been counted" in words(chart)
    signs = {str(row.cells[0].text): row.cells[1].symbol for row in chart.table.rows}
    assert signs["2014/15"] == "[b]"
    assert signs["2015/16"] == ""


def test_a_gap_is_a_gap_and_its_years_are_named() -> None:
    """No line over years without a figure; the axis and the summary have them."""
    measure = examples.measure(observations=examples.observations({"2010": 5, "2011": 6, "2014": 7, "2015": 9}))
    chart = drawn(measure)
    assert len(_pieces(chart)) == 2
    assert "There is no figure for 2012 and 2013." in words(chart)
    assert "2013" in texts(chart, "pb-chart__tick")


def test_a_survey_every_other_year_has_no_gaps() -> None:
    """What is regular is joined, whatever its step."""
    measure = examples.measure(observations=examples.observations({"2010": 5, "2012": 6, "2014": 7}))
    assert len(_pieces(drawn(measure))) == 2


def test_periods_of_different_length_are_not_joined() -> None:
    """A quarter is no year."""
    values = {"2014": 40, "2015": 44, "2016 Q1": 12, "2016 Q2": 13, "2016 Q3": 9}
    chart = drawn(examples.measure(observations=examples.observations(values)))
    assert len(_pieces(chart)) == 2
    assert chart.title == "People helped fell from 12 (January to March 2016) to 9 (July to September 2016)"


def test_a_withheld_value_is_in_no_output() -> None:
    """Only [c] leaves, no limits or denominators that would give the value away."""
    observations = examples.observations({"2010": 8, "2011": None, "2012": 9, "2013": 11})
    observations[1] |= {"lower": "98761", "upper": "98767", "denominator": "98765"}
    chart = drawn(examples.measure(observations=observations))
    assert "9876" not in everything(chart)
    assert texts(chart, "pb-chart__withheld") == ["[c]"]
    assert "withheld, because it could identify people" in words(chart)
    assert "[c]" in [str(cell.text) for row in chart.table.rows for cell in row.cells]
    withheld = records(chart)[1]
    assert (withheld["value"], withheld["symbol"], withheld["lower"]) == ("", "[c]", "")
    assert len(_pieces(chart)) == 1


# --- few points, targets, comparators ---


@pytest.mark.parametrize("values", [(), (5,), (None, 5), (None, None)])
def test_nothing_is_drawn_of_less_than_two_values(values: tuple[Any, ...]) -> None:
    """A picture of one number says less than the number."""
    assert charts.series(yearly(*values), examples.catalogue(), examples.language()) is None


def test_two_points_become_bars_from_zero() -> None:
    """A line between two points would tell of years that nobody counted."""
    chart = drawn(examples.CRIME)
    bars = of_class(chart, "pb-chart__bar")
    assert [bar.get("x") for bar in bars] == ["0%", "0%"]
    widths = [float(bar.attrib["width"][:-1]) for bar in bars]
    assert widths[1] / widths[0] == pytest.approx(17_322 / 22_021, abs=0.001)
    assert texts(chart, "pb-chart__value") == ["22,021", "17,322"]
    assert not chart.explore


def test_one_value_and_a_target_are_enough() -> None:
    """How far there is to go can be seen."""
    chart = drawn(yearly(40, target={"value": "50", "by": "2012"}, wanted="increase"))
    assert chart.title == "People helped: 40 in 2010"
    assert "Target by 2012" in chart.svg
    assert len(of_class(chart, "pb-chart__point")) == 1


def test_a_target_stands_at_its_date_with_its_value() -> None:
    """A diamond at the end of the axis, which reaches to the target's year."""
    chart = drawn(examples.READINESS)
    diamonds = of_class(chart, "pb-chart__point")
    assert [item.get("x") for item in diamonds] == ["96%"]
    assert "Target 72.0% by 2027/28" in texts(chart)
    assert "2027/28" in texts(chart, "pb-chart__tick")
    assert "The target for 2027/28 is 72.0%; the latest figure is 8.2 percentage points lower." in words(chart)


def test_a_target_without_a_date_is_a_line() -> None:
    """It holds for every period."""
    chart = drawn(yearly(5, 6, 7, target={"value": "4"}))
    goal = of_class(chart, "pb-chart__goal")
    assert [(item.get("x1"), item.get("x2")) for item in goal[-1:]] == [("0", "100%")]
    assert "Target 4" in texts(chart)


def test_a_target_in_per_cent_is_computed_from_the_baseline() -> None:
    """20 per cent fewer than 50 are 40."""
    chart = drawn(yearly(50, 48, 44, baseline="2010", target={"change": "-20", "by": "2013"}))
    assert "The target for 2013 is 40 people; the latest figure is 4 people higher." in words(chart)


def test_a_target_in_per_cent_without_a_baseline_is_not_guessed() -> None:
    """There is nothing that it could be 20 per cent of."""
    chart = drawn(yearly(50, 48, 44, target={"change": "-20", "by": "2013"}))
    assert "target" not in words(chart).casefold()


def test_a_target_in_per_cent_does_not_reach_over_a_break() -> None:
    """What is counted otherwise now can't be a fifth less of what was counted before."""
    breaks = [{"at": "2012", "why": "Counted otherwise."}]
    chart = drawn(yearly(50, 48, 44, 43, baseline="2010", target={"change": "-20", "by": "2014"}, breaks=breaks))
    assert "The target" not in words(chart)


def test_a_bound_is_told_without_a_movement() -> None:
    """Over 1,800 may be more than 1,900."""
    observations = examples.observations({"2010": 1800, "2011": 1850, "2012": 1900}, **{"2010": {"qualifier": "over"}})
    chart = drawn(examples.measure(observations=observations))
    assert chart.title == "People helped: over 1,800 in 2010, 1,900 in 2012"
    assert "so the change is not known" in words(chart)


def test_a_plan_can_set_its_own_target() -> None:
    """The priority's target takes the place of the measure's."""
    own = Target.model_validate({"value": "3", "by": "2013"})
    chart = drawn(yearly(5, 6, 7, target={"value": "4"}), target=own)
    assert "Target 3 by 2013" in texts(chart)
    assert "Target 4" not in texts(chart)


def test_a_trajectory_is_drawn_step_by_step() -> None:
    """Each year's own target has a diamond."""
    steps = [{"period": "2011", "value": "6"}, {"period": "2013", "value": "4"}]
    assert len(of_class(drawn(yearly(8, 7, 6, trajectory=steps)), "pb-chart__point")) == 2


def test_comparators_follow_in_the_order_of_the_data() -> None:
    """Key, lines and columns have the same order, and the gap is told."""
    chart = drawn(examples.READINESS)
    assert [item.label.striptags() for item in chart.key] == ["Peterborough", "Provisional (p)", "England", "Target"]
    assert [heading.striptags() for heading in chart.table.head] == ["Period", "Peterborough", "England"]
    assert "In England the figure for 2025/26 was 68.9%, a difference of 5.1 percentage points." in words(
        drawn(examples.READINESS.model_copy(update={"target": None, "breaks": ()}))
    )


def test_four_lines_at_most_but_every_figure_in_the_table() -> None:
    """A picture of more lines can't be read; the table can."""
    others = [
        {"title": f"Place {index}", "observations": [{"period": "2010", "value": str(index)}]} for index in range(1, 6)
    ]
    chart = drawn(yearly(5, 6, 7, comparators=others))
    assert len(of_class(chart, "pb-chart__line")) == 4
    assert len(chart.table.head) == 7


def test_lines_that_leave_zero_say_so() -> None:
    """Where the scale starts elsewhere, a sentence says where."""
    chart = drawn(examples.NARROW)
    assert [str(note) for note in chart.notes] == ["The scale starts at 88%, not at zero."]
    assert drawn(examples.CASUALTIES).notes == ()


def test_published_limits_are_drawn_and_listed() -> None:
    """One upright line a point, one more column."""
    chart = drawn(examples.NARROW)
    assert len(of_class(chart, "pb-chart__interval")) == 5
    assert [str(heading) for heading in chart.table.head] == ["Period", "Peterborough", "95% limits", "Out of"]


def test_a_corrected_value_says_what_the_source_prints() -> None:
    """An error of the source is told openly."""
    observations = examples.observations({"2010": 5, "2011": 6, "2012": 7}, **{"2011": {"as_published": "66"}})
    chart = drawn(examples.measure(observations=observations))
    assert "2011: the source prints 66 people; we use 6 people." in [str(note) for note in chart.table.notes]


def test_explore_is_offered_for_series_of_four_points() -> None:
    """Three points have nothing to explore."""
    assert drawn(examples.BROKEN).explore
    assert not drawn(examples.CASUALTIES).explore


# --- table, file, source ---


def test_the_table_names_the_unit_once() -> None:
    """Columns have it in their heading, cells only digits and signs."""
    chart = drawn(examples.CASUALTIES)
    assert str(chart.table.head[1]) == "Peterborough (people)"
    assert [str(row.cells[1].text) for row in chart.table.rows] == ["88", "75", "about 64"]
    assert all(row.cells[0].header for row in chart.table.rows)


def test_the_file_has_one_line_an_observation() -> None:
    """Digits without separators, periods as editors write them, status and sign."""
    lines = records(drawn(examples.CASUALTIES))
    assert [line["period"] for line in lines] == ["2013", "2014", "2015"]
    assert lines[2] | {"status": "provisional", "symbol": "[p]", "unit": "people", "value": "64"} == lines[2]


def test_the_source_is_linked() -> None:
    """Document, web address and section."""
    source = drawn(examples.CASUALTIES).source
    assert source == 'Source: <a href="https://www.example.org/plan">Community Safety Plan</a>, 5.3'


def test_a_prefix_keeps_two_charts_of_a_measure_apart() -> None:
    """Every id inside starts with the chart's own."""
    chart = drawn(examples.CASUALTIES, prefix="print-")
    assert chart.id == "print-chart-road-casualties"
    assert 'aria-labelledby="print-chart-road-casualties-title"' in chart.svg
    assert chart.csv_name == "road-casualties.csv"
