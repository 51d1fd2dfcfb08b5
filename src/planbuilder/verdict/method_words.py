"""How a verdict was reached, for readers who want to check it, and a sentence as plain text."""

import html
import re
from decimal import Decimal

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.verdict.direction import Evidence
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
    # Cut, not rounded: p just under the threshold must not be shown as the threshold itself.
    p = Decimal(int(evidence.p * 1_000)).scaleb(-3)
    often = language.markup(
        "Chance alone would do this in %(percent)s of cases (p = %(p)s).",
        percent=language.percent(p * 100),
        p=language.number(p, 3),
    )
    return Markup("{} {}").format(named, often)


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
    isolated = str(sentence).replace("<bdi>", "\u2068").replace("</bdi>", "\u2069")
    return html.unescape(_TAG.sub("", isolated))
