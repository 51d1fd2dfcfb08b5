"""Texts that hardly anybody can read: far longer sentences and words than plain language has.

The measure is LIX (Björnsson 1968): words a sentence, plus long words in a hundred. It needs no list of words, so it
serves every language with letters and spaces. Plain language is under 40, a newspaper about 45, a law about 60.
"""

import re
from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves

FAR = 65
"""From here on a text is harder than a law."""
LEAST = 40
"""Words: of fewer, nothing can be said."""
_LONG = 7
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?:;۔。]+(?=[\s\"'”’)\]]|$)|\n[ \t]*(?:[-*+]|\d+[.)]|#+)[ \t]|\n\s*\n")
_NOT_READ = re.compile(r"\]\([^)\s]*\)|<[^<>\s]+>")


def hard_texts(catalogue: Catalogue) -> Iterator[Finding]:
    """No text is far harder to read than plain language."""
    for key, entity in catalogue.entities.items():
        for loc, value in leaves(entity):
            if isinstance(value, Text) and len(value.source) > 4 * LEAST and (told := _told(value.source)):
                remedy = "make sentences of fifteen words, and use words that people know"
                yield Finding(key, loc, told, remedy, settled_by_notes=False)


def _told(source: str) -> str | None:
    text = _NOT_READ.sub(" ", source)
    words = _WORD.findall(text)
    sentences = sum(1 for part in _END.split(text) if _WORD.search(part))
    if len(words) < LEAST or not sentences:
        return None
    length, long = len(words) / sentences, 100 * sum(len(word) >= _LONG for word in words) / len(words)
    if length + long < FAR:
        return None
    return f"this is harder to read than a law: {length:.0f} words a sentence, {long:.0f} of 100 words are long"


CHECKS = (hard_texts,)
