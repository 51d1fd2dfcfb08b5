"""Checks of pages that have moved: each leads to something that is there, and by one step."""

from collections.abc import Iterator, Mapping

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.redirect import Redirect
from planbuilder.source.checks.finding import Finding
from planbuilder.source.layout import WITHOUT_PAGE
from planbuilder.source.near import nearest


def destinations(catalogue: Catalogue) -> Iterator[Finding]:
    """What a page shows now is there, and has a page. Whether the path of a page is right, the finished site says."""
    shown = [key for key, entity in catalogue.entities.items() if not isinstance(entity, WITHOUT_PAGE)]
    for redirect in catalogue.all(Redirect):
        if redirect.path is None and redirect.to not in shown:
            near = nearest(redirect.to, shown)
            remedy = f"did you mean {near}?" if near else "write the path of its file below data, without the ending"
            sentence = f'nothing that has a page has the key "{redirect.to}"'
            yield Finding(redirect.key, ("to",), sentence, remedy, "error")


def chains(catalogue: Catalogue) -> Iterator[Finding]:
    """No page leads to one that has moved, too: the second step would cost time, or lead round in a circle."""
    onward = {redirect.old: redirect.to for redirect in catalogue.all(Redirect)}
    for redirect in catalogue.all(Redirect):
        if redirect.to in onward:
            end = _end(redirect.old, onward)
            sentence = f"{redirect.to} has moved, too" if end else "this leads round in a circle"
            remedy = f"write {end}" if end else "write where the page is today"
            yield Finding(redirect.key, ("to",), sentence, remedy, "error")


def _end(start: str, onward: Mapping[str, str]) -> str | None:
    """Where a chain ends; None where it never does."""
    place, seen = start, {start}
    while place in onward:
        place = onward[place]
        if place in seen:
            return None
        seen.add(place)
    return place


CHECKS = (destinations, chains)
