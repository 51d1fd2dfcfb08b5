"""Plotly's figure and our picture come from one specification."""

import json

import plotly.graph_objects as go
import pytest

from planbuilder.charts import Chart
from tests.charts import examples
from tests.charts.demo import every_chart

EVERY = [chart for code in ("en", "ur") for chart in every_chart(examples.language(code))]


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.id)
def test_every_chart_is_a_valid_figure(chart: Chart) -> None:
    """Plotly itself accepts every property and value, and nothing of it is thrown away."""
    figure = chart.figure()
    assert isinstance(figure, go.Figure)
    assert json.loads(chart.figure_json())["data"]
    assert chart.figure_json() == chart.figure_json()


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: chart.id)
def test_figures_carry_no_colour_of_their_own(chart: Chart) -> None:
    """Colours are the page's custom properties, so that both themes fit; no template brings others."""
    text = chart.figure_json().decode()
    assert "#" not in text.replace("&#", "")
    assert chart.specification()["layout"]["template"] == "none"


def test_the_figure_has_the_values_of_the_picture() -> None:
    """Gaps are None, provisional points a dotted piece of their own with open markers."""
    chart = next(chart for chart in EVERY if chart.id == "chart-school-readiness")
    main, provisional, england, target = chart.specification()["data"]
    assert main["y"] == [61.2, 62.0, 62.8, 62.0, None, 57.4, 59.1, 60.2, 62.5]
    assert provisional["y"] == [62.5, 63.8]
    assert provisional["line"]["dash"] == "dot"
    assert provisional["marker"]["symbol"] == ["circle", "circle-open"]
    assert england["y"][4] is None
    assert target["y"] == [72.0]


def test_right_to_left_figures_run_right_to_left() -> None:
    """Time and values are mirrored as in the SVG."""
    chart = next(chart for chart in reversed(EVERY) if chart.id == "chart-school-readiness")
    layout = chart.specification()["layout"]
    assert layout["xaxis"]["range"][0] > layout["xaxis"]["range"][1]
    assert layout["yaxis"]["side"] == "right"


@pytest.mark.parametrize(("code", "separators"), [("en", ".,"), ("pl", ",\u00a0"), ("lt", ",\u00a0"), ("cy", ".,")])
def test_numbers_are_separated_as_the_language_does(code: str, separators: str) -> None:
    """Plotly's own numbers follow the reader's language."""
    assert every_chart(examples.language(code))[0].specification()["layout"]["separators"] == separators
