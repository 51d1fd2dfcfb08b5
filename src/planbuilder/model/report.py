"""Progress on a plan at a date, and what was promised, asked, judged and foreseen along the way."""

from typing import Literal

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.period import Period
from planbuilder.model.plan import Foreword
from planbuilder.model.priority import CaseStudy, MeasureUse
from planbuilder.model.reference import (
    MeasureRef,
    OrganisationRef,
    PlanRef,
    PriorityRef,
    Reference,
    ReportRef,
    TableRef,
)
from planbuilder.model.registers import Audience
from planbuilder.model.scalar import Day, Flag, WebAddress, Whole
from planbuilder.model.text import Prose, Text

ReportKind = Literal["annual_report", "quarterly_report", "end_of_year_review", "scrutiny_report"]


class Update(Part):
    """What a report says of one priority (or objective): what was done, what came of it, what is next."""

    title: Text
    """The priority's title, in the words of the report."""
    priority: PriorityRef | None = None
    """The priority of a plan on this site that it is about."""
    summary: Text | None = None
    activity: Prose | None = None
    outcome: Prose | None = None
    next_steps: Prose | None = None
    measures: tuple[MeasureUse, ...] = ()
    tables: tuple[TableRef, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    sensitive: Flag = False
    audiences: tuple[Audience, ...] = ()
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()


class ScanningRow(Part):
    """One topic of a scanning table, as the analysts saw it."""

    topic: Text
    key_findings: Prose | None = None
    last_12_months: Prose | None = None
    long_term_trend: Prose | None = None
    activity: Prose | None = None
    looking_forward: Prose | None = None
    measure: MeasureRef | None = None
    sensitive: Flag = False
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()


class Recommendation(Part):
    """What was asked of whom, and what came of it."""

    text: Text
    to: Text | None = None
    """Who is asked, in the words of the source."""
    response: Text | None = None
    outcome: Text | None = None
    """What a later document says came of it."""
    source: Source | None = None


class Risk(Part):
    """Something that may become a problem: an emerging issue or a threat."""

    title: Text
    text: Prose
    sensitive: Flag = False
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()


class Rating(Part):
    """An inspectorate's judgement."""

    category: Text
    question: Text | None = None
    on: Day | None = None
    grade: Text
    """The grade, exactly as it is called on the scale."""
    source: Source | None = None


class Inspection(Part):
    """Ratings of one inspectorate on one named scale."""

    title: Text
    inspectorate: OrganisationRef
    subject: OrganisationRef | None = None
    """Who was inspected."""
    scale: tuple[Text, ...] = ()
    """All grades, best first."""
    ratings: tuple[Rating, ...]
    statement: Text | None = None
    """What the inspectorate says in sum, told anew."""
    web: WebAddress | None = None
    source: Source | None = None


class Report(Entity):
    """`<partnership>/reports/<report>/report.yml`. Its text is in `sections/`, its tables in `tables.yml`."""

    title: Text
    kind: ReportKind
    period: Period
    """The period it reports on."""
    published: Text | None = None
    """When it was published or discussed, as far as it says."""
    plans: tuple[PlanRef, ...] = ()
    """The plans it reports on."""
    summary: tuple[Text, ...] = ()
    """The report in plain words: a few short sentences, one a line."""
    foreword: Foreword | None = None
    updates: tuple[Update, ...] = ()
    updates_title: Text | None = None
    """What the report calls what it reports on, if not priorities: themes, objectives."""
    scanning: tuple[ScanningRow, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    risks: tuple[Risk, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    measures: tuple[MeasureUse, ...] = ()
    """Measures that the report as a whole gives figures for."""
    tables: tuple[TableRef, ...] = ()
    """Tables shown at the end of the report; those of sections and updates stand there."""
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()


class Commitment(Entity):
    """One entry of a plan's `commitments.yml`: a promise to the public, and whether a later document shows it kept."""

    text: Text
    to: Text | None = None
    """Whom it was promised to."""
    kept: Literal["kept", "partly", "not_kept", "not_known"] = "not_known"
    """not_known unless a later document tells."""
    evidence: Text | None = None
    """What the later document says."""
    evidence_source: Source | None = None
    order: Whole = 100
    source: Source | None = None


class Statement(Part):
    """What one document says."""

    text: Text
    about: Reference | None = None
    """The full key of what it is about: safer-peterborough/measures/first-time-entrants."""
    source: Source


class Contradiction(Entity):
    """One entry of a partnership's `contradictions.yml`: documents that do not agree, linked both ways."""

    title: Text
    statements: tuple[Statement, ...]
    comment: Text | None = None
    """What we make of it, if anything can be said."""
    reports: tuple[ReportRef, ...] = ()
