"""Numbers, money and dates as a language writes them: CLDR through Babel, each result kept."""

import copy
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_time, get_month_names
from babel.lists import format_list
from babel.numbers import NumberPattern

from planbuilder.i18n import welsh
from planbuilder.i18n.words import LEFT_TO_RIGHT_MARK

MINUS = "−"
"""The real minus sign: screen readers say it, while most skip a hyphen."""


def decimals_of(value: Decimal | int) -> int:
    """How many decimals a number is written with: two for 1.10."""
    if isinstance(value, int):
        return 0
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Decimal | int, decimals: int) -> Decimal:
    """Rounded half up, as readers do it."""
    return Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


class Formats:
    """The formats of one locale. Cheap to call: a value that was formatted before is looked up."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self._minus = (LEFT_TO_RIGHT_MARK if locale.text_direction == "rtl" else "") + MINUS
        self._number = lru_cache(maxsize=65_536)(self._format_number)
        self._percent = lru_cache(maxsize=16_384)(self._format_percent)
        self._money = lru_cache(maxsize=16_384)(self._format_money)
        self.date = lru_cache(maxsize=4_096)(self._format_date)
        self.month = lru_cache(maxsize=4_096)(self._format_month)
        self.month_in_date = lru_cache(maxsize=4_096)(self._format_month_in_date)
        self.month_short = lru_cache(maxsize=4_096)(self._format_month_short)

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """A number; with the decimals it is written with, unless told."""
        return self._number(value, decimals_of(value) if decimals is None else decimals)

    def percent(self, value: Decimal | int, decimals: int | None = None) -> str:
        """Per cent: 12.5 is 12.5 %."""
        return self._percent(value, decimals_of(value) if decimals is None else decimals)

    def money(self, pounds: Decimal | int, decimals: int | None = None) -> str:
        """Pounds in full, always with the sign £: pence only where there are some."""
        if decimals is None:
            decimals = 0 if pounds == int(pounds) else 2
        return self._money(pounds, decimals)

    def name_of_month(self, day: date) -> str:
        """The month alone, as a heading: April."""
        names: str = get_month_names("wide", "stand-alone", self.locale)[day.month]
        return names

    def months_short(self, first: date, last: date) -> str:
        """Several months, abbreviated: Apr – Dec 2016."""
        return format_interval(first, last, "yMMM", locale=self.locale)

    def list(self, items: list[str]) -> str:
        """Items joined as a sentence joins them: a, b and c."""
        if not items:
            return ""
        return welsh.joined(items) if self.locale.language == "cy" else format_list(items, locale=self.locale)

    @property
    def comma(self) -> str:
        """What separates the items of a list, with its space: `, ` or `، `."""
        pattern: str = self.locale.list_patterns["standard"]["middle"]
        return pattern.removeprefix("{0}").removesuffix("{1}")

    def _apply(self, pattern: NumberPattern, value: Decimal | int, decimals: int) -> str:
        number = rounded(value, decimals)
        fixed = copy.copy(pattern)
        fixed.frac_prec = (decimals, decimals)
        fixed.scale = 0
        written: str = fixed.apply(abs(number), self.locale, decimal_quantization=False)
        return f"{self._minus}{written}" if number < 0 else written

    def _format_number(self, value: Decimal | int, decimals: int) -> str:
        return self._apply(self.locale.decimal_formats[None], value, decimals)

    def _format_percent(self, value: Decimal | int, decimals: int) -> str:
        return self._apply(self.locale.percent_formats[None], value, decimals)

    def _format_money(self, value: Decimal | int, decimals: int) -> str:
        return self._apply(self.locale.currency_formats["standard"], value, decimals).replace("¤", "£")

    def clock(self, of_day: time) -> str:
        """A time of day, in hours and minutes."""
        return format_time(of_day, "short", locale=self.locale)

    def _format_date(self, day: date) -> str:
        return format_date(day, "long", locale=self.locale)

    def _format_month(self, day: date) -> str:
        return format_date(day, self.locale.datetime_skeletons["yMMMM"].pattern, locale=self.locale)

    def _format_month_in_date(self, day: date) -> str:
        # `LLLL` is the month as a heading, `MMMM` as it stands in a date: kwiecień, kwietnia.
        pattern = self.locale.datetime_skeletons["yMMMM"].pattern.replace("L", "M")
        return format_date(day, pattern, locale=self.locale)

    def _format_month_short(self, day: date) -> str:
        return format_date(day, self.locale.datetime_skeletons["yMMM"].pattern, locale=self.locale)


@cache
def formats_of(locale: Locale) -> Formats:
    """The formats of a locale: the same object for every build, so that a number is formatted once."""
    return Formats(locale)
