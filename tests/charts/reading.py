"""What a reader, a browser or a screen reader would find in a chart."""

import csv
import io
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from planbuilder.charts import Chart
from tests.charts.demo import environment
from tests.charts.examples import language as language_of

_NUMERIC = re.compile(r"-?[\d.]+")


def html(chart: Chart, code: str = "en", level: int = 3) -> str:
    """The chart as a page prints it."""
    template = environment(language_of(code)).from_string(
        '{% from "components/chart.html" import chart %}{{ chart(item, level) }}'
    )
    return template.render(item=chart, level=level)


def picture(chart: Chart) -> ElementTree.Element:
    """The picture as a tree; it has to be well-formed."""
    return ElementTree.fromstring(chart.svg)


def texts(chart: Chart, kind: str = "") -> list[str]:
    """The words in the picture, of one class if one is given; hidden ones of other widths included."""
    return [
        element.text or ""
        for element in picture(chart).iter("text")
        if kind in element.get("class", "").split() or not kind
    ]


def of_class(chart: Chart, kind: str) -> list[ElementTree.Element]:
    """The elements of a class."""
    return [element for element in picture(chart).iter() if kind in element.get("class", "").split()]


def number(length: str) -> float:
    """A length without its unit."""
    found = _NUMERIC.match(length)
    assert found, length
    return float(found[0])


def x_of(element: ElementTree.Element) -> float:
    """Where a circle, rectangle or text stands, in per cent."""
    return number(element.get("cx") or element.get("x") or "")


def records(chart: Chart) -> list[dict[str, str]]:
    """The lines of the file."""
    return list(csv.DictReader(io.StringIO(chart.csv.decode("utf-8-sig"))))


def everything(chart: Chart, code: str = "en") -> str:
    """All that leaves the building: page, file, interactive figure."""
    return "\n".join([html(chart, code), chart.alt, chart.csv.decode(), chart.figure_json().decode()])


def words(chart: Chart) -> str:
    """The summary as plain text."""
    return " ".join(sentence.striptags() for sentence in chart.summary)


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.classes: set[str] = set()
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.attributes.append(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "class":
                self.classes |= set((value or "").split())


def parsed(markup: str) -> _Ids:
    """Ids, classes and attribute names of a piece of HTML."""
    parser = _Ids()
    parser.feed(markup)
    return parser
