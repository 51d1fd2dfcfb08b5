"""Open data: which files there are, what their columns and fields mean, and how to use them."""

from collections.abc import Iterator

from planbuilder.exports import CHART_COLUMNS, COLUMNS, GROUP, SCHEMA, SCHEMA_PATH, csv_path, path_of, zip_path
from planbuilder.model.measure import Measure
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """The page."""
    yield _open_data(edition)


@drafted
def _open_data(edition: Edition) -> Page:
    language = edition.language
    return edition.page(
        "open-data/",
        "open_data.html",
        title=language.message("Open data"),
        description=language.message("Everything on this site as files, for spreadsheets and programs."),
        breadcrumb=(home_link(edition),),
        zip_path=zip_path,
        columns=[(column.name, language.markup(column.means)) for column in COLUMNS],
        chart_columns=[(column.name, language.markup(column.means)) for column in CHART_COLUMNS],
        group=GROUP,
        schema=SCHEMA,
        schema_path=SCHEMA_PATH,
        example=_example(edition),
    )


def _example(edition: Edition) -> tuple[str, str, str] | None:
    """For the examples: the addresses of a CSV and of a JSON file, and the key of a measure that is in both."""
    catalogue, address = edition.catalogue, edition.data_address
    chosen = [catalogue.get(reference) for reference in catalogue.site.key_measures]
    for measure in (*chosen, *catalogue.all(Measure)):
        if any(item.value is not None for item in measure.observations) and not catalogue.sensitive(measure):
            return address(csv_path(catalogue.partnership(measure))), address(path_of(measure)), measure.key
    return None
