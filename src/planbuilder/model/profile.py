"""What a plan or report has to contain, as a law or somebody else asks: a list that a data file holds."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planbuilder.model.entity import Entity, Part
from planbuilder.model.partnership import PartnershipKind
from planbuilder.model.report import ReportKind
from planbuilder.model.scalar import Day, Flag, WebAddress
from planbuilder.model.text import Text

RequirementCheck = Literal[
    "has_vision",
    "has_priorities",
    "has_actions",
    "has_measures",
    "has_funding",
    "has_consultation",
    "has_breakdown",
    "has_meeting",
    "has_summary",
    "has_updates",
    "has_figures",
    "has_plans",
    "has_financial_year",
    "has_publication_date",
    "by_hand",
]
Country = Literal["england", "wales", "scotland", "northern_ireland"]

_BOTH = frozenset[RequirementCheck]({"has_funding", "has_summary", "by_hand"})
CHECKS_OF_PLANS = _BOTH | frozenset[RequirementCheck](
    {"has_vision", "has_priorities", "has_actions", "has_measures", "has_consultation", "has_breakdown", "has_meeting"}
)
CHECKS_OF_REPORTS = _BOTH | frozenset[RequirementCheck](
    {"has_updates", "has_figures", "has_plans", "has_financial_year", "has_publication_date"}
)


class Requirement(Part):
    """One thing that has to be there."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    """A short name of its own."""
    text: Text
    """What is asked for, in a plain sentence."""
    check: RequirementCheck
    """What planbuilder looks for in the data; by_hand where it can't look for anything."""
    enough: Flag = True
    """false: what is looked for is only a sign of it, so a person has to read whether it really is there."""
    law: Text | None = None
    """Where the law or guidance asks for it."""
    verified: Flag = False
    """true only when a person has compared the sentence with the law's own text, as it is in force."""
    start: Day | None = None
    """The first day on which it is asked for."""
    end: Day | None = None
    """The last day, where it is asked for no more."""


class Profile(Entity):
    """`profiles/<id>.yml`: what plans or reports of one kind have to contain."""

    title: Text
    """What the list is, as readers should see it."""
    about: Literal["plan", "report"]
    """Whether it is asked of plans or of reports."""
    partnerships: tuple[PartnershipKind, ...] = ()
    """Whose plans or reports. Empty: everyone's."""
    reports: tuple[ReportKind, ...] = ()
    """Which kinds of reports. Empty: all."""
    country: Country | None = None
    """Where it is the law. A partnership whose area has the code of another country is left out."""
    summary: Text | None = None
    """One or two sentences: who asks for it, and how far it was checked."""
    web: WebAddress | None = None
    """Where the law or guidance can be read."""
    requirements: tuple[Requirement, ...]
    """What is asked for."""

    @model_validator(mode="after")
    def _checks_that_can_be_made(self) -> Self:
        possible = CHECKS_OF_PLANS if self.about == "plan" else CHECKS_OF_REPORTS
        seen: set[str] = set()
        for one in self.requirements:
            if one.check not in possible:
                raise PydanticCustomError(
                    "profile",
                    "{check} ({id}) can't be looked for in a {about} – use one of {possible}",
                    {"check": one.check, "id": one.id, "about": self.about, "possible": ", ".join(sorted(possible))},
                )
            if one.id in seen:
                raise PydanticCustomError(
                    "profile", 'two requirements are called "{id}" – give each its own id', {"id": one.id}
                )
            seen.add(one.id)
        return self
