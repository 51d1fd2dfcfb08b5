"""The published rules and their worked examples."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.verdict import chance, examples, process, rules
from planbuilder.verdict.judging_rules import MINIMUM_CHANGE

Make = Callable[..., Measure]
Catalogues = Callable[..., Catalogue]


def test_every_rule_has_an_anchor_of_its_own_a_title_and_sentences(english: Language) -> None:
    """Pages link to them."""
    found = rules(english)
    assert len({rule.id for rule in found}) == len(found)
    assert all(rule.title and rule.sentences and all(rule.sentences) for rule in found)


def test_the_rules_give_the_numbers_that_judge(english: Language) -> None:
    """Alpha, minimum, dispersion, length of a series, factor, run, rarity."""
    text = " ".join(str(sentence) for rule in rules(english) for sentence in rule.sentences)
    assert (0.05, Decimal(5), 2.0) == (chance.ALPHA, MINIMUM_CHANGE, chance.CLUSTERED_DISPERSION)
    for words in ("less than 5% of the time", "at least 5%, or 5 percentage points", "to be 2 times their mean"):
        assert words in text
    assert f"{process.FEWEST_POINTS} or more years" in text
    assert f"plus or minus {process.LIMIT_FACTOR} times" in text
    assert f"a run of {process.RUN} or more" in text
    assert f"below {process.RAREST_MEAN} a year" in text


def test_a_changed_constant_changes_the_page(english: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers are not typed twice."""
    monkeypatch.setattr("planbuilder.verdict.judging_rules.ALPHA", 0.01)
    text = " ".join(str(sentence) for rule in rules(english) for sentence in rule.sentences)
    assert "less than 1% of the time" in text


def test_one_example_is_given_for_each_result_that_is_found(measure: Make, catalogue: Catalogues) -> None:
    """Directions first, then targets; of two alike the first by key."""
    values: dict[str, list[tuple[str, str]]] = {
        "a-better": [("2015", "900"), ("2016", "500")],
        "b-better-too": [("2015", "900"), ("2016", "500")],
        "c-worse": [("2015", "500"), ("2016", "900")],
        "d-alone": [("2016", "900")],
        "e-nothing": [],
    }
    target: dict[str, Any] = {"value": "600"}
    measures = [measure(*found, id=name, target=target) for name, found in values.items()]
    found = [(e.direction or e.target, e.reason, e.measure.id) for e in examples(catalogue(*measures))]
    assert found == [
        ("improving", None, "a-better"),
        ("getting_worse", None, "c-worse"),
        ("cannot_tell", "no_data", "e-nothing"),
        ("cannot_tell", "one_point", "d-alone"),
        ("met", None, "a-better"),
        ("missed", None, "c-worse"),
    ]


def test_a_sensitive_measure_is_an_example_only_where_no_other_is(measure: Make, catalogue: Catalogues) -> None:
    """Then it says so, because its page needs a quick exit."""
    better = [("2015", "900"), ("2016", "500")]
    hidden, open_ = measure(*better, id="a-hidden"), measure(*better, id="b-open")
    both = catalogue(hidden, open_, uses={"sensitive": [{"measure": "a-hidden"}]})
    assert [(example.measure.id, example.sensitive) for example in examples(both)] == [("b-open", False)]
    alone = catalogue(hidden, uses={"sensitive": [{"measure": "a-hidden"}]})
    assert [(example.measure.id, example.sensitive) for example in examples(alone)] == [("a-hidden", True)]


def test_a_plans_use_of_a_measure_can_be_the_example(measure: Make, catalogue: Catalogues) -> None:
    """With the priority that set the target."""
    uses = {"crime": [{"measure": "crimes", "target": {"value": "5", "by": "2019"}}]}
    found = examples(catalogue(measure(("2016", "9")), uses=uses))
    (target,) = [example for example in found if example.target]
    assert target.target == "not_due"
    assert target.priority
    assert target.priority.id == "crime"
