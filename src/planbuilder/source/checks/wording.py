"""Checks of the words: what was left to be written, and who should not be named."""

import re
from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves

_PLACEHOLDER = re.compile(r"\b(?:lorem ipsum|TODO|TBC|TBD|FIXME|XXX)\b|\?\?\?")
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")


def every_text(catalogue: Catalogue) -> Iterator[Finding]:
    """No placeholder is left, and no e-mail address stands in a text, where it grows old unseen."""
    for key, entity in catalogue.entities.items():
        for loc, value in leaves(entity):
            if isinstance(value, Text):
                yield from _text(key, loc, value.source)


def _text(key: str, loc: tuple[str | int, ...], source: str) -> Iterator[Finding]:
    if found := _PLACEHOLDER.search(source) or re.search("lorem ipsum", source, re.IGNORECASE):
        yield Finding(key, loc, f'"{found[0]}" is left here to be replaced', "write the text, or delete it")
    if "@" in source and (mail := _MAIL.search(source)):
        sentence = f"an e-mail address, {mail[0]}, stands in this text"
        yield Finding(key, loc, sentence, "use a contact's email: field and the address of a role, never of a person")


CHECKS = (every_text,)
