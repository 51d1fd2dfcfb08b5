"""The small pictures in the key: each mark as it looks in the chart, so that nothing is told by colour alone."""

from markupsafe import Markup

from planbuilder.charts.draw_bars import HATCHED
from planbuilder.charts.svg import MARKER_SHAPES, hatch_id, hidden_svg, line, marker

_MIDDLE = 0.6


def _swatch(slot: int, content: str, width: str = "2.4em", kind: str = "") -> Markup:
    return hidden_svg("chart__swatch", width, 1.2, f'<g class="{kind}chart__c{slot}">{content}</g>')


def line_swatch(slot: int) -> Markup:
    """A line with its dash; the main one with its marker."""
    content = line("0", _MIDDLE, "2.4em", _MIDDLE)
    if slot == 1:
        content += marker("1.2em", _MIDDLE, MARKER_SHAPES[0])
    return _swatch(slot, content, kind=f"chart__line chart__dash-{slot} ")


def provisional_swatch(slot: int = 1) -> Markup:
    """A dotted line and an open marker."""
    content = line("0", _MIDDLE, "2.4em", _MIDDLE, "chart__dotted") + marker(
        "1.2em", _MIDDLE, MARKER_SHAPES[slot - 1], hollow=True
    )
    return _swatch(slot, content, kind="chart__line ")


def goal_swatch(*, level: bool = False) -> Markup:
    """A diamond, or the dotted line of a level."""
    if level:
        return _swatch(3, line("0", _MIDDLE, "2.4em", _MIDDLE, "chart__goal"))
    return _swatch(3, marker(".6em", _MIDDLE, "diamond"), "1.2em")


def break_swatch() -> Markup:
    """The dashed upright line of a break in the series."""
    return _swatch(1, line(".6em", 0, ".6em", 1.2, "chart__break"), "1.2em")


def interval_swatch() -> Markup:
    """An interval and its dot."""
    content = line(".1em", _MIDDLE, "2.3em", _MIDDLE, "chart__interval") + marker("1.2em", _MIDDLE, "circle")
    return _swatch(1, content)


def bar_swatch(chart: str, slot: int, *, hollow: bool = False) -> Markup:
    """A piece of a bar."""
    place = 'x=".1em" y=".1em" width="1.4em" height="1em"'
    if hollow:
        shape = f'<rect class="chart__bar chart__bar--open" {place}/>'
    elif slot in HATCHED:
        shape = f'<rect class="chart__bar chart__bar--hatched" fill="url(#{hatch_id(chart, slot)})" {place}/>'
    else:
        shape = f'<rect class="chart__bar" {place}/>'
    return _swatch(slot, shape, "1.6em")


def part_swatch(slot: int) -> Markup:
    """A piece of a stacked bar."""
    return _swatch(slot, '<rect class="chart__bar" x=".1em" y=".1em" width="1.4em" height="1em"/>', "1.6em")
