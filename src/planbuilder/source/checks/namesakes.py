"""What stands in a list twice: readers would see it twice, and links could not tell which is meant."""

from collections.abc import Iterator
from functools import lru_cache

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Consultation
from planbuilder.model.entity import Entity
from planbuilder.model.reference import Reference
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves
from planbuilder.source.tree import Loc


def named_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """No list of references names the same entity twice, and no list of measures the same measure."""
    for entity in catalogue.entities.values():
        yield from _named_twice(entity)


@lru_cache(maxsize=65_536)
def _named_twice(entity: Entity) -> tuple[Finding, ...]:
    """The same for one entity. The preview asks about all of them again and again."""
    seen: dict[tuple[Loc, str], int] = {}
    found = []
    for loc, value in leaves(entity):
        if not isinstance(value, Reference):
            continue
        ending = 2 if loc[-3:-2] == ("measures",) else 1  # a fact may tell of one measure at two times
        index = loc[-ending] if len(loc) >= ending else None
        if not isinstance(index, int):
            continue
        first = seen.setdefault((loc[:-ending], value), index)
        if first != index:
            sentence = f'"{value.written}" stands here twice (first as number {first + 1})'
            found.append(Finding(entity.key, loc, sentence, "keep one of the two", "error", settled_by_notes=False))
    return tuple(found)


def questions_with_one_title(catalogue: Catalogue) -> Iterator[Finding]:
    """The charts of a consultation are told apart, and linked to, by their titles."""
    for consultation in catalogue.all(Consultation):
        seen: dict[str, str] = {}
        for name, titles in (
            ("breakdown", [one.title for one in consultation.breakdowns]),
            ("question", [one.title for one in consultation.questions]),
        ):
            for index, title in enumerate(titles):
                here = f"{name} {index + 1}"
                first = seen.setdefault(title.source.casefold().strip(), here)
                if first != here:
                    sentence = f'"{title.source}" is also the title of {first}'
                    remedy = "give one of them a title that tells them apart"
                    loc = (f"{name}s", index, "title")
                    yield Finding(consultation.key, loc, sentence, remedy, "error", settled_by_notes=False)


CHECKS = (named_twice, questions_with_one_title)
