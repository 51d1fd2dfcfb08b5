"""What a partnership calls the levels of its plans."""

from dataclasses import dataclass

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.partnership import Partnership


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
