"""What a plan or report has and lacks of what it has to contain.

It looks at the data alone. So `lacking` means that this site holds nothing of the kind, not that the document
says nothing; and where finding something proves little, the answer is that a person has to read it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.plan import Plan
from planbuilder.model.profile import Country, Profile, Requirement, RequirementCheck
from planbuilder.model.report import Report

Result = Literal["there", "lacking", "unclear"]
"""Found; nothing of the kind found; a person has to read it."""

_COUNTRIES: Mapping[str, Country] = {"E": "england", "W": "wales", "S": "scotland", "N": "northern_ireland"}
"""The first letter of an area's code of the Office for National Statistics."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A requirement, whether it is met, and what of the plan or report shows it."""

    requirement: Requirement
    result: Result
    places: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """What one plan or report has and lacks of one profile."""

    about: Plan | Report
    profile: Profile
    answers: tuple[Answer, ...]

    def number(self, result: Result) -> int:
        """How many requirements have a result."""
        return sum(answer.result == result for answer in self.answers)

    @property
    def anchor(self) -> str:
        """A name for it on a page of all."""
        return f"{self.about.partnership_key}-{self.about.id}-{self.profile.id}"

    @property
    def unverified(self) -> int:
        """How many requirements nobody has compared with the law's text."""
        return sum(not answer.requirement.verified for answer in self.answers)


def completeness(catalogue: Catalogue, about: Plan | Report) -> tuple[Completeness, ...]:
    """A plan or report against each profile that applies to it. Requirements not in force at its time are left out."""
    found = []
    for profile in catalogue.all(Profile):
        if _applies(catalogue, profile, about):
            asked = (item for item in profile.requirements if _in_force(item, about))
            found.append(Completeness(about, profile, tuple(_answer(catalogue, item, about) for item in asked)))
    return tuple(found)


def everything(catalogue: Catalogue) -> tuple[Completeness, ...]:
    """Every plan and report that a profile applies to: by partnership, plans before reports, newest first."""
    found: list[Completeness] = []
    for partnership in catalogue.partnerships:
        published: tuple[Plan | Report, ...] = (*catalogue.plans(partnership), *catalogue.reports(partnership))
        found += (one for about in published for one in completeness(catalogue, about))
    return tuple(found)


def _applies(catalogue: Catalogue, profile: Profile, about: Plan | Report) -> bool:
    partnership = catalogue.partnership(about)
    if profile.partnerships and partnership.kind not in profile.partnerships:
        return False
    if profile.country and _COUNTRIES.get((partnership.area.gss or " ")[0], profile.country) != profile.country:
        return False
    if isinstance(about, Plan):
        return profile.about == "plan" and about.held
    return profile.about == "report" and (not profile.reports or about.kind in profile.reports)


def _in_force(requirement: Requirement, about: Plan | Report) -> bool:
    first, last = (about.start, about.end) if isinstance(about, Plan) else (about.period.start, about.period.end)
    return (requirement.start or date.min) <= last and first <= (requirement.end or date.max)


def _answer(catalogue: Catalogue, requirement: Requirement, about: Plan | Report) -> Answer:
    if requirement.check == "by_hand":
        return Answer(requirement, "unclear", ())
    if isinstance(about, Plan):
        places = _IN_PLANS[requirement.check](catalogue, about)
    else:
        places = _IN_REPORTS[requirement.check](catalogue, about)
    if not places:
        return Answer(requirement, "lacking", ())
    return Answer(requirement, "there" if requirement.enough else "unclear", places)


def _itself(about: Plan | Report, there: object) -> tuple[Entity, ...]:
    """The plan or report, if what is looked for is there."""
    return (about,) if there else ()


def _vision(catalogue: Catalogue, plan: Plan) -> tuple[Entity, ...]:
    goals = any(item.outcomes or item.objectives for item in catalogue.priorities(plan))
    return _itself(plan, plan.vision or goals)


def _actions(catalogue: Catalogue, plan: Plan) -> tuple[Entity, ...]:
    return tuple(item for item in catalogue.priorities(plan) if item.actions or item.plan)


def _measures(catalogue: Catalogue, plan: Plan) -> tuple[Entity, ...]:
    return tuple(item for item in catalogue.priorities(plan) if item.measures)


def _funding(catalogue: Catalogue, about: Plan | Report) -> tuple[Entity, ...]:
    told = _itself(about, isinstance(about, Plan) and about.funding)
    return (*told, *catalogue.finance(about))


def _consultation(catalogue: Catalogue, plan: Plan) -> tuple[Entity, ...]:
    found = catalogue.consultation(plan)
    return (found,) if found else ()


def _breakdown(catalogue: Catalogue, plan: Plan) -> tuple[Entity, ...]:
    found = catalogue.consultation(plan)
    return (found,) if found and found.breakdowns else ()


def _meeting(catalogue: Catalogue, plan: Plan) -> tuple[Entity, ...]:
    consultation = catalogue.consultation(plan)
    asked = (consultation,) if consultation and consultation.method == "meetings" else ()
    return (*(item for item in catalogue.opportunities(plan) if item.kind == "attend"), *asked)


def _figures(catalogue: Catalogue, report: Report) -> tuple[Entity, ...]:
    told = report.measures or any(update.measures for update in report.updates)
    return (*_itself(report, told), *(item for item in catalogue.sections(report) if item.measures))


_IN_PLANS: Mapping[RequirementCheck, Callable[[Catalogue, Plan], tuple[Entity, ...]]] = {
    "has_vision": _vision,
    "has_priorities": lambda catalogue, plan: _itself(plan, catalogue.priorities(plan)),
    "has_actions": _actions,
    "has_measures": _measures,
    "has_funding": _funding,
    "has_consultation": _consultation,
    "has_breakdown": _breakdown,
    "has_meeting": _meeting,
    "has_summary": lambda _, plan: _itself(plan, plan.summary),
}
_IN_REPORTS: Mapping[RequirementCheck, Callable[[Catalogue, Report], tuple[Entity, ...]]] = {
    "has_updates": lambda _, report: _itself(report, report.updates),
    "has_figures": _figures,
    "has_plans": lambda _, report: _itself(report, report.plans),
    "has_financial_year": lambda _, report: _itself(report, report.period.kind == "financial_year"),
    "has_publication_date": lambda _, report: _itself(report, report.published),
    "has_funding": _funding,
    "has_summary": lambda _, report: _itself(report, report.summary),
}
