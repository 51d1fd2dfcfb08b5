"""Whether a plan can be checked."""

from collections.abc import Callable

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.verdict import FEATURES, checkability, checkability_sentence, feature_label

Make = Callable[..., Measure]
Catalogues = Callable[..., Catalogue]


def plan_of(catalogue: Catalogue) -> Plan:
    """Its only plan."""
    return catalogue.all(Plan)[0]


def test_a_measure_with_everything_lacks_nothing(measure: Make, catalogue: Catalogues) -> None:
    """Figures to compare, baseline, target, dates."""
    full = measure(
        ("2015", "88"),
        ("2016", "64"),
        baseline="2015",
        target={"value": "50", "by": "2019"},
        next_update="2018-02-01",
    )
    known = catalogue(full, uses={"crime": [{"measure": "crimes"}]})
    found = checkability(plan_of(known), known)
    assert [check.lacks for check in found.checks] == [()]
    assert (found.total, found.judged, found.having("target_date")) == (1, 1, 1)


def test_a_measure_with_nothing_lacks_everything(measure: Make, catalogue: Catalogues) -> None:
    """In the order of the features."""
    known = catalogue(measure(), uses={"crime": [{"measure": "crimes"}]})
    found = checkability(plan_of(known), known)
    assert found.checks[0].lacks == FEATURES
    assert found.judged == 0


def test_figures_that_must_not_be_compared_are_figures_only(measure: Make, catalogue: Catalogues) -> None:
    """Uneven recording takes away the comparison; counts that are not published do not."""
    uneven = measure(("2015", "455"), ("2016", "316"), inconsistent="Unevenly.", id="uneven")
    rates = measure(("2015", "81"), ("2016", "61"), kind="rate", id="rates")
    known = catalogue(uneven, rates, uses={"crime": [{"measure": "uneven"}, {"measure": "rates"}]})
    found = checkability(plan_of(known), known)
    assert [("figures" in check.has, "comparison" in check.has) for check in found.checks] == [
        (True, False),
        (True, True),
    ]
    assert found.judged == 0


def test_a_plans_own_target_counts(measure: Make, catalogue: Catalogues) -> None:
    """With its date; a target for every period has none."""
    uses = [{"measure": "one", "target": {"value": "5", "by": "2019"}}, {"measure": "two", "target": {"value": "5"}}]
    known = catalogue(measure(id="one"), measure(id="two"), uses={"crime": uses})
    found = checkability(plan_of(known), known)
    assert (found.having("target"), found.having("target_date")) == (2, 1)


def test_a_measure_counts_once_and_a_priority_without_any_is_named(measure: Make, catalogue: Catalogues) -> None:
    """However many priorities use it."""
    used = [{"measure": "crimes"}]
    known = catalogue(measure(), uses={"first": used, "second": used, "third": []})
    found = checkability(plan_of(known), known)
    assert found.total == 1
    assert [priority.id for priority in found.without_measures] == ["third"]


def test_the_sentence_says_how_many(measure: Make, catalogue: Catalogues, english: Language) -> None:
    """Named, judged, with figures, with a target."""
    judged = measure(("2015", "900"), ("2016", "640"), id="judged")
    uses = [{"measure": name} for name in ("judged", "empty", "also-empty")]
    known = catalogue(judged, measure(id="empty"), measure(id="also-empty"), uses={"crime": uses})
    assert checkability_sentence(plan_of(known), known, english) == (
        "The plan names 3 measures. 1 of them can be judged with what is published. 1 has at least one figure. "
        "None has a target."
    )


def test_a_plan_without_measures_says_so(catalogue: Catalogues, english: Language) -> None:
    """Nobody can check it."""
    known = catalogue()
    assert "names no measures" in checkability_sentence(plan_of(known), known, english)


def test_every_feature_has_words(english: Language) -> None:
    """No two alike."""
    assert len({str(feature_label(feature, english)) for feature in FEATURES}) == len(FEATURES)
