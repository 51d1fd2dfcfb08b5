"""Who was asked, what they said, and what was done about it."""

from typing import Literal

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.scalar import Day, Number, Whole
from planbuilder.model.text import Prose, Text


class Share(Part):
    """One category of a breakdown or one answer of a question, in per cent of all respondents."""

    label: Text
    """The group or answer."""
    value: Number
    """Per cent."""
    population: Number | None = None
    """The same group's share of the people who live there, where it is known."""
    as_published: Text | None = None
    """The label as printed, where the printed one can't be right."""
    note: Text | None = None
    """What readers should know."""


class Breakdown(Part):
    """Who answered: sex, age, ethnicity."""

    title: Text
    """What it divides by: Age."""
    categories: tuple[Share, ...]
    """The parts."""
    whole: Literal["yes", "no"] = "yes"
    """no: the categories overlap or are a selection, so they need not add up to 100 %."""
    text: Text | None = None
    """A sentence about it."""
    population_source: Source | None = None
    """Where the figures of the population come from."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""


class Question(Part):
    """What was asked, and the shares of the answers."""

    title: Text
    """The question, as readers should see it."""
    text: Text | None = None
    """A sentence on how the question was put."""
    kind: Literal["ranking", "whole"] = "ranking"
    """ranking: each answer is a share of its own. whole: the answers are parts of 100 %."""
    answers: tuple[Share, ...] = ()
    """The answers."""
    rest: Text | None = None
    """What the part is that is missing to 100 %, for a whole: for instance, gave neither answer."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""


class Finding(Part):
    """A result that the source tells without a figure."""

    text: Text
    """What they said."""
    source: Source | None = None
    """Where it stands in the document."""


class Response(Part):
    """You said, we did."""

    said: Text
    """What people said."""
    did: Text
    """What was done about it."""
    source: Source | None = None
    """Where it stands in the document."""


class Consultation(Entity):
    """`<partnership>/plans/<plan>/consultation.yml`."""

    title: Text
    """What it was called."""
    summary: Text
    """Who answered, and what mattered most. One or two sentences."""
    method: Literal["open_survey", "sample_survey", "meetings", "written"]
    """An open survey is answered by whoever wants to: it is no sample, and no margin of error exists."""
    opened: Day | None = None
    """The first day."""
    closed: Day | None = None
    """The last day."""
    respondents: Whole | None = None
    """How many people answered."""
    about: Prose | None = None
    """How it was done."""
    breakdowns: tuple[Breakdown, ...] = ()
    """Who answered: sex, age, ethnicity."""
    questions: tuple[Question, ...] = ()
    """What was asked, and the answers."""
    findings: tuple[Finding, ...] = ()
    """Results without a figure."""
    responses: tuple[Response, ...] = ()
    """You said, we did."""
    source: Source | None = None
    """Where it stands in the document."""
    notes: tuple[SourceNote, ...] = ()
    """Faults and gaps of the source, told to readers."""
