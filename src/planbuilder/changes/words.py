"""The words of changes: one message with placeholders for each kind.

What readers are told is in the interface's catalogues. What only editors are told is plain English.
"""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from planbuilder.changes.change import (
    Aim,
    Change,
    Field,
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
from planbuilder.changes.naming import KINDS
from planbuilder.i18n import N_, Language, Value, Words, ngettext_noop
from planbuilder.model.text import Text
from planbuilder.verdict import direction_label, standing_label, wanted_label
from planbuilder.verdict.telling import Telling

LONGEST = 120
"""A title of more characters is cut: an action may be a paragraph."""

_NAME = N_("%(kind)s “%(title)s”")
_PLACE = N_("%(period)s, %(part)s")
_AGAINST_BASELINE = N_("%(change)s against the baseline")
_BY = N_("%(goal)s by %(period)s")
_FOR_READERS: dict[Kind, str | tuple[str, str]] = {
    "added": N_("is new"),
    "added_whole": ngettext_noop("is new, with %(n)s entry below it", "is new, with %(n)s entries below it"),
    "removed": N_("is removed"),
    "removed_whole": ngettext_noop("is removed, with %(n)s entry below it", "is removed, with %(n)s entries below it"),
    "edited": N_("its text or its details are revised"),
    "figure_added": N_("a figure for %(place)s is new: %(new)s"),
    "figure_added_untold": N_("a figure for %(place)s is new"),
    "figure_changed": N_("%(place)s changes from %(old)s to %(new)s"),
    "figure_changed_untold": N_("the figure for %(place)s changes"),
    "figure_details": N_("%(place)s stays as it is, with other details"),
    "figure_removed": N_("the figure for %(place)s is removed"),
    "figure_withheld": N_("the figure for %(place)s is now withheld"),
    "figure_released": N_("%(place)s was withheld and is now %(new)s"),
    "figure_released_untold": N_("the figure for %(place)s was withheld and is now published"),
    "wanted_changed": N_("the change that is wanted is now “%(new)s” and was “%(old)s”"),
    "target_added": N_("a target is set: %(new)s"),
    "target_changed": N_("the target changes from %(old)s to %(new)s"),
    "target_removed": N_("the target of %(old)s is removed"),
    "break_added": N_("from %(period)s on, figures cannot be compared with earlier ones: %(why)s"),
    "verdict_stays": N_("the verdict stays “%(new)s”"),
    "verdict_changed": N_("the verdict changes from “%(old)s” to “%(new)s”"),
    "verdict_changed_for": N_("for the priority “%(priority)s” the verdict changes from “%(old)s” to “%(new)s”"),
    "target_result_changed": N_("“%(old)s” becomes “%(new)s”"),
    "action_added": N_("action “%(action)s” is new"),
    "action_removed": N_("action “%(action)s” is removed"),
    "action_reworded": N_("action “%(old)s” now reads “%(new)s”"),
    "action_planned": N_("action “%(action)s” is now planned"),
    "action_under_way": N_("action “%(action)s” is now under way"),
    "action_done": N_("action “%(action)s” is now done"),
    "action_late": N_("action “%(action)s” is now late"),
    "action_stopped": N_("action “%(action)s” is now stopped"),
    "action_without_status": N_("action “%(action)s” has no status any more"),
    "action_reported_again": N_("action “%(action)s” keeps its status, in a report of %(day)s"),
    "action_led": N_("action “%(action)s” is now led by %(lead)s"),
    "action_not_led": N_("action “%(action)s” has no lead any more"),
    "action_due": N_("action “%(action)s” is now due on %(new)s"),
    "action_due_moved": N_("action “%(action)s” is now due on %(new)s and was due on %(old)s"),
    "action_not_due": N_("action “%(action)s” has no due date any more"),
    "action_details": N_("action “%(action)s” changes in its details"),
    "language_added": N_("%(language)s is a new language of the site"),
    "language_removed": N_("%(language)s is no longer a language of the site"),
    "texts_translated": ngettext_noop(
        "%(n)s more text is translated into %(language)s", "%(n)s more texts are translated into %(language)s"
    ),
}
_FOR_EDITORS: dict[Kind, str | tuple[str, str]] = {
    "moved": "moves from %(old)s to %(new)s: links to the old address break, unless data/redirects.yml leads on",
    "moved_whole": "moves from %(old)s to %(new)s with all that is below it: links to the old addresses break, "
    "unless data/redirects.yml leads on",
    "text_changed": "“%(field)s” now reads “%(new)s”",
    "text_reworded": "“%(field)s” is reworded",
    "field_added": "“%(field)s” is added",
    "field_removed": "“%(field)s” is removed",
    "field_changed": "“%(field)s” changes from “%(old)s” to “%(new)s”",
    "block_changed": "“%(field)s” changes",
    "items_added": ("“%(field)s” has %(n)s more entry", "“%(field)s” has %(n)s more entries"),
    "items_removed": ("“%(field)s” has %(n)s entry less", "“%(field)s” has %(n)s entries less"),
    "items_changed": ("%(n)s entry of “%(field)s” changes", "%(n)s entries of “%(field)s” change"),
    "items_reordered": "“%(field)s” stand in another order",
    "texts_stale": ("%(n)s %(language)s text becomes stale", "%(n)s %(language)s texts become stale"),
    "texts_untranslated": (
        "%(n)s new text has no %(language)s translation yet",
        "%(n)s new texts have no %(language)s translation yet",
    ),
    "texts_lost": ("%(n)s text loses its %(language)s translation", "%(n)s texts lose their %(language)s translation"),
}
_WORDS = _FOR_READERS | _FOR_EDITORS
_FOR_READERS_ONLY: dict[Kind, str] = {
    "moved": N_("has a new address"),
    "moved_whole": N_("has a new address, with all that is below it"),
}
"""Where readers are told less than editors: keys say nothing to them."""


def clause(change: Change, language: Language) -> str:
    """A change in a clause that goes on from the name of what it is about: 2015 changes from 64 people to 66 people."""
    said = {name: _said(part, language) for name, part in change.parts}
    words = _WORDS[change.kind]
    if isinstance(words, str):
        return language.message(words, **said)
    return language.plural(*words, _count(change), **said)


def clause_markup(change: Change, language: Language) -> Markup:
    """The same as HTML, for readers: what is in another language is marked."""
    said = {name: _said(part, language) for name, part in change.parts}
    words = _FOR_READERS_ONLY.get(change.kind) or _FOR_READERS[change.kind]
    if isinstance(words, str):
        return language.markup(words, **said)
    return language.markup_plural(*words, _count(change), **said)


def _count(change: Change) -> int:
    n = dict(change.parts)["n"]
    assert isinstance(n, int)  # noqa: S101 – by the kinds with two forms
    return n


def name(subject: Subject, language: Language) -> str:
    """What a change is about: Measure “Road casualties”."""
    kind = language.message(KINDS[subject.type])
    return language.message(_NAME, kind=kind, title=_short(subject.title, language))


def name_markup(subject: Subject, language: Language) -> Markup:
    """The same as HTML."""
    kind = language.markup(KINDS[subject.type])
    return language.markup(_NAME, kind=kind, title=_short(subject.title, language))


def sentences(changes: Iterable[Change], language: Language) -> tuple[str, ...]:
    """One sentence for each entity, with all that changes about it."""
    groups = (list(group) for _, group in groupby(changes, key=lambda change: change.key))
    return tuple(_sentence(group, language) for group in groups)


def _sentence(group: list[Change], language: Language) -> str:
    told = "; ".join(clause(change, language) for change in group)
    return f"{name(group[0].about, language)}: {told}."


def _short(text: Text, language: Language) -> Words:
    words = language.words(text)
    if len(words.text) <= LONGEST:
        return words
    return Words(f"{words.text[: LONGEST - 1].rstrip()}…", words.lang, words.direction, words.current)


def _said(part: SentencePart, language: Language) -> Value:
    match part:
        case Place():
            return _place(part, language)
        case Figure(observation, measure, unit):
            return Telling(measure, unit, language).figure(observation)
        case Aim():
            return _aim(part, language)
        case Judged(direction, provisional):
            return direction_label(direction, provisional, language)
        case Standing(result, provisional):
            return standing_label(result, provisional, language)
        case Wish(wanted):
            return wanted_label(wanted, language)
        case Field(field):
            return field.replace("_", " ")
        case LanguageCode(code):
            return language.name_of(code)
        case Text():
            words = _short(part, language)
            bare = words.text.removesuffix(".")  # it stands within a sentence
            return Words(bare, words.lang, words.direction, words.current)
    return part


def _place(place: Place, language: Language) -> Value:
    said: Value = place.period
    for part in (place.area, place.group):
        if part is not None:
            said = language.markup(_PLACE, period=said, part=part)
    return said


def _aim(aim: Aim, language: Language) -> str:
    target, telling = aim.target, Telling(aim.measure, aim.unit, language)
    if target.value is not None:
        goal = telling.amount(target.value)
    else:
        goal = language.message(_AGAINST_BASELINE, change=language.percent(target.change or 0))
    if target.by is None:
        return goal
    return language.message(_BY, goal=goal, period=target.by)
