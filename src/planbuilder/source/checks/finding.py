"""What a check finds, by entity and field; the caller knows the file and line."""

from dataclasses import dataclass

from planbuilder.source.problem import Severity
from planbuilder.source.tree import Loc


@dataclass(frozen=True)
class Finding:
    """Something doubtful in an entity. `loc` is the way to the field inside it."""

    key: str
    loc: Loc
    sentence: str
    remedy: str
    severity: Severity = "warning"
    settled_by_notes: bool = True
    """Whether it is settled once readers are told of it in notes: a source's fault is, an editor's is not."""
