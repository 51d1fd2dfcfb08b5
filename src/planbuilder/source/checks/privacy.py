"""Small numbers that could identify people. The repository is public, so these are errors, not warnings."""

from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.source.checks.finding import Finding

_SUPPRESS = "write suppressed: true instead of the value, and remove the number from the history of the file"


def small_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """No number under a measure's `suppress_below` is in its file, nor a share of so few people. Nought may be."""
    for measure in catalogue.all(Measure):
        if measure.suppress_below is None:
            continue
        for index, item in enumerate(measure.observations):
            if sentence := _too_small(measure, item, measure.suppress_below):
                yield Finding(measure.key, ("observations", index), sentence, _SUPPRESS, "error")


def _too_small(measure: Measure, item: Observation, least: int) -> str | None:
    if item.denominator is not None and 0 < item.denominator < least:
        return f"a figure about {item.denominator} people is about fewer than {least}"
    for value in (item.value, item.as_published):
        if value is None:
            continue
        if measure.kind == "count" and 0 < value < least:
            return f"{value} is less than {least}"
        if measure.kind == "percentage" and item.denominator and 0 < value * item.denominator / 100 < least:
            return f"{value} per cent of {item.denominator} is less than {least}"
    return None


def derivable_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """A suppressed number can't be found by taking the other parts from the total."""
    for measure in catalogue.all(Measure):
        if measure.kind == "count" and any(item.suppressed for item in measure.observations):
            yield from _derivable(measure)


def _derivable(measure: Measure) -> Iterator[Finding]:
    for part in ("group", "area"):
        other = "area" if part == "group" else "group"
        families: dict[tuple[str, str], list[tuple[int, Observation]]] = {}
        for index, item in enumerate(measure.observations):
            families.setdefault((item.period.text, str(getattr(item, other) or "")), []).append((index, item))
        for family in families.values():
            total = [item for _, item in family if getattr(item, part) is None and not item.suppressed]
            parts = [(index, item) for index, item in family if getattr(item, part) is not None]
            hidden = [index for index, item in parts if item.suppressed]
            if total and len(hidden) == 1 and len(parts) > 1:
                sentence = f"this number follows from the total and the other {part}s of the period"
                remedy = f"suppress a second {part}, or the total, as well"
                yield Finding(measure.key, ("observations", hidden[0]), sentence, remedy, "error")


CHECKS = (small_numbers, derivable_numbers)
