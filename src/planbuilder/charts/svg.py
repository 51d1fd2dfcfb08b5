"""Pieces of SVG. Across in per cent of the picture's width, down in em of its text, so that nothing is ever scaled:
a phone gets a narrower picture with text of the same size, and larger text gets a taller one.

Colours come from classes: `pb-chart__c1` to `pb-chart__c6` set `color`, shapes take `currentColor` in the style sheet.
"""

from markupsafe import Markup, escape

LINE = 1.5
"""The distance of two lines of text, in em."""
MARKER_SHAPES = ("circle", "square", "diamond", "triangle", "circle", "square")


def pct(share: float) -> str:
    """A share of the picture's width as an SVG length: 0.125 is 12.5%."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def em(length: float) -> str:
    """A length in em as an SVG length."""
    return f"{length:.2f}".rstrip("0").rstrip(".") + "em"


def text(x: str, y: float, content: str, kind: str, *, anchor: str = "", dx: float = 0.0) -> str:
    """A text with its baseline at `y`. `anchor` is start (when empty), middle or end, in the direction of reading."""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    shifted = f' dx="{em(dx)}"' if dx else ""
    return f'<text class="{kind}" x="{x}" y="{em(y)}"{shifted}{anchored}>{escape(content)}</text>'


def line(x1: str, y1: float, x2: str, y2: float, kind: str = "") -> str:
    """A straight line."""
    named = f' class="{kind}"' if kind else ""
    return f'<line{named} x1="{x1}" y1="{em(y1)}" x2="{x2}" y2="{em(y2)}"/>'


_SHAPES = {
    "square": "M-4-4H4V4H-4z",
    "diamond": "M0-6 6 0 0 6-6 0z",
    "triangle": "M0-5.5 5.5 4.5H-5.5z",
}


def marker(x: str, y: float, shape: str, *, hollow: bool = False) -> str:
    """A marker centred on a point; hollow for what is provisional."""
    kind = "pb-chart__marker pb-chart__marker--open" if hollow else "pb-chart__marker"
    if shape == "circle":
        return f'<circle class="{kind}" cx="{x}" cy="{em(y)}" r=".3em"/>'
    # A path knows no per cent and no em: it stands in a small picture of its own, 1 em being 14 units.
    return (
        f'<svg class="pb-chart__point" x="{x}" y="{em(y)}" width="1em" height="1em" viewBox="0 0 14 14">'
        f'<path class="{kind}" d="{_SHAPES[shape]}"/></svg>'
    )


def hatch_id(chart: str, slot: int) -> str:
    """The id of a chart's hatching in one colour."""
    return f"{chart}-hatch-{slot}"


HATCHED = (4,)
"""The colours that come hatched in bars: the second of two series."""


def bar(chart: str, slot: int, place: str, *, hollow: bool = False) -> str:
    """A bar in its colour, hatched where the colour asks for it, hollow for what is provisional."""
    if hollow:
        shape = f'<rect class="pb-chart__open" {place}/>'
    elif slot in HATCHED:
        shape = f'<rect class="pb-chart__hatched" fill="url(#{hatch_id(chart, slot)})" {place}/>'
    else:
        shape = f'<rect class="pb-chart__bar" {place}/>'
    return f'<g class="pb-chart__c{slot}">{shape}</g>'


def hatching(chart: str, slots: tuple[int, ...]) -> str:
    """Definitions of the hatched fills that a chart uses, in a picture of no size."""
    if not slots:
        return ""
    patterns = "".join(
        f'<pattern id="{hatch_id(chart, slot)}" class="pb-chart__c{slot}" width="6" height="6" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect class="pb-chart__paper" width="6" height="6"/>'
        '<rect class="pb-chart__bar" width="3" height="6"/></pattern>'
        for slot in slots
    )
    return f'<svg class="pb-chart__defs" width="0" height="0" aria-hidden="true" focusable="false">{patterns}</svg>'


def hidden_svg(kind: str, width: str, height: float, content: str) -> Markup:
    """A small picture that assistive technology does not see."""
    size = f'width="{width}" height="{em(height)}"'
    # Built from numbers and class names; texts were escaped by text().
    return Markup(f'<svg class="{kind}" {size} aria-hidden="true" focusable="false">{content}</svg>')  # noqa: S704


def picture(chart: str, content: str) -> Markup:
    """What a whole chart's picture stands in: an image with a name and a description, its insides hidden."""
    return Markup(  # noqa: S704 - as above, and labels are Markup
        f'<div class="pb-chart__picture" role="img" aria-labelledby="{chart}-title" aria-describedby="{chart}-alt">'
        f'<div class="pb-chart__canvas" aria-hidden="true">{content}</div></div>'
    )
