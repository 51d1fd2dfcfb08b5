"""What a partnership calls the levels of its plans."""

from dataclasses import dataclass

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.partnership import Partnership
from planbuilder.model.priority import Priority


@dataclass(frozen=True)
class Levels:
    """What a partnership calls its priorities and themes, in the reader's language."""

    priorities: Markup
    themes: Markup
    focus_areas: Markup
    outcome: Markup


def levels(language: Language, partnership: Partnership) -> Levels:
    """The partnership's own words for its levels, or the usual ones."""
    own = partnership.level_names
    return Levels(
        priorities=language.text(own.priorities) if own else language.markup("Priorities"),
        themes=language.text(own.themes)
        if own and own.themes
        else language.markup("Themes that run through everything"),
        focus_areas=language.markup("Other areas of focus"),
        outcome=language.text(own.outcome) if own and own.outcome else language.markup("The change that is wanted"),
    )


def numbered(language: Language, partnership: Partnership, priority: Priority) -> Markup:
    """Priority 1, Cross-cutting theme 2: as the plan numbers it. Empty where the plan gives no number."""
    if priority.number is None or priority.kind == "focus_area":
        return Markup("")
    own, number = partnership.level_names, priority.number
    if priority.kind == "priority":
        if own:
            return language.markup("%(level)s %(number)s", level=own.priority, number=number)
        return language.markup("Priority %(number)s", number=number)
    if own and own.theme:
        return language.markup("%(level)s %(number)s", level=own.theme, number=number)
    return language.markup("Cross-cutting theme %(number)s", number=number)
