"""Drawing 100 % bars: one row for each whole, its parts beside each other with their shares inside."""

from itertools import accumulate

from markupsafe import Markup

from planbuilder.charts.measuring import width
from planbuilder.charts.plot import Part, StackPlot, StackRow
from planbuilder.charts.svg import em, pct, picture, text

NARROW, WIDE = 19.0, 31.0
"""The least width of a bar in em of its text, on a phone and from the container query on."""
_HEIGHT = 2.2


def draw_stacks(chart: str, plot: StackPlot) -> Markup:
    """Rows of stacked bars as HTML with one SVG a row."""
    rows = "".join(_row(plot, row) for row in plot.rows)
    return picture(chart, f'<div class="pb-chart__rows pb-chart__whole">{rows}</div>')


def _row(plot: StackPlot, row: StackRow) -> str:
    starts = [0.0, *accumulate(part.share for part in row.parts)]
    parts = "".join(_part(plot, part, start) for part, start in zip(row.parts, starts, strict=False))
    name = f'<span class="pb-chart__name">{row.html}</span>' if row.name else ""
    return (
        f'<div class="pb-chart__row">{name}<svg class="pb-chart__bars" width="100%" height="{em(_HEIGHT)}" '
        f'focusable="false">{parts}</svg></div>'
    )


def _part(plot: StackPlot, part: Part, start: float) -> str:
    left = 1 - (start + part.share) / 100 if plot.mirrored else start / 100
    share = part.share / 100
    kind = f"pb-chart__c{part.slot}" if part.slot else "pb-chart__rest"
    shape = (
        f'<rect class="pb-chart__part" x="{pct(left)}" y="0" width="{pct(share)}" height="{em(_HEIGHT)}"/>'
        if share > 0
        else ""
    )
    return f'<g class="{kind}">{shape}</g>{_label(part, left + share / 2, share)}'


def _label(part: Part, middle: float, share: float) -> str:
    """The share inside its part, only where it fits: the key and the table have it in any case."""
    needed = width(part.label) + 0.5
    if share * WIDE < needed:
        return ""
    shown = "" if share * NARROW >= needed else " pb-chart__wide"
    return text(
        pct(middle), _HEIGHT / 2 + 0.36, part.label, f"pb-chart__on pb-chart__on-{part.slot}{shown}", anchor="middle"
    )
