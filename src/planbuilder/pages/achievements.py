"""What a plan delivered, by priority."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.model.achievement import Achievement
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_page
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each plan that has achievements."""
    for plan in edition.catalogue.all(Plan):
        if edition.catalogue.achievements(plan):
            yield _achievements(edition, plan)


@drafted
def _achievements(edition: Edition, plan: Plan) -> Page:
    catalogue, language = edition.catalogue, edition.language
    items = catalogue.achievements(plan)
    priorities = tuple(catalogue.get(reference) for item in items for reference in item.priorities)
    title = language.message("What was achieved: %(plan)s", plan=plan.title)
    return plan_page(
        edition,
        plan,
        f"{path_of(plan)}achievements/",
        "achievements.html",
        title=title,
        heading=language.markup("What was achieved"),
        description=title,
        shown=priorities,
        edit=edition.origin(items[0]),
        count=len(items),
        groups=_groups(edition, catalogue.priorities(plan), items),
    )


def _groups(
    edition: Edition, priorities: tuple[Priority, ...], items: tuple[Achievement, ...]
) -> list[tuple[Markup, str, list[Achievement]]]:
    """Each achievement once: under its first priority, the others at the end."""
    first = {item.key: item.priorities[0] if item.priorities else "" for item in items}
    groups = [
        (edition.language.text(priority.title), priority.id, [i for i in items if first[i.key] == priority.key])
        for priority in priorities
    ]
    own_plan = {priority.key for priority in priorities}
    rest = [item for item in items if first[item.key] not in own_plan]
    groups.append((edition.language.markup("Across all priorities"), "all", rest))
    return [group for group in groups if group[2]]
