"""How much of the words is translated."""

from collections.abc import Iterable
from dataclasses import dataclass

from planbuilder.i18n.language import Language
from planbuilder.i18n.plan_text import entries
from planbuilder.i18n.po import Entry, PoFile, TranslationStatus
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


def published(catalogue: Catalogue, language: Language) -> dict[str, tuple[int, int]]:
    """How many texts of each owner are shown in a language, of how many: the site's (empty) and each partnership's."""
    known = catalogue.translations.get(language.code, {})
    return {
        owner: (
            sum(entry.id in known or (f"{entry.context}[0]", entry.source) in known for entry in wanted),
            len(wanted),
        )
        for owner, wanted in entries(catalogue).items()
    }
