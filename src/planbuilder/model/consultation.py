"""Who was asked, what they said, and what was done about it."""

from typing import Literal

from planbuilder.model.entity import Entity, Part, Source, SourceNote
from planbuilder.model.scalar import Day, Number, Whole
from planbuilder.model.text import Prose, Text


class Share(Part):
    """One category of a breakdown or one answer of a question, in per cent of all respondents."""

    label: Text
    value: Number
    """Per cent."""
    population: Number | None = None
    """The same group's share of the people who live there, where it is known."""
    as_published: Text | None = None
    """The label as printed, where the printed one can't be right."""
    note: Text | None = None


class Breakdown(Part):
    """Who answered: sex, age, ethnicity."""

    title: Text
    categories: tuple[Share, ...]
    whole: Literal["yes", "no"] = "yes"
    """no: the categories overlap or are a selection, so they need not add up to 100 %."""
    text: Text | None = None
    population_source: Source | None = None
    notes: tuple[SourceNote, ...] = ()


class Question(Part):
    """What was asked, and the shares of the answers."""

    title: Text
    text: Text | None = None
    """A sentence on how the question was put."""
    kind: Literal["ranking", "whole"] = "ranking"
    """ranking: each answer is a share of its own. whole: the answers are parts of 100 %."""
    answers: tuple[Share, ...] = ()
    rest: Text | None = None
    """What the part is that is missing to 100 %, for a whole: for instance, gave neither answer."""
    notes: tuple[SourceNote, ...] = ()


class Finding(Part):
    """A result that the source tells without a figure."""

    text: Text
    source: Source | None = None


class Response(Part):
    """You said, we did."""

    said: Text
    did: Text
    source: Source | None = None


class Consultation(Entity):
    """`<partnership>/plans/<plan>/consultation.yml`."""

    title: Text
    summary: Text
    method: Literal["open_survey", "sample_survey", "meetings", "written"]
    """An open survey is answered by whoever wants to: it is no sample, and no margin of error exists."""
    opened: Day | None = None
    closed: Day | None = None
    respondents: Whole | None = None
    about: Prose | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    responses: tuple[Response, ...] = ()
    source: Source | None = None
    notes: tuple[SourceNote, ...] = ()
