"""Which links a text may hold, found before any Markdown is converted.

The patterns catch every way in which a Markdown converter makes a link (a test holds them against the real
one), and somewhat more: better refuse a link that would not have worked than publish one that should not.
"""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from planbuilder.model.scalar import Email, WebAddress

DEEPEST = 20
"""Brackets open at once, or markers of lists and quotations at the start of a line: more makes Markdown slow."""

_INLINE = re.compile(r"\]\(\s*+<?([^\s)>]*+)(>?\s*+(?:\"[^\"]*+\"|'[^']*+')?+\s*+\))?")
_DEFINITION = re.compile(r"^[ \t>*+\-\d.)]{0,40}\[[^\[\]]*\]:\s*<?([^\s>]+)", re.MULTILINE)
_AUTOMATIC = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{0,30}:[^<>]*)>")
_MAIL = re.compile(r"<([^<> !]+@[^@<> ]+)>")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\s?[(\[]")
_NESTED = re.compile(
    rf"^(?:[ \t]*+(?:\d{{1,9}}[.)][ \t]|[*+\-][ \t]|>)){{{DEEPEST},}}|^[ \t]{{{4 * DEEPEST},}}+\S", re.MULTILINE
)
_HIDDEN = re.compile(r"[\s\\\x00-\x1f\x7f]")
_TELEPHONE = re.compile(r"\+?[\d-]{3,20}")
_WEB: TypeAdapter[str] = TypeAdapter(WebAddress)
_EMAIL: TypeAdapter[str] = TypeAdapter(Email)


@dataclass(frozen=True)
class Link:
    """A link of a text: `address` is what it leads to, `written` the first line of what stands there, at `offset`."""

    offset: int
    written: str
    address: str
    complete: bool = True


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a text, and where in it."""

    offset: int
    written: str
    sentence: str
    remedy: str


def links(text: str) -> Iterator[Link]:
    """Every link of a text, in any of Markdown's notations."""
    if "[" in text:
        for found in _INLINE.finditer(text):
            written = found[1] or "]("
            yield Link(text.index(written, found.start()), written, found[1], found[2] is not None)
        for found in _DEFINITION.finditer(text):
            yield Link(found.start(1), found[1], found[1])
    if "<" in text:
        for found in _AUTOMATIC.finditer(text):
            yield Link(found.start(), _line(found[0]), found[1])
        for found in _MAIL.finditer(text):
            yield Link(found.start(), _line(found[0]), f"mailto:{found[1].removeprefix('mailto:')}")


def faults(text: str, *, markdown: bool) -> Iterator[Wrong]:
    """What must not be published: unsafe links, pictures, brackets without end. Plain text holds no links at all."""
    if too_deep := _too_deep(text):
        yield too_deep
        return
    if picture := _PICTURE.search(text):
        remedy = "delete it, and say in words what it shows"
        yield Wrong(picture.start(), _line(picture[0]), "a picture can't stand in a text", remedy)
    for link in links(text):
        wrong = address_fault(link.address) if link.complete or not link.address else _broken(link)
        if wrong is None and not markdown:
            wrong = "a link can't stand in this field", "write the words only"
        if wrong:
            yield Wrong(link.offset, link.written, *wrong)


def address_fault(written: str) -> tuple[str, str] | None:
    """What is wrong with an address that a link leads to; None when it may be published. `ref:` is not looked up."""
    address = html.unescape(written)
    if not address:
        return "a link leads nowhere", "write its address between the round brackets"
    if _HIDDEN.search(address):
        return f'"{_short(written)}" has a space or an invisible character in it', "write the address in one piece"
    scheme, colon, rest = address.partition(":")
    match scheme.lower() if colon else "":
        case "http" | "https":
            return _refused(_WEB, address)
        case "mailto":
            return _refused(_EMAIL, rest)
        case "tel":
            return (
                None if _TELEPHONE.fullmatch(rest) else (f'"{_short(rest)}" is not a telephone number', "write tel:101")
            )
        case "ref":
            return None
    remedy = "write https://… or, for a page of this site, ref: and its key"
    return f'a link must not lead to "{_short(address)}"', remedy


def _refused(adapter: TypeAdapter[str], address: str) -> tuple[str, str] | None:
    try:
        adapter.validate_python(address)
    except ValidationError as error:
        sentence, _, remedy = error.errors()[0]["msg"].partition(" – ")
        return sentence + real_host(address), remedy or "write it as name@example.org"
    return None


def real_host(address: str) -> str:
    """For a host name with letters that only look like others, the name that a browser asks for, in brackets."""
    with suppress(ValueError):
        host = urlsplit(address).hostname or ""
        if not host.isascii():
            return f" (its real name is {host.encode('idna').decode()})"
    return ""


def _broken(link: Link) -> tuple[str, str]:
    wrong = address_fault(link.address)
    return wrong or (
        f'the link to "{_short(link.address)}" has no end',
        "write [words](https://…) without a space in the address",
    )


def _too_deep(text: str) -> Wrong | None:
    if found := _NESTED.search(text):
        return Wrong(found.start(), "", "this line is indented or nested too deep", "write it flatter")
    if text.count("[") <= DEEPEST:
        return None
    open_now = 0
    for found in re.finditer(r"[\[\]]", text):
        open_now = max(0, open_now + (1 if found[0] == "[" else -1))
        if open_now > DEEPEST:
            return Wrong(
                found.start(), "", f"more than {DEEPEST} square brackets are open at once here", "close them with ]"
            )
    return None


def _line(written: str) -> str:
    return written.split("\n", 1)[0]


def _short(address: str) -> str:
    visible = "".join(c if c.isprintable() else "?" for c in address)
    return visible if len(visible) <= 60 else f"{visible[:59]}…"
