"""What pages say to machines: schema.org data as JSON that can't leave its script element."""

from collections.abc import Iterable
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from planbuilder.exports import csv_path, linked_data, path_of
from planbuilder.model.measure import Measure
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.partnership import Partnership
from planbuilder.model.text import Prose
from planbuilder.pages import links
from planbuilder.pages.edition import Edition
from planbuilder.pages.page import NOTHING, Page


def of_measure(edition: Edition, measure: Measure, page: Page) -> Markup:
    """The dataset of a measure that has figures, with the files of its page (`page.files`) and its JSON."""
    if not measure.observations:
        return NOTHING
    files = {edition.absolute(name): "text/csv" for name in page.files if name.endswith(".csv")}
    for path, kind in ((path_of(measure), "application/json"), (csv_path(measure), "text/csv")):
        if edition.download(path):
            files[edition.data_address(path)] = kind
    about = _words(edition, measure.definition) if measure.definition else edition.name(measure.title)
    url = edition.absolute(page.path)
    return _safe(linked_data.dataset(edition.catalogue, edition.language, measure, url, about, files))


def of_partnership(edition: Edition, partnership: Partnership) -> Markup:
    """The partnership as an organisation."""
    url = edition.absolute(links.path_of(partnership))
    return _safe(linked_data.organization(edition.catalogue, edition.language, partnership, url))


def of_opportunities(edition: Edition, opportunities: Iterable[Opportunity]) -> Markup:
    """The events among the ways to take part; nothing where there is none."""
    found = []
    for item in opportunities:
        url = edition.absolute(links.path_of(item))
        event = linked_data.event(edition.catalogue, edition.language, item, url, _words(edition, item.text))
        if event:
            found.append(event)
    return _safe(found) if found else NOTHING


def _words(edition: Edition, prose: Prose) -> str:
    """A prose text without markup."""
    return " ".join(edition.prose(prose).striptags().split())


def _safe(value: Any) -> Markup:
    """JSON in which every <, > and & is escaped: nothing in it can end the script element or begin another."""
    return htmlsafe_json_dumps(value, ensure_ascii=False)
