"""The data for others to take away: JSON and CSV with what describes them, calendars, a ZIP of all for a partnership.

It holds no words of the interface and is the same for readers of every language, so it is made and written once.
Feeds alone are in a language: their words are given to them.
"""

from planbuilder.charts.datafile import COLUMNS as CHART_COLUMNS
from planbuilder.exports.calendars import calendar_path
from planbuilder.exports.credits import credit_line, documents_in
from planbuilder.exports.csvw import GROUP, ChartTable, of_charts
from planbuilder.exports.documents import json_files, path_of
from planbuilder.exports.feed import Feed, FeedEntry, atom
from planbuilder.exports.files import csv_path, description_path, files_of, open_data, zip_path
from planbuilder.exports.observations import COLUMNS, documents_of
from planbuilder.exports.pictures import SITE_PICTURE, picture_path, pictures
from planbuilder.exports.pictures import SIZE as PICTURE_SIZE
from planbuilder.exports.reader import SCHEMA, read
from planbuilder.exports.schema import SCHEMA_PATH, schema_file

__all__ = [
    "CHART_COLUMNS",
    "COLUMNS",
    "GROUP",
    "PICTURE_SIZE",
    "SCHEMA",
    "SCHEMA_PATH",
    "SITE_PICTURE",
    "ChartTable",
    "Feed",
    "FeedEntry",
    "atom",
    "calendar_path",
    "credit_line",
    "csv_path",
    "description_path",
    "documents_in",
    "documents_of",
    "files_of",
    "json_files",
    "of_charts",
    "open_data",
    "path_of",
    "picture_path",
    "pictures",
    "read",
    "schema_file",
    "zip_path",
]
