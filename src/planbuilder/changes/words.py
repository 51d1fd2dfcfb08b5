"""The words of changes. English for editors; each is one message with placeholders, so that it can be translated."""

from collections.abc import Iterable
from itertools import groupby

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
)
from planbuilder.changes.naming import kind, title
from planbuilder.i18n import Language, Value
from planbuilder.i18n.words import locale_of
from planbuilder.model.text import Text
from planbuilder.verdict import label, target_label
from planbuilder.verdict.telling import Telling

LONGEST = 120
"""A title of more characters is cut: an action may be a paragraph."""

_NAME = "%(kind)s “%(title)s”"
_AGAINST_BASELINE = "%(change)s against the baseline"
_BY = "%(goal)s by %(period)s"
_WORDS: dict[Kind, str | tuple[str, str]] = {
    "added": "is new",
    "added_whole": ("is new, with %(n)s entry below it", "is new, with %(n)s entries below it"),
    "removed": "is removed",
    "removed_whole": ("is removed, with %(n)s entry below it", "is removed, with %(n)s entries below it"),
    "moved": "moves from %(old)s to %(new)s: links to the old address break",
    "moved_whole": "moves from %(old)s to %(new)s with all that is below it: links to the old addresses break",
    "figure_added": "a figure for %(place)s is new: %(new)s",
    "figure_changed": "%(place)s changes from %(old)s to %(new)s",
    "figure_details": "%(place)s stays at %(new)s, with other details",
    "figure_removed": "the figure for %(place)s is removed",
    "figure_withheld": "the figure for %(place)s is now withheld",
    "figure_released": "%(place)s was withheld and is now %(new)s",
    "wanted_changed": "the change that is wanted is now “%(new)s” and was “%(old)s”",
    "target_added": "a target is set: %(new)s",
    "target_changed": "the target changes from %(old)s to %(new)s",
    "target_removed": "the target of %(old)s is removed",
    "break_added": "from %(period)s on, figures cannot be compared with earlier ones: %(why)s",
    "verdict_stays": "the verdict stays “%(new)s”",
    "verdict_changed": "the verdict changes from “%(old)s” to “%(new)s”",
    "verdict_changed_for": "for the priority “%(priority)s” the verdict changes from “%(old)s” to “%(new)s”",
    "target_result_changed": "“%(old)s” becomes “%(new)s”",
    "action_added": "action “%(action)s” is new",
    "action_removed": "action “%(action)s” is removed",
    "action_reworded": "action “%(old)s” now reads “%(new)s”",
    "action_planned": "action “%(action)s” is now planned",
    "action_under_way": "action “%(action)s” is now under way",
    "action_done": "action “%(action)s” is now done",
    "action_late": "action “%(action)s” is now late",
    "action_stopped": "action “%(action)s” is now stopped",
    "action_without_status": "action “%(action)s” has no status any more",
    "action_reported_again": "action “%(action)s” keeps its status, in a report of %(day)s",
    "action_led": "action “%(action)s” is now led by %(lead)s",
    "action_not_led": "action “%(action)s” has no lead any more",
    "action_due": "action “%(action)s” is now due on %(new)s",
    "action_due_moved": "action “%(action)s” is now due on %(new)s and was due on %(old)s",
    "action_not_due": "action “%(action)s” has no due date any more",
    "action_details": "action “%(action)s” changes in its details",
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
    "language_added": "%(language)s is a new language of the site",
    "language_removed": "%(language)s is no longer a language of the site",
    "texts_stale": ("%(n)s %(language)s text becomes stale", "%(n)s %(language)s texts become stale"),
    "texts_untranslated": (
        "%(n)s new text has no %(language)s translation yet",
        "%(n)s new texts have no %(language)s translation yet",
    ),
    "texts_translated": (
        "%(n)s more text is translated into %(language)s",
        "%(n)s more texts are translated into %(language)s",
    ),
    "texts_lost": ("%(n)s text loses its %(language)s translation", "%(n)s texts lose their %(language)s translation"),
}


def clause(change: Change, language: Language) -> str:
    """A change in a clause that goes on from the name of what it is about: 2015 changes from 64 people to 66 people."""
    said = {name: _said(part, language) for name, part in change.parts}
    words = _WORDS[change.kind]
    if isinstance(words, str):
        return language.message(words, **said)
    n = dict(change.parts)["n"]
    assert isinstance(n, int)  # noqa: S101 – by the kinds with two forms
    one, other = words
    return language.plural(one, other, n, **said)


def name(change: Change, language: Language) -> str:
    """What a change is about: Measure “Road casualties”."""
    return language.message(_NAME, kind=kind(change.about), title=_title(change, language))


def sentences(changes: Iterable[Change], language: Language) -> tuple[str, ...]:
    """One sentence for each entity, with all that changes about it."""
    groups = (list(group) for _, group in groupby(changes, key=lambda change: change.key))
    return tuple(_sentence(group, language) for group in groups)


def _sentence(group: list[Change], language: Language) -> str:
    told = "; ".join(clause(change, language) for change in group)
    return f"{name(group[0], language)}: {told}."


def _title(change: Change, language: Language) -> str:
    return _short(language.plain(title(change.about)))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _said(part: SentencePart, language: Language) -> Value:
    match part:
        case Place(period, area, group):
            names = [language.plain(text) for text in (area, group) if text is not None]
            return ", ".join([language.period(period), *names])
        case Figure(observation, measure, unit):
            return Telling(measure, unit, language).figure(observation)
        case Aim():
            return _aim(part, language)
        case Judged(verdict, "direction"):
            return label(verdict, language).striptags()
        case Judged(verdict, _):
            return target_label(verdict, language).striptags()
        case Field(field):
            return field.replace("_", " ")
        case LanguageCode(code):
            return _language(code, language)
        case Text():
            return _short(language.plain(part)).removesuffix(".")  # it stands within a sentence
    return part


def _language(code: str, language: Language) -> str:
    locale = locale_of(code)
    known = locale.language == code.partition("-")[0]
    return locale.get_language_name(language.locale) or code if known else code


def _aim(aim: Aim, language: Language) -> str:
    target, telling = aim.target, Telling(aim.measure, aim.unit, language)
    if target.value is not None:
        goal = telling.amount(target.value)
    else:
        goal = language.message(_AGAINST_BASELINE, change=language.percent(target.change or 0))
    if target.by is None:
        return goal
    return language.message(_BY, goal=goal, period=target.by)
