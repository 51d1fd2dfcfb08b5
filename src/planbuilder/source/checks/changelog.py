"""Checks of the change log: its days are in order, what it tells of is known, and it gives no withheld figure away."""

from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import ChangeLog, LogEntry
from planbuilder.model.measure import Measure
from planbuilder.source.checks.finding import Finding
from planbuilder.source.near import nearest

_AGAIN = "run planbuilder changes"
_LEAVING = ("removed", "removed_whole", "moved", "moved_whole")


def _log(catalogue: Catalogue) -> tuple[LogEntry, ...]:
    log = catalogue.entities.get("changes")
    return log.entries if isinstance(log, ChangeLog) else ()


def days(catalogue: Catalogue) -> Iterator[Finding]:
    """The newest day is first, none is still to come, and no revision is told twice."""
    known: set[str] = set()
    previous = None
    for index, entry in enumerate(_log(catalogue)):
        loc = ("entries", index)
        if previous is not None and entry.on > previous:
            sentence = f"{entry.on} stands below {previous}, which is earlier"
            yield Finding("changes", (*loc, "on"), sentence, "put the newest day first", "error")
        if entry.on > catalogue.today:
            sentence = f"{entry.on} is after the day that the site is built for ({catalogue.today})"
            yield Finding("changes", (*loc, "on"), sentence, "build for a later day, or correct the day")
        if entry.revision in known:
            sentence = "this revision is told twice"
            yield Finding("changes", (*loc, "revision"), sentence, "delete one of the two", "error")
        known.add(entry.revision)
        previous = entry.on


def known_subjects(catalogue: Catalogue) -> Iterator[Finding]:
    """What a change is about is there, or the log says that it was removed or moved since.

    A warning: whoever removes something can't have told of it yet.
    """
    left: set[str] = set()
    for index, entry in enumerate(_log(catalogue)):
        left |= {change.about for change in entry.changes if change.what in _LEAVING}
        for place, change in enumerate(entry.changes):
            for name in ("about", "to", "priority"):
                key = getattr(change, name)
                if key and key not in catalogue.entities and not _has_left(key, left):
                    near = nearest(key, list(catalogue.entities))
                    remedy = f"did you mean {near}? If it is removed or renamed" if near else "if it is removed"
                    loc = ("entries", index, "changes", place, name)
                    yield Finding("changes", loc, f'nothing has the key "{key}"', f"{remedy}, {_AGAIN}")


def _has_left(key: str, left: set[str]) -> bool:
    parts = key.split("/")
    return any("/".join(parts[:length]) in left for length in range(1, len(parts) + 1))


def withheld_figures(catalogue: Catalogue) -> Iterator[Finding]:
    """The log keeps no figure of a measure that withholds some: an earlier one can give a withheld one away.

    Readers are not shown them in any case; but the file is as public as the site.
    """
    for index, entry in enumerate(_log(catalogue)):
        for place, change in enumerate(entry.changes):
            measure = catalogue.entities.get(change.about)
            if change.has_figures and isinstance(measure, Measure) and measure.withholds:
                loc = ("entries", index, "changes", place, "figure" if change.figure else "was_figure")
                sentence = "this measure withholds figures, and an earlier one can give them away"
                yield Finding("changes", loc, sentence, f"{_AGAIN}, without it", "error")


CHECKS = (days, known_subjects, withheld_figures)
