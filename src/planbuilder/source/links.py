"""Which links a text may hold, found before any Markdown is converted.

Of Markdown's many notations two are allowed: `[words](address)` and `<address>`. So it is plain to see where a
link leads, and no converter can be brought to read it otherwise (a test holds the rules against ours).
"""

import html
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from planbuilder.model.scalar import Email, WebAddress

DEEPEST = 20
"""Brackets open at once, or markers of lists and quotations at the start of a line: more makes Markdown slow."""

_INLINE = re.compile(r"\]\(([^\s()<>\[\]\"'`\\]*)(\)?)")
_DEFINITION = re.compile(r"^[ \t>*+\-\d.)]{0,40}\[[^\[\]]*\]:", re.MULTILINE)
_AUTOMATIC = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{0,30}:[^<>]*)>")
_MAIL = re.compile(r"<([^<> !]+@[^@<> ]+)>")
_NESTED = re.compile(
    rf"^(?:[ \t]*+(?:\d{{1,9}}[.)][ \t]|[*+\-][ \t]|>)){{{DEEPEST},}}|^[ \t]{{{4 * DEEPEST},}}+\S", re.MULTILINE
)
_HOW = "write [words](https://…)"
_UNREADABLE = ("the address of this link can't be read", "write it in one piece, without spaces, brackets or quotes")
_HIDDEN = re.compile(r"[\s\\\x00-\x1f\x7f]")
_TELEPHONE = re.compile(r"\+?[\d-]{3,20}")
_WEB: TypeAdapter[str] = TypeAdapter(WebAddress)
_EMAIL: TypeAdapter[str] = TypeAdapter(Email)


AddressFault = Callable[[str], tuple[str, str] | None]
"""From an address to what is wrong with it and the remedy; None where it may be published."""


@dataclass(frozen=True)
class Link:
    """A link of a text, and where its address stands there; not whole where the address can be read in two ways."""

    offset: int
    address: str
    whole: bool = True


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a text, and where in it."""

    offset: int
    sentence: str
    remedy: str


def links(text: str) -> Iterator[Link]:
    """Every link of a text."""
    if "](" in text:
        for found in _INLINE.finditer(text):
            yield Link(found.start(1), found[1], bool(found[2]))
    if "<" in text:
        for found in _AUTOMATIC.finditer(text):
            yield Link(found.start(1), found[1])
        for found in _MAIL.finditer(text):
            yield Link(found.start(1), f"mailto:{html.escape(found[1].removeprefix('mailto:'))}")


def faults(text: str, *, markdown: bool, judge: AddressFault | None = None) -> Iterator[Wrong]:
    """What must not be published: unsafe links, pictures, brackets without end. Plain text holds no links at all.

    `judge` says what is wrong with an address, where others than usual are allowed.
    """
    if too_deep := _too_deep(text):
        yield too_deep
        return
    if "![" in text and "](" in text:
        remedy = "delete it, and say in words what it shows"
        yield Wrong(text.index("!["), "a picture can't stand in a text", remedy)
    for definition in _DEFINITION.finditer(text):
        yield Wrong(definition.start(), "the address of a link stands apart from its words", _HOW)
    for link in links(text):
        wrong = (judge or address_fault)(link.address) if link.address or link.whole else None
        if not link.whole:
            wrong = wrong or _UNREADABLE
        if wrong is None and not markdown:
            wrong = "a link can't stand in this field", "write the words only"
        if wrong:
            yield Wrong(link.offset, *wrong)


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
            good = _TELEPHONE.fullmatch(rest)
            return None if good else (f'"{_short(rest)}" is not a telephone number', "write tel: and digits")
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


def _too_deep(text: str) -> Wrong | None:
    if found := _NESTED.search(text):
        return Wrong(found.start(), "this line is indented or nested too deep", "write it flatter")
    if text.count("[") <= DEEPEST:
        return None
    open_now = 0
    for found in re.finditer(r"[\[\]]", text):
        open_now = max(0, open_now + (1 if found[0] == "[" else -1))
        if open_now > DEEPEST:
            sentence = f"more than {DEEPEST} square brackets are open at once here"
            return Wrong(found.start(), sentence, "close them with ]")
    return None


def _short(address: str) -> str:
    visible = "".join(c if c.isprintable() else "?" for c in address)
    return visible if len(visible) <= 60 else f"{visible[:59]}…"
