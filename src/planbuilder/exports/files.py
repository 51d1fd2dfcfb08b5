"""All files of open data of a site, and where each of them lies."""

from planbuilder.exports.archive import archive
from planbuilder.exports.calendars import calendars
from planbuilder.exports.documents import json_files
from planbuilder.exports.observations import description, observations_csv
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.partnership import Partnership


def csv_path(partnership: Partnership) -> str:
    """Where a partnership's CSV file lies below `data/`. Its description lies beside it, as CSVW looks for it."""
    return f"{partnership.key}/observations.csv"


def description_path(partnership: Partnership) -> str:
    """Where the description of the CSV file's columns lies below `data/`."""
    return f"{csv_path(partnership)}-metadata.json"


def zip_path(partnership: Partnership) -> str:
    """Where the archive of everything lies below `data/`."""
    return f"{partnership.key}/{partnership.key}.zip"


def open_data(catalogue: Catalogue) -> dict[str, bytes]:
    """Every file of all partnerships."""
    return {path: content for one in catalogue.partnerships for path, content in files_of(catalogue, one).items()}


def files_of(catalogue: Catalogue, partnership: Partnership) -> dict[str, bytes]:
    """Every file of a partnership by its path below `data/`. The same data gives the same bytes."""
    own = json_files(catalogue, partnership)
    if any(measure.observations for measure in catalogue.measures(partnership)):
        own[csv_path(partnership)] = observations_csv(catalogue, partnership)
        own[description_path(partnership)] = description(catalogue, partnership, "observations.csv")
    own |= calendars(catalogue, partnership)
    return {**own, zip_path(partnership): archive(own)}
