"""What becomes of translations: which go out of date with their source, which are missing, which are done."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from planbuilder.changes.change import Change, LanguageCode
from planbuilder.changes.content import Moved
from planbuilder.i18n.plan_text import entries
from planbuilder.i18n.po import Entry
from planbuilder.model.catalogue import Catalogue


def changes(old: Catalogue, new: Catalogue, moved: Moved) -> Iterator[Change]:
    """For each language that is translated into, and each owner of texts: the site, and each partnership.

    A text of what has moved is the same text under its new key.
    """
    before, after = old.site.languages[1:], new.site.languages[1:]
    yield from (Change.of("language_added", new.site, language=LanguageCode(code)) for code in _only(after, before))
    yield from (Change.of("language_removed", new.site, language=LanguageCode(code)) for code in _only(before, after))
    earlier = {moved.get(owner, owner): texts for owner, texts in entries(old).items()}
    later = entries(new)
    for code in after:
        if code in before:
            for owner, texts in later.items():
                yield from _of_owner(owner, code, moved, (old, earlier.get(owner, ())), (new, texts))


def _only(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in some if item not in others)


def _of_owner(
    owner: str,
    code: str,
    moved: Moved,
    old: tuple[Catalogue, tuple[Entry, ...]],
    new: tuple[Catalogue, tuple[Entry, ...]],
) -> Iterator[Change]:
    before = {_now(entry, moved).id: _is_translated(old[0], code, entry) for entry in old[1]}
    after = {entry.id: _is_translated(new[0], code, entry) for entry in new[1]}
    fresh = Counter(entry[0] for entry, done in after.items() if entry not in before and not done)
    gone = Counter(entry[0] for entry, done in before.items() if entry not in after and done)
    stale = (fresh & gone).total()
    counts = {
        "texts_stale": stale,
        "texts_untranslated": fresh.total() - stale,
        "texts_translated": sum(done and not before.get(entry, False) for entry, done in after.items()),
        "texts_lost": sum(not done and before.get(entry, False) for entry, done in after.items()),
    }
    about = new[0].entities[owner] if owner else new[0].site
    for kind, n in counts.items():
        if n:
            yield Change.of(kind, about, n=n, language=LanguageCode(code))  # type: ignore[arg-type]


def _now(entry: Entry, moved: Moved) -> Entry:
    """The entry with the key that its entity has now."""
    key, mark, field = entry.context.partition("#")
    return replace(entry, context=f"{moved.get(key, key)}{mark}{field}")


def _is_translated(catalogue: Catalogue, code: str, entry: Entry) -> bool:
    known = catalogue.translations.get(code, {})
    return (f"{entry.context}[0]" if entry.plural else entry.context, entry.source) in known
