"""Small value types. A YAML scalar reaches the model as text, and the field decides what it is.

So `1.10` keeps its decimals, `no` is a word and `010` is refused instead of read as eight.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_TELEPHONE = re.compile(r"\+?[\d ]{3,20}")


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    written = value.strip() if isinstance(value, str) else value
    if isinstance(written, str) and _NUMBER.fullmatch(written):
        return Decimal(written)
    if isinstance(written, str):
        bare = re.sub(r"[,\s£%]", "", written)
        remedy = f"write {bare}" if _NUMBER.fullmatch(bare) else "write digits only, such as 17322 or 12.5"
        raise PydanticCustomError(
            "number", '"{written}" is not a number – {remedy}', {"written": written[:40], "remedy": remedy}
        )
    raise PydanticCustomError("number", "this should be one number – write digits only, such as 17322 or 12.5")


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    number = _number(value)
    if number != number.to_integral_value():
        raise PydanticCustomError("number", "{written} is not a whole number", {"written": str(number)})
    return int(number)


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("flag", "write true or false")


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise PydanticCustomError(
                "date", "there is no such day as {written} – correct it", {"written": value.strip()}
            ) from None
    written = str(value)[:40]
    raise PydanticCustomError(
        "date", '"{written}" is not a date – write year-month-day, such as 2017-01-31', {"written": written}
    )


def _address(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("web", "this should be one web address")
    written = value.strip()
    try:
        parts = urlsplit(written)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    plain = re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", host)
    spaced = re.search(r"\s", written)
    if parts.scheme not in ("http", "https") or not plain or parts.username is not None or spaced:
        raise PydanticCustomError(
            "web",
            '"{written}" is not a web address that may be published – write https:// and a plain host name',
            {"written": written[:80]},
        )
    return written


def _email(value: Any) -> Any:
    if isinstance(value, str) and _EMAIL.fullmatch(value.strip()):
        return value.strip()
    raise PydanticCustomError("email", '"{written}" is not an e-mail address', {"written": str(value)[:80]})


def _telephone(value: Any) -> Any:
    if isinstance(value, str) and _TELEPHONE.fullmatch(value.strip()):
        return value.strip()
    raise PydanticCustomError(
        "telephone", '"{written}" is not a telephone number – write digits and spaces', {"written": str(value)[:40]}
    )


def _clock(value: Any) -> Any:
    if isinstance(value, str) and _CLOCK.fullmatch(value.strip()):
        return value.strip()
    raise PydanticCustomError(
        "clock",
        '"{written}" is not a time of day – write hours and minutes, such as 09:30 or 18:00',
        {"written": str(value)[:40]},
    )


def _time_zone(value: Any) -> Any:
    from zoneinfo import available_timezones  # noqa: PLC0415 - asked for once, and not by every command

    if value in available_timezones():
        return value
    raise PydanticCustomError(
        "time_zone", '"{written}" is not a time zone – write one such as Europe/London', {"written": str(value)[:40]}
    )


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["number", "string"], "description": "A number in digits."}),
]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
WebAddress = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Email = Annotated[str, BeforeValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
Clock = Annotated[str, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK.pattern}$"})]
"""A time of day, in hours and minutes."""
TimeZone = Annotated[
    str, BeforeValidator(_time_zone), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z_/+-]+[0-9]*$"})
]
"""A name from the IANA's list of time zones."""
Telephone = Annotated[
    str, BeforeValidator(_telephone), WithJsonSchema({"type": "string", "pattern": _TELEPHONE.pattern})
]
