"""Small numbers that could identify people. The repository is public, so these are errors, not warnings."""

from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure, Observation
from planbuilder.source.checks.derivable import derivable_numbers
from planbuilder.source.checks.finding import Finding
from planbuilder.source.tree import Loc

_SUPPRESS = "write suppressed: true instead of the value, and remove the number from the history of the file"


def small_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """No number under a measure's `suppress_below` is in its file, nor a share of so few people. Nought may be."""
    for measure in catalogue.all(Measure):
        if measure.suppress_below is None:
            continue
        for loc, item in _observations(measure):
            if sentence := _too_small(measure, item, measure.suppress_below):
                yield Finding(measure.key, loc, sentence, _SUPPRESS, "error")


def _observations(measure: Measure) -> Iterator[tuple[Loc, Observation]]:
    """Every observation with its place, those to compare with among them."""
    for index, item in enumerate(measure.observations):
        yield ("observations", index), item
    for number, other in enumerate(measure.comparators):
        for index, item in enumerate(other.observations):
            yield ("comparators", number, "observations", index), item


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


def told_beside(catalogue: Catalogue) -> Iterator[Finding]:
    """A withheld number does not stand in another field of its observation."""
    for measure in catalogue.all(Measure):
        for loc, item in _observations(measure):
            given = [name for name in ("as_published", "lower", "upper") if getattr(item, name) is not None]
            if item.suppressed and given:
                sentence = f"{given[0]} gives away the number that is withheld"
                yield Finding(measure.key, loc, sentence, "delete it from the file and its history", "error")


CHECKS = (small_numbers, told_beside, derivable_numbers)
