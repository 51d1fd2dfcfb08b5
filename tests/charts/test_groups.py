"""A measure by place or group, at one or two periods or over time."""

import pytest

from planbuilder import charts
from planbuilder.charts import Chart
from planbuilder.model.measure import Measure
from tests.charts import examples
from tests.charts.reading import everything, of_class, picture, records, texts, words


def _groups(measure: Measure, code: str = "en") -> Chart:
    chart = charts.groups(measure, examples.catalogue(), examples.language(code))
    assert chart is not None
    return chart


def _names(chart: Chart) -> list[str]:
    return [element.text or "" for element in of_class(chart, "pb-chart__name")]


def test_places_are_sorted_by_their_latest_figure() -> None:
    """Those without one come last, and say why."""
    chart = _groups(examples.PLACES)
    assert _names(chart) == ["Westgate", "Castle Vale", "North Bay", "Hillford", "Riverside", "Eastmoor"]
    assert texts(chart, "pb-chart__missing") == ["Withheld [c]"]
    assert chart.title == "Adults who are physically active: highest in Westgate (70.1%), lowest in Riverside (52.6%)"


def test_the_period_before_is_hatched_and_second() -> None:
    """Two bars a place, told apart without colour."""
    chart = _groups(examples.PLACES)
    assert [item.label.striptags() for item in chart.key] == ["2025/26", "2024/25"]
    assert len(of_class(chart, "pb-chart__bar")) >= 5
    assert len(of_class(chart, "pb-chart__hatched")) == 6
    assert "figure fell: Hillford." in words(chart)


def test_groups_keep_the_order_of_the_data() -> None:
    """Ages are in order of age."""
    assert [name.strip() for name in _names(_groups(examples.LIMITS))][:4] == ["18–34", "35–54", "55–64", "65 and over"]


def test_published_limits_make_dots_with_intervals() -> None:
    """Each with its values in words."""
    chart = _groups(examples.LIMITS)
    assert len(of_class(chart, "pb-chart__interval")) == 4
    assert of_class(chart, "pb-chart__bar") == []
    assert "21.4% (17.9% to 24.9%)" in "".join(picture(chart).itertext())


def test_periods_that_cannot_be_compared_do_not_stand_beside_each_other() -> None:
    """Not over a break in the series."""
    broken = examples.PLACES.model_copy(
        update={"breaks": examples.measure(breaks=[{"at": "2025/26", "why": "New survey."}]).breaks}
    )
    assert _groups(broken).key == ()


@pytest.mark.parametrize("measure", [examples.CASUALTIES, examples.measure()])
def test_nothing_is_drawn_without_two_places(measure: Measure) -> None:
    """A measure of one place has none."""
    assert charts.groups(measure, examples.catalogue(), examples.language()) is None
    assert charts.intervals(measure, examples.catalogue(), examples.language()) is None
    assert charts.small_multiples(measure, examples.catalogue(), examples.language()) is None


def test_negative_bars_grow_the_other_way() -> None:
    """Zero stands inside the scale, and labels outside of the bars."""
    observations = [
        {"period": "2016", "area": area, "value": value} for area, value in (("A", "4"), ("B", "-6"), ("C", "0"))
    ]
    chart = _groups(examples.measure(observations=observations))
    bars = {(bar.attrib["x"], bar.attrib["width"]) for bar in of_class(chart, "pb-chart__bar")}
    assert bars == {("60%", "40%"), ("0%", "60%"), ("60%", "0%")}
    assert "−6" in texts(chart, "pb-chart__value")


def test_the_file_holds_every_period() -> None:
    """The picture has two, the file all of them."""
    assert len(records(_groups(examples.WARDS))) == 25


def test_small_multiples_share_one_scale() -> None:
    """One panel a place, the same value axis in each; a withheld value is a gap."""
    chart = charts.small_multiples(examples.WARDS, examples.catalogue(), examples.language())
    assert chart is not None
    panels = of_class(chart, "pb-chart__panel")
    assert len(panels) == 5
    axes = {tuple(text.text for text in panel.iter("text") if "tick" in text.get("class", "")) for panel in panels}
    assert len(axes) == 1
    assert texts(chart, "pb-chart__withheld") == ["[c]"]
    assert chart.title == "Crimes per ward: the figure fell in 4 of 5 and rose in 1"


def test_a_withheld_place_is_in_no_output() -> None:
    """Its limits would give it away."""
    observations = [
        {"period": "2016", "area": "A", "value": "4"},
        {"period": "2016", "area": "B", "value": "6"},
        {"period": "2016", "area": "C", "suppressed": "true", "lower": "98761", "upper": "98763"},
    ]
    assert "9876" not in everything(_groups(examples.measure(observations=observations)))


def test_amounts_are_sorted_with_their_full_value() -> None:
    """Thousands become pounds, written as money."""
    chart = charts.amounts(examples.MONEY, examples.language())
    assert chart is not None
    assert texts(chart, "pb-chart__value") == ["£33.4 million", "£4,120,500", "£1.25 million", "£982,460", "£87,200"]
    assert chart.title == "The largest amount is Police: £33.4 million, or 83.8% of all"
    assert records(chart)[1]["value"] == "982460.00"


def test_one_amount_is_no_chart() -> None:
    """The table has it."""
    one = examples.MONEY.model_copy(update={"lines": examples.MONEY.lines[:1]})
    assert charts.amounts(one, examples.language()) is None
