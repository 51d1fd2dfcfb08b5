"""Checks of the words: what was left to be written, and who should not be named."""

import re
from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves, within
from planbuilder.source.links import links
from planbuilder.source.tree import Loc

_PLACEHOLDER = re.compile(r"(?i:lorem ipsum)|\b(?:TODO|TBC|TBD|FIXME|XXX)\b|\?\?\?")
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_NUMBER = re.compile(
    r"(?<![\d+])(?:\+44 ?\(?0?\)? ?|0)7\d{3} ?\d{3} ?\d{3}(?!\d)"  # a mobile telephone in Britain
    r"|\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"  # a National Insurance number
    r"|\b\d{3} \d{3} \d{4}\b",  # an NHS number
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"\b(?:born|d\.?o\.?b\.?|date of birth)\W{0,3}(?:on |is )?\d{1,2}[/. ]\w{1,9}[/. ](?:19|20)\d\d", re.IGNORECASE
)

# These patterns try every letter of a text, and a large project has many millions. So they are asked only where a
# text holds something that they can't do without.
_LEFT = ("lorem ipsum", "todo", "tbc", "tbd", "fixme", "xxx", "???")
_BORN = ("born", "birth", "dob", "d.o", "do.b")
_SIX_DIGITS = re.compile(r"\d\d ?\d\d ?\d\d")

_FREE = re.compile(r"0800|0808|0300|0333")


def _veiled(number: str) -> str:
    """What was found, without saying it again."""
    return f"{number[:3]}…"


def every_text(catalogue: Catalogue) -> Iterator[Finding]:
    """No placeholder is left, and nothing stands in a text that belongs to a person."""
    for key, entity in catalogue.entities.items():
        for loc, value in leaves(entity):
            if isinstance(value, Text):
                yield from _text(key, loc, value.source)


def _text(key: str, loc: Loc, source: str) -> Iterator[Finding]:
    small = source.lower()
    if any(word in small for word in _LEFT) and (found := _PLACEHOLDER.search(source)):
        sentence = f'"{found[0]}" is left here to be replaced'
        yield Finding(key, loc, sentence, "write the text, or delete it", settled_by_notes=False)
    if (found := _personal(source, small)) and not _FREE.match(found[0]):
        sentence = f'"{_veiled(found[0])}" looks like a number that belongs to a person'
        remedy = "delete it; a service's number stands in its telephone: field"
        yield Finding(key, loc, sentence, remedy, settled_by_notes=False)
    if "@" in source and (mail := _MAIL.search(source)):
        sentence = f"an e-mail address, {mail[0]}, stands in this text"
        remedy = "use a contact's email: field and the address of a role, never of a person"
        yield Finding(key, loc, sentence, remedy, settled_by_notes=False)


def _personal(source: str, small: str) -> re.Match[str] | None:
    """A number of a person in a text; `small` is the text in small letters."""
    found = _NUMBER.search(source) if _SIX_DIGITS.search(source) else None
    return found or (_BIRTH.search(source) if any(word in small for word in _BORN) else None)


def addresses(catalogue: Catalogue) -> Iterator[Finding]:
    """Web addresses are safe ones. What was published long ago, and is shown as of its day, stays as it was."""
    for key, entity in catalogue.entities.items():
        for loc, value in leaves(entity):
            if _unsafe(value) and getattr(within(entity, loc[:-1]), "as_of", None) is None:
                sentence = "this address begins with http://, so others can read and change what is sent"
                yield Finding(key, loc, sentence, "write https://, once you have seen that the page opens so")


def _unsafe(value: object) -> bool:
    if isinstance(value, Text):
        return "http:" in value.source and any(link.address.startswith("http:") for link in links(value.source))
    return isinstance(value, str) and value.startswith("http://")


CHECKS = (every_text, addresses)
