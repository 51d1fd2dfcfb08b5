"""The signs of official statistics, and what they mean."""

from collections.abc import Iterable

from markupsafe import Markup

from planbuilder.i18n import N_, Language
from planbuilder.model.measure import Observation

_MEANINGS = {
    "[p]": N_("provisional"),
    "[r]": N_("revised"),
    "[b]": N_("break in the series: not comparable with earlier figures"),
    "[c]": N_("withheld, because it could identify people"),
    "[x]": N_("not available"),
    "[z]": N_("does not apply"),
}
_STATUS = {"provisional": "[p]", "revised": "[r]"}


def symbol_of(observation: Observation) -> str:
    """The sign of an observation's status; empty for a final value."""
    return _STATUS.get(observation.status, "")


def meanings(used: Iterable[str], language: Language) -> tuple[tuple[str, Markup], ...]:
    """The signs that occur in some texts, in the usual order, each with its meaning."""
    found = " ".join(used)
    return tuple((sign, language.markup(meaning)) for sign, meaning in _MEANINGS.items() if sign in found)
