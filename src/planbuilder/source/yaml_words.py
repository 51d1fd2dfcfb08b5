"""The C parser's complaints, in words for editors."""

import re

import yaml

from planbuilder.source.problem import Fault

_QUOTES = "put the whole text in double quotes"
_STRAIGHT = 'write straight ones: "'
_WHOLE = "put the whole text in double quotes, and \\ before each double quote within it"
_BACKSLASH = ("a \\ in double quotes must be written twice", "write \\\\, or use single quotes")
_WORDS = {
    "mapping values are not allowed": (
        'a second ": " stands on this line, or the line is indented too far',
        "put the text in double quotes, or indent the line as those above",
    ),
    "did not find expected key": (
        "this line does not fit the ones above it",
        "indent it as the keys that it belongs to",
    ),
    "could not find expected ':'": ("the colon after a key is missing here", "write key: value"),
    "did not find expected ',' or ']'": (
        "a list in square brackets is not closed",
        "put commas between its items and ] at its end",
    ),
    "did not find expected ',' or '}'": (
        "a block in braces is not closed",
        "put commas between its keys and } at its end",
    ),
    "did not find expected '-' indicator": (
        "this line does not fit the list above it",
        "begin it with - below the other items, or indent it more",
    ),
    "found character that cannot start any token": ("a text can't begin with this character", _QUOTES),
    "found unexpected end of stream": ("a quotation mark is opened here and never closed", "close it"),
    "found unexpected document indicator": ("a quotation mark is opened and not closed before ---", "close it"),
    "found unknown escape character": _BACKSLASH,
    "hexdecimal number": _BACKSLASH,  # \\U, as in C:\\Users; so the parser spells it
    "alphabetic or numeric character": ("a text can't begin with & or *", _QUOTES),
    "block sequence entries are not allowed": (
        "a list can't begin here",
        "begin it on a line of its own, or put the text in double quotes",
    ),
    "block mapping": ("a key can't stand here", _QUOTES),
    "did not find expected <document start>": (
        "this line stands further to the left than the first one",
        "begin both in the same column",
    ),
    "incompatible YAML document": ("a YAML directive (%) is not allowed", "delete the line"),
    "directive": ("a YAML directive (%) is not allowed", "delete the line"),
    "undefined tag handle": ("a YAML tag (!) is not allowed", _QUOTES),
    "anchor": ("a text can't begin with & or *", _QUOTES),
    "tag": ("a text can't begin with !", _QUOTES),
    "did not find expected node content": ("something is missing before this character", _QUOTES),
}

_BEGUN_EARLIER = (
    "unexpected end of stream",
    "could not find expected ':'",
    "expected ',' or",
    "unexpected document",
    "alphabetic",
)
"""Where the place to mend is the beginning of the thing, not the place at which the parser gave up."""


_CURLY = re.compile("[“”„‘’]")
_NO_COLON = "could not find expected ':'"
_CLOSED_EARLIER = "did not find expected key"


_NO_SPACE = re.compile(r" *(?:- +)?(\w+)(?::(?! )|[;=])")


def without_value(key: str) -> tuple[str, str]:
    """Words for a key in braces that ends where its value should be."""
    if found := _NO_SPACE.match(key):
        return _spoilt_colon(found[1])
    sentence = f'"{key}" has no value here: in {{…}}, a comma begins the next key'
    return sentence, "put a text with a comma in it in double quotes, or write the colon behind a key"


def _spoilt_colon(key: str) -> tuple[str, str]:
    return f'after "{key}" a colon and a space are missing', f"write {key}: and then the value"


def _first_without_colon(lines: list[str], line: int) -> int | None:
    """The line, counted from 1, that begins a block without the colon after its key: a text goes on until the next
    colon, so the parser complains one line below."""
    told = [number for number in range(line, 0, -1) if lines[number - 1].split("#")[0].strip()]
    if len(told) < 2:
        return None
    here, above = (lines[number - 1] for number in told[:2])
    before = lines[told[2] - 1].rstrip() if len(told) > 2 else "---"
    begins = above.lstrip().startswith("- ") or before.endswith((":", "---"))
    beside = len(above) - len(above.lstrip(" -")) == len(here) - len(here.lstrip(" "))
    return told[1] if begins and beside and ": " not in above and not above.rstrip().endswith(":") else None


def fault(error: yaml.YAMLError, text: str) -> Fault:
    """The Fault for an error of the parser in a text, at the place where the parser saw it."""
    said = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    begun = any(part in said for part in _BEGUN_EARLIER)
    first, second = ("context_mark", "problem_mark") if begun else ("problem_mark", "context_mark")
    mark = getattr(error, first, None) or getattr(error, second, None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    written = "".join(lines[line - 1 : line])
    if _CLOSED_EARLIER in said and written[: column - 1].strip():
        return Fault(line, column, "a quotation mark or bracket before this place ends the text", _WHOLE)
    if "mapping values" in said and (begins := _first_without_colon(lines, line)):
        line, written, said = begins, lines[begins - 1], _NO_COLON
        column = len(written) - len(written.lstrip(" -")) + 1
    if _NO_COLON in said and (found := _NO_SPACE.match(written)):
        return Fault(line, column, *_spoilt_colon(found[1]))
    for part, (sentence, remedy) in _WORDS.items():
        if part.startswith("mapping") and part in said and _CURLY.search(written[:column]):
            return Fault(line, column, "curly quotation marks do not hold a text together", _STRAIGHT)
        if part in said or (part in context and part in ("directive", "anchor", "tag")):
            return Fault(line, column, sentence, remedy)
    return Fault(
        line, column, "this line can't be read as YAML", "look for a missing quotation mark, bracket or colon above"
    )
