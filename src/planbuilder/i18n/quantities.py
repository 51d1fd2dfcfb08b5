"""Numbers with what they count: units, percentage points, money at a scale, qualifiers."""

from decimal import Decimal
from typing import TYPE_CHECKING

from planbuilder.i18n.formats import decimals_of
from planbuilder.i18n.messages import N_
from planbuilder.i18n.words import isolated
from planbuilder.model.measure import Measure, Qualifier
from planbuilder.model.registers import Unit

if TYPE_CHECKING:
    from planbuilder.i18n.language import Language

_QUALIFIERS: dict[Qualifier, str] = {
    "about": N_("about %(value)s"),
    "over": N_("over %(value)s"),
    "under": N_("under %(value)s"),
    "at_least": N_("at least %(value)s"),
    "at_most": N_("at most %(value)s"),
}
_NUMBER = "%(n)s"
_MOST_DECIMALS = 6
"""The most that data may have; a number with more was computed."""


def points(language: "Language", value: Decimal | int, decimals: int | None = None) -> str:
    """A difference of percentages in points."""
    written = language.number(value, decimals)
    if value == int(value):
        return language.plural("%(n)s percentage point", "%(n)s percentage points", int(value), n=written)
    return language.message_in("fraction", "%(n)s percentage points", n=written)


def money_short(language: "Language", pounds: Decimal | int) -> str:
    """Pounds in millions or billions where at most two decimals say it exactly, else in full."""
    for scale, message in ((9, N_("£%(n)s billion")), (6, N_("£%(n)s million"))):
        amount = Decimal(pounds).scaleb(-scale)
        exact = amount.normalize()
        if abs(amount) >= 1 and decimals_of(exact) <= 2:
            return language.message(message, n=language.number(exact, decimals_of(exact)))
    return language.money(pounds)


def count_of(language: "Language", value: Decimal | int, unit: Unit, decimals: int | None = None) -> str:
    """A number and its unit, in the plural form that the number takes."""
    number = language.number(value, decimals)
    pattern = language.unit_form(unit, value)
    if pattern is None or _NUMBER not in pattern:  # a translator forgot it: the number must not be lost
        return f"{number} {unit.one if value == 1 else unit.other}"
    # replaced, not formatted: any other sign of a format is a translator's slip, and must not stop the build
    return pattern.replace(_NUMBER, isolated(number) if language.direction == "rtl" else number).replace("%%", "%")


KILOBYTE = 1_024
"""Bytes."""


def kilobytes(language: "Language", size: int) -> str:
    """The size of a file. Nothing is isolated in it: number and unit are isolated as one by the sentence around them,
    and would else stand the other way round in a sentence that runs from right to left."""
    return language.message(N_("%(n)s\u00a0KB")).replace(_NUMBER, language.number(-(-size // KILOBYTE)))


def _decimals(value: Decimal | int, measure: Measure, decimals: int | None) -> int:
    """All decimals of a published value, and at least the measure's; those of a computed one are cut to it."""
    if decimals is not None:
        return decimals
    own = decimals_of(value)
    return measure.decimals if own > _MOST_DECIMALS else max(own, measure.decimals)


def value(
    language: "Language", number: Decimal | int, measure: Measure, unit: Unit, decimals: int | None = None
) -> str:
    """A measure's value as a sentence says it."""
    match measure.kind:
        case "percentage":
            return language.percent(number, _decimals(number, measure, decimals))
        case "currency":
            return language.money(number, decimals)
        case "count" | "rate" | "duration" | "score":
            return count_of(language, number, unit, _decimals(number, measure, decimals))


def short_value(language: "Language", number: Decimal | int, measure: Measure, decimals: int | None = None) -> str:
    """A measure's value where its unit stands nearby."""
    match measure.kind:
        case "percentage":
            return language.percent(number, _decimals(number, measure, decimals))
        case "currency":
            return language.money(number, decimals)
        case "count" | "rate" | "duration" | "score":
            return language.number(number, _decimals(number, measure, decimals))


def qualified(language: "Language", formatted: str, qualifier: Qualifier | None) -> str:
    """A value with the word that the source puts before it."""
    return language.message(_QUALIFIERS[qualifier], value=formatted) if qualifier else formatted
