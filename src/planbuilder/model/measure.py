"""How success is seen: measures and their observations."""

from decimal import Decimal
from functools import lru_cache
from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.period import Period
from planbuilder.model.reference import OrganisationRef, UnitRef
from planbuilder.model.scalar import Day, Flag, Number, Whole
from planbuilder.model.text import Prose, Text

MeasureKind = Literal["count", "percentage", "rate", "currency", "duration", "score"]
Wanted = Literal["decrease", "increase", "maintain", "monitor"]
ObservationStatus = Literal["final", "provisional", "revised", "year_to_date"]
Qualifier = Literal["about", "over", "under", "at_least", "at_most"]
Frequency = Literal["year", "financial_year", "quarter", "month", "irregular", "not_stated"]


class Target(Part):
    """What is to be reached: a value or a percentage change, by the end of a period."""

    value: Number | None = None
    """The number to reach, in the measure's unit."""
    change: Number | None = None
    """Per cent against the baseline; negative for a fall."""
    by: Period | None = None
    """The period whose observation is judged. Empty: every period."""
    tolerance: Number | None = None
    """How far from the value still counts as met, in the measure's unit."""
    source: Source | None = None
    """Where it stands in the document."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.value is None) == (self.change is None):
            raise PydanticCustomError("target", "give a target either as a value or as a change in per cent, not both")
        return self


class Observation(Part):
    """One value of a measure for one period (and area, and group)."""

    period: Period
    """When: 2016, 2016/17, 2016-12, 2016/17 Q4 or a span such as 2016-04..2016-12."""
    value: Number | None = None
    """In the measure's unit; a percentage as 12.5, money in pounds."""
    suppressed: Flag = False
    """True where the value is withheld because it could identify people; then there is no value."""
    status: ObservationStatus = "final"
    """Whether it may still change. A year that is not over is `year_to_date`."""
    qualifier: Qualifier | None = None
    """The source's own qualifier of the number, where it has one."""
    area: Text | None = None
    """A part of the area, such as a ward. Leave it out for the whole."""
    group: Text | None = None
    """A part of the people or cases. Leave it out for all of them."""
    denominator: Whole | None = None
    """How many people, cases or answers a percentage is out of."""
    lower: Number | None = None
    """The lower margin of error (95%), where it is published."""
    upper: Number | None = None
    """The published 95 % limits."""
    note: Text | None = None
    """What readers should know about this figure."""
    as_published: Number | None = None
    """What the source prints, where that is a mistake; `value` is then the corrected one, with a note."""
    source: Source | None = None
    """Where it stands in the document."""

    @model_validator(mode="after")
    def _value_or_suppressed(self) -> Self:
        if self.suppressed and self.value is not None:
            raise PydanticCustomError(
                "suppressed", "a suppressed observation has no value – delete the value from the file and its history"
            )
        if not self.suppressed and self.value is None:
            raise PydanticCustomError(
                "value", "the value is missing – add value: or, where it is withheld, suppressed: true"
            )
        return self


class StatedChange(Part):
    """A change that the source states; the checker compares it with the observations."""

    first: Period | None = None
    """From when. Without it, a year before."""
    last: Period
    """To when."""
    percent: Number | None = None
    """Per cent; negative for a fall."""
    difference: Number | None = None
    """In the measure's unit; negative for a fall."""
    text: Text
    """What the source says, told anew in a sentence."""
    source: Source | None = None
    """Where it stands in the document."""


class SeriesBreak(Part):
    """From this period on, figures can't be compared with earlier ones."""

    at: Period
    """The first period that is counted the new way."""
    why: Text
    """What changed."""
    source: Source | None = None
    """Where it stands in the document."""


class Comparator(Part):
    """The same measure for a wider area, to compare with."""

    title: Text
    """The wider area, such as England and Wales."""
    observations: tuple[Observation, ...]
    """Its figures."""
    source: Source | None = None
    """Where it stands in the document."""


class Trajectory(Part):
    """A target for one period on the way."""

    period: Period
    """The period of this step."""
    value: Number
    """What should be reached by then."""


class Measure(Entity):
    """`<partnership>/measures/<measure>.yml`. It belongs to a partnership, so a series lives on across plans."""

    title: Text
    """What is counted, where, and in what time."""
    short: Text | None = None
    """A few words for tables and cards."""
    definition: Prose | None = None
    """What exactly is counted."""
    unit: UnitRef
    """One of the units in `data/units.yml`."""
    kind: MeasureKind = "count"
    """What kind of number it is. It decides how it is written and tested."""
    decimals: Whole = 0
    """How many digits to show after the point."""
    wanted: Wanted
    """The change that is wanted."""
    wanted_because: Text | None = None
    """Why, where it is not obvious: more reports of hate crime can be good news."""
    frequency: Frequency = "not_stated"
    """How often there are new figures."""
    area: Text | None = None
    """Where it is not the partnership's whole area."""
    clustered: Flag = False
    """True for offences, incidents and casualties, which come in clusters: tested with an allowance (dispersion 2)."""
    sample: Literal["none", "random", "open"] = "none"
    """For surveys: a random sample, or an open invitation, which allows no test."""
    minimum_change: Number = Decimal(5)
    """The smallest change that means something, in per cent (points for percentages)."""
    baseline: Period | None = None
    """The period to compare with. Empty: the same period a year before the latest."""
    target: Target | None = None
    """What is to be reached."""
    trajectory: tuple[Trajectory, ...] = ()
    """Steps on the way to the target."""
    observations: tuple[Observation, ...] = ()
    """The figures. A long series can stand in a CSV file instead."""
    stated_changes: tuple[StatedChange, ...] = ()
    """Changes that the source states in words."""
    breaks: tuple[SeriesBreak, ...] = ()
    """Where figures stop being comparable."""
    inconsistent: Text | None = None
    """Why recording is not consistent from one period to the next, where the source says so."""
    comparators: tuple[Comparator, ...] = ()
    """The same figures for a wider area."""
    sensitive: Flag = False
    """True where being seen reading it can be dangerous, even if no sensitive priority uses it: a quick exit."""
    suppress_below: Whole | None = None
    """Numbers under this could identify people and must not be in the file."""
    owner: OrganisationRef | None = None
    """Who publishes the figures."""
    next_update: Day | None = None
    """The day on which new figures are due. After it, page and checker say that they are overdue."""
    caveats: tuple[Text, ...] = ()
    """What readers should know, one sentence each."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""

    @property
    def series(self) -> tuple[Observation, ...]:
        """The main series: observations of the whole area and all groups, in order of period."""
        return _series(self)

    @property
    def withholds(self) -> bool:
        """Whether it keeps figures back, or may have to: then its earlier figures could give them away."""
        series = (self.observations, *(other.observations for other in self.comparators))
        return self.suppress_below is not None or any(item.suppressed for found in series for item in found)


@lru_cache(maxsize=65_536)
def _series(measure: Measure) -> tuple[Observation, ...]:
    """Asked for again and again on every page that shows the measure."""
    whole = (item for item in measure.observations if item.area is None and item.group is None)
    return tuple(sorted(whole, key=lambda item: item.period))
