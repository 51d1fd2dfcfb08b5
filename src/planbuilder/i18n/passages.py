"""Prose in the pieces that translators work on: one paragraph, list or heading at a time."""

import re

_BLANK = re.compile(r"\n[ \t]*\n")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]")


def paragraphs(markdown: str) -> tuple[str, ...]:
    """The blocks of a Markdown text, divided by blank lines. A list stays whole, with what is indented below it."""
    found: list[str] = []
    for block in _BLANK.split(markdown.strip()):
        piece = block.strip("\n").rstrip()
        if not piece.strip():
            continue
        goes_on = found and _LIST_ITEM.match(found[-1]) and (_LIST_ITEM.match(piece) or piece[0] in " \t")
        if goes_on:
            found[-1] = f"{found[-1]}\n\n{piece}"
        else:
            found.append(piece)
    return tuple(found)
