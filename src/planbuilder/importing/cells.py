"""What is in a cell, with the habits of spreadsheets: understood where only one thing can be meant, else refused."""

import re
from datetime import date, timedelta
from decimal import Decimal

from planbuilder.model.measure import Frequency, MeasureKind
from planbuilder.model.period import Period

WITHHELD = re.compile(r"\*+|\.\.+|c|x|s|\[[csx]\]|suppressed|withheld|<\s*\d+", re.IGNORECASE)
"""How sources mark a number that is withheld."""

_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def number(cell: str, kind: MeasureKind) -> Decimal:
    """A number: 17,322 and £12.50 and 12.5% are understood. Raises ValueError with a sentence for editors."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", cell)
    if bare.startswith("#"):
        raise ValueError(f'"{cell}" is an error of the spreadsheet – mend it there, or make the column wider')
    if re.fullmatch(r"-?\d+(?:\.\d+)?[eE][+-]?\d+", bare):
        raise ValueError(f'"{cell}" was shortened by the spreadsheet – format the column as a number with all digits')
    if bare.endswith("%"):
        if kind != "percentage":
            raise ValueError(f'"{cell}" is a percentage, and the measure is not – check the column')
        bare = bare[:-1]
    if kind == "currency":
        bare = bare.replace("£", "", 1)
    if _PLAIN.fullmatch(bare):
        return Decimal(bare)
    if _GROUPED.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if "," in bare:
        raise ValueError(f'"{cell}" can be read in two ways – write decimals with a point: 12.5')
    raise ValueError(f'"{cell}" is not a number – write digits only, such as 17322 or 12.5')


def period(cell: str, frequency: Frequency) -> Period:
    """A period: our notations, Apr-16, April 2016, Q1 2016, 2016-17; a day where the measure says what it stands for.

    Raises ValueError with a sentence for editors.
    """
    words = " ".join(cell.split())
    if re.fullmatch(r"\d{5}", words):
        raise ValueError(f'"{cell}" is a day as a spreadsheet counts it – format the column as text or as a date')
    if day := _day(words):
        return _of_day(words, day, frequency)
    return Period.parse(_notation(words))


def _notation(words: str) -> str:
    if found := re.fullmatch(r"((?:19|20)\d\d)[-–/](?:20)?(\d\d)", words):
        first, second = int(found[1]), int(found[2])
        if second == (first + 1) % 100:
            return f"{first}/{second:02}"
    if found := re.fullmatch(r"Q([1-4]) ?((?:19|20)\d\d(?:/\d\d)?)|((?:19|20)\d\d(?:/\d\d)?) ?Q([1-4])", words, re.I):
        return f"{found[2] or found[3]} Q{found[1] or found[4]}"
    if (found := re.fullmatch(r"([A-Za-z]{3,9})[ -]((?:20)?\d\d)", words)) and found[1][:3].casefold() in _MONTHS:
        year = int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
        return f"{year}-{_MONTHS.index(found[1][:3].casefold()) + 1:02}"
    return words


def _day(words: str) -> date | None:
    """A day, written as 01/04/2016 (day first, as in Britain) or 2016-04-01."""
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?: 0?0:00(?::00)?)?", words)
    iso = re.fullmatch(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?: 00:00(?::00)?)?", words)
    if not found and not iso:
        return None
    year, month, day = (found[3], found[2], found[1]) if found else (iso[1], iso[2], iso[3]) if iso else ("", "", "")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f'"{words}" is no day, day before month – write the period, such as 2016-04') from None


def _of_day(words: str, day: date, frequency: Frequency) -> Period:
    first = day.day == 1
    if frequency == "month" and (first or (day + timedelta(days=1)).day == 1):
        return Period.parse(f"{day.year}-{day.month:02}")
    if frequency == "quarter" and first and day.month % 3 == 1:
        return Period.parse(f"{day.year} Q{day.month // 3 + 1}")
    if frequency == "financial_year" and first and day.month == 4:
        return Period.parse(f"{day.year}/{(day.year + 1) % 100:02}")
    if frequency == "year" and first and day.month == 1:
        return Period.parse(str(day.year))
    raise ValueError(f'"{words}" is a day, and nobody can tell for which period – write the period, such as 2016-04')
