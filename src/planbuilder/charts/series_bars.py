"""A short series as bars, one row a period, and the key to it."""

from markupsafe import escape

from planbuilder.charts.chart import KeyItem
from planbuilder.charts.plot import Bar, BarPlot, BarRow
from planbuilder.charts.scale import scale
from planbuilder.charts.story import SLOTS, Aim, Story
from planbuilder.charts.swatches import bar_swatch, goal_swatch
from planbuilder.charts.timeline import broken
from planbuilder.charts.voice import Voice
from planbuilder.model.measure import Observation
from planbuilder.model.period import Period


def bar_plot(story: Story) -> BarPlot:
    """Rows for the periods in order, and for the target at the end."""
    voice = story.voice
    found = [{item.period: item for item in line} for line in story.lines]
    periods = sorted({period for line in found for period in line})
    rows = []
    before: Observation | None = None
    for period in periods:
        own = found[0].get(period)
        crossed = bool(before and own and broken(before, own, voice.measure))
        rows.append(_row(voice, period, [line.get(period) for line in found], after_break=crossed))
        before = own or before
    rows += [_aim_row(voice, aim) for aim in story.aims]
    values = [bar.value for row in rows for bar in row.bars if bar.value is not None]
    names = (voice.area, *(other.title for other in story.comparators)) if story.comparators else ()
    return BarPlot(
        rows=tuple(rows),
        scale=scale(values, bars=True),
        names=tuple(map(voice.language.plain, names)),
        break_label=voice.language.message("Break in series"),
        mirrored=voice.language.direction == "rtl",
    )


def _row(voice: Voice, period: Period, items: list[Observation | None], *, after_break: bool) -> BarRow:
    bars = tuple(
        Bar(
            None if item is None or item.value is None else float(item.value),
            voice.language.message("No figure") if item is None else voice.label(item),
            slot,
            open=item is not None and item.status in ("provisional", "year_to_date"),
        )
        for item, slot in zip(items, SLOTS, strict=False)
    )
    name = voice.period(period)
    return BarRow(name, escape(name), bars, after_break=after_break)


def _aim_row(voice: Voice, aim: Aim) -> BarRow:
    name = voice.language.message("Target") if aim.by is None else _aim_name(voice, aim.by)
    return BarRow(name, escape(name), (Bar(float(aim.value), voice.written(aim.value), 3),), goal=True)


def _aim_name(voice: Voice, by: Period) -> str:
    """What a row with a target is called."""
    return voice.language.message("Target by %(period)s", period=by)


def bar_key(chart: str, story: Story) -> tuple[KeyItem, ...]:
    """The key in the order of the data; empty where every bar is named beside it."""
    language = story.voice.language
    areas = (story.voice.area, *(other.title for other in story.comparators))
    items = [
        KeyItem(bar_swatch(chart, slot), language.text(area))
        for area, slot in zip(areas, SLOTS, strict=False)
        if story.comparators
    ]
    status = {item.status for found in story.lines for item in found}
    if "provisional" in status:
        items.append(KeyItem(bar_swatch(chart, 1, hollow=True), language.markup("Provisional (p)")))
    if "year_to_date" in status:
        items.append(KeyItem(bar_swatch(chart, 1, hollow=True), language.markup("So far")))
    if story.aims and items:
        items.append(KeyItem(goal_swatch(), language.markup("Target")))
    return tuple(items)
