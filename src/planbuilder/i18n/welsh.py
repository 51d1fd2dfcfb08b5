"""What Welsh asks of a program beyond a catalogue: its "and" depends on the sound that follows.

CLDR prints "a(c)" and leaves the choice to the reader. The rule: *a* before consonants, *ac* before vowels.
The words themselves are not mutated: most are names and titles, which keep their form.
"""

import re
from collections.abc import Sequence

_MARKUP = re.compile(r"<[^>]*>|&#?\w+;")
_FIRST_WORD = re.compile(r"\w[\w.,]*")
# W and y are vowels in Welsh, and consonants before another vowel, as in ward, Wrecsam and Youth.
_VOWEL = re.compile(r"[aeiouàáâäèéêëìíîïòóôöùúûüŵẁẃẅŷỳýÿ]|w[yŷ]|y(?![aeou])")
# How numbers begin when they are said: un, un deg un, wyth. But deg, cant and mil.
_SAID_WITH_VOWEL = re.compile(r"(?:1|1[1-9](?:,\d{3})*|8\d*(?:,\d{3})*)(?:\.\d+)?$")


def and_before(following: str) -> str:
    """The word for "and" before a text, which may be HTML: *ac* before the sound of a vowel, else *a*."""
    found = _FIRST_WORD.search(_MARKUP.sub("", following).casefold())
    if not found:
        return "a"
    word = found[0].rstrip(".,")
    vowel = _SAID_WITH_VOWEL.match(word) if word[0].isdigit() else _VOWEL.match(word)
    return "ac" if vowel else "a"


def joined(items: Sequence[str]) -> str:
    """Items as a sentence joins them: coch, gwyn a gwyrdd."""
    *others, last = items
    return f"{', '.join(others)} {and_before(last)} {last}" if others else last
