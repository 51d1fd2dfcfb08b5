"""A catalogue brought up to date: what is asked for now, with the translations that still fit.

A translation fits where context and source text are the same. Where the text of a context changed, the closest
old translation is kept for translators, marked fuzzy with the text it was made for; readers don't see it.
"""

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from planbuilder.i18n.po import Entry, EntryId, PoFile

_LIKENESS = 0.6
"""From this share of common text on, an old translation is worth offering (0 to 1)."""


def merge(wanted: Iterable[Entry], file: PoFile) -> PoFile:
    """`file` with exactly the wanted entries, in their order. What is no longer asked for becomes obsolete."""
    known: dict[EntryId, Entry] = {entry.id: entry for entry in (*file.obsolete, *file.entries)}
    asked = list(wanted)
    spare = [entry for entry in known.values() if entry.filled and entry.id not in {item.id for item in asked}]
    merged: list[Entry] = []
    for entry in asked:
        same = known.get(entry.id)
        if same is not None and bool(same.plural) == bool(entry.plural):
            merged.append(_kept(entry, same, file.form_count))
            continue
        former = _closest(entry, spare)
        if former is not None:
            spare.remove(former)
            entry = _offered(entry, former)  # noqa: PLW2901 – the entry with an offer takes its place
        merged.append(entry)
    obsolete = tuple(replace(entry, hints=(), places=()) for entry in spare if not entry.fuzzy)
    return replace(file, entries=tuple(merged), obsolete=obsolete)


def _kept(entry: Entry, known: Entry, form_count: int) -> Entry:
    plural_changed = entry.plural != known.plural and known.filled
    forms = known.forms
    if entry.plural and forms and len(forms) != form_count:
        forms = (forms + ("",) * form_count)[:form_count]
    return replace(
        entry,
        forms=forms,
        fuzzy=known.fuzzy or plural_changed,
        previous=known.previous if known.fuzzy else "",
        comments=known.comments,
    )


def _offered(entry: Entry, former: Entry) -> Entry:
    previous = former.previous if former.fuzzy and former.previous else former.source
    return replace(entry, forms=former.forms, fuzzy=True, previous=previous, comments=former.comments)


def _closest(entry: Entry, spare: list[Entry]) -> Entry | None:
    """The most similar entry of the same context that is left over."""
    best, score = None, _LIKENESS
    matcher = SequenceMatcher(b=entry.source, autojunk=False)
    for other in spare:
        if other.context != entry.context or bool(other.plural) != bool(entry.plural):
            continue
        matcher.set_seq1(other.source)
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
            best, score = other, matcher.ratio()
    return best
