"""Periods as spreadsheets write them: understood where only one can be meant, else refused."""

import re
from datetime import date, timedelta

from planbuilder.model.measure import Frequency
from planbuilder.model.period import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"([A-Za-z]{3,9})[ -]((?:20)?\d\d)"


def period(cell: str, frequency: Frequency) -> Period:
    """A period: our notations, Apr-16, April 2016, Q1 2016, 2016-17; a day where the measure says what it stands for.

    Raises ValueError with a sentence for editors.
    """
    words = " ".join(cell.split())
    if words.startswith("#"):
        raise ValueError(f'"{cell}" is an error of the spreadsheet – mend it there, or make the column wider')
    if re.fullmatch(r"\d{5}", words):
        raise ValueError(f'"{cell}" is a day as a spreadsheet counts it – format the column as text or as a date')
    if day := _day(words):
        return _of_day(words, day, frequency)
    return Period.parse(_notation(words))


def _notation(words: str) -> str:
    if found := re.fullmatch(r"((?:19|20)\d\d) ?[-–/] ?(?:20)?(\d\d)", words):
        first, second = int(found[1]), int(found[2])
        if second == (first + 1) % 100:
            return f"{first}/{second:02}"
    if found := re.fullmatch(r"Q([1-4]) ?((?:19|20)\d\d(?:/\d\d)?)|((?:19|20)\d\d(?:/\d\d)?) ?Q([1-4])", words, re.I):
        return f"{found[2] or found[3]} Q{found[1] or found[4]}"
    if month := _month(re.fullmatch(_MONTH, words)):
        return month
    if month := _month(re.fullmatch(rf"(?:year ending|year to|12 months to|YE) {_MONTH}", words, re.I)):
        return f"12m to {month}"
    return words


def _month(found: re.Match[str] | None) -> str:
    """A month in our notation, of its name and a year; empty where it is none."""
    if not found or found[1][:3].casefold() not in _MONTHS:
        return ""
    year = int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
    return f"{year}-{_MONTHS.index(found[1][:3].casefold()) + 1:02}"


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
