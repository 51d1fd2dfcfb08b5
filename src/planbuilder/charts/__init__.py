"""A measure or a survey as a picture, words, a table and a file. The only package that knows Plotly.

Each function takes what the model holds and a `Language`, and gives a `Chart` in that language (None where there
is not enough to see). `prefix` keeps ids apart on a page that shows something twice.
"""

from planbuilder.charts.amounts import amounts
from planbuilder.charts.chart import Cell, Chart, KeyItem, Row, Table
from planbuilder.charts.groups import groups, intervals
from planbuilder.charts.multiples import small_multiples
from planbuilder.charts.paper import on_paper
from planbuilder.charts.series import series
from planbuilder.charts.sparkline import sparkline
from planbuilder.charts.stacks import stacked
from planbuilder.charts.survey import breakdown, question

__all__ = [
    "Cell",
    "Chart",
    "KeyItem",
    "Row",
    "Table",
    "amounts",
    "breakdown",
    "groups",
    "intervals",
    "on_paper",
    "question",
    "series",
    "small_multiples",
    "sparkline",
    "stacked",
]
