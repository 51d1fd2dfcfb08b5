"""How far a change of the data reaches.

A question about an entity is answered from the entities of its partnership, from those of partnerships that name it or
that it names (a priority may use another partnership's measure), and from what belongs to the site. So while none of
these is different, no such question has to be answered again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planbuilder.exports.references import references
from planbuilder.model.catalogue import Catalogue, Origin


@dataclass(frozen=True)
class Standing:
    """What there was in a build."""

    partnerships: frozenset[str]
    digests: Mapping[str, bytes]
    """What stands for each entity, by key."""
    origins: Mapping[str, Origin]
    named: Mapping[str, frozenset[str]]
    """The other partnerships that an entity names, by its key."""

    @classmethod
    def of(cls, catalogue: Catalogue, digests: Mapping[str, bytes], before: "Standing | None" = None) -> "Standing":
        """What there is now. What an entity names is known if it and the partnerships are the same as `before`."""
        partnerships = frozenset(one.key for one in catalogue.partnerships)
        same = before if before and before.partnerships == partnerships else None
        named = {
            key: same.named[key]
            if same and same.digests.get(key) == digests.get(key)
            else frozenset(map(owner_of, references(entity))) & partnerships - {owner_of(key)}
            for key, entity in catalogue.entities.items()
            if owner_of(key) in partnerships
        }
        return cls(partnerships, digests, catalogue.origins, named)


def out_of_reach(before: Standing, now: Standing) -> frozenset[str]:
    """The partnerships about whose entities no question can have another answer than before."""
    changed = {*_changed(before.digests, now.digests), *_changed(before.origins, now.origins)}
    reached = {owner_of(key) for key in changed}
    if reached - before.partnerships - now.partnerships:
        return frozenset()  # what belongs to the site may be shown anywhere
    ties = {(owner_of(key), other) for one in (before, now) for key, others in one.named.items() for other in others}
    while more := {end for tie in ties if reached.intersection(tie) for end in tie} - reached:
        reached |= more
    return now.partnerships - reached


def owner_of(key: str) -> str:
    """The partnership of an entity; for one of the site's own, the name of its register."""
    return key.partition("/")[0]


def _changed(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    yield from before.keys() - now.keys()
    yield from (key for key, one in now.items() if before.get(key) != one)
