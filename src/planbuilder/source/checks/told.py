"""A finding as a Problem: with its file and line, and milder where the data speak of it openly."""

from typing import Any

from planbuilder.model.entity import Entity
from planbuilder.source import fields
from planbuilder.source.checks.finding import Finding
from planbuilder.source.entries import Entry
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Loc


def told(finding: Finding, entry: Entry, entity: Entity) -> Problem:
    """The Problem for a finding in an entity that was read from an entry."""
    loc = entry.base + finding.loc
    field = fields.path(loc, entry.tree)
    if finding.severity == "warning" and finding.settled_by_notes and acknowledged(entity, finding.loc):
        return Problem(*entry.tree.at(loc), field, finding.sentence, "readers are told so in notes:", "note")
    return Problem(*entry.tree.at(loc), field, finding.sentence, finding.remedy, finding.severity)


def acknowledged(entity: Entity, loc: Loc) -> bool:
    """Whether readers are told of a fault: the innermost thing around it that can have notes has one."""
    value: Any = entity
    notes = entity.__dict__.get("notes", ())
    for step in loc:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        notes = getattr(value, "notes", notes)
    return bool(notes)
