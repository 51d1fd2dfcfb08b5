"""The charts of pages: which a measure or a consultation has, and where their data files lie.

A file belongs to the page that shows the thing itself (the measure's, the consultation's); other pages link to it.
What describes all CSV files of a page, with whom to credit for each, lies beside them.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from planbuilder import charts
from planbuilder.charts import Chart
from planbuilder.exports import GROUP, ChartTable, documents_in, documents_of, of_charts
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Breakdown, Consultation, Question
from planbuilder.model.measure import Measure, Target
from planbuilder.model.priority import MeasureUse
from planbuilder.model.reference import DocumentRef
from planbuilder.model.table import FinanceTable
from planbuilder.pages.links import path_of
from planbuilder.verdict import plain

Shown = Measure | Consultation | FinanceTable
"""What has charts."""


def charts_of(
    catalogue: Catalogue, language: Language, measure: Measure, use: MeasureUse | None = None, prefix: str = ""
) -> tuple[Chart, ...]:
    """The charts of a measure: its series, its areas or groups, and those over time. `prefix` keeps ids apart."""
    target = use.target if use else None
    name = ("charts", _variant(target) if target else "", prefix)

    def made() -> tuple[Chart, ...]:
        found = (
            _series(catalogue, language, measure, target, prefix),
            charts.groups(measure, catalogue, language, prefix=prefix),
            charts.small_multiples(measure, catalogue, language, prefix=prefix),
        )
        return tuple(_placed(chart, path_of(measure)) for chart in found if chart is not None)

    return catalogue.answers.piece(name, language.code, measure.key, made)


def charts_of_all_uses(catalogue: Catalogue, language: Language, measure: Measure) -> list[Chart]:
    """The charts of a measure, and its series once more for each plan that judges it by a target of its own."""
    targets = [use.target for _, use in catalogue.uses(measure) if use.target]
    made = (_series(catalogue, language, measure, target, "") for target in targets)
    own = charts_of(catalogue, language, measure)
    return [*own, *(_placed(chart, path_of(measure)) for chart in made if chart is not None)]


def _series(
    catalogue: Catalogue, language: Language, measure: Measure, target: Target | None, prefix: str
) -> Chart | None:
    """The series, in a figure of its own where it is drawn with a plan's target."""
    chart = charts.series(measure, catalogue, language, target=target, prefix=prefix)
    return replace(chart, variant=_variant(target)) if chart and target else chart


def _variant(target: Target) -> str:
    """A short name for a target, the same for the same target."""
    return hashlib.sha256(target.model_dump_json(exclude={"source"}).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class ConsultationCharts:
    """A consultation's questions and breakdowns, each with its chart."""

    questions: tuple[tuple[Question, Chart], ...]
    breakdowns: tuple[tuple[Breakdown, Chart], ...]

    @property
    def all(self) -> tuple[Chart, ...]:
        """Every chart, in the order of the page."""
        return tuple(chart for _, chart in (*self.questions, *self.breakdowns))


def charts_of_consultation(
    catalogue: Catalogue, language: Language, consultation: Consultation, prefix: str = ""
) -> ConsultationCharts:
    """The charts of a consultation."""
    path = path_of(consultation)
    return ConsultationCharts(
        tuple(
            (item, _placed(charts.question(item, consultation, language, catalogue=catalogue, prefix=prefix), path))
            for item in consultation.questions
            if item.answers
        ),
        tuple(
            (item, _placed(charts.breakdown(item, consultation, language, catalogue=catalogue, prefix=prefix), path))
            for item in consultation.breakdowns
        ),
    )


def _placed(chart: Chart, path: str) -> Chart:
    return replace(chart, csv_name=f"{path}{chart.csv_name}")


def files_of(catalogue: Catalogue, language: Language, made: Iterable[tuple[Shown, Chart]]) -> dict[str, bytes]:
    """The data files of the charts of a page, what describes them, and the figures of those that can be explored.

    By path below the language folder. Each chart comes with the thing that it shows.
    """
    found: dict[str, bytes] = {}
    tables: dict[str, list[ChartTable]] = {}
    for about, chart in made:
        folder, _, name = chart.csv_name.rpartition("/")
        if chart.csv_name not in found:
            told = ChartTable(name, plain(chart.title), _documents(about))
            tables.setdefault(f"{folder}/{GROUP}", []).append(told)
        found[chart.csv_name] = chart.csv
        if chart.explore:
            found[chart.figure_name] = chart.figure_json()
    return found | {path: of_charts(catalogue, language, some) for path, some in tables.items()}


def _documents(about: Shown) -> set[DocumentRef]:
    """The documents that the figures of a chart are from."""
    if isinstance(about, Measure):
        return documents_of(about)
    return documents_in(about)


def charts_of_money(
    catalogue: Catalogue, language: Language, tables: Iterable[FinanceTable]
) -> list[tuple[FinanceTable, Chart | None]]:
    """Finance tables, each with its chart where enough of the lines have amounts."""
    made = ((table, charts.amounts(table, language, catalogue=catalogue)) for table in tables)
    return [(table, _placed(chart, path_of(table)) if chart else None) for table, chart in made]


def files_of_money(
    catalogue: Catalogue, language: Language, money: Iterable[tuple[FinanceTable, Chart | None]]
) -> dict[str, bytes]:
    """The files of the charts of finance tables."""
    return files_of(catalogue, language, ((table, chart) for table, chart in money if chart))
