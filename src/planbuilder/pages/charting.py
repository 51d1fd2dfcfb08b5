"""The charts of pages: which a measure or a consultation has, and where their data files lie.

A file belongs to the page that shows the thing itself (the measure's, the consultation's); other pages link to it.
"""

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
    """The charts of a measure: its series, and its areas or groups. `prefix` keeps ids apart on a page."""
    target = use.target if use and use.target else None
    made = (charts.series(measure, catalogue, language, target=target),)
    return [_placed(chart, path_of(measure), prefix) for chart in made if chart is not None]


@dataclass(frozen=True)
class ConsultationCharts:
    """A consultation's questions and breakdowns, each with its chart."""

    questions: tuple[tuple[Question, Chart], ...]
    breakdowns: tuple[tuple[Breakdown, Chart], ...]

    @property
    def all(self) -> tuple[Chart, ...]:
        """Every chart, in the order of the page."""
        return tuple(chart for _, chart in (*self.questions, *self.breakdowns))


def charts_of_consultation(language: Language, consultation: Consultation) -> ConsultationCharts:
    """The charts of a consultation."""
    path = path_of(consultation)
    return ConsultationCharts(
        tuple(
            (item, _placed(charts.question(item, consultation, language), path))
            for item in consultation.questions
            if item.answers
        ),
        tuple(
            (item, _placed(charts.breakdown(item, consultation, language), path)) for item in consultation.breakdowns
        ),
    )


def _placed(chart: Chart, path: str, prefix: str = "") -> Chart:
    return replace(chart, id=f"{prefix}{chart.id}", csv_name=f"{path}{chart.csv_name}")


def files_of(made: list[Chart] | tuple[Chart, ...]) -> dict[str, bytes]:
    """The data files of charts, by path below the language folder."""
    return {chart.csv_name: chart.csv for chart in made}


def charts_of_money(language: Language, tables: tuple[FinanceTable, ...]) -> list[tuple[FinanceTable, Chart | None]]:
    """Finance tables, each with its chart where the lines have amounts."""
    return [(table, None) for table in tables]
