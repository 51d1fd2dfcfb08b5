"""What every text that readers see must be: something to see, with links that may be published."""

import unicodedata
from collections.abc import Iterator

from planbuilder.model.text import Text
from planbuilder.source import fields, links, words
from planbuilder.source.characters import position
from planbuilder.source.entries import Entry, Raw
from planbuilder.source.layout import WITHOUT_PAGE
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Loc, Place, Tree


def problems(entry: Entry, loc: Loc, text: Text, raw: Raw) -> Iterator[Problem]:
    """The Problems with one text of an entity."""
    full = entry.base + loc
    wrong = list(_faults(text, raw))
    if not any(map(_visible, text.source)):
        wrong.append(links.Wrong(0, "", "there is nothing to see in this text", "write the text, or delete the line"))
    for one in wrong:
        path, place = entry.tree.find(full)
        line, column = _position(entry.tree, place, one.written)
        yield Problem(path, line, column, fields.path(full, entry.tree), one.sentence, one.remedy)


def _faults(text: Text, raw: Raw) -> Iterator[links.Wrong]:
    source = text.source
    if "[" not in source and "<" not in source and len(source) < 1_000:
        return
    yield from links.faults(source, markdown=text.markdown)
    if "ref:" in source and text.markdown:
        for link in links.links(source):
            if link.address.startswith("ref:") and (wrong := _unresolved(link.address[4:].partition("#")[0], raw)):
                yield links.Wrong(link.offset, link.written, *wrong)


def _unresolved(key: str, raw: Raw) -> tuple[str, str] | None:
    found = raw.entries.get(key)
    if found and not issubclass(found.entity, WITHOUT_PAGE):
        return None
    if key in raw.unread or key.rpartition("/")[0] in raw.unread:
        return None
    choices = [name for name, entry in raw.entries.items() if not issubclass(entry.entity, WITHOUT_PAGE)]
    return f'nothing has the key "{key[:80]}"', words.nearest(
        key, choices, "write the path below data, without ending", listed=False
    )


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS"


def _position(tree: Tree, place: Place, written: str) -> tuple[int, int]:
    """Where something written inside a value stands, or the value, where that can't be found."""
    if not written or place.path:
        return place.line, place.column
    lines = tree.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    offset = tree.text.find(written, start)
    if offset < 0:
        return place.line, place.column
    return position(tree.text, offset)
