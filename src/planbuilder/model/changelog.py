"""What changed on the site, day by day: computed from the version history by `planbuilder changes`, then kept."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planbuilder.model.entity import Entity, Part
from planbuilder.model.measure import ObservationStatus, Qualifier, Target, Wanted
from planbuilder.model.period import Period
from planbuilder.model.scalar import Day, Flag, Number, Whole
from planbuilder.model.site import LanguageCode
from planbuilder.model.text import Text

LoggedKind = Literal[
    "added",
    "added_whole",
    "removed",
    "removed_whole",
    "moved",
    "moved_whole",
    "edited",
    "figure_added",
    "figure_changed",
    "figure_details",
    "figure_removed",
    "figure_withheld",
    "figure_released",
    "wanted_changed",
    "target_added",
    "target_changed",
    "target_removed",
    "break_added",
    "verdict_stays",
    "verdict_changed",
    "verdict_changed_for",
    "target_result_changed",
    "action_added",
    "action_removed",
    "action_reworded",
    "action_planned",
    "action_under_way",
    "action_done",
    "action_late",
    "action_stopped",
    "action_without_status",
    "action_reported_again",
    "action_led",
    "action_not_led",
    "action_due",
    "action_due_moved",
    "action_not_due",
    "action_details",
    "language_added",
    "language_removed",
    "texts_translated",
]
"""What readers are told of. Each has its words in `changes.words`."""

Result = Literal[
    "improving",
    "getting_worse",
    "higher",
    "lower",
    "no_clear_change",
    "cannot_tell",
    "met",
    "missed",
    "not_due",
    "on_track",
    "off_track",
    "none",
]
"""The results of a verdict: of its direction, and of its target."""

ENTITY_KINDS = (
    "Site",
    "Organisation",
    "Document",
    "GlossaryTerm",
    "Unit",
    "SupportService",
    "Partnership",
    "Opportunity",
    "Measure",
    "Plan",
    "Priority",
    "Achievement",
    "Consultation",
    "Section",
    "Table",
    "FinanceTable",
    "Commitment",
    "Report",
    "Contradiction",
    "Profile",
)
EntityKey = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[/-][a-z0-9]+)*$")]
EntityKind = Annotated[str, Field(pattern=rf"^(?:{'|'.join(ENTITY_KINDS)})$")]
Revision = Annotated[str, Field(pattern=r"^[0-9a-f]{40,64}$")]


class LoggedFigure(Part):
    """A figure as it was published on a day."""

    value: Number
    """The figure, without its unit."""
    status: ObservationStatus = "final"
    """Whether it was final."""
    qualifier: Qualifier | None = None
    """What the source said of it: about, more than."""


class LoggedResult(Part):
    """One of a verdict's two results, as it was on a day."""

    result: Result
    """The result."""
    provisional: Flag = False
    """True where it rested on figures that were not final."""


_OF_DIRECTIONS = frozenset({"improving", "getting_worse", "higher", "lower", "no_clear_change", "cannot_tell"})
_OF_TARGETS = frozenset({"met", "missed", "not_due", "on_track", "off_track", "none", "cannot_tell"})

_ACTION = ("action",)
NEEDS: dict[LoggedKind, tuple[str, ...]] = {
    "added_whole": ("n",),
    "removed": ("type", "title"),
    "removed_whole": ("type", "title", "n"),
    "moved": ("to",),
    "moved_whole": ("to",),
    "figure_added": ("period",),
    "figure_changed": ("period",),
    "figure_details": ("period",),
    "figure_removed": ("period",),
    "figure_withheld": ("period",),
    "figure_released": ("period",),
    "wanted_changed": ("was_wanted", "wanted"),
    "target_added": ("target",),
    "target_changed": ("was_target", "target"),
    "target_removed": ("was_target",),
    "break_added": ("period", "why"),
    "verdict_stays": ("result",),
    "verdict_changed": ("was_result", "result"),
    "verdict_changed_for": ("priority", "was_result", "result"),
    "target_result_changed": ("was_result", "result"),
    "action_added": _ACTION,
    "action_removed": _ACTION,
    "action_reworded": ("was_action", "action"),
    "action_planned": _ACTION,
    "action_under_way": _ACTION,
    "action_done": _ACTION,
    "action_late": _ACTION,
    "action_stopped": _ACTION,
    "action_without_status": _ACTION,
    "action_reported_again": ("action", "day"),
    "action_led": ("action", "lead"),
    "action_not_led": _ACTION,
    "action_due": ("action", "due"),
    "action_due_moved": ("action", "was_due", "due"),
    "action_not_due": _ACTION,
    "action_details": _ACTION,
    "language_added": ("language",),
    "language_removed": ("language",),
    "texts_translated": ("language", "n"),
}
"""What a kind of change cannot be told without."""


class LoggedChange(Part):
    """One change. What it is decides which other keys it has."""

    about: EntityKey
    """The full key of what changed."""
    what: LoggedKind
    """What kind of change it is."""
    sensitive: Flag = False
    """True where the subject was a sensitive one on that day."""
    type: EntityKind | None = None
    """What kind of thing it was; only of what is removed."""
    title: Text | None = None
    """What it was called; only of what is removed."""
    to: EntityKey | None = None
    """The new key of what moved."""
    n: Whole | None = None
    """How many."""
    period: Period | None = None
    """Of the figure that changed."""
    area: Text | None = None
    """The area that the figure was for, if it was for a part of the whole."""
    group: Text | None = None
    """The group that the figure was for, if it was for a part of the whole."""
    was_figure: LoggedFigure | None = None
    """The figure before."""
    figure: LoggedFigure | None = None
    """The figure since. Left out where a measure withholds figures."""
    was_wanted: Wanted | None = None
    """The change that was wanted before."""
    wanted: Wanted | None = None
    """The change that is wanted since."""
    was_target: Target | None = None
    """The target before."""
    target: Target | None = None
    """The target since."""
    why: Text | None = None
    """Why a series was broken."""
    was_result: LoggedResult | None = None
    """What the figures said before."""
    result: LoggedResult | None = None
    """What the figures say since."""
    priority: EntityKey | None = None
    """The priority for which the verdict changed."""
    was_action: Text | None = None
    """The words of the action before."""
    action: Text | None = None
    """The words of the action."""
    lead: EntityKey | None = None
    """The key of the organisation that leads the action since."""
    was_due: Day | None = None
    """The day by which it was due before."""
    due: Day | None = None
    """The day by which it is due since."""
    day: Day | None = None
    """The day of a report that says the same once more."""
    language: LanguageCode | None = None
    """The language that came, went or was translated into."""

    @property
    def has_figures(self) -> bool:
        """Whether it repeats what was or is published."""
        return self.figure is not None or self.was_figure is not None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        missing = [name for name in NEEDS.get(self.what, ()) if getattr(self, name) is None]
        if missing:
            raise PydanticCustomError(
                "change",
                "{what} has no {names} – delete this change, and run planbuilder changes",
                {"what": self.what, "names": " and no ".join(missing)},
            )
        possible = _OF_TARGETS if self.what == "target_result_changed" else _OF_DIRECTIONS
        told = (one.result for one in (self.was_result, self.result) if one)
        if wrong := [result for result in told if result not in possible]:
            raise PydanticCustomError(
                "change",
                "{what} can't have the result {wrong} – delete this change, and run planbuilder changes",
                {"what": self.what, "wrong": wrong[0]},
            )
        return self


class LogEntry(Part):
    """What changed on one day."""

    on: Day
    """The day of the revision."""
    revision: Revision
    """The revision in the version history that the changes lead to."""
    changes: tuple[LoggedChange, ...]
    """What changed."""


class ChangeLog(Entity):
    """`data/changes.yml`, made by `planbuilder changes`. A change may be deleted by hand; write none yourself."""

    entries: tuple[LogEntry, ...] = ()
    """The newest first."""
