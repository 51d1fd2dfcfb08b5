"""A measure over time."""

from planbuilder.charts import series_table, series_words
from planbuilder.charts.chart import Chart
from planbuilder.charts.datafile import chart_csv
from planbuilder.charts.draw_bars import draw_bars
from planbuilder.charts.draw_lines import draw_lines
from planbuilder.charts.plot import BarPlot, LinePlot
from planbuilder.charts.series_bars import bar_key, bar_plot
from planbuilder.charts.series_lines import line_key, line_plot
from planbuilder.charts.specify import specify
from planbuilder.charts.story import Story
from planbuilder.charts.symbols import meanings
from planbuilder.charts.voice import Voice, source_line, tall
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Target

_ENOUGH_TO_EXPLORE = 4


def series(
    measure: Measure, catalogue: Catalogue, language: Language, *, target: Target | None = None, prefix: str = ""
) -> Chart | None:
    """A measure over time with its target, comparators, provisional points, breaks and gaps.

    Three or more points that can be joined become a line chart, fewer become bars. None where there are not two
    things to see. `target` overrides the measure's own (a plan's priority may set one); `prefix` goes
    before the chart's id, for a page that shows a measure twice.
    """
    voice = Voice.of(measure, catalogue, language)
    story = Story.of(voice, target)
    if not story.run or story.things_to_see < 2:
        return None
    chart = f"{prefix}chart-{measure.id}"
    plot = line_plot(story) if story.is_line else bar_plot(story)
    title = series_words.title(story)
    places = (voice.area, *(other.title for other in story.comparators))
    subtitle = voice.subtitle(places, voice.span(story.observations))
    caption = language.markup("%(measure)s: %(details)s", measure=measure.title, details=subtitle)
    table = series_table.table(voice, subtitle if measure.short else caption, measure.comparators)
    known = sum(item.value is not None for item in story.observations)
    return Chart(
        id=chart,
        title=title,
        subtitle=subtitle,
        key=line_key(story, plot) if isinstance(plot, LinePlot) else bar_key(chart, story),
        svg=draw_bars(chart, plot) if isinstance(plot, BarPlot) else draw_lines(chart, plot, tall=tall(language)),
        alt=series_words.alt(story, bars=isinstance(plot, BarPlot)),
        summary=series_words.summary(story),
        table=table,
        symbols=meanings(series_table.signs(table), language),
        csv=chart_csv(series_table.records(voice, measure.comparators)),
        csv_name=f"{measure.id}.csv",
        source=source_line(measure.source, catalogue, language),
        explore=isinstance(plot, LinePlot) and known >= _ENOUGH_TO_EXPLORE,
        specification=lambda: specify(plot, language, title.striptags()),
        notes=voice.scale_note(plot.scale.from_zero, plot.value_labels[0]) if isinstance(plot, LinePlot) else (),
    )
