"""Checks of a plan: does it hold what it says it holds, and do its dates follow each other?"""

from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Consultation
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.source.checks.finding import Finding
from planbuilder.source.near import nearest

_DATES = "correct the dates"


def stated_priorities(catalogue: Catalogue) -> Iterator[Finding]:
    """A plan lists as many priorities as it says it has."""
    for plan in catalogue.all(Plan):
        listed = sum(priority.kind == "priority" for priority in catalogue.priorities(plan))
        if plan.held and plan.stated_priorities is not None and plan.stated_priorities != listed:
            sentence = f"priorities according to the plan: {plan.stated_priorities}; listed here: {listed}"
            remedy = "add the missing ones; if the source contradicts itself, say it in notes:"
            yield Finding(plan.key, ("stated_priorities",), sentence, remedy)


def priority_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """No two priorities of a plan have one place or one number."""
    for plan in catalogue.all(Plan):
        places: dict[tuple[str, int], Priority] = {}
        for priority in catalogue.priorities(plan):
            numbers = [("order", priority.order)]
            numbers += [(f"number of a {priority.kind}", priority.number)] if priority.number is not None else []
            for what, number in numbers:
                first = places.setdefault((what, number), priority)
                if first is not priority:
                    loc = ("number",) if what != "order" else ()
                    sentence = f"{number} is the number of {first.id} already"
                    yield Finding(priority.key, loc, sentence, "give each its own number")


def dates_of_plans(catalogue: Catalogue) -> Iterator[Finding]:
    """A plan ends after it begins, follows an earlier one, and has a day of adoption only when adopted."""
    for plan in catalogue.all(Plan):
        if plan.end < plan.start:
            yield Finding(plan.key, ("end",), f"the plan ends on {plan.end}, before it begins", _DATES)
        if plan.adopted_on and plan.adoption != "adopted":
            sentence = f"a day of adoption is given, but the plan is marked {plan.adoption}"
            yield Finding(plan.key, ("adopted_on",), sentence, "write adoption: adopted, or delete the day")
        if plan.succeeds and catalogue.get(plan.succeeds).start >= plan.start:
            sentence = f"it can't follow {plan.succeeds.written}, which begins no earlier"
            yield Finding(plan.key, ("succeeds",), sentence, "name the edition before this one")


def dates_of_actions(catalogue: Catalogue) -> Iterator[Finding]:
    """An action is due after it starts, and nothing is reported from the future."""
    for priority in catalogue.all(Priority):
        for index, action in enumerate(priority.actions):
            if action.start and action.due and action.due < action.start:
                yield Finding(priority.key, ("actions", index, "due"), "it is due before it starts", _DATES)
            for number, update in enumerate(action.updates):
                if update.on > catalogue.today:
                    loc = ("actions", index, "updates", number, "on")
                    yield Finding(priority.key, loc, f"{update.on} has not come yet", "write the day of the report")
                elif update.status == "done" and action.start and update.on < action.start:
                    loc = ("actions", index, "updates", number, "on")
                    sentence = f"it is told to be done on {update.on}, before it began on {action.start}"
                    yield Finding(priority.key, loc, sentence, _DATES)


def actions_in_the_time_of_the_plan(catalogue: Catalogue) -> Iterator[Finding]:
    """What a plan will do is due in its time."""
    for priority in catalogue.all(Priority):
        plan = catalogue.plan(priority)
        if plan is None or not plan.held or plan.end < plan.start:
            continue
        for index, action in enumerate(priority.actions):
            for name, day in (("start", action.start), ("due", action.due)):
                late = day is not None and day > plan.end
                if late or (name == "due" and day is not None and day < plan.start):
                    sentence = f"{day} is not in the time of the plan, {plan.start} to {plan.end}"
                    remedy = "correct the date; if the plan has it so, say it in notes:"
                    yield Finding(priority.key, ("actions", index, name), sentence, remedy)


def dates_of_consultations(catalogue: Catalogue) -> Iterator[Finding]:
    """What opens closes later."""
    for consultation in catalogue.all(Consultation):
        if consultation.opened and consultation.closed and consultation.closed < consultation.opened:
            yield Finding(consultation.key, ("closed",), "it closed before it opened", _DATES)
    for opportunity in catalogue.all(Opportunity):
        if opportunity.opens and opportunity.closes and opportunity.closes < opportunity.opens:
            yield Finding(opportunity.key, ("closes",), "it closes before it opens", _DATES)
        yield from _times(opportunity)


def _times(opportunity: Opportunity) -> Iterator[Finding]:
    """A time needs its day, and an end a beginning before it."""
    one_day = opportunity.closes in (None, opportunity.opens)
    if opportunity.begins and not opportunity.opens:
        yield Finding(opportunity.key, ("begins",), "a time without a day", "add opens, the first day")
    if opportunity.ends and not opportunity.begins:
        yield Finding(opportunity.key, ("ends",), "it ends at a time, and begins at none", "add begins")
    elif opportunity.ends and one_day and opportunity.ends <= (opportunity.begins or ""):
        yield Finding(opportunity.key, ("ends",), "it ends before it begins", "correct one of the two times")
    if opportunity.moved_from and opportunity.moved_from == opportunity.opens:
        remedy = "write the day that was announced before, or delete the line"
        yield Finding(opportunity.key, ("moved_from",), "it was moved to the day from which it was moved", remedy)


def reporting_lines(catalogue: Catalogue) -> Iterator[Finding]:
    """A body reports to a body of the list."""
    for partnership in catalogue.all(Partnership):
        names = [body.name.source for body in partnership.governance]
        for index, body in enumerate(partnership.governance):
            for number, above in enumerate(body.reports_to):
                if above.source not in names:
                    near = nearest(above.source, names)
                    remedy = f"did you mean {near}?" if near else "add it to governance, or correct the name"
                    loc = ("governance", index, "reports_to", number)
                    yield Finding(partnership.key, loc, f'no body is called "{above.source}"', remedy)


CHECKS = (
    stated_priorities,
    priority_numbers,
    dates_of_plans,
    dates_of_actions,
    actions_in_the_time_of_the_plan,
    dates_of_consultations,
    reporting_lines,
)
