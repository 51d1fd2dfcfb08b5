"""Through the years: what became of each priority from plan to plan, and the long series."""

from collections.abc import Iterator
from dataclasses import dataclass

from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import partnership_menu, partnership_trail, plan_status
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page

LONG = 3
"""From so many figures on, a series is worth showing here."""


@dataclass(frozen=True)
class Thread:
    """A priority and those that carried it on."""

    priority: Priority
    later: tuple["Thread", ...]
    newest: bool


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each partnership with more than one plan."""
    for partnership in edition.catalogue.partnerships:
        if len(edition.catalogue.plans(partnership)) > 1:
            yield _history(edition, partnership)


@drafted
def _history(edition: Edition, partnership: Partnership) -> Page:
    catalogue, language = edition.catalogue, edition.language
    plans = tuple(reversed(catalogue.plans(partnership)))
    title = language.message("Through the years: %(name)s", name=partnership.name)
    long = tuple(m for m in catalogue.measures(partnership) if len(m.series) >= LONG and not catalogue.sensitive(m))
    return edition.page(
        f"{path_of(partnership)}history/",
        "history.html",
        title=title,
        heading=language.markup("Through the years"),
        description=title,
        breadcrumb=partnership_trail(edition, partnership),
        menu=partnership_menu(edition, partnership),
        edit=edition.origin(partnership),
        plans=plans,
        plan_status=lambda plan: plan_status(edition, plan),
        threads=_threads(edition, plans),
        measures=long,
    )


def _threads(edition: Edition, plans: tuple[Plan, ...]) -> list[Thread]:
    """Every priority that carries on none of these plans', with what followed it, oldest plan first."""
    priorities = [priority for plan in plans for priority in edition.catalogue.priorities(plan)]
    keys = {priority.key for priority in priorities}
    newest = plans[-1].key if plans else ""

    def thread(priority: Priority) -> Thread:
        later = tuple(thread(other) for other in priorities if priority.key in other.continues)
        return Thread(priority, later, priority.plan_key == newest)

    return [thread(priority) for priority in priorities if not keys & set(priority.continues)]
