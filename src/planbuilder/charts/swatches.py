"""The small pictures in the key: each mark as it looks in the chart, so that nothing is told by colour alone."""

from markupsafe import Markup

from planbuilder.charts.svg import MARKER_SHAPES, bar, hidden_svg, line, marker

_MIDDLE = 0.6
_PIECE = 'x=".1em" y=".1em" width="1.4em" height="1em"'


def _swatch(slot: int, content: str, width: str = "2.4em", kind: str = "") -> Markup:
    return hidden_svg("pb-chart__swatch", width, 1.2, f'<g class="{kind}pb-chart__c{slot}">{content}</g>')


def line_swatch(slot: int) -> Markup:
    """A line with its dash; the main one with its marker."""
    content = line("0", _MIDDLE, "2.4em", _MIDDLE)
    if slot == 1:
        content += marker("1.2em", _MIDDLE, MARKER_SHAPES[0])
    return _swatch(slot, content, kind=f"pb-chart__line pb-chart__dash-{slot} ")


def provisional_swatch(slot: int = 1) -> Markup:
    """A dotted line and an open marker."""
    content = line("0", _MIDDLE, "2.4em", _MIDDLE, "pb-chart__dotted") + marker(
        "1.2em", _MIDDLE, MARKER_SHAPES[slot - 1], hollow=True
    )
    return _swatch(slot, content, kind="pb-chart__line ")


def goal_swatch(*, level: bool = False) -> Markup:
    """A diamond, or the dotted line of a level."""
    if level:
        return _swatch(3, line("0", _MIDDLE, "2.4em", _MIDDLE, "pb-chart__goal"))
    return _swatch(3, marker(".6em", _MIDDLE, "diamond"), "1.2em")


def interval_swatch() -> Markup:
    """An interval and its dot."""
    content = line(".1em", _MIDDLE, "2.3em", _MIDDLE, "pb-chart__interval") + marker("1.2em", _MIDDLE, "circle")
    return _swatch(1, content)


def bar_swatch(chart: str, slot: int, *, hollow: bool = False) -> Markup:
    """A piece of a bar."""
    return hidden_svg("pb-chart__swatch", "1.6em", 1.2, bar(chart, slot, _PIECE, hollow=hollow))


def part_swatch(slot: int) -> Markup:
    """A piece of a stacked bar; 0 is what is missing to the whole."""
    kind = f"pb-chart__c{slot}" if slot else "pb-chart__rest"
    shape = f'<g class="{kind}"><rect class="pb-chart__part" {_PIECE}/></g>'
    return hidden_svg("pb-chart__swatch pb-chart__whole", "1.6em", 1.2, shape)
