"""Words in the language that they are really in, and how HTML and plain text say so."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

Direction = Literal["ltr", "rtl"]

FIRST_STRONG_ISOLATE = "\u2068"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_ISOLATE = "\u2069"

LEFT_TO_RIGHT_MARK = "\u200e"
WORD_JOINER = "\u2060"

_TURNED = re.compile(r"(?<![\w/.,–-])\d[\d.,/]*(?:[–-]\d[\d.,/]*)*%*")
"""A number with signs that the bidirectional algorithm moves to its other side after an Arabic letter."""

_REGIONS = {"en": "en_GB", "cy": "cy_GB", "pt": "pt_PT"}
"""Whose habits a language code stands for here: plain `pt` is Brazilian in CLDR, plain `en` American."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one language. `current` is False where it stands in for a translation that does not exist."""

    text: str
    lang: str
    direction: Direction = "ltr"
    current: bool = True

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        """Escaped and marked with its language: what a template prints when nobody asked for less."""
        return str(marked(escape(self.text), self.lang, self.direction))


def marked(content: Markup, lang: str, direction: Direction) -> Markup:
    """HTML of a phrase in another language than its surroundings (WCAG 3.1.2)."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang, direction, content)


@cache
def locale_of(code: str) -> Locale:
    """The CLDR locale of a language code; British English for a language that CLDR does not know."""
    try:
        return Locale.parse(_REGIONS.get(code, code.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@cache
def direction_of(code: str) -> Direction:
    """The writing direction of a language."""
    return "rtl" if locale_of(code).text_direction == "rtl" else "ltr"


def isolated(text: str) -> str:
    """A value inside a right-to-left sentence, kept from pulling its neighbours out of order.

    What holds isolated values itself is a phrase of the sentence's language and has its direction: a browser
    that looks for the first letter skips isolated ones, and would order a label and its value from left to right.
    """
    composed = FIRST_STRONG_ISOLATE in text or RIGHT_TO_LEFT_ISOLATE in text
    return f"{RIGHT_TO_LEFT_ISOLATE if composed else FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def isolated_markup(content: Markup) -> Markup:
    """The same in HTML."""
    composed = any(sign in content for sign in ("<bdi", "dir=", FIRST_STRONG_ISOLATE, RIGHT_TO_LEFT_ISOLATE))
    form = Markup('<bdi dir="rtl">{}</bdi>') if composed else Markup("<bdi>{}</bdi>")
    return form.format(content)


def legible(text: str) -> str:
    """Right-to-left text whose ranges and percentages read as they are written.

    After an Arabic letter 35-44 would be shown as 44-35 and 21% as %21 (UAX #9, rules W2 to W5). A range stays
    on one line: broken, its end would stand to the right of its beginning. Addresses are left alone.
    """
    return _TURNED.sub(lambda found: _kept_in_order(found[0]), text)


def _kept_in_order(number: str) -> str:
    if number.replace(",", "").replace(".", "").isdigit():
        return number
    return LEFT_TO_RIGHT_MARK + re.sub("([–-])", rf"\1{WORD_JOINER}", number)
