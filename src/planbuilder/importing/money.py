"""A sheet with amounts of money → the lines of a finance table, and its text for a `finance.yml`."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from planbuilder.importing import cells
from planbuilder.importing.grid import Grid, Row, SheetError
from planbuilder.importing.sheet import by_name, chosen, folded, headed, titles
from planbuilder.model.table import AmountLine, FinanceTable

Scale = Literal["pounds", "thousands", "millions"]

FIELDS = ("label", "amount", "percent", "recipient", "text")
_NAMES = {name: name for name in FIELDS}
_NAMES |= dict.fromkeys(("item", "heading", "service", "category", "description", "budget heading", "area"), "label")
_NAMES |= dict.fromkeys(("cost", "spend", "spending", "budget", "income", "funding", "grant", "total", ""), "amount")
_NAMES |= dict.fromkeys(("%", "share", "per cent", "percentage"), "percent")
_NAMES |= dict.fromkeys(("awarded to", "organisation"), "recipient")
_NAMES |= dict.fromkeys(("purpose", "what it pays for", "notes", "comment"), "text")
_SCALES: Mapping[Scale, re.Pattern[str]] = {
    "thousands": re.compile(r"\(?£?'?\s?(?:000s?|k|thousands?)\)?$"),
    "millions": re.compile(r"\(?£?\s?(?:m|mn|millions?)\)?$"),
    "pounds": re.compile(r"\(?(?:£|gbp|in pounds)\)?$"),
}
_SUBTOTAL = re.compile(r"sub-?\s?total.*", re.IGNORECASE)


@dataclass(frozen=True)
class Money:
    """What a sheet holds: lines, the declared total, the scale where a heading says it; what can't be placed."""

    lines: tuple[AmountLine, ...]
    total: Decimal | None
    scale: Scale | None
    refused: tuple[tuple[int, str], ...]
    unused: tuple[str, ...]


def money(found: Grid, header: int | None = None, columns: Mapping[str, str] | None = None) -> Money:
    """The amounts of a sheet. Raises SheetError."""
    names = chosen(_NAMES, columns or {})
    head, body = headed(found, lambda row: _missing(_fields(row, names)), header)
    fields = _fields(head, names)
    if why := _missing(fields):
        raise SheetError(f"{why}; {titles(head)}")
    if not body:
        raise SheetError("there is no row below the names of the columns")
    lines: list[AmountLine] = []
    refused: list[tuple[int, str]] = []
    total = None
    for row in body:
        try:
            line = _line(row, fields)
        except ValueError as error:
            refused.append((row.line, str(error)))
            continue
        if cells.TOTAL.fullmatch(line.label.source):
            total = line.amount
        else:
            lines.append(line)
    unused = (cell for cell, name in zip(head.cells, fields, strict=True) if cell and not name)
    scale = _scale(head.cells[fields.index("amount")])[1]
    return Money(tuple(lines), total, scale, tuple(refused), tuple(unused))


def _scale(title: str) -> tuple[str, Scale | None]:
    """A column's title without its scale, and the scale: Budget (£000) is a budget in thousands."""
    bare = folded(title)
    for scale, sign in _SCALES.items():
        if (found := sign.search(bare)) and (found.start() == 0 or not bare[found.start() - 1].isalnum()):
            return bare[: found.start()].strip(" ,-–"), scale
    return bare, None


def _fields(row: Row, names: Mapping[str, str]) -> list[str]:
    return [names.get(folded(cell)) or (names.get(_scale(cell)[0], "") if cell else "") for cell in row.cells]


def _missing(fields: list[str]) -> str:
    for needed in ("label", "amount"):
        if fields.count(needed) != 1:
            found = "no column" if needed not in fields else "more than one column"
            return (
                f'there is {found} for the {needed} – call one of them "{needed}", or say which: --column {needed}="…"'
            )
    return ""


def _line(row: Row, fields: list[str]) -> AmountLine:
    if row.wrong or row.merged:
        raise ValueError(row.wrong or "a cell of this row is merged with the one above – unmerge the cells")
    written: dict[str, Any] = by_name(row, fields)
    if "label" not in written or len(written) == 1:
        told = f'"{written["label"][:60]}" has no amount' if "label" in written else "the label is missing"
        raise ValueError(f"{told} – fill the cell, or leave the row out if it is a heading or a note")
    if _SUBTOTAL.fullmatch(written["label"]):
        raise ValueError("a subtotal would be counted twice – leave it out, or make a table of its own")
    if cells.NO_FIGURE.fullmatch(written.get("amount", "")):
        del written["amount"]
    for name, kind in (("amount", "currency"), ("percent", "percentage")):
        if name in written:
            written[name] = cells.number(written[name], "currency" if kind == "currency" else "percentage")
    return AmountLine.model_validate(written)


def as_yaml(name: str, title: str, kind: str, scale: Scale, found: Money) -> str:
    """The table as an entry of `finance.yml`."""
    lines = [f"{name}:", f"  title: {_quoted(title)}", f"  kind: {kind}"]
    lines += [f"  scale: {scale}"] if scale != "pounds" else []
    lines += ["  lines:", *(f"    - {_flow(line)}" for line in found.lines)]
    lines += [f"  total: {found.total:f}"] if found.total is not None else []
    return "\n".join(lines) + "\n"


def _flow(line: AmountLine) -> str:
    told = {name: getattr(line, name) for name in FIELDS if getattr(line, name) is not None}
    written = (
        f"{name}: {value:f}" if isinstance(value, Decimal) else f"{name}: {_quoted(str(value))}"
        for name, value in told.items()
    )
    return "{" + ", ".join(written) + "}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # a JSON text is a YAML text


def differences(table: FinanceTable, found: Money) -> tuple[str, ...]:
    """What a sheet says otherwise than a table that is there already; empty where they agree."""
    ours, theirs = ({str(line.label): line.amount for line in lines} for lines in (table.lines, found.lines))
    told = [
        f"{label}: {_amount(ours.get(label))} here, {_amount(theirs.get(label))} in the sheet"
        for label in dict.fromkeys((*ours, *theirs))
        if ours.get(label) != theirs.get(label)
    ]
    if found.total != table.total:
        told.append(f"total: {_amount(table.total)} here, {_amount(found.total)} in the sheet")
    return tuple(told)


def _amount(number: Decimal | None) -> str:
    return "nothing" if number is None else f"{number:f}"
