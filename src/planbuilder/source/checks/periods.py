"""Checks of periods against the plan that they belong to: what a plan wants and reports lies in its time."""

from collections.abc import Iterator
from datetime import timedelta

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.period import Period
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.model.report import Report
from planbuilder.source.checks.finding import Finding

_YEAR = timedelta(days=366)
_REMEDY = "correct the period; if the plan has it so, say it in notes:"


def _apart(period: Period, plan: Plan, margin: timedelta = timedelta()) -> bool:
    """Whether no day of a period is in the time of a plan, or as near to it as `margin`."""
    return plan.start <= plan.end and (period.end + margin < plan.start or period.start - margin > plan.end)


def targets_of_plans(catalogue: Catalogue) -> Iterator[Finding]:
    """A plan's own target is due while it runs, or in the year in which it ends."""
    for priority in catalogue.all(Priority):
        plan = catalogue.plan(priority)
        for index, use in enumerate(priority.measures):
            if plan and plan.held and use.target and use.target.by and _apart(use.target.by, plan):
                sentence = f"{use.target.by.text} is not in the time of the plan, {plan.start} to {plan.end}"
                yield Finding(priority.key, ("measures", index, "target", "by"), sentence, _REMEDY)


def periods_of_reports(catalogue: Catalogue) -> Iterator[Finding]:
    """A report tells of a time in which the plans ran that it reports on, or of the year before or after."""
    for report in catalogue.all(Report):
        for index, reference in enumerate(report.plans):
            plan = catalogue.get(reference)
            if _apart(report.period, plan, _YEAR):
                sentence = f"{report.period.text} is not in the time of {reference.written}, {plan.start} to {plan.end}"
                remedy = "correct the period, or name the plan that ran then; if it is right, say it in notes:"
                yield Finding(report.key, ("plans", index), sentence, remedy)


CHECKS = (targets_of_plans, periods_of_reports)
