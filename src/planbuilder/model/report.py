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
    """One sentence."""
    activity: Prose | None = None
    """What was done."""
    outcome: Prose | None = None
    """What came of it."""
    next_steps: Prose | None = None
    """What comes next."""
    measures: tuple[MeasureUse, ...] = ()
    """Measures that it gives figures for."""
    tables: tuple[TableRef, ...] = ()
    """Tables that belong to it."""
    case_studies: tuple[CaseStudy, ...] = ()
    """Examples."""
    sensitive: Flag = False
    """`true` if being seen reading it can be dangerous."""
    audiences: tuple[Audience, ...] = ()
    """Whose support services are shown."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""


class ScanningRow(Part):
    """One topic of a scanning table, as the analysts saw it."""

    topic: Text
    """What it is about."""
    key_findings: Prose | None = None
    """What was found."""
    last_12_months: Prose | None = None
    """How it went lately."""
    long_term_trend: Prose | None = None
    """How it goes over years."""
    activity: Prose | None = None
    """What is done about it."""
    looking_forward: Prose | None = None
    """What is expected."""
    measure: MeasureRef | None = None
    """The measure with the figures."""
    sensitive: Flag = False
    """`true` if being seen reading it can be dangerous."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""


class Recommendation(Part):
    """What was asked of whom, and what came of it."""

    text: Text
    """What is asked."""
    to: Text | None = None
    """Who is asked, in the words of the source."""
    response: Text | None = None
    """What they answered."""
    outcome: Text | None = None
    """What a later document says came of it."""
    source: Source | None = None
    """Where it stands in the document."""


class Risk(Part):
    """Something that may become a problem: an emerging issue or a threat."""

    title: Text
    """What may happen."""
    text: Prose
    """Why, and what it would mean."""
    sensitive: Flag = False
    """`true` if being seen reading it can be dangerous."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""


class Rating(Part):
    """An inspectorate's judgement."""

    category: Text
    """What was judged."""
    question: Text | None = None
    """The question behind it."""
    on: Day | None = None
    """The day of the judgement."""
    grade: Text
    """The grade, exactly as it is called on the scale."""
    source: Source | None = None
    """Where it stands in the document."""


class Inspection(Part):
    """Ratings of one inspectorate on one named scale."""

    title: Text
    """What was inspected, and when."""
    inspectorate: OrganisationRef
    """Who inspected."""
    subject: OrganisationRef | None = None
    """Who was inspected."""
    scale: tuple[Text, ...] = ()
    """All grades, best first."""
    ratings: tuple[Rating, ...]
    """The judgements."""
    statement: Text | None = None
    """What the inspectorate says in sum, told anew."""
    web: WebAddress | None = None
    """Begins with https://."""
    source: Source | None = None
    """Where it stands in the document."""


class Report(Entity):
    """`<partnership>/reports/<report>/report.yml`. Its text is in `sections/`, its tables in `tables.yml`."""

    title: Text
    """The title."""
    kind: ReportKind
    """What kind of report."""
    period: Period
    """The period it reports on."""
    published: Text | None = None
    """When it was published or discussed, as far as it says."""
    plans: tuple[PlanRef, ...] = ()
    """The plans it reports on."""
    summary: tuple[Text, ...] = ()
    """The report in plain words: a few short sentences, one a line."""
    foreword: Foreword | None = None
    """Who opens the report, told anew."""
    updates: tuple[Update, ...] = ()
    """What it says, priority by priority."""
    updates_title: Text | None = None
    """What the report calls what it reports on, if not priorities: themes, objectives."""
    scanning: tuple[ScanningRow, ...] = ()
    """The rows of a scanning table."""
    recommendations: tuple[Recommendation, ...] = ()
    """What it asks for."""
    risks: tuple[Risk, ...] = ()
    """What may become a problem."""
    inspections: tuple[Inspection, ...] = ()
    """What inspectors said."""
    measures: tuple[MeasureUse, ...] = ()
    """Measures that the report as a whole gives figures for."""
    tables: tuple[TableRef, ...] = ()
    """Tables shown at the end of the report; those of sections and updates stand there."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""


class Commitment(Entity):
    """One entry of a plan's `commitments.yml`: a promise to the public, and whether a later document shows it kept."""

    text: Text
    """What was promised."""
    to: Text | None = None
    """Whom it was promised to."""
    kept: Literal["kept", "partly", "not_kept", "not_known"] = "not_known"
    """not_known unless a later document tells."""
    evidence: Text | None = None
    """What the later document says."""
    evidence_source: Source | None = None
    """Where it says so."""
    order: Whole = 100
    """Small numbers stand first."""
    source: Source | None = None
    """Where the promise stands."""


class Statement(Part):
    """What one document says."""

    text: Text
    """What this document says."""
    about: Reference | None = None
    """The full key of what it is about: safer-peterborough/measures/first-time-entrants."""
    source: Source
    """Where it stands in the document."""


class Contradiction(Entity):
    """One entry of a partnership's `contradictions.yml`: documents that do not agree, linked both ways."""

    title: Text
    """What the documents disagree about."""
    statements: tuple[Statement, ...]
    """What each document says."""
    comment: Text | None = None
    """What we make of it, if anything can be said."""
    reports: tuple[ReportRef, ...] = ()
    """Reports that are part of it."""
