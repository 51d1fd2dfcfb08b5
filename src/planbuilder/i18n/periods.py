"""Periods in words. Each kind is one message, so that a language can put its parts in its own order."""

from datetime import date
from typing import TYPE_CHECKING

from planbuilder.model.period import Period

if TYPE_CHECKING:
    from planbuilder.i18n.language import Language


def _financial_year(day: date) -> str:
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def _quarter(period: Period) -> tuple[str, str]:
    """Number and year of a quarter, counted from January or from April."""
    if period.kind == "quarter":
        return str((period.start.month + 2) // 3), str(period.start.year)
    return str((period.start.month - 4) % 12 // 3 + 1), _financial_year(period.start)


def _months(language: "Language", start: date, end: date) -> str:
    formats = language.formats
    if (start.year, start.month) == (end.year, end.month):
        return formats.month(start)
    if start.year == end.year:
        return language.message(
            "%(first_month)s to %(last_month)s %(year)s",
            first_month=formats.name_of_month(start),
            last_month=formats.name_of_month(end),
            year=str(end.year),
        )
    return language.range(formats.month(start), formats.month(end))


def spoken(language: "Language", period: Period) -> str:
    """A period as running text says it."""
    match period.kind:
        case "year":
            return str(period.start.year)
        case "financial_year":
            return _financial_year(period.start)
        case "rolling_year":
            month = language.formats.month_in_date(period.end)
            return language.message("12 months to %(month)s", month=month)
        case "quarter" | "financial_quarter":
            number, year = _quarter(period)
            months = _months(language, period.start, period.end)
            if period.kind == "quarter":
                return months
            return language.message("%(months)s (Q%(quarter)s %(year)s)", months=months, quarter=number, year=year)
        case "month" | "span":
            return _months(language, period.start, period.end)


def short(language: "Language", period: Period) -> str:
    """A period where there is little room."""
    formats = language.formats
    match period.kind:
        case "year" | "financial_year":
            return spoken(language, period)
        case "quarter" | "financial_quarter":
            number, year = _quarter(period)
            return language.message("Q%(quarter)s %(year)s", quarter=number, year=year)
        case "rolling_year":
            return language.message("year to %(month)s", month=formats.month_short(period.end))
        case "month" | "span":
            if period.months == 1:
                return formats.month_short(period.start)
            return formats.months_short(period.start, period.end)
