"""The same drawings for a PDF: colours as attributes, and words as HTML laid over the shapes.

The renderer of PDF files reads no style sheet inside a drawing, and sets the letters of a drawing one by one, which
breaks scripts whose letters join. So each drawing of a document is taken apart here and put together again.
"""

import html as escaping
import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from planbuilder.charts.svg import HATCHED

EM = 12
"""One em of a drawing in px: documents set their pictures in text of this size."""
ALT = "\ue001"
"""Stands before the description of a whole picture, in a drawing of no size: see `planbuilder.pdf.tagging`."""
COLOURS = ("#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1")
"""The palette of chart.css in light."""
_PAPER, _GRID, _BASE, _MUTED = "#ffffff", "#d7dbe7", "#646a7c", "#4a4f5e"

_NOW = "currentColor"
_SHAPES: Mapping[str, Mapping[str, str]] = {
    "pb-chart__dotted": {"stroke-dasharray": "0.5 5", "stroke-linecap": "round"},
    "pb-chart__interval": {"stroke": _NOW, "stroke-width": "2", "stroke-dasharray": "none"},
    "pb-chart__marker": {"fill": _NOW, "stroke": _PAPER, "stroke-width": "1"},
    "pb-chart__marker--open": {"fill": _PAPER, "stroke": _NOW, "stroke-width": "2"},
    "pb-chart__grid": {"stroke": _GRID, "stroke-width": "1"},
    "pb-chart__base": {"stroke": _BASE, "stroke-width": "1"},
    "pb-chart__notch": {"stroke": _BASE, "stroke-width": "1"},
    "pb-chart__break": {"stroke": _MUTED, "stroke-width": "1.5", "stroke-dasharray": "5 4"},
    "pb-chart__goal": {"stroke": _NOW, "stroke-width": "2", "stroke-dasharray": "2 4"},
    "pb-chart__bar": {"fill": _NOW},
    "pb-chart__hatched": {"stroke": _NOW, "stroke-width": "1.5"},
    "pb-chart__open": {"fill": _PAPER, "stroke": _NOW, "stroke-width": "2", "stroke-dasharray": "5 3"},
    "pb-chart__part": {"fill": _NOW, "stroke": _PAPER, "stroke-width": "2"},
    "pb-chart__paper": {"fill": _PAPER},
}
"""What chart.css says of each class of shapes, as attributes."""
_LINE = {"stroke": _NOW, "stroke-width": "2.2", "stroke-linecap": "round"}
_DASHES = {
    "pb-chart__dash-2": {"stroke-dasharray": "10 5 1 5"},
    "pb-chart__dash-4": {"stroke-dasharray": "8 6", "stroke-linecap": "butt"},
    "pb-chart__dash-5": {"stroke-dasharray": "16 6", "stroke-linecap": "butt"},
}
_REST = {"fill": _PAPER, "stroke": _BASE, "stroke-width": "1", "stroke-dasharray": "4 3"}
_PICTURE = re.compile(
    r'<div class="pb-chart__picture" role="img" aria-labelledby="[^"]*" aria-describedby="(?P<alt>[^"]+)">'
)
_EDGE = re.compile(r"<svg\b[^>]*>|</svg>")
_LABEL = 20
"""The width of a label's box in em: wide enough for the longest; the words stand at one of its edges, or between."""


def on_paper(html: str, direction: str) -> str:
    """The HTML of a document with all its drawings made for paper. `direction` is ltr or rtl."""
    described = _PICTURE.sub(lambda match: match[0] + _description(html, match["alt"]), html)
    return "".join(_parts(described, direction))


def _description(html: str, alt: str) -> str:
    """The description of a picture, which stands hidden after it, as a drawing of no size that it begins with."""
    _, _, rest = html.partition(f'<p id="{alt}" hidden>')
    return f'<svg class="pb-paper__alt" width="1" height="1"><title>{ALT}{rest.partition("</p>")[0]}</title></svg>'


def _parts(html: str, direction: str) -> Iterator[str]:
    """The HTML in pieces, each outermost drawing replaced."""
    done, start, depth = 0, 0, 0
    for edge in _EDGE.finditer(html):
        if edge[0] != "</svg>":
            start = start if depth else edge.start()
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            yield html[done:start]
            yield _drawing(html[start : edge.end()], direction)
            done = edge.end()
    yield html[done:]


def _drawing(svg: str, direction: str) -> str:
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    kind = root.get("class", "")
    if "pb-paper__alt" in kind:
        return svg
    if "pb-chart__defs" in kind:
        return ""  # each drawing brings its own
    labels = [_label(text, direction) for text in root.iter("text") if "pb-chart__narrow" not in text.get("class", "")]
    if "pb-chart" not in kind and "pb-spark" not in kind:
        return svg.replace(_NOW, COLOURS[0])  # a picture that only adorns
    _dress(root, "#1c1f2a", {})
    root.set("font-size", str(EM))
    height = root.get("height", "1em")
    drawn = ElementTree.tostring(root, encoding="unicode")
    if "pb-chart__plot" not in kind and "pb-chart__bars" not in kind:
        return drawn
    return (
        f'<div class="pb-paper {kind}"><div class="pb-paper__plate" style="height:{height}">{drawn}'
        f"{''.join(labels)}</div></div>"
    )


def _dress(element: ElementTree.Element, colour: str, line: Mapping[str, str]) -> None:
    """Give the shapes in an element their colours; what depends on the current one gets it. Texts are taken out."""
    kinds = element.get("class", "").split()
    for kind in kinds:
        if kind.startswith("pb-chart__c") and kind[-1:].isdigit():
            colour = COLOURS[int(kind[-1]) - 1]
        line = _LINE if kind == "pb-chart__line" else {**line, **_DASHES.get(kind, {})}
    _paint(element, kinds, colour, line)
    for child in [*element]:
        if child.tag == "text":
            element.remove(child)
            continue
        _dress(child, colour, line)
        if "pb-chart__rest" in kinds:
            _set(child, _REST, colour)
    if element.tag == "svg" and any("hatched" in shape.get("class", "") for shape in element.iter("rect")):
        element.extend(_hatching(COLOURS[slot - 1]) for slot in HATCHED)


def _paint(element: ElementTree.Element, kinds: Sequence[str], colour: str, line: Mapping[str, str]) -> None:
    """Give one shape what its classes say, in a colour; `line` is what lines look like here."""
    if element.tag == "line":
        _set(element, line, colour)
    for kind in kinds:
        _set(element, _SHAPES.get(kind, {}), colour)
    if "pb-chart__hatched" in kinds:
        element.set("fill", f"url(#hatch-{colour[1:]})")
    if element.tag in ("path", "circle", "rect") and not element.get("fill"):
        element.set("fill", colour)


def _set(element: ElementTree.Element, attributes: Mapping[str, str], colour: str) -> None:
    for name, value in attributes.items():
        element.set(name, colour if value == _NOW else value)


def _hatching(colour: str) -> ElementTree.Element:
    return ElementTree.fromstring(  # noqa: S314 - our own
        f'<pattern id="hatch-{colour[1:]}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{_PAPER}"/>'
        f'<rect width="3" height="6" fill="{colour}"/></pattern>'
    )


def _label(text: ElementTree.Element, direction: str) -> str:
    """A text of a drawing as a box over it, at the same place; SVG's start and end are those of the direction."""
    anchor = text.get("text-anchor") or "start"
    side = "center" if anchor == "middle" else "left" if (anchor == "start") == (direction == "ltr") else "right"
    shift = float(text.get("dx", "0em").removesuffix("em"))
    before = {"left": 0.0, "center": _LABEL / 2, "right": float(_LABEL)}[side]
    place = f"left:{text.get('x')};top:{text.get('y')};margin-left:{shift - before:.2f}em;text-align:{side}"
    words = escaping.escape(text.text or "", quote=False)
    return f'<div class="pb-paper__label {text.get("class", "")}" style="{place}" dir="{direction}">{words}</div>'
