"""A priority: the change that is wanted, why, what will be done, how success is seen."""

from collections.abc import Iterator

from markupsafe import Markup

from planbuilder.model.priority import Priority
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import with_feed
from planbuilder.pages.frame import plan_page
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each priority and theme of each plan."""
    for priority in edition.catalogue.all(Priority):
        yield _priority(edition, priority)


@drafted
def _priority(edition: Edition, priority: Priority) -> Page:
    catalogue, language = edition.catalogue, edition.language
    plan = catalogue.plan(priority)
    if plan is None:  # the loader gives every priority a plan; this is for the type checker
        raise LookupError(priority.key)
    summary = priority.summary or (priority.outcomes[0].text if priority.outcomes else priority.title)
    return plan_page(
        edition,
        plan,
        path_of(priority),
        "priority.html",
        title=f"{edition.name(priority.title)} – {edition.name(plan.title)}",
        heading=language.text(priority.title),
        description=edition.name(summary),
        shown=(priority,),
        edit=edition.origin(priority),
        **with_feed(edition, priority),
        priority=priority,
        services=tuple(
            s for s in catalogue.support(priority.audiences) if s.emergency or {*s.audiences} & {*priority.audiences}
        )
        if priority.audiences
        else (),
        continues=tuple(catalogue.get(reference) for reference in priority.continues),
        continued_by=tuple(other for other in catalogue.all(Priority) if priority.key in other.continues),
        other_link=lambda other: _other_link(edition, other),
    )


def _other_link(edition: Edition, other: Priority) -> Markup:
    plan = edition.catalogue.plan(other)
    title = edition.language.text(other.title)
    where = edition.language.text(plan.title) if plan else Markup("")
    return Markup('<a href="{}">{}</a> ({})').format(edition.link(other), title, where)
