"""The short words, icon and tone of a verdict: words first, then the icon, then colour."""

from typing import Literal

from markupsafe import Markup

from planbuilder.i18n import N_, Language
from planbuilder.model.measure import Wanted
from planbuilder.verdict.comparison import Reason
from planbuilder.verdict.direction import Direction
from planbuilder.verdict.target import TargetResult
from planbuilder.verdict.verdict import Verdict

Tone = Literal["good", "bad", "same", "unknown"]
"""What CSS colours by."""

_DIRECTIONS: dict[Direction, str] = {
    "improving": N_("Improving"),
    "getting_worse": N_("Getting worse"),
    "higher": N_("Higher"),
    "lower": N_("Lower"),
    "no_clear_change": N_("No clear change"),
    "cannot_tell": N_("Cannot tell"),
}
_PROVISIONAL_DIRECTIONS: dict[Direction, str] = {
    "improving": N_("Improving, on provisional figures"),
    "getting_worse": N_("Getting worse, on provisional figures"),
    "higher": N_("Higher, on provisional figures"),
    "lower": N_("Lower, on provisional figures"),
    "no_clear_change": N_("No clear change yet"),
    "cannot_tell": N_("Cannot tell"),
}
_TARGETS: dict[TargetResult, str] = {
    "met": N_("Target met"),
    "missed": N_("Target missed"),
    "not_due": N_("Target not due yet"),
    "on_track": N_("On track for the target"),
    "off_track": N_("Off track for the target"),
    "none": N_("No target"),
    "cannot_tell": N_("Target: cannot tell"),
}
_PROVISIONAL_TARGETS: dict[TargetResult, str] = {
    **_TARGETS,
    "met": N_("Target met, on provisional figures"),
    "missed": N_("Target missed, on provisional figures"),
    "on_track": N_("On track for the target, on provisional figures"),
    "off_track": N_("Off track for the target, on provisional figures"),
}
_REASONS: dict[Reason, str] = {
    "no_data": N_("no figures"),
    "only_parts": N_("figures by place or group only"),
    "one_point": N_("only one figure"),
    "only_baseline": N_("nothing since the starting point"),
    "baseline_missing": N_("no figure for the starting point"),
    "no_year_before": N_("no figure for the same time in an earlier year"),
    "suppressed": N_("a figure is withheld"),
    "inconsistent_recording": N_("uneven recording"),
    "break_between": N_("counted differently before"),
    "different_length": N_("periods of different length"),
    "different_season": N_("different times of the year"),
    "overlapping": N_("periods that overlap"),
    "only_a_bound": N_("no exact figure"),
    "open_survey": N_("an open survey"),
    "no_counts": N_("the numbers behind it are not published"),
    "no_denominator": N_("out of how many is not published"),
    "no_limits": N_("no margins of error"),
    "too_few": N_("too few cases"),
    "nothing_wanted": N_("no direction is wanted"),
    "not_published": N_("the figure is not published"),
}
_WANTED: dict[Wanted, str] = {
    "decrease": N_("a fall"),
    "increase": N_("a rise"),
    "maintain": N_("no change"),
    "monitor": N_("none: it is watched, and no direction is wanted"),
}
_TONES: dict[Direction | TargetResult, Tone] = {
    "improving": "good",
    "met": "good",
    "on_track": "good",
    "getting_worse": "bad",
    "missed": "bad",
    "off_track": "bad",
    "higher": "same",
    "lower": "same",
    "no_clear_change": "same",
    "not_due": "same",
    "cannot_tell": "unknown",
    "none": "unknown",
}
_TARGET_ICONS: dict[TargetResult, str] = {
    "met": "check",
    "missed": "cross",
    "not_due": "calendar",
    "on_track": "arrow-forward",
    "off_track": "warning",
    "none": "minus",
    "cannot_tell": "question",
}


def label(verdict: Verdict, language: Language) -> Markup:
    """The direction in a few words. A provisional value limits them."""
    return direction_label(verdict.direction, verdict.movement.provisional, language)


def direction_label(direction: Direction, provisional: bool, language: Language) -> Markup:
    """The same for a direction by itself."""
    return language.markup((_PROVISIONAL_DIRECTIONS if provisional else _DIRECTIONS)[direction])


def target_label(verdict: Verdict, language: Language) -> Markup:
    """How the target stands, in a few words. A provisional value limits them."""
    return standing_label(verdict.target, verdict.goal.provisional, language)


def standing_label(result: TargetResult, provisional: bool, language: Language) -> Markup:
    """The same for the standing of a target by itself."""
    return language.markup((_PROVISIONAL_TARGETS if provisional else _TARGETS)[result])


def wanted_label(wanted: Wanted, language: Language) -> Markup:
    """The change that is wanted, in a few words."""
    return language.markup(_WANTED[wanted])


def reason_label(reason: Reason, language: Language) -> Markup:
    """Why something cannot be told, in a few words for lists and tables."""
    return language.markup(_REASONS[reason])


def icon(verdict: Verdict) -> str:
    """The icon beside the direction: where the value went. What that means is said by the words."""
    if verdict.direction == "cannot_tell":
        return "question"
    match verdict.movement.way:
        case "up":
            return "arrow-up"
        case "down":
            return "arrow-down"
        case "none":
            return "equal"


def target_icon(verdict: Verdict) -> str:
    """The icon beside the target's words."""
    return _TARGET_ICONS[verdict.target]


def tone(verdict: Verdict) -> Tone:
    """Good, bad, the same or unknown: the direction's colour, never without its words."""
    return _TONES[verdict.direction]


def target_tone(verdict: Verdict) -> Tone:
    """Good, bad, the same or unknown: the target's colour, never without its words."""
    return _TONES[verdict.target]
