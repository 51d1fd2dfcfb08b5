"""Prose in the pieces that translators work on: one paragraph, list or heading at a time."""

import re

_BLANK = re.compile(r"\n[ \t]*\n")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_OWN_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|#{1,6} |>)")


def paragraphs(markdown: str) -> tuple[str, ...]:
    """The blocks of a Markdown text, divided by blank lines. A list stays whole, with what is indented below it.

    Lines that were only broken to fit an editor are joined, so that breaking them anew changes no translation.
    """
    found: list[str] = []
    for block in _BLANK.split(markdown.strip()):
        piece = _joined(block.strip("\n").rstrip())
        if not piece:
            continue
        goes_on = found and _LIST_ITEM.match(found[-1]) and (_LIST_ITEM.match(piece) or piece[0] in " \t")
        if goes_on:
            found[-1] = f"{found[-1]}\n\n{piece}"
        else:
            found.append(piece)
    return tuple(found)


def _joined(block: str) -> str:
    lines: list[str] = []
    for line in block.split("\n"):
        breaks_before = not lines or lines[-1].endswith(("  ", "\\")) or lines[-1].startswith("#")
        if breaks_before or _OWN_LINE.match(line):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line.strip()}"
    return "\n".join(lines)
