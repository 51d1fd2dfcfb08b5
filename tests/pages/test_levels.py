"""What stands above a priority's title: its level and number, in the plan's and the partnership's own words."""

import pytest

from planbuilder.i18n import Language
from planbuilder.model.partnership import Area, LevelNames, Partnership
from planbuilder.model.priority import Priority, PriorityKind
from planbuilder.model.text import Text
from planbuilder.pages.levels import numbered

ENGLISH = Language("en")


def partnership(names: LevelNames | None = None) -> Partnership:
    """A partnership, with words of its own or without."""
    return Partnership(
        key="p",
        name=Text("P"),
        kind="community_safety_partnership",
        area=Area(name=Text("A")),
        summary=Text("S"),
        level_names=names,
    )


def priority(kind: PriorityKind, number: int | None) -> Priority:
    """A priority as far as its number goes."""
    return Priority(key="p/plans/x/priorities/a", order=1, title=Text("A"), kind=kind, number=number)


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        ("priority", 1, "Priority 1"),
        ("cross_cutting_theme", 2, "Cross-cutting theme 2"),
        ("priority", None, ""),
        ("focus_area", 3, ""),
    ],
)
def test_a_number_is_the_plans_own(kind: PriorityKind, number: int | None, shown: str) -> None:
    """What the plan does not number has none: the order of files is no number."""
    assert numbered(ENGLISH, partnership(), priority(kind, number)) == shown


def test_a_partnership_has_its_own_words() -> None:
    """Where themes have none, the usual word stands."""
    names = LevelNames(priority=Text("Goal"), priorities=Text("Goals"))
    assert numbered(ENGLISH, partnership(names), priority("priority", 1)) == "Goal 1"
    assert numbered(ENGLISH, partnership(names), priority("cross_cutting_theme", 1)) == "Cross-cutting theme 1"
    themed = LevelNames(priority=Text("Goal"), priorities=Text("Goals"), theme=Text("Strand"))
    assert numbered(ENGLISH, partnership(themed), priority("cross_cutting_theme", 1)) == "Strand 1"
