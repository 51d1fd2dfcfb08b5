"""How far a plan can be checked, in words."""

from markupsafe import Markup

from planbuilder.i18n import N_, Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.plan import Plan
from planbuilder.verdict.plan_check import Feature, checkability

_FEATURES: dict[Feature, str] = {
    "figures": N_("At least one figure"),
    "comparison": N_("Two figures that can be compared"),
    "baseline": N_("A starting point to compare with"),
    "target": N_("A target"),
    "target_date": N_("A date for the target"),
    "next_update": N_("A date for the next figures"),
}


def feature_label(feature: Feature, language: Language) -> Markup:
    """What a measure has or lacks, for lists and tables."""
    return language.markup(_FEATURES[feature])


def checkability_sentence(plan: Plan, catalogue: Catalogue, language: Language) -> Markup:
    """How many measures a plan names, how many of them can be judged, and how many have figures and a target."""
    found = checkability(plan, catalogue)
    if not found.total:
        return language.markup("The plan names no measures, so nobody can check whether it works.")
    parts = (
        language.markup_plural("The plan names %(n)s measure.", "The plan names %(n)s measures.", found.total),
        _judged(found.judged, language),
        _with_figures(found.having("figures"), language),
        _with_target(found.having("target"), language),
    )
    return Markup(" ").join(parts)


def _judged(n: int, language: Language) -> Markup:
    if not n:
        return language.markup("None of them can be judged with what is published.")
    return language.markup_plural(
        "%(n)s of them can be judged with what is published.",
        "%(n)s of them can be judged with what is published.",
        n,
    )


def _with_figures(n: int, language: Language) -> Markup:
    if not n:
        return language.markup("None has a figure.")
    return language.markup_plural("%(n)s has at least one figure.", "%(n)s have at least one figure.", n)


def _with_target(n: int, language: Language) -> Markup:
    if not n:
        return language.markup("None has a target.")
    return language.markup_plural("%(n)s has a target.", "%(n)s have a target.", n)
