"""Why nothing can be told: one sentence for each reason."""

from markupsafe import Markup

from planbuilder.i18n import N_
from planbuilder.model.measure import Measure, SeriesBreak
from planbuilder.verdict.comparison import Reason, break_between
from planbuilder.verdict.direction import Movement
from planbuilder.verdict.telling import Telling

_SENTENCES: dict[Reason, str] = {
    "no_data": N_("No figures have been published for this."),
    "only_parts": N_("The figures are published by place or by group, so there is no single figure to judge."),
    "one_point": N_("There is only one figure, and nothing to compare it with."),
    "only_baseline": N_("That is the starting point itself, and nothing later is published to compare with it."),
    "baseline_missing": N_("No figure is published for the starting point to compare with."),
    "no_year_before": N_(
        "No figure is published for the same time in an earlier year, so there is nothing to compare with."
    ),
    "suppressed": N_("A figure is withheld because it is so small that it could identify people."),
    "inconsistent_recording": N_(
        "The figures were not recorded in the same way throughout, so they cannot be compared."
    ),
    "break_between": N_("The way of counting changed in between, so the figures cannot be compared."),
    "different_length": N_("The figures are for periods of different length, so they cannot be compared."),
    "different_season": N_("The figures are for different times of the year, so they cannot be compared."),
    "overlapping": N_("The two periods share some of their months, so they cannot be compared."),
    "only_a_bound": N_("The source does not give an exact figure, so nobody can tell by how much it changed."),
    "open_survey": N_(
        "Anyone could answer this survey. Those who did do not stand for everybody, so a difference between two "
        "surveys does not show a change."
    ),
    "no_counts": N_("The numbers behind it are not published, so nobody can tell whether it is chance."),
    "no_denominator": N_(
        "It is not published how many the percentages are out of, so nobody can tell whether it is chance."
    ),
    "no_limits": N_("No margins of error are published, so nobody can tell whether it is chance."),
    "too_few": N_("There are too few cases to tell whether it is chance."),
    "nothing_wanted": N_("It is not stated whether a rise or a fall is wanted."),
    "not_published": N_("The figure for that time is not published."),
}


def reason_sentence(reason: Reason, telling: Telling, movement: Movement) -> Markup:
    """The sentence for a reason why the direction of a measure cannot be told."""
    language, latest = telling.language, movement.latest
    match reason:
        case "one_point" if latest and latest.value is not None:
            return language.markup(
                "There is only one figure, %(latest)s in %(period)s, and nothing to compare it with.",
                latest=telling.figure(latest),
                period=latest.period,
            )
        case "baseline_missing" if telling.measure.baseline:
            return language.markup(
                "No figure is published for %(period)s, the starting point to compare with.",
                period=telling.measure.baseline,
            )
        case "inconsistent_recording" if telling.measure.inconsistent:
            return language.markup(
                "The figures were not recorded in the same way throughout, so they cannot be compared. %(why)s",
                why=telling.measure.inconsistent,
            )
        case "no_counts" if movement.stated and latest and latest.value is not None:
            return language.markup(
                "The number that it changed from is not published, so nobody can tell whether it is chance."
            )
        case "break_between":
            found = _break(telling.measure, movement)
            if found:
                return language.markup(
                    "Figures from %(period)s on cannot be compared with earlier ones. %(why)s",
                    period=found.at,
                    why=found.why,
                )
    return plain_reason(reason, telling)


def _break(measure: Measure, movement: Movement) -> SeriesBreak | None:
    if movement.comparison is None:
        return None
    return break_between(measure, movement.comparison.reference.period, movement.comparison.latest.period)


def plain_reason(reason: Reason, telling: Telling) -> Markup:
    """The sentence for a reason by itself, without its figures."""
    return telling.language.markup(_SENTENCES[reason])
