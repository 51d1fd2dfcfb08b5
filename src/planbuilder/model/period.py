"""Periods as editors write them: one notation for each kind, and nothing guessed."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any, Literal, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

PeriodKind = Literal["year", "financial_year", "month", "quarter", "financial_quarter", "span", "rolling_year"]

_HOW = (
    "write 2016 (a calendar year), 2016/17 (April to March), 2016-04 (a month), 2016 Q4, 2016/17 Q4, "
    "2016-04..2016-12 (a span of months) or 12m to 2016-03 (twelve months up to a month)"
)
_YEAR = r"((?:19|20)\d\d)"
_MONTH = rf"{_YEAR}-(0[1-9]|1[0-2])"
_PATTERNS: dict[PeriodKind, re.Pattern[str]] = {
    "year": re.compile(_YEAR),
    "financial_year": re.compile(rf"{_YEAR}/(\d\d)"),
    "month": re.compile(_MONTH),
    "quarter": re.compile(rf"{_YEAR} Q([1-4])"),
    "financial_quarter": re.compile(rf"{_YEAR}/(\d\d) Q([1-4])"),
    "span": re.compile(rf"{_MONTH}\.\.{_MONTH}"),
    "rolling_year": re.compile(rf"12m to {_MONTH}"),
}


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole months. `start` and `end` are its first and last day, both included.

    Periods sort by their end, then by their start. `text` is the notation that editors use.
    """

    kind: PeriodKind
    start: date
    end: date
    text: str

    @property
    def months(self) -> int:
        """Length in months."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start) < (other.end, other.start)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period. Raises ValueError with a sentence for editors."""
        written = text.strip()
        for kind, pattern in _PATTERNS.items():
            if match := pattern.fullmatch(written):
                start, end = _bounds(kind, match, written)
                return cls(kind, start, end, written)
        raise ValueError(f'"{written[:40]}" is not a period – {_HOW}')

    @classmethod
    def _validate(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("period", "this should be one period – {how}", {"how": _HOW})
        try:
            return cls.parse(value)
        except ValueError as error:
            raise PydanticCustomError("period", "{why}", {"why": str(error)}) from None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.text)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        alternatives = "|".join(pattern.pattern for pattern in _PATTERNS.values())
        return {"type": "string", "pattern": f"^(?:{alternatives})$", "description": f"A period: {_HOW}."}


def _bounds(kind: PeriodKind, match: re.Match[str], written: str) -> tuple[date, date]:
    year = int(match[1])
    if kind in ("financial_year", "financial_quarter") and int(match[2]) != (year + 1) % 100:
        raise ValueError(f'"{written}" is not a financial year – after {year}/ comes {(year + 1) % 100:02}')
    match kind:
        case "year":
            return date(year, 1, 1), date(year, 12, 31)
        case "financial_year":
            return date(year, 4, 1), date(year + 1, 3, 31)
        case "month":
            return date(year, int(match[2]), 1), _month_end(year, int(match[2]))
        case "quarter":
            last = int(match[2]) * 3
            return date(year, last - 2, 1), _month_end(year, last)
        case "financial_quarter":
            first = int(match[3]) * 3 + 1
            year, first = (year, first) if first <= 12 else (year + 1, first - 12)
            return date(year, first, 1), _month_end(year, first + 2)
        case "span":
            first_day, last_day = date(year, int(match[2]), 1), _month_end(int(match[3]), int(match[4]))
            if last_day < first_day:
                raise ValueError(f'"{written}" ends before it begins – write the earlier month first')
            return first_day, last_day
        case "rolling_year":
            month = int(match[2])
            opening = date(year - 1, month + 1, 1) if month < 12 else date(year, 1, 1)
            return opening, _month_end(year, month)
