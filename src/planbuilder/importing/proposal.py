"""What an import would do to a measure. Nothing is overwritten: a figure that differs is for an editor to look at."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pydantic import ValidationError

from planbuilder.importing import cells
from planbuilder.importing.periods import period
from planbuilder.importing.sheet import Sheet, folded
from planbuilder.model.measure import Measure, Observation

Scale = Literal["ask", "fractions", "percentages"]
"""How percentages are written: 0.125 or 12.5; ask: refuse where that can't be told."""


@dataclass(frozen=True)
class Proposal:
    """The observations to add, how many are there already, and the rows that can't be placed, by line."""

    additions: tuple[Observation, ...]
    same: int
    refused: tuple[tuple[int, str], ...]
    without: int = 0
    """Rows that say that there is no figure."""
    rounded: int = 0
    """New figures that have more decimals in the sheet than the measure shows."""

    @property
    def withheld(self) -> int:
        """How many of the new ones have no value because it could identify people."""
        return sum(item.suppressed for item in self.additions)


def propose(measure: Measure, sheet: Sheet, scale: Scale = "ask") -> Proposal:
    """Compare a sheet with a measure. Small numbers are withheld here, before anything is written or shown."""
    known = {_place(item): item for item in measure.observations}
    additions: list[Observation] = []
    refused = list(sheet.refused)
    same = without = rounded = 0
    factor = _factor(measure, sheet, scale)
    for line, row in sheet.rows:
        if "period" in row and cells.NO_FIGURE.fullmatch(row.get("value", "")):
            without += 1
            continue
        try:
            exact = _observation(measure, row, factor)
            found = _rounded(exact, measure.decimals)
        except ValueError as error:
            refused.append((line, str(error)))
            continue
        before = known.setdefault(_place(found), found)
        if before is found:
            additions.append(found)
            rounded += found.value != exact.value
        elif (before.value, before.suppressed) == (found.value, found.suppressed):
            same += 1
        else:
            refused.append((line, f"{found.period.text} is there already with another figure – compare the two"))
    return Proposal(tuple(additions), same, tuple(sorted(refused)), without, rounded)


def _place(item: Observation) -> tuple[str, str, str]:
    return item.period.text, str(item.area or ""), str(item.group or "")


def _factor(measure: Measure, sheet: Sheet, scale: Scale) -> int | None:
    """What percentages are multiplied with; None where it can't be told."""
    if measure.kind != "percentage" or scale == "percentages":
        return 1
    if scale == "fractions":
        return 100
    values = [row["value"] for _, row in sheet.rows if "value" in row]
    if any("%" in value for value in values):
        return 1
    plain = [Decimal(value) for value in values if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", value)]
    return None if plain and max(plain) <= 1 else 1


def _observation(measure: Measure, row: dict[str, str], factor: int | None) -> Observation:
    if "period" not in row or "value" not in row:
        raise ValueError(_incomplete(measure, row))
    if cells.TOTAL.fullmatch(row["period"]):
        raise ValueError(f'"{row["period"][:60]}" is no period – leave totals out, or write the period that it is for')
    if factor is None:
        raise ValueError("every value is between 0 and 1 – say --fractions if 0.5 means 50 per cent, or --percentages")
    told, status = cells.marked(row["value"])
    fields: dict[str, object] = {**({"status": status} if status else {}), **row}
    fields["period"] = period(row["period"], measure.frequency)
    fields |= {name: folded(row[name]).replace(" ", "_") for name in ("status", "qualifier") if name in row}
    del fields["value"]
    for name in ("denominator", "lower", "upper", "as_published"):
        if name in row:
            times = factor if name != "denominator" and "%" not in row[name] else 1
            fields[name] = cells.number(row[name], "count" if name == "denominator" else measure.kind) * times
    if cells.WITHHELD.fullmatch(told):
        return _validated({name: fields[name] for name in fields if name in _OF_WITHHELD} | {"suppressed": True})
    value = cells.number(told, measure.kind)
    if measure.kind == "count" and measure.decimals == 0 and value != value.to_integral_value():
        raise ValueError(f'"{told}" is not a whole number, and the measure counts – take out a point between thousands')
    fields["value"] = value if factor == 1 or "%" in told else Decimal(f"{(value * factor).normalize():f}")
    found = _validated(fields)
    if _identifies(measure, found):
        return _validated({name: fields[name] for name in fields if name in _OF_WITHHELD} | {"suppressed": True})
    return found


def _incomplete(measure: Measure, row: dict[str, str]) -> str:
    """What to do with a row that lacks its period or its value: notes stand under tables, in the first column."""
    try:
        period(row.get("period", ""), measure.frequency)
    except ValueError:
        if "value" not in row and "period" in row:
            return f'"{row["period"][:60]}" is no figure – if it is a note, write it under caveats: of the measure'
    return "the period or the value is missing – fill the cell, or delete the row"


_OF_WITHHELD = ("period", "area", "group", "status")
"""What may be told of a number that is withheld: nothing that it could be found out from."""


def _validated(fields: dict[str, object]) -> Observation:
    try:
        return Observation.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "literal_error":
            choices = first["ctx"]["expected"].replace("'", "")
            raise ValueError(
                f'{first["loc"][0]}: "{first["input"]}" is not one of the choices – write {choices}'
            ) from None
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def _rounded(item: Observation, decimals: int) -> Observation:
    """An observation with no more decimals than its measure shows: sheets hold what a formula gives, to the last.

    A half is rounded up, as Excel shows it.
    """
    step = Decimal(1).scaleb(-decimals)
    told = {name: getattr(item, name) for name in ("value", "lower", "upper", "as_published")}
    long = {name: number for name, number in told.items() if number is not None and number != number.quantize(step)}
    return (
        item.model_copy(update={name: number.quantize(step, ROUND_HALF_UP) for name, number in long.items()})
        if long
        else item
    )


def _identifies(measure: Measure, item: Observation) -> bool:
    """Whether a number is under the measure's limit, or a share of so few people. Nought may be told."""
    least = measure.suppress_below
    if least is None or item.value is None:
        return False
    if item.denominator is not None and 0 < item.denominator < least:
        return True
    told = [value for value in (item.value, item.as_published) if value is not None]
    if measure.kind == "percentage" and item.denominator:
        told = [value * item.denominator / 100 for value in told]
    elif measure.kind != "count":
        return False
    return any(0 < value < least for value in told)
