"""A measure by place, or by age, sex, offence or whatever else it is told by: bars for one or two periods."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from planbuilder.charts import group_words, series_table
from planbuilder.charts.chart import Cell, Chart, KeyItem, Row, Table
from planbuilder.charts.datafile import chart_csv
from planbuilder.charts.draw_bars import draw_bars
from planbuilder.charts.group_words import Groups, Member
from planbuilder.charts.plot import Bar, BarPlot, BarRow
from planbuilder.charts.scale import scale
from planbuilder.charts.specify import specify
from planbuilder.charts.swatches import bar_swatch, interval_swatch
from planbuilder.charts.symbols import meanings
from planbuilder.charts.timeline import alike, broken
from planbuilder.charts.voice import Voice, source_line
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.period import Period
from planbuilder.model.text import Text

_SLOTS = (1, 4)
_MANY = 12


def groups(measure: Measure, catalogue: Catalogue, language: Language, *, prefix: str = "") -> Chart | None:
    """The latest figures by place or group, beside those of the comparable period before.

    Where each figure has its published limits, dots with their intervals take the place of bars. None where
    fewer than two places or groups have a figure.
    """
    found = _groups(measure, catalogue, language)
    if found is None:
        return None
    known = [member.latest for member in found.members if member.latest and member.latest.value is not None]
    limited = all(item.lower is not None and item.upper is not None for item in known)
    return _chart(found, catalogue, dots=limited, prefix=prefix)


def intervals(measure: Measure, catalogue: Catalogue, language: Language, *, prefix: str = "") -> Chart | None:
    """The latest figures by place or group as dots, each with its published limits where it has them."""
    found = _groups(measure, catalogue, language)
    return None if found is None else _chart(found, catalogue, dots=True, prefix=prefix)


def _groups(measure: Measure, catalogue: Catalogue, language: Language) -> Groups | None:
    """The latest period for which two places (or, without places, groups) have a figure."""
    by_place = [item for item in measure.observations if item.area is not None and item.group is None]
    by_group = [item for item in measure.observations if item.group is not None and item.area is None]
    for places, items in ((True, by_place), (False, by_group)):
        for period in sorted({item.period for item in items}, reverse=True):
            now = {_label(item).source: item for item in items if item.period == period}
            if sum(item.value is not None for item in now.values()) > 1:
                before = _before(measure, items, next(iter(now.values())))
                labels = {_label(item).source: _label(item) for item in items if item.period in (period, before)}
                members = [Member(label, now.get(name), _at(items, name, before)) for name, label in labels.items()]
                voice = Voice.of(measure, catalogue, language)
                return Groups(voice, period, before, _ordered(members, by_value=places), places)
    return None


def _label(item: Observation) -> Text:
    label = item.area or item.group
    if label is None:
        raise ValueError("only observations of a place or group come here")
    return label


def _at(items: Sequence[Observation], name: str, period: Period | None) -> Observation | None:
    return next((item for item in items if item.period == period and _label(item).source == name), None)


def _before(measure: Measure, items: Sequence[Observation], latest: Observation) -> Period | None:
    earlier = [
        item.period
        for item in items
        if item.period < latest.period
        and item.value is not None
        and alike(item, latest)
        and not broken(item, latest, measure)
    ]
    return max(earlier, default=None)


def _ordered(members: list[Member], *, by_value: bool) -> tuple[Member, ...]:
    """Places by their figure, the highest first; groups (ages, say) in the order of the data."""
    if not by_value:
        return tuple(members)
    return tuple(sorted(members, key=lambda member: (member.value is None, -(member.value or 0))))


def _chart(found: Groups, catalogue: Catalogue, *, dots: bool, prefix: str) -> Chart:
    voice, measure, language = found.voice, found.voice.measure, found.voice.language
    file = f"{measure.id}-{'places' if found.places else 'groups'}"
    chart = f"{prefix}chart-{file}"
    plot = _plot(found, dots=dots)
    title = group_words.title(found)
    periods = [voice.period(period) for period in (found.before, found.period) if period is not None]
    subtitle = voice.subtitle((voice.area,), language.list(periods))
    caption = language.markup("%(measure)s: %(details)s", measure=measure.title, details=subtitle)
    table = _table(found, subtitle if measure.short else caption)
    area = language.plain(voice.area)
    shown = [item for item in measure.observations if (item.area if found.places else item.group) is not None]
    return Chart(
        id=chart,
        title=title,
        subtitle=subtitle,
        key=_key(chart, found, plot),
        svg=draw_bars(chart, plot),
        alt=group_words.alt(found),
        summary=group_words.summary(found),
        table=table,
        symbols=meanings(series_table.signs(table), language),
        csv=chart_csv(series_table.record(voice, item, area=area) for item in shown),
        csv_name=f"{file}.csv",
        source=source_line(measure.source, catalogue, language),
        explore=len(found.members) > _MANY,
        specification=lambda: specify(plot, language, title.striptags()),
        notes=voice.scale_note(plot.scale.from_zero, plot.value_labels[0]),
    )


def _bar(voice: Voice, item: Observation | None, slot: int, *, dots: bool) -> Bar:
    if item is None:
        return Bar(None, voice.language.message("No figure"), slot)
    if item.value is None:
        return Bar(None, voice.language.message("Withheld [c]"), slot)
    label, lower, upper = voice.label(item), item.lower, item.upper
    if dots and lower is not None and upper is not None:
        limits = voice.language.range(voice.written(lower), voice.written(upper))
        label = voice.language.message("%(value)s (%(limits)s)", value=label, limits=limits)
    return Bar(
        float(item.value),
        label,
        slot,
        open=item.status in ("provisional", "year_to_date"),
        lower=None if lower is None else float(lower),
        upper=None if upper is None else float(upper),
    )


def _plot(found: Groups, *, dots: bool) -> BarPlot:
    voice, language = found.voice, found.voice.language
    two = found.before is not None and not dots
    rows = []
    for member in found.members:
        bars = [_bar(voice, member.latest, _SLOTS[0], dots=dots)]
        bars += [_bar(voice, member.earlier, _SLOTS[1], dots=dots)] if two else []
        rows.append(BarRow(language.plain(member.label), language.text(member.label), tuple(bars)))
    edges = [edge for row in rows for bar in row.bars for edge in (bar.value, bar.lower, bar.upper)]
    axis = scale([edge for edge in edges if edge is not None], bars=not dots)
    periods = [period for period in (found.period, found.before) if period is not None]
    return BarPlot(
        rows=tuple(rows),
        scale=axis,
        names=tuple(voice.period(period) for period in periods) if two else (),
        dots=dots,
        value_labels=tuple(voice.written(tick, axis.decimals) for tick in axis.ticks),
        mirrored=language.direction == "rtl",
    )


def _key(chart: str, found: Groups, plot: BarPlot) -> tuple[KeyItem, ...]:
    if plot.dots:
        return (KeyItem(interval_swatch(), found.voice.language.markup("Value and its 95% limits")),)
    items = [KeyItem(bar_swatch(chart, slot), escape(name)) for name, slot in zip(plot.names, _SLOTS, strict=False)]
    if any(bar.open for row in plot.rows for bar in row.bars):
        items.append(KeyItem(bar_swatch(chart, 1, hollow=True), found.voice.language.markup("Provisional (p)")))
    return tuple(items)


@dataclass(frozen=True)
class _Column:
    heading: Markup
    latest: bool


def _table(found: Groups, caption: Markup) -> Table:
    voice, language = found.voice, found.voice.language
    members = [member.latest for member in found.members] + [member.earlier for member in found.members]
    limited = any(item is not None and item.value is not None and item.lower is not None for item in members)
    columns = [_Column(voice.unit_heading(escape(voice.period(found.period))), latest=True)]
    if found.before is not None:
        columns.append(_Column(voice.unit_heading(escape(voice.period(found.before))), latest=False))
    head = [language.markup("Place") if found.places else language.markup("Group")]
    for column in columns:
        head += [column.heading, *([language.markup("95% limits")] if limited else [])]
    rows = []
    for member in found.members:
        cells = [Cell(language.text(member.label), header=True)]
        for column in columns:
            item = member.latest if column.latest else member.earlier
            cells.append(series_table.cell(voice, item, broken=False))
            cells += series_table.limits(voice, item, shown=limited)
        rows.append(Row(tuple(cells)))
    shown = [item for item in members if item is not None]
    return Table(caption, tuple(head), tuple(rows), tuple(series_table.notes(voice, shown)))
