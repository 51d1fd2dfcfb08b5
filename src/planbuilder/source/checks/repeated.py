"""Checks of figures that a text repeats: do they still say what the measure says?

Only where there is no doubt what is meant: a text that belongs to one measure, with a number, the measure's own unit
and a period of its series, as in "75 people in 2014".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Part
from planbuilder.model.measure import Measure, Observation
from planbuilder.model.reference import MeasureRef
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves, within
from planbuilder.source.tree import Loc

_PERIOD = r"((?:19|20)\d\d(?:/\d\d)?)(?![\d/\-–.]| Q\d)"
_NUMBER = r"(?<![\d.,£/\-–])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?"
_INEXACT = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|over|under|than|least|most|up to|some|approximately|"
    r"of|by|to|from|and|or|another)\s*$",
    re.IGNORECASE,
)
"""Words before a number after which it may well be another one."""


def repeated_figures(catalogue: Catalogue) -> Iterator[Finding]:
    """A figure that a text repeats is that of the measure."""
    for key, entity in catalogue.entities.items():
        if isinstance(entity, Measure):
            yield from _in_part(catalogue, key, (), entity, entity)
        for loc, value in leaves(entity):
            if isinstance(value, MeasureRef) and loc[-1] == "measure":
                yield from _in_part(catalogue, key, loc[:-1], within(entity, loc[:-1]), catalogue.get(value))


def _in_part(catalogue: Catalogue, key: str, loc: Loc, part: Part, measure: Measure) -> Iterator[Finding]:
    unit = catalogue.get(measure.unit)
    words = "|".join(sorted({re.escape(unit.one.source), re.escape(unit.other.source)}, key=len, reverse=True))
    pattern = re.compile(rf"{_NUMBER}\s+(?:{words})\s+in\s+{_PERIOD}", re.IGNORECASE)
    known = {item.period.text: item for item in measure.series if item.value is not None and item.qualifier is None}
    for inner, value in leaves(part):
        if isinstance(value, Text) and not {"notes", "observations"}.intersection(inner):
            for found in pattern.finditer(value.source):
                item = known.get(found[3])
                if item and not _INEXACT.search(value.source[: found.start()]) and not _same(found, item):
                    sentence = (
                        f'"{found[0]}" stands in this text, but {measure.id} has {item.value} for {item.period.text}'
                    )
                    remedy = "correct one of the two; if the source contradicts itself, say it in notes:"
                    yield Finding(key, (*loc, *inner), sentence, remedy)


def _same(found: re.Match[str], item: Observation) -> bool:
    """Whether a number in a text is the measure's, as it is or as the source prints it, within the decimals shown."""
    number = Decimal(found[1].replace(",", "") + (found[2] or ""))
    step = Decimal(1).scaleb(-max(0, len(found[2] or ".") - 1)) / 2
    return any(value is not None and abs(value - number) <= step for value in (item.value, item.as_published))


CHECKS = (repeated_figures,)
