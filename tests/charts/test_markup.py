"""What a chart is on a page: a figure with a name, a picture, words, a table and a file."""

import re
from pathlib import Path

import pytest

from planbuilder.charts import Chart
from tests.charts import examples
from tests.charts.demo import every_chart, page
from tests.charts.reading import html, of_class, parsed, picture

STYLES = Path(__file__).parents[2] / "theme_overrides" / "css" / "chart.css"
CHARTS = every_chart(examples.language())
UNSTYLED = {"pb-chart__panel", "pb-chart__download", "pb-chart__explore"}
"""Named for scripts and for paper only."""


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_the_picture_is_named_and_described(chart: Chart) -> None:
    """One image for assistive technology, whose insides are hidden; the ids that it refers to exist."""
    whole = html(chart)
    root = picture(chart)
    assert root.get("role") == "img"
    assert [child.get("aria-hidden") for child in root] == ["true"]
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert f'id="{root.get(attribute)}"' in whole
    assert len(chart.alt) > 30
    assert chart.summary


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_the_table_is_a_table(chart: Chart) -> None:
    """Caption, headings with scope, as many cells as headings, in a region that has a name and takes the focus."""
    whole = html(chart)
    assert f'<caption id="{chart.id}-caption">' in whole
    assert whole.count('scope="col"') == len(chart.table.head)
    assert whole.count('scope="row"') == len(chart.table.rows)
    assert {len(row.cells) for row in chart.table.rows} == {len(chart.table.head)}
    assert re.search(rf'class="pb-table"[^>]* aria-labelledby="{chart.id}-caption" tabindex="0"', whole)
    assert f'<h3 class="pb-chart__title" id="{chart.id}-title">' in whole


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_the_file_is_linked_with_its_size(chart: Chart) -> None:
    """So that a reader on a slow line knows before."""
    assert f'href="/en/{chart.csv_name}" download>Download data (CSV, ' in html(chart)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_explore_waits_for_its_script(chart: Chart) -> None:
    """Without JavaScript nobody sees a button that does nothing; charts that gain nothing have none."""
    assert ('<button class="pb-chart__explore" type="button" hidden data-explore=' in html(chart)) is chart.explore


@pytest.mark.parametrize("code", examples.CODES)
def test_a_page_of_charts_is_fit_for_the_strictest_policy(code: str) -> None:
    """No style attributes, no scripts, no handlers, no id twice, in any language."""
    found = parsed(page(examples.language(code)))
    assert "style" not in found.attributes
    assert not [name for name in found.attributes if name.startswith("on")]
    assert len(found.ids) == len(set(found.ids))


def test_every_class_has_its_style() -> None:
    """A class that the style sheet does not know would draw black boxes."""
    styles = STYLES.read_text()
    used = {name for chart in CHARTS for name in parsed(html(chart)).classes if name.startswith("pb-chart")}
    known = set(re.findall(r"\.(pb-[\w-]+)", styles))
    assert "pb-chart__plot--start-3" in known
    without = {name for name in used - known if not name.endswith("-0") and "__dash-" not in name}
    assert without <= UNSTYLED


def test_every_gutter_has_its_class() -> None:
    """As wide as the renderer may ask for."""
    styles = STYLES.read_text()
    assert all(f"--start-{size} " in styles for size in range(1, 13))
    assert all(f"--end-{size} " in styles for size in range(1, 15))
    assert all(f"--names-{size} " in styles for size in range(3, 17))


def test_time_runs_from_right_to_left_in_urdu() -> None:
    """The axis is mirrored, and the values stand at the right."""
    left = next(chart for chart in CHARTS if chart.id == "chart-road-casualties")
    right = next(chart for chart in every_chart(examples.language("ur")) if chart.id == "chart-road-casualties")
    places = [[dot.get("cx") for dot in of_class(chart, "pb-chart__marker")] for chart in (left, right)]
    assert places == [["4%", "50%", "96%"], ["96%", "50%", "4%"]]
    assert {tick.get("x") for tick in of_class(right, "pb-chart__tick") if tick.get("text-anchor") == "end"} == {"100%"}


def test_untranslated_words_keep_their_language() -> None:
    """An English title in a Polish sentence is marked as English."""
    chart = next(chart for chart in every_chart(examples.language("pl")) if chart.id == "chart-road-casualties")
    assert 'lang="en"' in chart.title
    assert "Peterborough" in chart.key[0].label


def test_numbers_and_periods_are_the_languages_own() -> None:
    """A Polish axis has Polish thousands and months."""
    charts = {chart.id: chart for chart in every_chart(examples.language("pl"))}
    assert "10\u00a0000" in charts["chart-anti-social-behaviour"].svg
    assert "gru 2016" in charts["chart-burglary"].svg
    assert "78,5%" in charts["chart-consultation-what-people-are-concerned-about"].svg


def test_hostile_words_are_escaped_everywhere() -> None:
    """Titles, places and units are a stranger's text."""
    from planbuilder import charts

    evil = '<script>alert(1)</script>"&{x}%(n)s'
    measure = examples.measure(
        title=evil,
        area=evil,
        observations=[
            {"period": str(year), "value": str(year % 7), "note": evil, "area": area}
            for year in range(2010, 2016)
            for area in (None, evil, f"{evil} 2")
        ],
        breaks=[{"at": "2012", "why": evil}],
        comparators=[{"title": evil, "observations": [{"period": "2015", "value": "4"}]}],
    )
    language, catalogue = examples.language(), examples.catalogue()
    for chart in (
        charts.series(measure, catalogue, language),
        charts.groups(measure, catalogue, language),
        charts.small_multiples(measure, catalogue, language),
    ):
        assert chart is not None
        assert "<script" not in html(chart)
        assert "<script" not in chart.figure_json().decode()
        assert "{x}%(n)s" in html(chart)
        picture(chart)
    assert "<script" not in charts.sparkline(measure, language)


def test_a_cell_of_the_file_is_no_formula() -> None:
    """A spreadsheet takes what starts like one for one; negative numbers stay numbers."""
    from planbuilder import charts

    observations = [{"period": str(year), "value": "-4", "note": "=1+1"} for year in (2010, 2011, 2012)]
    measure = examples.measure(title="@cmd", observations=observations)
    chart = charts.series(measure, examples.catalogue(), examples.language())
    assert chart is not None
    lines = chart.csv.decode().splitlines()
    assert lines[1].startswith("'@cmd,2010,Peterborough,,-4,")
    assert lines[1].endswith(",'=1+1")
