"""What is doubtful in data that can be read: a list of small functions from the Catalogue to findings.

A published source may contradict itself. Where it does, the entity says so in `notes` and the finding is
a note from then on; readers see the same note.
"""

from collections.abc import Callable, Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.source.checks import (
    changelog,
    figures,
    freshness,
    measures,
    namesakes,
    periods,
    plans,
    privacy,
    reading,
    redirects,
    repeated,
    shares,
    statement,
    totals,
    wording,
)
from planbuilder.source.checks.finding import Finding

Check = Callable[[Catalogue], Iterator[Finding]]

ERRORS: tuple[Check, ...] = (*namesakes.CHECKS, *privacy.CHECKS, *redirects.CHECKS, *statement.CHECKS)
"""What must never be published: these run whenever the data are read."""

DOUBTS: tuple[Check, ...] = (
    *figures.CHECKS,
    *measures.CHECKS,
    *repeated.CHECKS,
    *shares.CHECKS,
    *totals.CHECKS,
    *plans.CHECKS,
    *periods.CHECKS,
    *freshness.CHECKS,
    *wording.CHECKS,
    *reading.CHECKS,
    *changelog.CHECKS,
)
"""What an editor should look at: these run in `planbuilder check`."""

HINTS: tuple[Check, ...] = measures.HINTS
"""What may only not be finished: `planbuilder check` alone says it."""

__all__ = ["DOUBTS", "ERRORS", "HINTS", "Check", "Finding"]
