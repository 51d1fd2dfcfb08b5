"""Checks of the words: what was left to be written, and who should not be named."""

import re
from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves, parts
from planbuilder.source.links import links

_PLACEHOLDER = re.compile(r"\b(?:lorem ipsum|TODO|TBC|TBD|FIXME|XXX)\b|\?\?\?")
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")


_PERSONAL = re.compile(
    r"(?<![\d+])(?:\+44 ?\(?0?\)? ?|0)7\d{3} ?\d{3} ?\d{3}(?!\d)"  # a mobile telephone in Britain
    r"|\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"  # a National Insurance number
    r"|\b\d{3} \d{3} \d{4}\b"  # an NHS number
    r"|\b(?:born|d\.?o\.?b\.?|date of birth)\W{0,3}(?:on |is )?\d{1,2}[/. ]\w{1,9}[/. ](?:19|20)\d\d",
    re.IGNORECASE,
)
_BLIND_TEXT = re.compile("lorem ipsum", re.IGNORECASE)
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


def _text(key: str, loc: tuple[str | int, ...], source: str) -> Iterator[Finding]:
    if found := _PLACEHOLDER.search(source) or _BLIND_TEXT.search(source):
        sentence = f'"{found[0]}" is left here to be replaced'
        yield Finding(key, loc, sentence, "write the text, or delete it", settled_by_notes=False)
    if (found := _PERSONAL.search(source)) and not _FREE.match(found[0]):
        sentence = f'"{_veiled(found[0])}" looks like a number that belongs to a person'
        remedy = "delete it; a service's number stands in its telephone: field"
        yield Finding(key, loc, sentence, remedy, settled_by_notes=False)
    if "@" in source and (mail := _MAIL.search(source)):
        sentence = f"an e-mail address, {mail[0]}, stands in this text"
        remedy = "use a contact's email: field and the address of a role, never of a person"
        yield Finding(key, loc, sentence, remedy, settled_by_notes=False)


def addresses(catalogue: Catalogue) -> Iterator[Finding]:
    """Web addresses are safe ones. What was published long ago, and is shown as of its day, stays as it was."""
    for key, entity in catalogue.entities.items():
        for loc, part in parts(entity):
            if getattr(part, "as_of", None) is None:
                for name, value in part.__dict__.items():
                    if _unsafe(value):
                        sentence = "this address begins with http://, so others can read and change what is sent"
                        remedy = "write https://, once you have seen that the page opens so"
                        yield Finding(key, (*loc, name), sentence, remedy)


def _unsafe(value: object) -> bool:
    if isinstance(value, Text):
        return "http:" in value.source and any(link.address.startswith("http:") for link in links(value.source))
    return isinstance(value, str) and value.startswith("http://")


CHECKS = (every_text, addresses)
