"""The observations of measures as a CSV file, and the description of its columns (CSV on the Web).

UTF-8 with a mark at its start, which Excel needs; one observation a row; a full stop before decimals; no words of
the interface, so that the file is the same for readers of every language. A withheld observation has the sign [c]
and no numbers.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from planbuilder.charts.datafile import (
    AREA,
    DENOMINATOR,
    LOWER,
    NOTE,
    PERIOD,
    SYMBOL,
    UNIT,
    UPPER,
    VALUE,
    Column,
    lines_of,
    to_csv,
)
from planbuilder.charts.symbols import symbol_of
from planbuilder.exports import csvw
from planbuilder.exports.credits import credited
from planbuilder.i18n import N_
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Source
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.reference import DocumentRef
from planbuilder.model.text import Text

WITHHELD = "[c]"
COLUMNS = (
    Column("measure", "string", N_("The key of the measure: the same in all files, and from year to year."), True),
    Column("title", "string", N_("The name of the measure."), True),
    PERIOD._replace(required=True),
    Column("start", "date", N_("The first day of the period."), True),
    Column("end", "date", N_("The last day of the period."), True),
    AREA,
    Column("group", "string", N_("The group that the figure is for. Empty: everybody.")),
    VALUE,
    UNIT,
    Column("kind", "string", N_("count, percentage, rate, currency, duration or score."), True),
    LOWER,
    UPPER,
    DENOMINATOR,
    Column("qualifier", "string", N_("about, over, under, at_least or at_most, where the source says so.")),
    Column("status", "string", N_("final, provisional, revised or year_to_date. Empty where the figure is withheld.")),
    SYMBOL,
    Column(
        "as_published", "decimal", N_("What the source prints, where that is a mistake: value is then the right one.")
    ),
    NOTE,
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
            self[measure.key] = lines_of(COLUMNS, self._cells(measure))
        return self[measure.key]

    def _cells(self, measure: Measure) -> Iterator[tuple[str, ...]]:
        for area, source, item in _observations(measure):
            yield _row(self._catalogue, measure, item, area, item.source or source or measure.source)


def observations_csv(measures: Iterable[Measure], rows: Rows) -> bytes:
    """Every observation of some measures."""
    return to_csv(COLUMNS, map(rows.of, measures))


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
    (credit,) = credited(catalogue, [source.document])
    return credit.attribution, credit.licence or ""


def _unit(catalogue: Catalogue, measure: Measure) -> str:
    names = {"percentage": "%", "currency": "GBP"}
    return names.get(measure.kind) or catalogue.get(measure.unit).other.source


def description(catalogue: Catalogue, about: Text, measures: Iterable[Measure], url: str) -> bytes:
    """The description of the file. `url` is the CSV's, as seen from it."""
    documents = {document for measure in measures for document in documents_of(measure)}
    return csvw.table(catalogue, url, f"{about.source}: every observation", documents, COLUMNS)


def documents_of(measure: Measure) -> set[DocumentRef]:
    """The documents that a measure's observations are from, those of its comparators included."""
    found = (item.source or source or measure.source for _, source, item in _observations(measure))
    return {source.document for source in found if source}
