"""The JSON files: a plan, a report, a measure, and a whole partnership, each with what it refers to.

A file says what it is (`schema`, `kind`, `id`), from when (`as_of`), in which language its texts are, who publishes
it, and whom to credit: the documents that the facts are from, each with the licence it states (null: it states none).
`entities` holds the thing itself first, then its parts, then the documents, organisations and units that these name.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from planbuilder.exports.credits import credited
from planbuilder.exports.reader import PUBLISHED, SCHEMA
from planbuilder.exports.references import references
from planbuilder.exports.schema import SCHEMA_PATH
from planbuilder.exports.written import to_json, type_name, written
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.organisation import Organisation
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.reference import DocumentRef
from planbuilder.model.registers import Document, Unit
from planbuilder.model.report import Report

_REGISTERS = (Organisation, Document, Unit)
_KINDS = {kind: place for place, kind in enumerate(PUBLISHED)}


def json_files(catalogue: Catalogue, partnership: Partnership) -> dict[str, bytes]:
    """Every JSON file of a partnership, by path below `data/`: the whole, then each plan, report and measure."""
    lines = _Lines()
    whole = owned(catalogue, partnership)
    found = {path_of(partnership): _document(catalogue, partnership, whole, lines)}
    for entity in whole:
        match entity:
            case Plan() | Report():
                parts = [item for item in whole if item.plan_key == entity.key]
                found[path_of(entity)] = _document(catalogue, entity, parts, lines)
            case Measure():
                found[path_of(entity)] = _document(catalogue, entity, [entity], lines)
    return found


def path_of(entity: Partnership | Plan | Report | Measure) -> str:
    """Where an entity's file lies below `data/`."""
    return f"{entity.key}/partnership.json" if isinstance(entity, Partnership) else f"{entity.key}.json"


class _Lines(dict[str, str]):
    """Entities as lines of JSON: each is written once, however many files hold it."""

    def of(self, entity: Entity) -> str:
        if entity.key not in self:
            self[entity.key] = written(entity)
        return self[entity.key]


def owned(catalogue: Catalogue, partnership: Partnership) -> list[Entity]:
    """Everything that a partnership publishes, in the order of a file."""
    mine = (item for kind in _KINDS for item in catalogue.of(partnership, kind))
    return sorted(mine, key=lambda item: (_KINDS[type(item)], item.key))


def _document(catalogue: Catalogue, main: Entity, parts: Iterable[Entity], lines: _Lines) -> bytes:
    entities = [main, *(part for part in parts if part.key != main.key)]
    named = _named(catalogue, entities)
    head = to_json(_head(catalogue, main, (DocumentRef(item.key) for item in named if isinstance(item, Document))))
    body = ",\n".join(lines.of(entity) for entity in (*entities, *named))
    return f'{head[:-1]},\n"entities": [\n{body}\n]}}\n'.encode()


def _head(catalogue: Catalogue, main: Entity, documents: Iterable[DocumentRef]) -> Mapping[str, Any]:
    site = catalogue.site
    return {
        "$schema": f"{site.address.rstrip('/')}/data/{SCHEMA_PATH}",
        "schema": SCHEMA,
        "kind": type_name(type(main)),
        "id": main.key,
        "as_of": catalogue.today,
        "language": site.languages[0],
        "publisher": {"name": site.publisher.name.source, "site": site.title.source, "address": site.address},
        "credits": [
            {"document": credit.document.key, "attribution": credit.attribution, "licence": credit.licence}
            for credit in credited(catalogue, documents)
        ],
    }


def _named(catalogue: Catalogue, entities: Iterable[Entity]) -> list[Entity]:
    """The entries of registers that some entities name, and those that these name in turn, in order of key."""
    found: dict[str, Entity] = {}
    waiting = list(entities)
    while waiting:
        for reference in references(waiting.pop()):
            entity = catalogue.get(reference)
            if isinstance(entity, _REGISTERS) and entity.key not in found:
                found[entity.key] = entity
                waiting.append(entity)
    return [found[key] for key in sorted(found)]
