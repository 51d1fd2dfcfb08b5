"""`planbuilder due`: what is due in a quarter, and what is overdue, by who leads it."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from planbuilder.cli.project import catalogue_of, day, day_to_judge
from planbuilder.importing.periods import period as period_of
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.period import Period
from planbuilder.verdict.due import Due, DueKind, due, quarter_of

_WORDS: Mapping[DueKind, str] = {
    "figures": "new figures for “{}”",
    "action": "action “{}”",
    "service": "compare “{}” with the service's own page",
    "statement": "review the accessibility statement",
}


def _quarter(written: str | None, today: date) -> Period:
    if written is None:
        return quarter_of(today)
    try:
        period = period_of(written, "quarter")
    except ValueError:
        period = None
    if period is None or period.kind not in ("quarter", "financial_quarter"):
        raise click.UsageError(f'"{written}" is not a quarter – write 2026Q4, or 2026/27 Q4 for a financial year')
    return period


@click.command("due")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--quarter", help="Until the end of this quarter: 2026Q4, 2026/27 Q4. Today's if not given.")
@click.option("--today", type=day, help="The day to judge on, if it is not the data's own.")
def command(root: Path, quarter: str | None, today: date | None) -> None:
    """List what is due until the end of a quarter, by who leads it; what is overdue comes first.

    New figures, actions, checks of services that help today, and the review of the accessibility statement.
    """
    catalogue = catalogue_of(root, day_to_judge(today))
    until = _quarter(quarter, catalogue.today).end
    click.echo("\n".join(_lines(due(catalogue, until), catalogue)) or f"Nothing is due until {until}.")


def _lines(items: tuple[Due, ...], catalogue: Catalogue) -> Iterator[str]:
    for lead, group in groupby(items, key=lambda item: item.lead.source if item.lead else "Nobody is named"):
        yield lead
        for item in group:
            what = _WORDS[item.kind].format(item.subject)
            yield f"  {_when(item, catalogue.today)}: {what} ({catalogue.origins[item.entity.key].path})"


def _when(item: Due, today: date) -> str:
    if item.day is None:
        return "never done yet"
    return f"{item.day}, overdue" if item.overdue(today) else str(item.day)
