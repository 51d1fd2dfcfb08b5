"""Bytes of a file → text that is safe to read, or a Fault with line and column."""

import re
import unicodedata

from planbuilder.source.problem import Fault

LARGEST_FILE = 1 << 20
"""Bytes. A plan's longest file is a fiftieth of it."""

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")
"""How files of word processors and spreadsheets begin: zipped ones, old ones, RTF, PDF."""

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and line feed may stay
    "\u2028\u2029"  # line and paragraph separators, which YAML takes for line ends
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # reorder text, so that it reads differently from what it is
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # invisible
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: no font has them, and pages use one as a mark
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"  # no characters at all
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")


def decode(content: bytes) -> str:
    """Text in NFC with `\\n` line ends, without a byte order mark.

    Raises Fault for what is not UTF-8, is too large, or holds characters that can't be seen.
    """
    if len(content) > LARGEST_FILE:
        raise Fault(1, 1, "this file is larger than 1 MB", "divide it into smaller files")
    if content.startswith(_OFFICE):
        raise Fault(
            1, 1, "this is a file of Word, Excel or the like under another name", "save it as plain text, in UTF-8"
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]:
        raise Fault(1, 1, "this file is in UTF-16 or no text at all", "save it as UTF-8")
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = position(before, len(before))
        raise Fault(
            line, column, f"byte 0x{error.object[error.start]:02X} is not UTF-8", "save the file as UTF-8"
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_hidden(text)
    if found := _CONFLICT.search(text):
        line, column = position(text, found.start())
        raise Fault(
            line, column, f"merge conflict marker on line {line}", "keep one of the two versions and delete the markers"
        )
    return unicodedata.normalize("NFC", text)


def refuse_hidden(text: str, line: int = 0, column: int = 0) -> None:
    """Raises Fault for a character that can't be seen; at `line` and `column` if they are given."""
    found = _REFUSED.search(text)
    if not found:
        return
    if not line:
        line, column = position(text, found.start())
    code = f"U+{ord(found[0]):04X}"
    if _BIDIRECTIONAL.match(found[0]):
        raise Fault(line, column, f"the invisible character {code} turns the direction of the text around", "delete it")
    raise Fault(line, column, f"the control character {code} can't be published", "delete it")


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
