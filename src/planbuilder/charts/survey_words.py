"""What the charts of a consultation have in common in words."""

import re
import zlib
from decimal import Decimal
from math import sqrt

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.consultation import Consultation
from planbuilder.model.text import Text


def slug(text: Text) -> str:
    """A part of a file's name, from a title in any script."""
    ascii_words = re.findall(r"[a-z0-9]+", text.source.casefold())
    return "-".join(ascii_words)[:60].strip("-") or f"c{zlib.crc32(text.source.encode()):08x}"


def subtitle_of(heading: Text | None, consultation: Consultation, language: Language) -> Markup:
    """What was asked, of how many. Several questions without a common heading are named beside their bars."""
    if heading is None:
        if consultation.respondents is None:
            return language.markup("In per cent of those who answered")
        return language.markup_plural(
            "In per cent of %(n)s person who answered",
            "In per cent of %(n)s people who answered",
            consultation.respondents,
        )
    if consultation.respondents is None:
        return language.markup("%(question)s, in per cent of those who answered", question=heading)
    return language.markup_plural(
        "%(question)s, in per cent of %(n)s person who answered",
        "%(question)s, in per cent of %(n)s people who answered",
        consultation.respondents,
        question=heading,
    )


def method(consultation: Consultation, language: Language) -> list[Markup]:
    """Whom the shares speak for: an open survey only for those who answered it."""
    match consultation.method:
        case "open_survey":
            return [
                language.markup(
                    "Anyone could answer, so the shares describe those who did and not everybody who lives here."
                )
            ]
        case "sample_survey" if consultation.respondents:
            # The widest 95 % margin of a simple random sample: at a share of one half.
            margin = Decimal(str(round(1.96 * 50 / sqrt(consultation.respondents), 1)))
            return [
                language.markup(
                    "The margin of error is up to plus or minus %(margin)s.", margin=language.points(margin)
                )
            ]
    return []
