"""Entities as JSON: every field under the model's own name, texts in the language they were written in.

Numbers are JSON numbers, unless a program that reads JSON could lose digits of one or would meet an exponent: that
one is text. Days are `2016-04-01`, periods the notation of the data files, references whole keys. What is empty is
left out. A suppressed observation says `"suppressed": true` and has neither value, limits nor denominator.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure, Observation

WITHHELD = ("value", "as_published", "lower", "upper", "denominator")
"""What could give a suppressed number away: left out here, whatever the data says."""


def type_name(kind: type[Entity]) -> str:
    """What the JSON calls a type of entity: `finance_table`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def written(entity: Entity) -> str:
    """One entity as one line of JSON; its type stands first."""
    if isinstance(entity, Measure):
        entity = _withheld(entity)
    fields = entity.model_dump(mode="python", by_alias=True, exclude_none=True)
    return to_json({"type": type_name(type(entity)), **fields})


def to_json(value: Any) -> str:
    """JSON in one line. Raises TypeError for what is no model's value."""
    return json.dumps(value, default=_plain, ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _number(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _number(value: Decimal) -> int | float | str:
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    near = repr(float(value))
    return float(near) if "e" not in near and Decimal(near) == value else f"{value:f}"


def _withheld(measure: Measure) -> Measure:
    series = [measure.observations, *(other.observations for other in measure.comparators)]
    if not any(item.suppressed for observations in series for item in observations):
        return measure
    comparators = tuple(
        other.model_copy(update={"observations": _without(other.observations)}) for other in measure.comparators
    )
    return measure.model_copy(update={"observations": _without(measure.observations), "comparators": comparators})


def _without(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    nothing = dict.fromkeys(WITHHELD)
    return tuple(item.model_copy(update=nothing) if item.suppressed else item for item in observations)
