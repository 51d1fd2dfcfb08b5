"""What becomes of a priority's actions. They have no ids: an action is known by its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from planbuilder.changes.change import Change, Kind
from planbuilder.changes.content import Moved, content
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.priority import Action, ActionStatus, Priority

HANDLED = frozenset({"actions"})
"""The field that is told here."""

ALIKE = 0.6
"""From this share of like letters on, an action that is gone and one that is new are taken for one, reworded."""

_STATUS: dict[ActionStatus, Kind] = {
    "planned": "action_planned",
    "under_way": "action_under_way",
    "done": "action_done",
    "late": "action_late",
    "stopped": "action_stopped",
}
_TOLD = {"text", "updates", "lead", "due"}


@dataclass(frozen=True)
class _Pair:
    """An action before and after; None where there is none."""

    before: Action | None
    after: Action | None


def changes(before: Priority, after: Priority, new: Catalogue, moved: Moved) -> Iterator[Change]:
    """Everything that changes about the actions of a priority."""
    for pair in _pairs(before.actions, after.actions):
        if pair.before is None and pair.after is not None:
            yield Change.of("action_added", after, action=pair.after.text)
        elif pair.after is None and pair.before is not None:
            yield Change.of("action_removed", after, action=pair.before.text)
        elif pair.before is not None and pair.after is not None:
            yield from _of_one(after, pair.before, pair.after, new, moved)


def _pairs(before: tuple[Action, ...], after: tuple[Action, ...]) -> Iterator[_Pair]:
    gone = list(before)
    for action in after:
        same = next((other for other in gone if other.text.source == action.text.source), None)
        if same is not None:
            gone.remove(same)
            yield _Pair(same, action)
            continue
        same = max((other for other in gone if _is_left(other, after)), key=lambda o: _alike(o, action), default=None)
        if same is not None and _alike(same, action) >= ALIKE:
            gone.remove(same)
            yield _Pair(same, action)
        else:
            yield _Pair(None, action)
    yield from (_Pair(action, None) for action in gone)


def _is_left(action: Action, after: tuple[Action, ...]) -> bool:
    """Whether no action has its very words any more, so that it may have been reworded."""
    return all(other.text.source != action.text.source for other in after)


def _alike(one: Action, other: Action) -> float:
    return SequenceMatcher(None, one.text.source, other.text.source, autojunk=False).ratio()


def _of_one(priority: Priority, before: Action, after: Action, new: Catalogue, moved: Moved) -> Iterator[Change]:
    if before.text.source != after.text.source:
        yield Change.of("action_reworded", priority, old=before.text, new=after.text)
    yield from _status(priority, before, after)
    if content(before.lead, moved) != content(after.lead, moved):
        if after.lead is None:
            yield Change.of("action_not_led", priority, action=after.text)
        else:
            yield Change.of("action_led", priority, action=after.text, lead=new.get(after.lead).name)
    if before.due != after.due:
        yield _due(priority, before, after)
    earlier, later = content(before, moved), content(after, moved)
    if any(earlier[name] != later[name] for name in earlier.keys() - _TOLD):
        yield Change.of("action_details", priority, action=after.text)


def _status(priority: Priority, before: Action, after: Action) -> Iterator[Change]:
    earlier, latest = before.latest, after.latest
    if content(earlier, {}) == content(latest, {}):
        return
    if latest is None:
        yield Change.of("action_without_status", priority, action=after.text)
    elif earlier is not None and earlier.status == latest.status:
        yield Change.of("action_reported_again", priority, action=after.text, day=latest.on)
    else:
        yield Change.of(_STATUS[latest.status], priority, action=after.text)


def _due(priority: Priority, before: Action, after: Action) -> Change:
    if after.due is None:
        return Change.of("action_not_due", priority, action=after.text)
    if before.due is None:
        return Change.of("action_due", priority, action=after.text, new=after.due)
    return Change.of("action_due_moved", priority, action=after.text, old=before.due, new=after.due)
