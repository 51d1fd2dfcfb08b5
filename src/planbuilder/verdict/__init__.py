"""What the numbers say: pure functions from the model to changes, verdicts and the words for them."""

from planbuilder.verdict.change import Change
from planbuilder.verdict.direction import Direction, Movement
from planbuilder.verdict.judging_rules import Rule, rules
from planbuilder.verdict.labels import (
    direction_label,
    icon,
    label,
    reason_label,
    standing_label,
    target_icon,
    target_label,
    target_tone,
    tone,
    wanted_label,
)
from planbuilder.verdict.method_words import method_sentence, plain
from planbuilder.verdict.plan_check import FEATURES, Checkability, Feature, MeasureCheck, check_measure, checkability
from planbuilder.verdict.plan_check_words import checkability_sentence, feature_label
from planbuilder.verdict.target import Goal, TargetResult
from planbuilder.verdict.target_words import target_sentence
from planbuilder.verdict.update_words import freshness_label, freshness_sentence, freshness_summary
from planbuilder.verdict.updates import Freshness, freshness
from planbuilder.verdict.verdict import Verdict, judge
from planbuilder.verdict.words import sentence
from planbuilder.verdict.worked_examples import Example, examples

__all__ = [
    "FEATURES",
    "Change",
    "Checkability",
    "Direction",
    "Example",
    "Feature",
    "Freshness",
    "Goal",
    "MeasureCheck",
    "Movement",
    "Rule",
    "TargetResult",
    "Verdict",
    "check_measure",
    "checkability",
    "checkability_sentence",
    "direction_label",
    "examples",
    "feature_label",
    "freshness",
    "freshness_label",
    "freshness_sentence",
    "freshness_summary",
    "icon",
    "judge",
    "label",
    "method_sentence",
    "plain",
    "reason_label",
    "rules",
    "sentence",
    "standing_label",
    "target_icon",
    "target_label",
    "target_sentence",
    "target_tone",
    "tone",
    "wanted_label",
]
