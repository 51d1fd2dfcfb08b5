"""How much of the words is translated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from planbuilder.i18n.plan_text import LANGUAGES, asked
from planbuilder.i18n.po import Entry, EntryId, PoFile, TranslationStatus
from planbuilder.model.catalogue import Catalogue


@dataclass(frozen=True)
class Coverage:
    """Texts of one owner in one language: `total` asked for, `current` shown, `fuzzy` made for an older text."""

    total: int
    current: int
    fuzzy: int
    status: TranslationStatus

    @property
    def share(self) -> float:
        """The share that is shown, 0 to 1. Nothing to translate is all of it."""
        return self.current / self.total if self.total else 1.0


def coverage(wanted: Iterable[Entry], file: PoFile) -> Coverage:
    """What a catalogue covers of the entries that are asked for now."""
    asked = {entry.id for entry in wanted}
    current = {entry.id for entry in file.entries if entry.current}
    fuzzy = {entry.id for entry in file.entries if entry.filled and entry.fuzzy}
    return Coverage(len(asked), len(asked & current), len(asked & fuzzy - current), file.status)


Shares = Mapping[str, Mapping[str, tuple[int, int]]]
"""language → owner (empty for the site itself) → how many texts are shown in the language, of how many."""


def published(catalogue: Catalogue, languages: Iterable[str]) -> Shares:
    """What the published site shows in each language, by owner."""
    wanted = asked(catalogue)
    return {code: _shown(wanted, catalogue.translations.get(code, {})) for code in languages}


def _shown(wanted: Mapping[str, list[frozenset[EntryId]]], known: Mapping[EntryId, str]) -> dict[str, tuple[int, int]]:
    counted = _counted(_Itself(known))
    for ids in {ids for entities in wanted.values() for ids in entities} - counted.keys():
        missing = [id_ for id_ in ids if id_ not in known]
        plural = sum((f"{context}[0]", source) in known for context, source in missing)
        counted[ids] = len(ids) - len(missing) + plural
    return {owner: (sum(counted[ids] for ids in of), sum(map(len, of))) for owner, of in wanted.items()}


class _Itself:
    """Translations, told apart by which they are: the same files give the same object."""

    def __init__(self, known: Mapping[EntryId, str]) -> None:
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.known is other.known

    def __hash__(self) -> int:
        return id(self.known)


@lru_cache(maxsize=LANGUAGES)
def _counted(_: _Itself) -> dict[frozenset[EntryId], int]:
    """How many texts of each entity these translations have, as far as it has been counted."""
    return {}
