"""All files of open data of a site, and where each of them lies."""

from collections.abc import Iterator

from planbuilder.exports.archive import archive
from planbuilder.exports.calendars import calendars
from planbuilder.exports.documents import json_files, owned
from planbuilder.exports.observations import Rows, description, observations_csv
from planbuilder.exports.references import references
from planbuilder.exports.schema import SCHEMA_PATH, schema_file
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.report import Report
from planbuilder.model.text import Text

Told = Partnership | Plan | Report | Measure
"""What has files of its own."""


def csv_path(entity: Told) -> str:
    """Where the CSV file of an entity lies below `data/`. Its description lies beside it, as CSVW looks for it."""
    return f"{entity.key}/observations.csv" if isinstance(entity, Partnership) else f"{entity.key}.csv"


def description_path(entity: Told) -> str:
    """Where the description of the CSV file's columns lies below `data/`."""
    return f"{csv_path(entity)}-metadata.json"


def zip_path(partnership: Partnership) -> str:
    """Where the archive of everything lies below `data/`."""
    return f"{partnership.key}/{partnership.key}.zip"


def open_data(catalogue: Catalogue) -> dict[str, bytes]:
    """Every file of all partnerships, and the schema of the JSON files."""
    of_all = {path: content for one in catalogue.partnerships for path, content in files_of(catalogue, one).items()}
    return {SCHEMA_PATH: schema_file(), **of_all}


def files_of(catalogue: Catalogue, partnership: Partnership) -> dict[str, bytes]:
    """Every file of a partnership by its path below `data/`. The same data gives the same bytes."""
    own = json_files(catalogue, partnership) | _tables(catalogue, partnership) | calendars(catalogue, partnership)
    return {**own, zip_path(partnership): archive({SCHEMA_PATH: schema_file(), **own})}


def _tables(catalogue: Catalogue, partnership: Partnership) -> dict[str, bytes]:
    """The CSV files of what has observations, and their descriptions."""
    rows = Rows(catalogue)
    found: dict[str, bytes] = {}
    for entity, name, measures in _measured(catalogue, partnership):
        observed = [measure for measure in measures if measure.observations]
        if observed:
            path = csv_path(entity)
            found[path] = observations_csv(observed, rows)
            found[description_path(entity)] = description(catalogue, name, observed, path.rsplit("/", 1)[-1])
    return found


def _measured(catalogue: Catalogue, partnership: Partnership) -> Iterator[tuple[Told, Text, list[Measure]]]:
    """A partnership, its measures, and its plans and reports with the measures that their parts name."""
    everything = owned(catalogue, partnership)
    yield partnership, partnership.name, [item for item in everything if isinstance(item, Measure)]
    for entity in everything:
        match entity:
            case Measure():
                yield entity, entity.title, [entity]
            case Plan() | Report():
                parts = (item for item in everything if item.plan_key == entity.key)
                named = sorted({reference for part in parts for reference in references(part)})
                found = [catalogue.get(reference) for reference in named]
                yield entity, entity.title, [item for item in found if isinstance(item, Measure)]
