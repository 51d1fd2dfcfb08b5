"""What a translation must share with its source: figures, placeholders, links, the length of lists."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.i18n.po import Entry, PoFile

_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)")
_SEPARATED = re.compile(r"(?<=\d)[.,\u066b\u066c](?=\d)")
_DIGITS = re.compile(r"\d+")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_LONE_PERCENT = re.compile(r"(?<!%)%(?:%%)*(?!%|\(\w+\)s)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_STRONG = re.compile(r"\*\*(?=\S).+?\*\*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"^[^\u0590-\u08ff]*$")
"""No letter of a right-to-left script: those write abbreviations out."""
_ABBREVIATION = re.compile(r"\b[A-Z]{3,6}\b")
_UNSEEN = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Fault:
    """One way in which a translation says something else than its source. `line` is in the PO file."""

    line: int
    where: str
    sentence: str
    remedy: str


def figures(text: str) -> Counter[str]:
    """The numbers of a text as bare digits, so that 22,021 and 22 021 are the same, and so are 12.5 and 12,5."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign for sign in text)
    plain = _PLACEHOLDER.sub(" ", _ITEM.sub(" ", plain))
    plain = _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), plain)
    return Counter(_DIGITS.findall(_SEPARATED.sub("", plain)))


def links(text: str) -> Counter[str]:
    """Targets of Markdown links, and addresses in the text."""
    bare = _LINK.sub(" ", text)
    return Counter(_LINK.findall(text)) + Counter(address.rstrip(".,;:") for address in _ADDRESS.findall(bare))


def _told(counted: Counter[str]) -> str:
    return ", ".join(sorted(counted.elements()))


def _differences(source: str, translation: str) -> Iterator[tuple[str, str]]:
    for name, find in (("figure", figures), ("link", links)):
        had, has = find(source), find(translation)
        if missing := had - has:
            yield f"the translation lacks the {name} {_told(missing)}", f"write every {name} as the source has it"
        if added := has - had:
            yield f"the translation has the {name} {_told(added)}, and the source has not", f"take this {name} out"
    for name, pattern in (("list items", _ITEM), ("headings", _HEADING), ("stretches of strong text", _STRONG)):
        had_count, has_count = len(pattern.findall(source)), len(pattern.findall(translation))
        if had_count != has_count:
            yield f"the source has {had_count} {name} and the translation {has_count}", f"give it the same {name}"
    if found := _UNSEEN.search(translation):
        yield f"there is an invisible character (U+{ord(found[0]):04X})", "delete it"


def _placeholder_faults(entry: Entry) -> Iterator[tuple[str, str]]:
    sources = set(_PLACEHOLDER.findall(f"{entry.source} {entry.plural}"))
    used: set[str] = set()
    for form in entry.forms:
        names = set(_PLACEHOLDER.findall(form))
        used |= names
        if unknown := names - sources:
            yield f"the placeholder %({sorted(unknown)[0]})s is not in the source", "use the source's placeholders only"
        if sources and _LONE_PERCENT.search(form):
            yield "there is a lone % sign or a broken placeholder", "write %% for a sign, %(name)s for a placeholder"
    if lacking := sources - used:
        yield f"the placeholder %({sorted(lacking)[0]})s is missing", "write it where its value belongs"


def faults(file: PoFile) -> Iterator[Fault]:
    """Everything in a catalogue that must not be published."""
    for entry in file.entries:
        if not entry.current:
            continue
        where = entry.context or entry.source[:60]
        if entry.plural and len(entry.forms) != file.form_count:
            sentence = f"there are {len(entry.forms)} plural forms, and the file's header declares {file.form_count}"
            yield Fault(entry.line, where, sentence, "give one for each")
        found = [*_placeholder_faults(entry)] if entry.placeholders else []
        if not entry.plural:
            found += _differences(entry.source, entry.forms[0])
        for sentence, remedy in dict.fromkeys(found):
            yield Fault(entry.line, where, sentence, remedy)


SHORTEST, LONGEST = 0.35, 3.0
"""Outside of these shares of the source's length, something is probably missing or added."""
LONG_ENOUGH = 60
"""Characters from which on a length says something."""


def doubts(file: PoFile) -> Iterator[Fault]:
    """What somebody should look at: translations much shorter or longer, left in the original, without a name."""
    for entry in file.entries:
        if not entry.current or entry.plural:
            continue
        where = entry.context or entry.source[:60]
        for sentence, remedy in _doubtful(entry.source, entry.forms[0]):
            yield Fault(entry.line, where, sentence, remedy)


def _doubtful(source: str, translation: str) -> Iterator[tuple[str, str]]:
    share = len(translation) / len(source)
    if len(source) >= LONG_ENOUGH and not SHORTEST <= share <= LONGEST:
        yield f"the translation is {share:.0%} as long as its source", "see whether something is missing or added"
    if translation == source and len(_WORD.findall(source)) > 3:
        yield "the translation is the source itself", "translate it, or leave it empty: then it is marked as original"
    lost = {name for name in _ABBREVIATION.findall(source) if name not in translation}
    if lost and _LATIN.search(translation):
        yield f"{', '.join(sorted(lost))} does not appear in the translation", "keep the name beside its translation"
