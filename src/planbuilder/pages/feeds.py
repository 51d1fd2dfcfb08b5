"""Feeds of what changed, and a change in the words of pages and feeds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from planbuilder.changes import Told, clause_markup, name, name_markup
from planbuilder.exports import Feed, FeedEntry, atom, credit_line, documents_in
from planbuilder.model.partnership import Partnership
from planbuilder.model.reference import DocumentRef
from planbuilder.pages.changelog import Owner, by_day
from planbuilder.pages.edition import Edition
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Link

MOST = 50
"""So many changes stand in a feed: whoever reads it once in a while misses none."""


@dataclass(frozen=True)
class Line:
    """What changed about one thing. `path` is that of its page, or empty."""

    name: Markup
    path: str
    clauses: tuple[Markup, ...]


def line(edition: Edition, told: Told) -> Line:
    """What changed about one thing, in the reader's language."""
    clauses = tuple(clause_markup(change, edition.language) for change in told.changes)
    return Line(name_markup(told.about, edition.language), edition.changes.where(told), clauses)


def title_of(edition: Edition, owner: Owner | None) -> str:
    """The title of an owner's page and feed."""
    if owner is None:
        return edition.language.message("What changed: %(name)s", name=edition.catalogue.site.title)
    called = owner.name if isinstance(owner, Partnership) else owner.title
    return edition.language.message("What changed: %(name)s", name=called)


def with_feed(edition: Edition, owner: Owner | None, files: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    """For the page of an owner (the home page for None): its feed, and the feed's file beside the page's others."""
    return {"feed": feed_link(edition, owner), "files": {**(files or {}), **_file(edition, owner)}}


def feed_link(edition: Edition, owner: Owner | None) -> Link | None:
    """Where to subscribe to an owner's changes."""
    path = edition.changes.feed(owner)
    return Link(path, Markup.escape(title_of(edition, owner))) if path else None


def _file(edition: Edition, owner: Owner | None) -> dict[str, bytes]:
    """The feed of an owner's changes by its path; nothing where there is none."""
    path = edition.changes.feed(owner)
    if not path:
        return {}
    told = edition.changes.of(owner)[:MOST]
    page = edition.absolute(edition.changes.path(owner) or path_of(owner) if owner else "changes/")
    feed = Feed(
        address=edition.absolute(path),
        page=page,
        title=title_of(edition, owner),
        publisher=edition.name(edition.catalogue.site.publisher.name),
        rights=credit_line(edition.catalogue, _documents(edition, told), edition.name),
        entries=[entry for group in by_day(told) for entry in _entries(edition, group, page)],
    )
    return {path: atom(feed, edition.language)}


def _documents(edition: Edition, told: Iterable[Told]) -> Iterator[DocumentRef]:
    """The documents that the subjects of changes are from, as far as they are still there."""
    for item in told:
        entity = None if item.sensitive else edition.catalogue.find(item.about.key)
        yield from documents_in(entity)


def _entries(edition: Edition, group: Iterable[Told], page: str) -> Iterator[FeedEntry]:
    """One entry for each thing that changed on a day, and one neutral one for all sensitive subjects together."""
    sensitive = None
    for item in group:
        if item.sensitive:
            sensitive = item
            continue
        told = line(edition, item)
        content = Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(c) for c in told.clauses))
        address = edition.absolute(told.path) if told.path else page
        yield FeedEntry(_id(edition, item, item.key), name(item.about, edition.language), address, item.on, content)
    if sensitive is not None:
        said = edition.language.message("A change about a sensitive subject")
        yield FeedEntry(_id(edition, sensitive, "sensitive"), said, page, sensitive.on, Markup.escape(said))


def _id(edition: Edition, told: Told, key: str) -> str:
    """A tag URI (RFC 4151): it stays the same when entries come before and after it, in every feed that has it."""
    address = urlsplit(edition.catalogue.site.address)
    place = f"{address.path.strip('/')}/{edition.language.code}/changes/{told.revision[:12]}/{key}".lstrip("/")
    return f"tag:{address.hostname},{told.on.isoformat()}:{place}"
