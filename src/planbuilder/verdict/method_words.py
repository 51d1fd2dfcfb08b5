"""How a verdict was reached, for readers who want to check it, and a sentence as plain text."""

import html
import re
from decimal import ROUND_DOWN, Decimal

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.verdict.chance import ALPHA
from planbuilder.verdict.direction import Evidence
from planbuilder.verdict.telling import tidy
from planbuilder.verdict.verdict import Verdict

_TAG = re.compile(r"<[^>]*>")


def method_sentence(verdict: Verdict, language: Language) -> Markup:
    """The test that was made and its probability; empty where none was made."""
    evidence = verdict.movement.evidence
    if evidence is None:
        return Markup("")
    named = _method(evidence, language)
    if evidence.p is None:
        return named
    if evidence.p < 0.001:
        rarely = language.markup("Chance alone would do this less than once in 1,000 times (p < 0.001).")
        return Markup("{} {}").format(named, rarely)
    p = _shown(evidence.p)
    often = language.markup(
        "Chance alone would do this in %(percent)s of cases (p = %(p)s).",
        percent=language.percent(tidy(p * 100, 1)),
        p=language.number(p, 3),
    )
    return Markup("{} {}").format(named, often)


def _shown(p: float) -> Decimal:
    """A probability to three decimals, cut where rounding would carry it over the threshold it was judged by."""
    rounded = tidy(Decimal(p), 3)
    return tidy(Decimal(p), 3, ROUND_DOWN) if (rounded >= ALPHA) != (p >= ALPHA) else rounded


def _method(evidence: Evidence, language: Language) -> Markup:
    _ = language.markup
    clustered = evidence.dispersion > 1
    match evidence.method:
        case "counts" if clustered:
            return _("Tested as two counts, with an allowance for events that come in clusters.")
        case "counts":
            return _("Tested as two counts.")
        case "proportions" if clustered:
            return _("Tested as two percentages, with an allowance for events that come in clusters.")
        case "proportions":
            return _("Tested as two percentages.")
        case "ranges":
            return _("Judged by whether the published margins of error overlap.")
        case "process":
            return _("Judged by the usual ups and downs of the series.")


def plain(sentence: Markup) -> str:
    """A sentence for places without HTML. What `<bdi>` isolates is isolated by characters instead."""
    isolated = str(sentence).replace('<bdi dir="rtl">', "\u2067").replace("<bdi>", "\u2068").replace("</bdi>", "\u2069")
    return html.unescape(_TAG.sub("", isolated))
