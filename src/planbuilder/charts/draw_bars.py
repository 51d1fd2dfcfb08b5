"""Drawing bars, and dots with intervals: one row for each category, its name in HTML so that it wraps."""

import math

from markupsafe import Markup, escape

from planbuilder.charts.labels import thinned
from planbuilder.charts.measuring import width
from planbuilder.charts.plot import Bar, BarPlot, BarRow
from planbuilder.charts.space import Gutters
from planbuilder.charts.svg import HATCHED, MARKER_SHAPES, em, hatching, line, marker, pct, picture, text
from planbuilder.charts.svg import bar as draw_bar

_BAR, _GAP = 1.4, 0.2
_LABEL_GAP = 0.5
_NARROW = 18.0
"""The least width of a row in em of its text."""


def draw_bars(chart: str, plot: BarPlot) -> Markup:
    """Rows of bars (or dots) as HTML with one small SVG a row."""
    names = min(16, max(3, math.ceil(_names_width(plot) * 1.05)))
    labels = [bar.label for row in plot.rows for bar in row.bars]
    reach = 0.0 if plot.dots else max(map(width, labels), default=0.0) + _LABEL_GAP + 0.3
    # What stands in the gutters does not take from the bars: values after them, and before negative ones.
    gutters = Gutters.of(reach if plot.scale.low < 0 else 0.0, reach)
    room = f"pb-chart__bars {gutters.kind}"
    slots = {bar.slot for row in plot.rows for bar in row.bars if bar.slot in HATCHED and not plot.dots}
    rows = "".join(_row(chart, plot, row, room) for row in plot.rows)
    axis = _axis(plot, room) if plot.dots else ""
    kind = f"pb-chart__rows pb-chart__rows--names-{names}"
    return picture(chart, f'{hatching(chart, tuple(sorted(slots)))}<div class="{kind}">{rows}{axis}</div>')


def _names_width(plot: BarPlot) -> float:
    """The width of the widest name; beside dots the value stands below it."""
    names = [width(row.name) for row in plot.rows]
    values = [width(bar.label) for row in plot.rows for bar in row.bars if plot.dots]
    return max([*names, *values], default=3.0)


def _row(chart: str, plot: BarPlot, row: BarRow, room: str) -> str:
    divider = f'<div class="pb-chart__divider">{plot.break_label}</div>' if row.after_break else ""
    height = len(row.bars) * (_BAR + _GAP) + _GAP
    pieces = _grid(plot)
    for index, bar in enumerate(row.bars):
        top = _GAP + index * (_BAR + _GAP)
        if row.goal:
            pieces += _diamond(plot, bar, top)
        elif plot.dots:
            pieces += _dot(plot, bar, top)
        else:
            pieces += _bar(chart, plot, bar, top)
    values = "".join(f' <span class="pb-chart__beside">{escape(bar.label)}</span>' for bar in row.bars if plot.dots)
    return (
        f'{divider}<div class="pb-chart__row"><span class="pb-chart__name">{row.html}{values}</span>'
        f'<svg class="{room}" width="100%" height="{em(height)}" focusable="false">{"".join(pieces)}</svg></div>'
    )


def _x(plot: BarPlot, share: float) -> str:
    return pct(1 - share if plot.mirrored else share)


def _grid(plot: BarPlot) -> list[str]:
    if not plot.dots:
        zero = _x(plot, plot.scale.share(0.0))
        return [f'<line class="pb-chart__base" x1="{zero}" y1="0" x2="{zero}" y2="100%"/>']
    places = (_x(plot, plot.scale.share(float(tick))) for tick in plot.scale.ticks)
    return [f'<line class="pb-chart__grid" x1="{x}" y1="0" x2="{x}" y2="100%"/>' for x in places]


def _axis(plot: BarPlot, room: str) -> str:
    places = [
        (plot.scale.share(float(tick)), label) for tick, label in zip(plot.scale.ticks, plot.value_labels, strict=True)
    ]
    kept = thinned(places, _NARROW)
    labels = "".join(
        text(_x(plot, places[index][0]), 1.0, places[index][1], "pb-chart__tick", anchor=_edge(places[index][0]))
        for index in sorted(kept)
    )
    return (
        '<div class="pb-chart__row"><span class="pb-chart__name"></span>'
        f'<svg class="{room}" width="100%" height="1.4em" focusable="false">{labels}</svg></div>'
    )


def _edge(share: float) -> str:
    """The first and last labels of an axis keep inside of it."""
    if share < 0.01:
        return ""
    return "end" if share > 0.99 else "middle"


def _value(plot: BarPlot, bar: Bar, share: float, top: float) -> str:
    """The value beside the end of its bar: outside of it, in the direction in which the bar grows."""
    backwards = bar.value is not None and bar.value < 0
    shift = -_LABEL_GAP if backwards != plot.mirrored else _LABEL_GAP
    anchor = "end" if backwards else ""
    kind = "pb-chart__value" if bar.value is not None else "pb-chart__missing"
    return text(_x(plot, share), top + _BAR - 0.37, bar.label, kind, anchor=anchor, dx=shift)


def _bar(chart: str, plot: BarPlot, bar: Bar, top: float) -> list[str]:
    zero = plot.scale.share(0.0)
    if bar.value is None:
        return [_value(plot, bar, zero, top)]
    end = plot.scale.share(bar.value)
    left, right = min(zero, end), max(zero, end)
    x = pct(1 - right if plot.mirrored else left)
    place = f'x="{x}" y="{em(top)}" width="{pct(right - left)}" height="{em(_BAR)}"'
    return [draw_bar(chart, bar.slot, place, hollow=bar.open), _value(plot, bar, end, top)]


def _diamond(plot: BarPlot, bar: Bar, top: float) -> list[str]:
    if bar.value is None:
        return []
    share = plot.scale.share(bar.value)
    return [
        f'<g class="pb-chart__c3">{marker(_x(plot, share), top + _BAR / 2, "diamond")}</g>',
        _value(plot, bar, share, top),
    ]


def _dot(plot: BarPlot, bar: Bar, top: float) -> list[str]:
    if bar.value is None:
        return []
    share, middle = plot.scale.share(bar.value), top + _BAR / 2
    whiskers = ""
    if bar.lower is not None and bar.upper is not None:
        low, high = plot.scale.share(bar.lower), plot.scale.share(bar.upper)
        whiskers = line(_x(plot, low), middle, _x(plot, high), middle, "pb-chart__interval")
    dot = marker(_x(plot, share), middle, MARKER_SHAPES[bar.slot - 1], hollow=bar.open)
    return [f'<g class="pb-chart__c{bar.slot}">{whiskers}{dot}</g>']
