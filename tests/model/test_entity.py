"""What is made of an entity is remembered by it: however often it is edited, looking it up takes no longer."""

from functools import lru_cache

from planbuilder.model.registers import GlossaryTerm
from planbuilder.model.text import Text


def _term(means: str) -> GlossaryTerm:
    return GlossaryTerm(key="glossary/asb", term=Text("ASB"), means=Text(means))


def test_what_is_made_of_an_entity_is_found_by_one_that_says_the_same() -> None:
    """Another text under the same key is another entity."""
    remembered = lru_cache(lambda term: f"<p>{term.means}</p>")
    assert remembered(_term("Noise.")) == remembered(_term("Noise.")) == "<p>Noise.</p>"
    assert remembered(_term("Litter.")) == "<p>Litter.</p>"
    assert remembered.cache_info().hits == 1


def test_the_versions_of_an_edited_entity_are_told_apart_without_comparing_them() -> None:
    """A morning's edits would make each look-up longer than the one before."""
    versions = [_term(f"Meaning {number}.") for number in range(100)]
    assert len({hash(version) for version in versions}) > 90


def test_a_changed_copy_is_not_taken_for_the_first() -> None:
    """The hash is found once for each object, not once for all its copies."""
    first = _term("Noise.")
    known = {first: "made"}
    changed = first.model_copy(update={"means": Text("Litter.")})
    assert changed not in known
    assert first.model_copy() in known
