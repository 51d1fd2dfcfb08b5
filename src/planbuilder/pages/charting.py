"""The charts of pages: which a measure or a consultation has, and where their data files lie.

A file belongs to the page that shows the thing itself (the measure's, the consultation's); other pages link to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planbuilder import charts
from planbuilder.charts import Chart
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Breakdown, Consultation, Question
from planbuilder.model.measure import Measure
from planbuilder.model.priority import MeasureUse
from planbuilder.model.table import FinanceTable
from planbuilder.pages.links import path_of


def charts_of(
    catalogue: Catalogue, language: Language, measure: Measure, use: MeasureUse | None = None, prefix: str = ""
) -> list[Chart]:
    """The charts of a measure: its series, its areas or groups, and those over time. `prefix` keeps ids apart."""
    target = use.target if use else None
    made = (
        charts.series(measure, catalogue, language, target=target, prefix=prefix),
        charts.groups(measure, catalogue, language, prefix=prefix),
        charts.small_multiples(measure, catalogue, language, prefix=prefix),
    )
    return [_placed(chart, path_of(measure)) for chart in made if chart is not None]


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


def files_of(made: Iterable[Chart]) -> dict[str, bytes]:
    """The data files of charts, by path below the language folder."""
    return {chart.csv_name: chart.csv for chart in made}


def charts_of_money(
    catalogue: Catalogue, language: Language, tables: Iterable[FinanceTable]
) -> list[tuple[FinanceTable, Chart | None]]:
    """Finance tables, each with its chart where enough of the lines have amounts."""
    made = ((table, charts.amounts(table, language, catalogue=catalogue)) for table in tables)
    return [(table, _placed(chart, path_of(table)) if chart else None) for table, chart in made]
