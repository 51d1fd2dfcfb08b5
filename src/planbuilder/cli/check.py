"""`planbuilder check`: what is wrong with the data, and what is doubtful."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from planbuilder.source import check, from_environment


@click.command("check")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to check for, if it is not the data's own.")
def command(root: Path, today: datetime | None) -> None:
    """Check all data: every error and warning, with file, line and column."""
    problems = check(root, _day(today))
    for problem in problems:
        click.echo(str(problem))
    counts = {kind: sum(problem.severity == kind for problem in problems) for kind in ("error", "warning", "note")}
    click.echo(_sentence(counts))
    raise SystemExit(1 if counts["error"] else 0)


def _day(given: datetime | None) -> date | None:
    try:
        return given.date() if given else from_environment(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _sentence(counts: dict[str, int]) -> str:
    found = [f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in counts.items() if number]
    if not found:
        return "The data is in order: no errors, no warnings."
    end = "nothing can be published until the errors are put right" if counts["error"] else "the site can be published"
    return f"{', '.join(found)}: {end}."
