"""The data for others to take away: JSON, CSV with its description, calendars, and a ZIP of all for each partnership.

It holds no words of the interface and is the same for readers of every language, so it is made and written once.
"""

from planbuilder.exports.calendars import calendar_path
from planbuilder.exports.documents import json_files, path_of
from planbuilder.exports.files import csv_path, description_path, files_of, open_data, zip_path
from planbuilder.exports.observations import COLUMNS
from planbuilder.exports.reader import SCHEMA, read

__all__ = [
    "COLUMNS",
    "SCHEMA",
    "calendar_path",
    "csv_path",
    "description_path",
    "files_of",
    "json_files",
    "open_data",
    "path_of",
    "read",
    "zip_path",
]
