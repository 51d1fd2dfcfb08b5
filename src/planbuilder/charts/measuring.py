"""How wide a text will be, without a browser. In em of its own font; on the wide side of Noto Sans and Roboto."""

import unicodedata
from functools import lru_cache

_NARROW = frozenset("iljtfrI.,:;'’|!()[]/-‐·")
_WIDE = frozenset("mwMWÆŒ@%…—")


def _character(char: str) -> float:
    if char.isdigit():
        return 0.58
    if char in " \u00a0\u202f\u2009":
        return 0.27
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.9
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.0
    return 0.68 if char.isupper() else 0.58


@lru_cache(maxsize=16_384)
def width(text: str) -> float:
    """The width of a text in em."""
    return sum(map(_character, text))
