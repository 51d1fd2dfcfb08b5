"""What every text that readers see must be: something to see, with links that may be published."""

import re
import unicodedata
from collections.abc import Iterator

from planbuilder.model.text import Text
from planbuilder.source import fields, links
from planbuilder.source.entries import Entry
from planbuilder.source.problem import Problem
from planbuilder.source.references import Resolver
from planbuilder.source.tree import Loc, Place, Tree


def problems(entry: Entry, loc: Loc, text: Text, resolver: Resolver) -> Iterator[Problem]:
    """The Problems with one text of an entity."""
    full = entry.base + loc
    wrong = list(_faults(text, resolver))
    if not any(map(_visible, text.source)):
        wrong.append(links.Wrong(0, "there is nothing to see in this text", "write the text, or delete the line"))
    for one in wrong:
        place = position_of(entry, full, text.source[one.offset :])
        yield Problem(*place, fields.path(full, entry.tree), one.sentence, one.remedy)


def position_of(entry: Entry, full: Loc, rest: str) -> tuple[str, int, int]:
    """File, line and column of the rest of a text that stands at a place of an entry's file."""
    path, line, column = entry.tree.at(full)
    if path == entry.tree.path:
        line, column = _position(entry.tree, entry.tree.find(full)[1], rest)
    return path, line, column


def _faults(text: Text, resolver: Resolver) -> Iterator[links.Wrong]:
    source = text.source
    if "[" not in source and "<" not in source and len(source) < 1_000:
        return
    yield from links.faults(source, markdown=text.markdown)
    if "ref:" in source and text.markdown:
        for link in links.links(source):
            key = link.address.removeprefix("ref:").partition("#")[0]
            if link.address.startswith("ref:") and (wrong := resolver.link_fault(key)):
                yield links.Wrong(link.offset, *wrong)


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS"


def _position(tree: Tree, place: Place, rest: str) -> tuple[int, int]:
    """Where the rest of a value begins in its file; where the value does, if that can't be told."""
    signs = re.match(r"\S*", rest)
    offset = tree.text.find(signs[0], tree.offset(place.line, place.column)) if signs and signs[0] else -1
    return (place.line, place.column) if offset < 0 else tree.position(offset)
