"""The change log as changes again: with the words of today, and without what can't be told any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from planbuilder.changes.change import (
    Aim,
    Change,
    Figure,
    Judged,
    Kind,
    LanguageCode,
    Place,
    SentencePart,
    Standing,
    Subject,
    Wish,
)
from planbuilder.changes.logged import safe
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import ChangeLog, LoggedChange, LoggedFigure, LoggedResult
from planbuilder.model.measure import Measure, Observation, Target, Wanted
from planbuilder.model.organisation import Organisation
from planbuilder.model.period import Period
from planbuilder.model.priority import Priority
from planbuilder.model.text import Text

_GONE = ("removed", "removed_whole")
_UNTOLD: dict[str, Kind] = {
    "figure_added": "figure_added_untold",
    "figure_changed": "figure_changed_untold",
    "figure_released": "figure_released_untold",
}


@dataclass(frozen=True)
class Told:
    """All that changed about one thing on one day.

    `key` is the key that the log has; `about` may have moved since.
    """

    on: date
    revision: str
    key: str
    about: Subject
    changes: tuple[Change, ...]
    sensitive: bool

    @property
    def gone(self) -> bool:
        """Whether it was removed on that day."""
        return any(change.kind in _GONE for change in self.changes)


def recalled(catalogue: Catalogue) -> tuple[Told, ...]:
    """Everything that the log tells and that can be told today, newest first."""
    log = catalogue.entities.get("changes")
    return tuple(_Recall(catalogue, log).told()) if isinstance(log, ChangeLog) else ()


@dataclass(frozen=True)
class _Recall:
    catalogue: Catalogue
    log: ChangeLog

    def told(self) -> Iterator[Told]:
        for entry in self.log.entries:
            together: dict[str, list[LoggedChange]] = {}
            for change in entry.changes:
                together.setdefault(self._now(change.about), []).append(change)
            for now, group in together.items():
                key = group[0].about
                subject = self._subject(now, group)
                if subject is None:
                    continue
                changes = tuple(found for change in group for found in self._change(change, subject))
                if changes:
                    yield Told(entry.on, entry.revision, key, subject, changes, self._sensitive(subject, group))

    def _subject(self, now: str, group: list[LoggedChange]) -> Subject | None:
        """What a group of changes is about: as it is called today, or as it was when it was removed."""
        entity = self.catalogue.entities.get(now)
        if entity is not None:
            return Subject.of(entity)
        for change in group:
            if change.what in _GONE and change.type and change.title:
                return Subject(now, change.type, change.title)
        return None

    @cached_property
    def _moves(self) -> dict[str, str]:
        """Old key → new key, for all that the log says has moved."""
        changes = (change for entry in self.log.entries for change in entry.changes)
        return {change.about: change.to for change in changes if change.to}

    def _now(self, key: str) -> str:
        """The key that something has today: its own, or the one that it or what it belongs to moved to."""
        for _ in range(len(self._moves)):
            parts = key.split("/")
            heads = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
            head = next((head for head in heads if head in self._moves), None)
            if key in self.catalogue.entities or head is None:
                break
            key = self._moves[head] + key.removeprefix(head)
        return key

    def _sensitive(self, subject: Subject, group: list[LoggedChange]) -> bool:
        entity = self.catalogue.entities.get(subject.key)
        return any(change.sensitive for change in group) or (entity is not None and self.catalogue.sensitive(entity))

    def _change(self, logged: LoggedChange, subject: Subject) -> Iterator[Change]:
        change = safe(logged.model_copy(update={"about": subject.key}), self.catalogue)
        priority = self.catalogue.entities.get(self._now(change.priority or ""))
        if change.priority and (not isinstance(priority, Priority) or self.catalogue.sensitive(priority)):
            return
        kind: Kind = change.what
        if kind in _UNTOLD and not (change.figure and (change.was_figure or kind != "figure_changed")):
            kind = _UNTOLD[kind]
        parts = {
            "n": change.n,
            "day": change.day,
            "action": self._text(change, change.action),
            "why": self._text(change, change.why),
            "priority": priority.title if isinstance(priority, Priority) else None,
            "lead": self._lead(change.lead),
            "language": LanguageCode(change.language) if change.language else None,
            "period": change.period,
            "place": self._place(change),
            "old": self._then(change, change.was_figure, change.was_target, change.was_result)
            or self._wish_or_words(change, change.was_wanted, change.was_action, change.was_due),
            "new": self._then(change, change.figure, change.target, change.result)
            or self._wish_or_words(change, change.wanted, change.action, change.due),
        }
        yield Change.of(kind, subject, **{name: part for name, part in parts.items() if part is not None})

    def _then(
        self, change: LoggedChange, figure: LoggedFigure | None, target: Target | None, result: LoggedResult | None
    ) -> SentencePart | None:
        """What a measure said before or after a change."""
        measure = self.catalogue.entities.get(change.about)
        if figure and change.period and isinstance(measure, Measure):
            return Figure(_observation(change.period, figure), measure, self.catalogue.get(measure.unit))
        if target and isinstance(measure, Measure):
            return Aim(target, measure, self.catalogue.get(measure.unit))
        return _result(change, result) if result else None

    def _wish_or_words(
        self, change: LoggedChange, wanted: Wanted | None, action: Text | None, due: date | None
    ) -> SentencePart | None:
        if wanted:
            return Wish(wanted)
        return due or self._text(change, action)

    def _place(self, change: LoggedChange) -> Place | None:
        if change.period is None:
            return None
        return Place(change.period, self._text(change, change.area), self._text(change, change.group))

    def _lead(self, key: str | None) -> Text | None:
        lead = self.catalogue.entities.get(key or "")
        if isinstance(lead, Organisation):
            return lead.name
        return Text(key.rpartition("/")[2]) if key else None

    def _text(self, change: LoggedChange, text: Text | None) -> Text | None:
        """A text of the log with the place where it is translated."""
        if text is None:
            return None
        field = text.context.rpartition("#")[2]
        return Text(text.source, f"{change.about}#{field if field in ('area', 'group', 'why') else 'text'}")


def _result(change: LoggedChange, told: LoggedResult) -> Judged | Standing:
    result: Any = told.result  # the log's results are those of a direction and those of a target
    of_target = change.what == "target_result_changed"
    return Standing(result, told.provisional) if of_target else Judged(result, told.provisional)


def _observation(period: Period, figure: LoggedFigure) -> Observation:
    return Observation(period=period, value=figure.value, status=figure.status, qualifier=figure.qualifier)
