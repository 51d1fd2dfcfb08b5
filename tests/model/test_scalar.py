"""What a field makes of the text of a file, and what it says of a text that it refuses."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from planbuilder.model.scalar import Clock, Day, Email, Flag, Number, Telephone, TimeZone, WebAddress, Whole

DIGITS = "write digits only, such as 17322 or 12.5"


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        (Number, " 1.10 ", Decimal("1.10")),
        (Number, "-3", Decimal(-3)),
        (Number, Decimal(7), Decimal(7)),
        (Whole, "12", 12),
        (Whole, 12, 12),
        (Flag, "true", True),
        (Flag, "false", False),
        (Flag, True, True),
        (Day, " 2017-01-31 ", date(2017, 1, 31)),
        (Day, date(2017, 1, 31), date(2017, 1, 31)),
        (WebAddress, " https://example.org/a ", "https://example.org/a"),
        (Email, " a@example.org ", "a@example.org"),
        (Telephone, " +44 1733 ", "+44 1733"),
        (Clock, " 09:30 ", "09:30"),
        (TimeZone, "Europe/London", "Europe/London"),
    ],
)
def test_what_is_written_well_is_understood(kind: Any, written: object, meant: object) -> None:
    """Space around it does no harm; what was understood once is understood again."""
    assert TypeAdapter(kind).validate_python(written) == meant


@pytest.mark.parametrize(
    ("kind", "written", "error", "said"),
    [
        (Number, "£1,234", "number", '"£1,234" is not a number – write 1234'),
        (Number, "12 %", "number", '"12 %" is not a number – write 12'),
        (Number, "75 people", "number", f'"75 people" is not a number – {DIGITS}'),
        (Number, "x" * 41, "number", f'"{"x" * 40}" is not a number – {DIGITS}'),
        (Number, ["1"], "number", f"this should be one number – {DIGITS}"),
        (Whole, "1.5", "number", "1.5 is not a whole number"),
        (Flag, "yes", "flag", "write true or false"),
        (Day, "2017-02-30", "date", "there is no such day as 2017-02-30 – correct it"),
        (Day, "x" * 41, "date", f'"{"x" * 40}" is not a date – write year-month-day, such as 2017-01-31'),
        (WebAddress, ["a"], "web", "this should be one web address"),
        (
            WebAddress,
            "https://localhost/",
            "web",
            '"https://localhost/" is not a web address that may be published – write https:// and a plain host name',
        ),
        (Email, "a@b", "email", '"a@b" is not an e-mail address'),
        (Telephone, "ring us", "telephone", '"ring us" is not a telephone number – write digits and spaces'),
        (
            Clock,
            "9.30",
            "clock",
            '"9.30" is not a time of day – write hours and minutes, such as 09:30 or 18:00',
        ),
        (TimeZone, "London", "time_zone", '"London" is not a time zone – write one such as Europe/London'),
    ],
)
def test_what_is_refused_is_told_whole(kind: Any, written: object, error: str, said: str) -> None:
    """In words, with what to write instead, and no more of the text than helps."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(kind).validate_python(written)
    (found,) = raised.value.errors()
    assert (found["type"], found["msg"]) == (error, said)
