"""The data for others to take away: JSON and CSV with what describes them, calendars, a ZIP of all for a partnership.

It holds no words of the interface and is the same for readers of every language, so it is made and written once.
Feeds alone are in a language: their words are given to them.
"""

from planbuilder.exports.calendars import calendar_path
from planbuilder.exports.documents import json_files, path_of
from planbuilder.exports.feed import Feed, FeedEntry, atom
from planbuilder.exports.files import csv_path, description_path, files_of, open_data, zip_path
from planbuilder.exports.observations import COLUMNS
from planbuilder.exports.pictures import SITE_PICTURE, picture_path, pictures
from planbuilder.exports.pictures import SIZE as PICTURE_SIZE
from planbuilder.exports.reader import SCHEMA, read
from planbuilder.exports.schema import SCHEMA_PATH, schema_file

__all__ = [
    "COLUMNS",
    "PICTURE_SIZE",
    "SCHEMA",
    "SCHEMA_PATH",
    "SITE_PICTURE",
    "Feed",
    "FeedEntry",
    "atom",
    "calendar_path",
    "csv_path",
    "description_path",
    "files_of",
    "json_files",
    "open_data",
    "path_of",
    "picture_path",
    "pictures",
    "read",
    "schema_file",
    "zip_path",
]
