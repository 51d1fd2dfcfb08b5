"""The data for others to take away: JSON, CSV with its description, calendars, and a ZIP of all for each partnership.

It holds no words of the interface and is the same for readers of every language, so it is made and written once.
Feeds alone are in a language: their words are given to them.
"""

from planbuilder.exports.calendars import calendar_path
from planbuilder.exports.documents import json_files, path_of
from planbuilder.exports.feed import Feed, FeedEntry, atom
from planbuilder.exports.files import csv_path, description_path, open_data, zip_path
from planbuilder.exports.observations import COLUMNS
from planbuilder.exports.reader import SCHEMA, read

__all__ = [
    "COLUMNS",
    "SCHEMA",
    "Feed",
    "FeedEntry",
    "atom",
    "calendar_path",
    "csv_path",
    "description_path",
    "json_files",
    "open_data",
    "path_of",
    "read",
    "zip_path",
]
