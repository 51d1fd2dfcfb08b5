"""What somebody has to do by a day, and has not done: by who leads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.period import Period
from planbuilder.model.priority import Action, Priority
from planbuilder.model.reference import OrganisationRef
from planbuilder.model.registers import SupportService
from planbuilder.model.text import Text

DueKind = Literal["figures", "action", "service", "statement"]

SERVICE_CHECK = timedelta(days=183)
"""Services that help today are compared with their own pages every six months."""
STATEMENT_REVIEW = timedelta(days=366)
"""The accessibility statement is reviewed once a year."""


@dataclass(frozen=True)
class Due:
    """Something that has to be done. `day` is None for what should have been done from the start."""

    kind: DueKind
    lead: Text | None
    """Who leads it; None where nobody is named."""
    day: date | None
    subject: Text
    """What it is about: a measure's title, an action's text, a service's name, the site's title."""
    entity: Entity
    """In whose file it stands."""

    def overdue(self, today: date) -> bool:
        """Whether the day is over, or it was never done."""
        return self.day is None or self.day < today


def due(catalogue: Catalogue, until: date) -> tuple[Due, ...]:
    """Everything that is due by a day and not done, overdue things included, by lead and day.

    New figures of measures; actions not reported to be done or stopped, but for those of plans that have ended; checks
    of the services that help today; and the review of the accessibility statement.
    """
    found = (*_measures(catalogue), *_actions(catalogue), *_services(catalogue), *_statement(catalogue))
    return tuple(sorted((item for item in found if item.day is None or item.day <= until), key=_order))


def _order(item: Due) -> tuple[bool, str, date, DueKind, str]:
    lead = item.lead.source if item.lead else ""
    return (item.lead is None, lead, item.day or date.min, item.kind, item.subject.source)


def _measures(catalogue: Catalogue) -> Iterator[Due]:
    for measure in catalogue.all(Measure):
        if measure.next_update:
            yield Due("figures", _name(catalogue, measure.owner), measure.next_update, measure.title, measure)


def _actions(catalogue: Catalogue) -> Iterator[Due]:
    for priority in catalogue.all(Priority):
        plan = catalogue.plan(priority)
        if plan is not None and plan.state(catalogue.today) == "ended":
            continue  # nobody works on it any more
        for action in priority.actions:
            if action.due and not _is_over(action):
                yield Due("action", _name(catalogue, action.lead or priority.lead), action.due, action.text, priority)


def _is_over(action: Action) -> bool:
    return action.latest is not None and action.latest.status in ("done", "stopped")


def _services(catalogue: Catalogue) -> Iterator[Due]:
    for service in catalogue.all(SupportService):
        day = service.checked_on + SERVICE_CHECK if service.checked_on else None
        yield Due("service", catalogue.site.publisher.name, day, service.name, service)


def _statement(catalogue: Catalogue) -> Iterator[Due]:
    site = catalogue.site
    yield Due("statement", site.publisher.name, site.accessibility.reviewed + STATEMENT_REVIEW, site.title, site)


def _name(catalogue: Catalogue, reference: OrganisationRef | None) -> Text | None:
    return catalogue.get(reference).name if reference else None


def quarter_of(day: date) -> Period:
    """The quarter of the calendar in which a day lies."""
    return Period.parse(f"{day.year} Q{(day.month + 2) // 3}")
