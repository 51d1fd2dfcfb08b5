"""What is in a cell, with the habits of spreadsheets: understood where only one thing can be meant, else refused."""

import re
from decimal import Decimal

from planbuilder.model.measure import MeasureKind

WITHHELD = re.compile(r"\*+|c|\[c\]|suppressed|withheld|(?:<|under|fewer than|less than) ?\d+", re.IGNORECASE)
"""How sources mark a number that is withheld."""
NO_FIGURE = re.compile(
    r"n/?a|n\.a\.|not (?:available|applicable|collected)|no data|\.\.+|…|:|\[?[xz]\]?", re.IGNORECASE
)
"""How sources say that there is no figure."""
TOTAL = re.compile(r"(?:grand |overall )?total(?: .*)?", re.IGNORECASE)
"""How sources name a row that adds up the others."""
MARKS = {"p": "provisional", "provisional": "provisional", "r": "revised", "revised": "revised"}
"""Marks behind a number that say how far it is settled, and what they say."""

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:([, ])\d{3})(?:\1\d{3}){0,3}(?:\.\d+)?")
_MARKED = re.compile(r"(.*[\d%]) ?[(\[]\s*([a-z]+(?: ?\d+)?|\d{1,2})\s*[)\]]", re.IGNORECASE)
_NOUGHT = ("-", "–", "—")


def marked(cell: str) -> tuple[str, str | None]:
    """A number without the mark behind it, and the status that the mark means: 1,234 (p) is provisional.

    Raises ValueError for a mark that could mean anything.
    """
    found = _MARKED.fullmatch(cell)
    if not found:
        return cell, None
    status = MARKS.get(found[2].casefold())
    if status is None:
        raise ValueError(f'"{cell}" has a footnote mark – write the number alone, and the footnote in a column note')
    return found[1], status


def number(cell: str, kind: MeasureKind) -> Decimal:
    """A number: 17,322 and £12.50 and 12.5% are understood. Raises ValueError with a sentence for editors."""
    bare = re.sub(r"[\s\u00a0\u202f]+", " ", cell.strip()).replace("\u2212", "-")
    _refuse_signs(cell, bare)
    if bare.endswith("%"):
        if kind != "percentage":
            raise ValueError(f'"{cell}" is a percentage, and the measure is not – check the column')
        bare = bare[:-1].rstrip()
    if kind == "currency":
        bare = re.sub(r"^\((.*)\)$", r"-\1", bare).replace("£", "", 1).replace("- ", "-").strip()
    if _PLAIN.fullmatch(bare):
        return Decimal(bare)
    if _GROUPED.fullmatch(bare):
        return Decimal(re.sub("[, ]", "", bare))
    if "," in bare:
        raise ValueError(f'"{cell}" can be read in two ways – write decimals with a point: 12.5')
    raise ValueError(f'"{cell}" is not a number – write digits only, such as 17322 or 12.5')


def _refuse_signs(cell: str, bare: str) -> None:
    """Raises ValueError for what spreadsheets put where a number should be."""
    if bare.startswith("#"):
        raise ValueError(f'"{cell}" is an error of the spreadsheet – mend it there, or make the column wider')
    if bare.startswith("="):
        raise ValueError(f'"{cell}" is a formula without its result – open the file in Excel, and save it again')
    if re.fullmatch(r"-?\d+(?:\.\d+)?[eE][+-]?\d+", bare):
        raise ValueError(f'"{cell}" was shortened by the spreadsheet – format the column as a number with all digits')
    if bare in _NOUGHT:
        raise ValueError(f'"{cell}" may mean nought or no figure – write 0, or n/a')
