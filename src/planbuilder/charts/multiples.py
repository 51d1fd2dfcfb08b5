"""A measure over time for each place: small pictures side by side, all on one scale."""

from markupsafe import Markup, escape

from planbuilder.charts import series_table
from planbuilder.charts.chart import Cell, Chart, Row, Table
from planbuilder.charts.datafile import chart_csv
from planbuilder.charts.draw_panels import draw_panels
from planbuilder.charts.plot import PanelPlot, Trace
from planbuilder.charts.scale import scale
from planbuilder.charts.series_lines import points_of
from planbuilder.charts.specify import specify
from planbuilder.charts.symbols import meanings
from planbuilder.charts.timeline import comparable, place
from planbuilder.charts.voice import Voice, source_line
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.period import Period
from planbuilder.model.text import Text
from planbuilder.verdict.change import Change

_FEWEST_POINTS = 3
Panels = list[tuple[Text, tuple[Observation, ...]]]


def small_multiples(measure: Measure, catalogue: Catalogue, language: Language, *, prefix: str = "") -> Chart | None:
    """One small line for each place (or group) that has three known values; None for fewer than two of them."""
    voice = Voice.of(measure, catalogue, language)
    panels = _panels(measure)
    if len(panels) < 2:
        return None
    chart = f"{prefix}chart-{measure.id}-multiples"
    plot = _plot(voice, panels)
    shown = sorted({item.period for _, items in panels for item in items})
    when = language.range(voice.period(shown[0]), voice.period(shown[-1]))
    subtitle = voice.subtitle((voice.area,), when)
    title = _title(voice, panels)
    table = _table(voice, panels, shown, subtitle)
    area = language.plain(voice.area)
    return Chart(
        id=chart,
        title=title,
        subtitle=subtitle,
        key=(),
        svg=draw_panels(chart, plot),
        alt=_alt(voice, panels),
        summary=_summary(voice, panels),
        table=table,
        symbols=meanings(series_table.signs(table), language),
        csv=chart_csv(series_table.record(voice, item, area=area) for _, items in panels for item in items),
        csv_name=f"{measure.id}-multiples.csv",
        source=source_line(measure.source, catalogue, language),
        explore=True,
        specification=lambda: specify(plot, language, title.striptags()),
        notes=voice.scale_note(plot.scale.from_zero, plot.value_labels[0]),
    )


def _panels(measure: Measure) -> Panels:
    found: dict[str, list[Observation]] = {}
    labels: dict[str, Text] = {}
    for item in sorted(measure.observations, key=lambda item: item.period):
        label = item.area if item.group is None else item.group if item.area is None else None
        if label is not None:
            labels[label.source] = label
            found.setdefault(label.source, []).append(item)
    enough = {
        name: tuple(items)
        for name, items in found.items()
        if sum(item.value is not None for item in items) >= _FEWEST_POINTS
    }
    return [(labels[name], items) for name, items in enough.items()]


def _plot(voice: Voice, panels: Panels) -> PanelPlot:
    language = voice.language
    periods = sorted({item.period for _, items in panels for item in items}, key=place)
    first, last = place(periods[0]), place(periods[-1])

    def at(period: Period) -> float:
        return (place(period) - first) / (last - first) if last > first else 0.5

    traces = tuple(
        Trace(language.plain(label), language.text(label), points_of(voice, items, at), 1) for label, items in panels
    )
    axis = scale([point.y for trace in traces for point in trace.known if point.y is not None], intervals=2)
    return PanelPlot(
        traces=traces,
        scale=axis,
        value_labels=tuple(voice.written(tick, axis.decimals) for tick in axis.ticks),
        first=language.short_period(periods[0]),
        last=language.short_period(periods[-1]),
        mirrored=language.direction == "rtl",
    )


def _moves(voice: Voice, panels: Panels) -> list[tuple[Text, Change]]:
    """From the first to the last comparable figure of each panel."""
    found = []
    for label, items in panels:
        run = comparable(items, voice.measure)
        if len(run) > 1 and run[0].value is not None and run[-1].value is not None:
            found.append((label, Change.between(voice.measure.kind, run[0].value, run[-1].value)))
    return found


def _title(voice: Voice, panels: Panels) -> Markup:
    moves = [change.movement for _, change in _moves(voice, panels)]
    return voice.language.markup(
        "%(measure)s: the figure fell in %(fell)s of %(all)s and rose in %(rose)s",
        measure=voice.name,
        fell=moves.count("down"),
        rose=moves.count("up"),
        all=len(panels),
    )


def _summary(voice: Voice, panels: Panels) -> tuple[Markup, ...]:
    language = voice.language
    moves = _moves(voice, panels)
    down = [(label, change) for label, change in moves if change.movement == "down"]
    up = [(label, change) for label, change in moves if change.movement == "up"]
    found = []
    if down:
        label, change = min(down, key=lambda item: item[1].absolute)
        found.append(
            language.markup(
                "From its first to its last figure it fell most in %(place)s, by %(difference)s.",
                place=label,
                difference=voice.difference(change),
            )
        )
    if up:
        label, change = max(up, key=lambda item: item[1].absolute)
        found.append(
            language.markup(
                "From its first to its last figure it rose most in %(place)s, by %(difference)s.",
                place=label,
                difference=voice.difference(change),
            )
        )
    return (*found, *_withheld(voice, panels), language.markup("All pictures have the same scale."))


def _withheld(voice: Voice, panels: Panels) -> list[Markup]:
    language = voice.language
    places: dict[Period, list[Text]] = {}
    for label, items in panels:
        for item in items:
            if item.value is None:
                places.setdefault(item.period, []).append(label)
    return [
        language.markup(
            "Withheld for %(period)s, because it could identify people: %(names)s.",
            period=voice.period(period),
            names=language.markup_list(names),
        )
        for period, names in sorted(places.items())
    ]


def _alt(voice: Voice, panels: Panels) -> str:
    language = voice.language
    opening = language.message("Small line charts of %(measure)s.", measure=voice.measure.title)
    items = []
    for label, observations in panels:
        known = [item for item in observations if item.value is not None]
        items.append(
            language.message(
                "%(place)s: from %(first)s to %(last)s",
                place=label,
                first=voice.figure(known[0]),
                last=voice.figure(known[-1]),
            )
        )
    withheld = [sentence.striptags() for sentence in _withheld(voice, panels)]
    return " ".join([f"{opening} {'; '.join(items)}.", *withheld])


def _table(voice: Voice, panels: Panels, periods: list[Period], caption: Markup) -> Table:
    by_period = [{item.period: item for item in items} for _, items in panels]
    rows = [
        Row(
            (
                Cell(escape(voice.period(period)), header=True),
                *(series_table.cell(voice, items.get(period), broken=False) for items in by_period),
            )
        )
        for period in periods
    ]
    head = (voice.language.markup("Period"), *(voice.unit_heading(label) for label, _ in panels))
    notes = series_table.notes(voice, [item for _, items in panels for item in items])
    return Table(caption, head, tuple(rows), tuple(notes))
