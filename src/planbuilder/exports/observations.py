"""The observations of measures as a CSV file, and the description of its columns (CSV on the Web).

UTF-8 with a mark at its start, which Excel needs; one observation a row; a full stop before decimals; no words of
the interface, so that the file is the same for readers of every language. A withheld observation has the sign [c]
and no numbers.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from planbuilder.charts.datafile import safe
from planbuilder.charts.symbols import symbol_of
from planbuilder.exports.written import to_json
from planbuilder.i18n import N_
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Source
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.reference import DocumentRef
from planbuilder.model.text import Text

WITHHELD = "[c]"


class Column(NamedTuple):
    """A column: its name in the file, what kind of values it has (CSVW's datatypes), and what it means."""

    name: str
    datatype: str
    means: str
    required: bool = False


COLUMNS = (
    Column("measure", "string", N_("The key of the measure: the same in all files, and from year to year."), True),
    Column("title", "string", N_("The name of the measure."), True),
    Column("period", "string", N_("The period, as the source gives it: 2016, 2016/17, 2016-04, 2016 Q4."), True),
    Column("start", "date", N_("The first day of the period."), True),
    Column("end", "date", N_("The last day of the period."), True),
    Column("area", "string", N_("The area that the figure is for. Empty: the whole area of the measure.")),
    Column("group", "string", N_("The group that the figure is for. Empty: everybody.")),
    Column("value", "decimal", N_("The figure: a percentage as 12.5, money in pounds. Empty where it is withheld.")),
    Column("unit", "string", N_("What is counted. % for percentages, GBP for money."), True),
    Column("kind", "string", N_("count, percentage, rate, currency, duration or score."), True),
    Column("lower", "decimal", N_("The lower 95% limit, where one is published.")),
    Column("upper", "decimal", N_("The upper 95% limit, where one is published.")),
    Column("denominator", "integer", N_("How many people, cases or answers a percentage is out of.")),
    Column("qualifier", "string", N_("about, over, under, at_least or at_most, where the source says so.")),
    Column("status", "string", N_("final, provisional, revised or year_to_date. Empty where the figure is withheld.")),
    Column("symbol", "string", N_("[p] provisional, [r] revised, [c] withheld because it could identify people.")),
    Column(
        "as_published", "decimal", N_("What the source prints, where that is a mistake: value is then the right one.")
    ),
    Column("note", "string", N_("What has to be known about this figure.")),
    Column("document", "string", N_("The key of the document that the figure is from.")),
    Column("section", "string", N_("Where in the document it stands.")),
    Column("credit", "string", N_("Whom to credit when you use the figure.")),
    Column("licence", "string", N_("The licence that the document states. Empty: it states none.")),
)
"""What the file holds, in order. Its description says it in English; the page about open data in each language."""


class Rows(dict[str, str]):
    """Measures as rows of CSV: each is written once, however many files hold it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, measure: Measure) -> str:
        """The rows of a measure's observations, those of comparators (as areas) included."""
        if measure.key not in self:
            self[measure.key] = _lines(
                [safe(cell) if column.datatype == "string" else cell for column, cell in zip(COLUMNS, row, strict=True)]
                for row in self._cells(measure)
            )
        return self[measure.key]

    def _cells(self, measure: Measure) -> Iterator[tuple[str, ...]]:
        for area, source, item in _observations(measure):
            yield _row(self._catalogue, measure, item, area, item.source or source or measure.source)


def observations_csv(measures: Iterable[Measure], rows: Rows) -> bytes:
    """Every observation of some measures."""
    head = _lines([[column.name for column in COLUMNS]])
    return b"\xef\xbb\xbf" + "".join([head, *map(rows.of, measures)]).encode()


def _lines(rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def _observations(measure: Measure) -> Iterator[tuple[Text | None, Source | None, Observation]]:
    """A measure's observations and those of its comparators: the area, the source of all of them, the observation."""
    for item in measure.observations:
        yield item.area, None, item
    for other in measure.comparators:
        for item in other.observations:
            yield item.area or other.title, other.source, item


def _row(
    catalogue: Catalogue, measure: Measure, item: Observation, area: Text | None, source: Source | None
) -> tuple[str, ...]:
    withheld = item.suppressed or item.value is None

    def number(value: Decimal | int | None) -> str:
        return "" if withheld or value is None else f"{Decimal(value):f}"

    return (
        measure.key,
        measure.title.source,
        item.period.text,
        item.period.start.isoformat(),
        item.period.end.isoformat(),
        area.source if area else "",
        item.group.source if item.group else "",
        number(item.value),
        _unit(catalogue, measure),
        measure.kind,
        number(item.lower),
        number(item.upper),
        number(item.denominator),
        "" if withheld else item.qualifier or "",
        "" if withheld else item.status,
        WITHHELD if withheld else symbol_of(item),
        number(item.as_published),
        item.note.source if item.note else "",
        source.document if source else "",
        source.section.source if source and source.section else "",
        *_credit(catalogue, source),
    )


def _credit(catalogue: Catalogue, source: Source | None) -> tuple[str, str]:
    """Whom to credit, and the licence that the document states."""
    if source is None:
        return "", ""
    document = catalogue.get(source.document)
    return document.attribution.source, document.licence.source if document.licence else ""


def _unit(catalogue: Catalogue, measure: Measure) -> str:
    names = {"percentage": "%", "currency": "GBP"}
    return names.get(measure.kind) or catalogue.get(measure.unit).other.source


def description(catalogue: Catalogue, about: Text, measures: Iterable[Measure], url: str) -> bytes:
    """The CSVW metadata of the file: https://www.w3.org/TR/tabular-metadata/. `url` is the CSV's, as seen from it."""
    site = catalogue.site
    credited = [catalogue.get(key) for key in sorted(_documents(measures))]
    table = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": site.languages[0]}],
        "url": url,
        "dc:title": f"{about.source}: every observation",
        "dc:publisher": site.publisher.name.source,
        "dc:modified": {"@value": catalogue.today.isoformat(), "@type": "xsd:date"},
        "dc:source": [document.attribution.source for document in credited],
        "dc:rights": [document.licence.source for document in credited if document.licence],
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [_described(column) for column in COLUMNS]},
    }
    return (to_json({name: value for name, value in table.items() if value}) + "\n").encode()


def _documents(measures: Iterable[Measure]) -> set[DocumentRef]:
    """The documents that the observations of some measures are from."""
    found = (
        item.source or source or measure.source for measure in measures for _, source, item in _observations(measure)
    )
    return {source.document for source in found if source}


def _described(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "datatype": column.datatype,
        "dc:description": column.means,
        "required": column.required,
    }
