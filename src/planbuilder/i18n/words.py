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

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u2067\u2068]")

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

    A phrase with a right-to-left letter, or with isolated values of its own, has the direction of the sentence,
    whatever comes first in it: "NHS 111" stays as it is, a title that begins with a Latin name does not turn round.
    """
    return f"{RIGHT_TO_LEFT_ISOLATE if _RIGHT_TO_LEFT.search(text) else FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def isolated_markup(content: Markup) -> Markup:
    """The same in HTML."""
    phrase = "<bdi" in content or "dir=" in content or _RIGHT_TO_LEFT.search(content)
    form = Markup('<bdi dir="rtl">{}</bdi>') if phrase else Markup("<bdi>{}</bdi>")
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
