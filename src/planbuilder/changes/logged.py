"""Changes as the change log keeps them: only what readers are told, and no figure of a measure that withholds some."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from planbuilder.changes.change import Aim, Change, Figure, Judged, LanguageCode, Place, Standing, Wish
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.changelog import LoggedChange, LoggedFigure, LoggedKind, LoggedResult
from planbuilder.model.measure import Measure
from planbuilder.model.text import Text

_REGISTERS = frozenset({"Organisation", "Document", "GlossaryTerm", "Unit", "Profile"})
"""What other things refer to. By themselves its entries are no news."""
_FOR_EDITORS = frozenset({"texts_stale", "texts_untranslated", "texts_lost", "items_reordered"})
"""Work that is left to do, and an order that says nothing."""
_KINDS = frozenset(get_args(LoggedKind))
_MOVES = ("moved", "moved_whole")
_NEW = ("added", "added_whole")


def logged(changes: Iterable[Change], old: Catalogue, new: Catalogue) -> tuple[LoggedChange, ...]:
    """What is kept of the changes between two states of the data, in their order; each once."""
    listed = [*changes]
    fresh = {change.key for change in listed if change.kind in _NEW}
    kept = (change for change in listed if _is_news(change, fresh))
    return tuple(dict.fromkeys(_logged(change, old, new) for change in kept))


def _is_news(change: Change, fresh: set[str]) -> bool:
    """Whether readers want to know. Of a site that is new, which partnerships it has is all there is to tell."""
    if "site" in fresh:
        return change.kind in _NEW and change.about.type in ("Partnership", "Site")
    if change.kind in _FOR_EDITORS or change.about.type in _REGISTERS:
        return False
    if change.about.type == "Site":
        return change.kind in _KINDS  # its settings are not for readers
    return change.kind != "texts_translated" or change.key not in fresh


def _logged(change: Change, old: Catalogue, new: Catalogue) -> LoggedChange:
    kind = change.kind if change.kind in _KINDS else "edited"
    fields: dict[str, Any] = {"about": change.key, "what": kind}
    if _sensitive(change.key, old) or _sensitive(change.key, new):
        fields["sensitive"] = True
    if kind in ("removed", "removed_whole"):
        fields |= {"type": change.about.type, "title": change.about.title}
    if kind in _MOVES:
        fields["about"] = dict(change.parts)["old"]
    for name, part in change.parts if kind != "edited" else ():
        fields |= _field(kind, name, part)
    return LoggedChange(**fields)


def _sensitive(key: str, catalogue: Catalogue) -> bool:
    entity = catalogue.entities.get(key)
    return entity is not None and catalogue.sensitive(entity)


def _field(kind: str, name: str, part: Any) -> Mapping[str, Any]:
    """The keys of the log for a part of a sentence. What was has the same key as what is, with `was_` before it."""
    was = "was_" if name == "old" else ""
    if kind in _MOVES:
        return {} if was else {"to": part}
    match part:
        case Place(period, area, group):
            return {"period": period, "area": area, "group": group}
        case LanguageCode(code):
            return {"language": code}
        case Text() if name in ("priority", "lead"):
            return {name: part.context.partition("#")[0]}  # a text says whose it is
        case Text() if name in ("old", "new"):
            return {f"{was}action": part}
        case Text() | int():
            return {name: part}
    known = _of_measure(part)
    if known is None:
        return {f"{was}due" if name in ("old", "new") else name: part}
    return {f"{was}{known[0]}": known[1]} if known[1] is not None else {}


def _of_measure(part: Any) -> tuple[str, Any] | None:
    """The key and the value of what a measure says; None for anything else."""
    match part:
        case Figure(item, _, _):
            told = {"value": item.value, "status": item.status, "qualifier": item.qualifier}
            return "figure", LoggedFigure(**told) if item.value is not None else None
        case Aim(target, _, _):
            return "target", target.model_copy(update={"source": None})
        case Judged(result, provisional) | Standing(result, provisional):
            return "result", LoggedResult(result=result, provisional=provisional)
        case Wish(wanted):
            return "wanted", wanted
    return None


def safe(change: LoggedChange, catalogue: Catalogue) -> LoggedChange:
    """The change without its figures where its measure withholds some, or is gone, so that nobody can know."""
    measure = catalogue.entities.get(change.about)
    if not change.has_figures or (isinstance(measure, Measure) and not measure.withholds):
        return change
    return change.model_copy(update={"figure": None, "was_figure": None})
