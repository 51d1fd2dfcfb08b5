"""Periods as spreadsheets write them: understood where only one can be meant, else refused."""

import re
from datetime import date, timedelta

from planbuilder.model.measure import Frequency
from planbuilder.model.period import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"([A-Za-z]{3,9})[ -]((?:20)?\d\d)"
_SPAN = re.compile(r"([A-Za-z]{3,9})(?: ((?:19|20)\d\d))? ?(?:to|-|–) ?([A-Za-z]{3,9}) ((?:19|20)\d\d)", re.IGNORECASE)


def period(cell: str, frequency: Frequency) -> Period:
    """A period: our notations, Apr-16, April 2016, Q1 2016, 2016-17; a day where the measure says what it stands for.

    Raises ValueError with a sentence for editors.
    """
    words = " ".join(cell.split())
    if words.startswith("#"):
        raise ValueError(f'"{cell}" is an error of the spreadsheet – mend it there, or make the column wider')
    if re.fullmatch(r"\d{5}", words):
        raise ValueError(f'"{cell}" is a day as a spreadsheet counts it – format the column as text or as a date')
    if re.fullmatch(r".*\d ?[\[(][^\])]*[\])]", words):
        raise ValueError(f'"{cell}" has a footnote mark – write the period alone, and the footnote in a column note')
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
    if (found := re.fullmatch(_MONTH, words)) and (month := _month(found[1], found[2])):
        return month
    ending = re.fullmatch(rf"(?:year ending|year to|12 months to|YE) {_MONTH}", words, re.IGNORECASE)
    if ending and (month := _month(ending[1], ending[2])):
        return f"12m to {month}"
    if (found := _SPAN.fullmatch(words)) and (span := _span(found)):
        return span
    return words


def _span(found: re.Match[str]) -> str:
    """Apr 2019 to Mar 2020, in our notation: the year or quarter that it is, else the span; empty where it is none."""
    first, last = _month(found[1], found[2] or found[4]), _month(found[3], found[4])
    if not first or not last:
        return ""
    begins, ends = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    year, month = divmod(begins, 12)
    match ends - begins + 1, month:
        case 12, 0:
            return str(year)
        case 12, 3:
            return f"{year}/{(year + 1) % 100:02}"
        case 12, _:
            return f"12m to {last}"
        case 3, 0 | 3 | 6 | 9:
            return f"{year} Q{month // 3 + 1}"
    return f"{first}..{last}"


def _month(name: str, year: str) -> str:
    """A month in our notation; empty where the name is none."""
    if name[:3].casefold() not in _MONTHS:
        return ""
    return f"{year if len(year) == 4 else f'20{year}'}-{_MONTHS.index(name[:3].casefold()) + 1:02}"


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
