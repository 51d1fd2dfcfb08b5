"""Numbers, money, dates and lists look as each language writes them."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.i18n import Language

LANGUAGES = {code: Language(code) for code in ("en", "pl", "lt", "pt", "ur", "cy", "pa", "ro", "lv", "sk")}
NO_BREAK = "\u00a0"
MARK = "\u200e"

numbers = st.decimals(min_value=-(10**15), max_value=10**15, places=6, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "22,021"),
        ("cy", "22,021"),
        ("ur", "22,021"),
        ("pl", f"22{NO_BREAK}021"),
        ("lt", f"22{NO_BREAK}021"),
        ("pt", f"22{NO_BREAK}021"),
        ("ro", "22.021"),
    ],
)
def test_thousands(code: str, expected: str) -> None:
    """Thousands are grouped by each language's sign, and no line can break inside a number."""
    assert LANGUAGES[code].number(22021) == expected


@pytest.mark.parametrize(("code", "expected"), [("en", "12.5%"), ("pl", "12,5%"), ("lt", f"12,5{NO_BREAK}%")])
def test_percent_keeps_decimals(code: str, expected: str) -> None:
    """12.5 % is not rounded to 12 %."""
    assert LANGUAGES[code].percent(Decimal("12.5")) == expected


def test_own_decimals() -> None:
    """A number keeps the decimals it is written with, and equal numbers do not share one format."""
    english = LANGUAGES["en"]
    assert [english.number(Decimal(text)) for text in ("1.10", "1.1", "1.100")] == ["1.10", "1.1", "1.100"]


@pytest.mark.parametrize(("value", "expected"), [("2.5", "3"), ("3.5", "4"), ("-2.5", "−3"), ("-0.4", "0")])
def test_rounding(value: str, expected: str) -> None:
    """Halves are rounded away from zero, as readers do, and there is no minus zero."""
    assert LANGUAGES["en"].number(Decimal(value), 0) == expected


def test_minus() -> None:
    """A negative number has a real minus sign, which stays before it in right-to-left text."""
    assert LANGUAGES["pl"].number(Decimal("-1.5")) == "−1,5"
    assert LANGUAGES["ur"].number(Decimal("-1.5")) == f"{MARK}−1.5"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en", "£33,400,000"), ("pl", f"33{NO_BREAK}400{NO_BREAK}000{NO_BREAK}£"), ("ro", f"33.400.000{NO_BREAK}£")],
)
def test_money(code: str, expected: str) -> None:
    """Pounds stand with £ in every language, never with GBP, and without pence that are not there."""
    assert LANGUAGES[code].money(33_400_000) == expected


def test_pence() -> None:
    """Pence are shown with two decimals."""
    assert LANGUAGES["en"].money(Decimal("12.5")) == "£12.50"


@pytest.mark.parametrize(
    ("pounds", "expected"),
    [
        (33_400_000, "£33.4 million"),
        (1_000_000, "£1 million"),
        (1_250_000_000, "£1.25 billion"),
        (982_460, "£982,460"),
        (1_234_567, "£1,234,567"),
    ],
)
def test_money_short_loses_nothing(pounds: int, expected: str) -> None:
    """Money is written in millions only where that is exact."""
    assert LANGUAGES["en"].money_short(pounds) == expected


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", "1 April 2016", "April 2016"),
        ("pl", "1 kwietnia 2016", "kwiecień 2016"),
        ("lt", "2016 m. balandžio 1 d.", "2016 m. balandis"),
        ("pt", "1 de abril de 2016", "abril de 2016"),
        ("cy", "1 Ebrill 2016", "Ebrill 2016"),
        ("ur", "1 اپریل، 2016", "اپریل 2016"),
    ],
)
def test_dates(code: str, day: str, month: str) -> None:
    """Days and months are written out; alone, a month stands in the form of a heading."""
    assert LANGUAGES[code].date(date(2016, 4, 1)) == day
    assert LANGUAGES[code].month(date(2016, 4, 1)) == month


def test_lists() -> None:
    """Lists are joined as the language joins them, and HTML items are escaped."""
    assert LANGUAGES["en"].list(["a", "b", "c"]) == "a, b and c"
    assert LANGUAGES["pl"].list(["a", "b", "c"]) == "a, b i c"
    assert LANGUAGES["en"].list([]) == ""
    assert LANGUAGES["en"].markup_list(["<a>", "b"]) == "&lt;a&gt; and b"


@given(value=numbers, code=st.sampled_from(sorted(LANGUAGES)))
def test_digits_survive(value: Decimal, code: str) -> None:
    """Whatever the language does to a number, its digits and its sign stay."""
    written = LANGUAGES[code].number(value)
    assert "".join(sign for sign in written if sign.isdigit()) == f"{abs(value):f}".replace(".", "")
    assert ("−" in written) == (value < 0)


@given(value=numbers, code=st.sampled_from(sorted(LANGUAGES)))
def test_percent_is_the_number(value: Decimal, code: str) -> None:
    """A percentage shows the digits of its number: nothing is multiplied or rounded on the way."""
    language = LANGUAGES[code]
    digits = [sign for sign in language.percent(value) if sign.isdigit()]
    assert digits == [sign for sign in language.number(value) if sign.isdigit()]


def test_speed() -> None:
    """A build asks for the same numbers thousands of times: 100,000 a second at the very least."""
    values = [Decimal(number) / 10 for number in range(1000)]
    polish = LANGUAGES["pl"]
    for value in values:
        polish.number(value, 1)
    started = time.perf_counter()
    for _ in range(100):
        for value in values:
            polish.number(value, 1)
    assert time.perf_counter() - started < 1
