"""Examples of code in a text of Markdown: what stands in them is shown, not obeyed.

Found as Python-Markdown finds them – a fence that is not closed is none –, in a time that grows with the text alone:
an expression that looks for the other end of every backtick takes minutes for a page of nothing else.
"""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^(`{3,}+|~{3,}+)[^`\n]*$", re.MULTILINE)
_CLOSING = re.compile(r"^(`{3,}+|~{3,}+) *$", re.MULTILINE)
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_RUN = re.compile(r"`+")


def blanked(text: str) -> str:
    """A text with every example blanked; all other characters stay in their places."""
    text = _without(text, _fenced(text))
    return _without(text, _inline(text))


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in spans:
        parts += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
        last = end
    return "".join((*parts, text[last:]))


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """From each opening fence to the next line that is the same fence and nothing else."""
    closings: dict[str, list[re.Match[str]]] = {}
    for found in reversed(list(_CLOSING.finditer(text))):
        closings.setdefault(found[1], []).append(found)
    after = 0
    for opening in _FENCE.finditer(text):
        if opening.start() < after:
            continue
        ends = closings.get(opening[1], [])
        while ends and ends[-1].start() <= opening.start():
            ends.pop()
        if ends:
            after = ends[-1].end()
            yield opening.start(), after


def _inline(text: str) -> Iterator[tuple[int, int]]:
    """From each run of backticks to the next one of the same length in the same paragraph."""
    for block in _BLOCK.finditer(text):
        runs = list(_RUN.finditer(text, block.start(), block.end()))
        following: dict[int, int] = {}
        partner: dict[int, int] = {}
        for number in range(len(runs) - 1, -1, -1):
            length = len(runs[number][0])
            if length in following:
                partner[number] = following[length]
            following[length] = number
        number = 0
        while number < len(runs):
            start = runs[number].start()
            escaped = text[start - 1 : start] == "\\"
            if number in partner and not escaped:
                yield start, runs[partner[number]].end()
                number = partner[number]
            number += 1
