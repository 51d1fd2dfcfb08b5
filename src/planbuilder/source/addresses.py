"""Every address of another site that the data and the site's own prose name, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planbuilder.model.text import Text
from planbuilder.source import examples, files, links
from planbuilder.source.characters import position
from planbuilder.source.entries import Entry
from planbuilder.source.leaves import leaves
from planbuilder.source.load import Loaded
from planbuilder.source.texts import position_of

_WEB = ("https://", "http://")


@dataclass(frozen=True, order=True)
class Named:
    """An address, and a place where it is named. `path` is relative to the project; line and column count from 1."""

    path: str
    line: int
    column: int
    address: str


def named(loaded: Loaded, root: Path) -> tuple[Named, ...]:
    """Every address of the web, with its places, in order. Raises OSError for prose that can't be read."""
    found = set(_in_prose(root))
    for key, entry in loaded.entries.items():
        for loc, value in leaves(loaded.catalogue.entities[key]):
            if isinstance(value, Text):
                found.update(_in_text(entry, loc, value))
            elif isinstance(value, str) and value.startswith(_WEB):
                found.add(Named(*entry.tree.at(entry.base + loc), value))
    return tuple(sorted(found))


def _in_text(entry: Entry, loc: tuple[str | int, ...], text: Text) -> Iterator[Named]:
    for link in links.links(text.source):
        if link.address.startswith(_WEB):
            yield Named(*position_of(entry, entry.base + loc, text.source[link.offset :]), link.address)


def _in_prose(root: Path) -> Iterator[Named]:
    """Examples in code are no links."""
    for path in files.find_pages(root)[0]:
        file = root / files.PAGES.path / path
        text = examples.blanked(file.read_text("utf-8"))
        for link in links.links(text):
            if link.address.startswith(_WEB):
                yield Named(file.relative_to(root).as_posix(), *position(text, link.offset), link.address)
