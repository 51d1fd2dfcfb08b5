"""The sentence on a target: what is to be reached by when, and how it stands."""

from decimal import Decimal

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.verdict.reason_words import plain_reason
from planbuilder.verdict.target import Goal
from planbuilder.verdict.telling import Telling
from planbuilder.verdict.verdict import Verdict


def target_sentence(verdict: Verdict, measure: Measure, catalogue: Catalogue, language: Language) -> Markup:
    """What is to be reached, by when, whether it is, and what forbids to say so. Empty where there is no target."""
    goal, telling = verdict.goal, Telling.of(measure, catalogue, language)
    if goal.result == "none":
        return Markup("")
    parts = (_set(goal, telling), _tolerance(goal, telling), _stands(goal, telling))
    return Markup(" ").join(part for part in parts if part)


def _set(goal: Goal, telling: Telling) -> Markup:
    """What is to be reached."""
    language = telling.language
    if goal.target and goal.target.change:
        return _set_as_change(goal, goal.target.change, telling)
    if goal.value is None:
        return Markup("")
    value = telling.amount(goal.value)
    match goal.aim:
        case "at_most" if goal.by:
            return language.markup("The target for %(period)s is %(value)s or less.", period=goal.by, value=value)
        case "at_least" if goal.by:
            return language.markup("The target for %(period)s is %(value)s or more.", period=goal.by, value=value)
        case "at_most":
            return language.markup("The target is %(value)s or less.", value=value)
        case "at_least":
            return language.markup("The target is %(value)s or more.", value=value)
    if goal.by:
        return language.markup("The target for %(period)s is %(value)s.", period=goal.by, value=value)
    return language.markup("The target is %(value)s.", value=value)


def _set_as_change(goal: Goal, change: Decimal, telling: Telling) -> Markup:
    """A target that was set as a change in per cent, with the value that it comes to where that is known."""
    language, measure = telling.language, telling.measure
    size = language.percent(abs(change))
    falls = change < 0
    if goal.value is None or measure.baseline is None:
        if falls:
            return language.markup("The target is a fall of %(change)s.", change=size)
        return language.markup("The target is a rise of %(change)s.", change=size)
    values = {"change": size, "start": language.period(measure.baseline), "value": telling.amount(goal.value)}
    if goal.by is None:
        if falls:
            return language.markup("The target is a fall of %(change)s from %(start)s, to %(value)s.", **values)
        return language.markup("The target is a rise of %(change)s from %(start)s, to %(value)s.", **values)
    values["period"] = language.period(goal.by)
    if falls:
        return language.markup(
            "The target is a fall of %(change)s from %(start)s to %(period)s, to %(value)s.", **values
        )
    return language.markup("The target is a rise of %(change)s from %(start)s to %(period)s, to %(value)s.", **values)


def _tolerance(goal: Goal, telling: Telling) -> Markup:
    tolerance = goal.target.tolerance if goal.target else None
    if not tolerance:
        return Markup("")
    in_points = telling.measure.kind == "percentage"
    size = telling.language.points(tolerance) if in_points else telling.amount(tolerance)
    return telling.language.markup("A difference of up to %(tolerance)s still counts as met.", tolerance=size)


def _stands(goal: Goal, telling: Telling) -> Markup:
    """Whether it is reached."""
    language, judged = telling.language, goal.observed
    values = {"period": language.period(judged.period), "value": telling.figure(judged)} if judged else {}
    match goal.result:
        case "met":
            return language.markup("It was met: the figure for %(period)s is %(value)s.", **values)
        case "missed":
            return language.markup("It was missed: the figure for %(period)s is %(value)s.", **values)
        case "not_due":
            return language.markup("It is not due yet.")
        case "on_track" | "off_track":
            return _on_the_way(goal, telling)
        case "cannot_tell" if goal.reasons:
            return plain_reason(goal.reasons[0], telling)
    return Markup("")


def _on_the_way(goal: Goal, telling: Telling) -> Markup:
    if goal.observed is None or goal.step is None:
        return Markup("")
    values = {
        "period": telling.language.period(goal.step.period),
        "step": telling.amount(goal.step.value),
        "value": telling.figure(goal.observed),
    }
    if goal.result == "on_track":
        return telling.language.markup(
            "On the way there %(step)s was planned for %(period)s. The figure is %(value)s, so it is on track.",
            **values,
        )
    return telling.language.markup(
        "On the way there %(step)s was planned for %(period)s. The figure is %(value)s, so it is off track.", **values
    )
