"""`planbuilder due`: what is due in a quarter, and what is overdue, by who leads it."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.model.measure import Measure
from planbuilder.model.period import Period
from planbuilder.model.priority import Action, Priority
from planbuilder.model.registers import SupportService

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue
    from planbuilder.model.reference import OrganisationRef

SERVICE_CHECK = timedelta(days=183)
"""Services that help today are compared with their own pages every six months."""
STATEMENT_REVIEW = timedelta(days=366)
"""The accessibility statement is reviewed once a year."""
NOBODY = "Nobody is named"


@dataclass(frozen=True)
class Due:
    """Something that somebody has to do by a day. `day` is None for what should have been done from the start."""

    lead: str
    day: date | None
    what: str
    path: str


def due(catalogue: "Catalogue", until: date) -> tuple[Due, ...]:
    """Everything that is due by a day and not done, overdue things included, by lead and day.

    New figures of measures; actions not reported to be done or stopped, but for those of plans that have ended; checks
    of the services that help today; and the review of the accessibility statement.
    """
    found = (*_measures(catalogue), *_actions(catalogue), *_services(catalogue), *_statement(catalogue))
    timely = (item for item in found if item.day is None or item.day <= until)
    return tuple(sorted(timely, key=lambda item: (item.lead == NOBODY, item.lead, item.day or date.min, item.what)))


def _measures(catalogue: "Catalogue") -> Iterator[Due]:
    for measure in catalogue.all(Measure):
        if measure.next_update:
            lead = _name(catalogue, measure.owner)
            what = f"new figures for “{measure.title}”"
            yield Due(lead, measure.next_update, what, catalogue.origins[measure.key].path)


def _actions(catalogue: "Catalogue") -> Iterator[Due]:
    for priority in catalogue.all(Priority):
        plan = catalogue.plan(priority)
        if plan is not None and plan.state(catalogue.today) == "ended":
            continue  # nobody works on it any more
        for action in priority.actions:
            if action.due and not _is_over(action):
                lead = _name(catalogue, action.lead or priority.lead)
                yield Due(lead, action.due, f"action “{action.text}”", catalogue.origins[priority.key].path)


def _is_over(action: Action) -> bool:
    return action.latest is not None and action.latest.status in ("done", "stopped")


def _services(catalogue: "Catalogue") -> Iterator[Due]:
    publisher = catalogue.site.publisher.name.source
    for service in catalogue.all(SupportService):
        day = service.checked_on + SERVICE_CHECK if service.checked_on else None
        what = f"compare “{service.name}” with the service's own page"
        yield Due(publisher, day, what, catalogue.origins[service.key].path)


def _statement(catalogue: "Catalogue") -> Iterator[Due]:
    day = catalogue.site.accessibility.reviewed + STATEMENT_REVIEW
    path = catalogue.origins[catalogue.site.key].path
    yield Due(catalogue.site.publisher.name.source, day, "review the accessibility statement", path)


def _name(catalogue: "Catalogue", reference: "OrganisationRef | None") -> str:
    return catalogue.get(reference).name.source if reference else NOBODY


def quarter_of(day: date) -> Period:
    """The quarter of the calendar in which a day lies."""
    return Period.parse(f"{day.year} Q{(day.month + 2) // 3}")


def _quarter(written: str | None, today: date) -> Period:
    if written is None:
        return quarter_of(today)
    try:
        period = Period.parse(re.sub(r"\s*[Qq](?=[1-4]$)", " Q", written.strip()))
    except ValueError:
        period = None
    if period is None or period.kind not in ("quarter", "financial_quarter"):
        raise click.UsageError(f'"{written}" is not a quarter – write 2026Q4, or 2026/27 Q4 for a financial year')
    return period


@click.command("due")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--quarter", help="Until the end of this quarter: 2026Q4, 2026/27 Q4. Today's if not given.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to judge on, if it is not the data's own.")
def command(root: Path, quarter: str | None, today: datetime | None) -> None:
    """List what is due until the end of a quarter, by who leads it; what is overdue comes first.

    New figures, actions, checks of services that help today, and the review of the accessibility statement.
    """
    from planbuilder.source import DataError, from_environment, load  # noqa: PLC0415 – imported when it runs

    try:
        catalogue = load(root, today.date() if today else from_environment(os.environ))
    except DataError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1) from None
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    until = _quarter(quarter, catalogue.today).end
    click.echo("\n".join(_lines(due(catalogue, until), catalogue.today)) or f"Nothing is due until {until}.")


def _lines(items: tuple[Due, ...], today: date) -> Iterator[str]:
    for lead, group in groupby(items, key=lambda item: item.lead):
        yield lead
        for item in group:
            yield f"  {_when(item.day, today)}: {item.what} ({item.path})"


def _when(day: date | None, today: date) -> str:
    if day is None:
        return "never done yet"
    return f"{day}, overdue" if day < today else str(day)
