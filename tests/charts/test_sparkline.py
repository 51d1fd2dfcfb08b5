"""A series the size of a word."""

from xml.etree import ElementTree

from planbuilder import charts
from tests.charts import examples


def test_a_sparkline_names_its_first_and_last_value() -> None:
    """It can stand alone in a cell."""
    line = charts.sparkline(examples.CASUALTIES, examples.language())
    assert 'role="img" aria-label="88 (2013) to 64 (2015)"' in line


def test_a_sparkline_has_the_gaps_and_the_open_end_of_its_series() -> None:
    """Withheld and broken as in the large picture; a provisional end is open."""
    broken = ElementTree.fromstring(charts.sparkline(examples.BROKEN, examples.language()))
    assert len(list(broken.iter("line"))) == 5
    assert "marker--open" in charts.sparkline(examples.CASUALTIES, examples.language())


def test_right_to_left_sparklines_run_right_to_left() -> None:
    """The latest value is at the left."""
    markup = charts.sparkline(examples.CRIME, examples.language("ur"))
    last = list(ElementTree.fromstring(markup).iter("circle"))[-1]
    assert last.get("cx") == "6%"


def test_one_value_has_no_course() -> None:
    """Nothing is drawn."""
    lonely = examples.measure(observations=[{"period": "2010", "value": "5"}])
    assert charts.sparkline(lonely, examples.language()) == ""
