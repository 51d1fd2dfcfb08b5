"""Checks of a measure's parts against its whole: no part is larger, and areas don't add up to more."""

from collections.abc import Iterator
from decimal import Decimal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.source.checks.finding import Finding

_REMEDY = "correct the figures; if the source prints them so, say it in notes:"


def parts_and_wholes(catalogue: Catalogue) -> Iterator[Finding]:
    """A part of a count is no larger than the whole. Groups may overlap, as sex and age do; areas don't."""
    for measure in catalogue.all(Measure):
        if measure.kind != "count":
            continue
        wholes = {item.period.text: item for item in measure.series if item.value is not None and not item.qualifier}
        areas: dict[str, Decimal] = {}
        for index, item in enumerate(measure.observations):
            whole = wholes.get(item.period.text)
            if whole is None or item is whole or item.value is None or item.qualifier:
                continue
            if item.value > (whole.value or 0):
                yield _finding(
                    measure, index, f"this part is larger than the whole of {item.period.text}, {whole.value}"
                )
            elif item.area is not None and item.group is None:
                areas[item.period.text] = areas.get(item.period.text, Decimal(0)) + item.value
        yield from _areas(measure, wholes, areas)


def _areas(measure: Measure, wholes: dict[str, Observation], areas: dict[str, Decimal]) -> Iterator[Finding]:
    for index, item in enumerate(measure.observations):
        total = areas.get(item.period.text)
        if total is not None and item is wholes.get(item.period.text) and total > (item.value or 0):
            yield _finding(measure, index, f"the areas of {item.period.text} add up to {total}, more than this whole")


def _finding(measure: Measure, index: int, sentence: str) -> Finding:
    return Finding(measure.key, ("observations", index, "value"), sentence, _REMEDY)


CHECKS = (parts_and_wholes,)
