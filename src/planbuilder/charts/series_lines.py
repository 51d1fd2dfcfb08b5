"""A series as a line plot, and the key to it."""

from collections.abc import Sequence

from planbuilder.charts.chart import KeyItem
from planbuilder.charts.plot import Goal, LinePlot, Point, Tick, Trace
from planbuilder.charts.scale import scale
from planbuilder.charts.story import SLOTS, At, Story, aim_label
from planbuilder.charts.swatches import goal_swatch, line_swatch, provisional_swatch
from planbuilder.charts.timeline import joins, place
from planbuilder.charts.voice import Voice
from planbuilder.i18n import Language
from planbuilder.model.measure import Observation
from planbuilder.model.period import Period


def line_plot(story: Story) -> LinePlot:
    """Where everything of a series stands."""
    voice = story.voice
    labels = (voice.area, *(other.title for other in story.comparators))
    lines = list(zip(labels, story.lines, strict=True))
    periods = [item.period for _, found in lines for item in found] + [aim.by for aim in story.aims if aim.by]
    first, last = min(map(place, periods)), max(map(place, periods))

    def at(period: Period) -> float:
        return (place(period) - first) / (last - first) if last > first else 0.5

    traces = tuple(
        Trace(voice.language.plain(label), voice.language.text(label), points_of(voice, found, at), slot)
        for (label, found), slot in zip(lines, SLOTS, strict=False)
    )
    values = [edge for trace in traces for point in trace.points for edge in (point.y, point.lower, point.upper)]
    axis = scale([value for value in values if value is not None] + [float(aim.value) for aim in story.aims])
    return LinePlot(
        traces=traces,
        scale=axis,
        value_labels=tuple(voice.written(tick, axis.decimals) for tick in axis.ticks),
        ticks=_ticks(voice.language, periods, at),
        breaks=_breaks(story, first, last),
        break_label=voice.language.message("Break in series"),
        goals=tuple(
            Goal(
                at(aim.by) if aim.by else None,
                float(aim.value),
                aim_label(voice, aim),
                aim_label(voice, aim, short=True),
            )
            for aim in story.aims
        ),
        mirrored=voice.language.direction == "rtl",
    )


def points_of(voice: Voice, observations: Sequence[Observation], at: At) -> tuple[Point, ...]:
    """Observations as points, each with whether a line leads to it."""
    joined = joins(observations, voice.measure)
    return tuple(
        Point(
            x=at(item.period),
            y=None if item.value is None else float(item.value),
            when=voice.period(item.period),
            label=voice.label(item),
            joined=leads,
            open=item.status in ("provisional", "year_to_date"),
            lower=None if item.value is None or item.lower is None else float(item.lower),
            upper=None if item.value is None or item.upper is None else float(item.upper),
        )
        for item, leads in zip(observations, joined, strict=True)
    )


def _ticks(language: Language, periods: Sequence[Period], at: At) -> tuple[Tick, ...]:
    """One tick a period; in yearly series the years without a figure too."""
    shown = set(periods)
    kinds = {period.kind for period in shown}
    if kinds in ({"year"}, {"financial_year"}):
        years = range(min(shown).start.year, max(shown).start.year + 1)
        financial = kinds == {"financial_year"}
        shown = {Period.parse(f"{year}/{(year + 1) % 100:02}" if financial else str(year)) for year in years}
    return tuple(Tick(at(period), language.short_period(period)) for period in sorted(shown, key=place))


def _breaks(story: Story, first: float, last: float) -> tuple[float, ...]:
    """Each break at the border between the last period before it and the first one after it."""
    places = []
    for item in story.voice.measure.breaks:
        border = item.at.end if item.at.kind == "rolling_year" else item.at.start
        share = (border.toordinal() - first) / (last - first) if last > first else -1.0
        if 0 < share < 1:
            places.append(share)
    return tuple(places)


def line_key(story: Story, plot: LinePlot) -> tuple[KeyItem, ...]:
    """The key in the order of the data; empty where one line explains itself."""
    language = story.voice.language
    items = [KeyItem(line_swatch(trace.slot), trace.html) for trace in plot.traces]
    status = {item.status for found in story.lines for item in found}
    open_ones = [KeyItem(provisional_swatch(), language.markup("Provisional (p)"))] if "provisional" in status else []
    open_ones += [KeyItem(provisional_swatch(), language.markup("So far"))] if "year_to_date" in status else []
    items[1:1] = open_ones
    if plot.goals:
        items.append(KeyItem(goal_swatch(level=plot.goals[-1].x is None), language.markup("Target")))
    return tuple(items) if len(items) > 1 else ()
