"""A measure or a survey as a picture, words, a table and a file. The only package that knows Plotly."""

from planbuilder.charts.chart import Cell, Chart, KeyItem, Row, Table
from planbuilder.charts.series import series
from planbuilder.charts.sparkline import sparkline
from planbuilder.charts.stacks import stacked
from planbuilder.charts.survey import breakdown, question

__all__ = ["Cell", "Chart", "KeyItem", "Row", "Table", "breakdown", "question", "series", "sparkline", "stacked"]
