"""An Atom feed (RFC 4287) from plain values. The same values give the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from markupsafe import Markup

from planbuilder.i18n import Language

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class FeedEntry:
    """One thing that is told on one day. `id` never changes; `address` is where to read on."""

    id: str
    title: str
    address: str
    day: date
    content: Markup


@dataclass(frozen=True)
class Feed:
    """What a reader subscribes to. `address` is its own, `page` that of the page that says the same."""

    address: str
    page: str
    title: str
    publisher: str
    rights: str
    """Whom to credit, and the licences of what is told."""
    entries: Sequence[FeedEntry]
    """The newest first, and at least one: it says when the feed was changed."""


def atom(feed: Feed, language: Language) -> bytes:
    """The feed as a file."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language.code})
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(feed.entries[0].day))
    _text(ET.SubElement(root, "author"), "name", feed.publisher)
    _text(root, "rights", feed.rights)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.address})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for item in feed.entries:
        entry = ET.SubElement(root, "entry")
        _text(entry, "id", item.id)
        _text(entry, "title", item.title)
        _text(entry, "updated", _moment(item.day))
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.address})
        told = Markup('<div lang="{}" dir="{}">{}</div>').format(language.code, language.direction, item.content)
        ET.SubElement(entry, "content", {"type": "html"}).text = str(told)
    ET.indent(root, "")
    content: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return content + b"\n"


def _text(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, tag).text = words


def _moment(day: date) -> str:
    """A day as a moment: the data know no hour."""
    return f"{day.isoformat()}T00:00:00Z"
