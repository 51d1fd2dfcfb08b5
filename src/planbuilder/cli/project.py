"""What commands share: reading a project, and the day to judge on. What is wrong is printed, and the command ends."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue

NOTHING_WRITTEN = "Put these right first; nothing was written."


def day(written: str) -> date:
    """A day of the command line, written as in the data. Raises click.BadParameter."""
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 – a day has no time zone
    except ValueError:
        raise click.BadParameter(f'"{written}" is not a date – write year-month-day, such as 2017-01-31') from None


def catalogue_of(root: Path, today: date | None = None, sorry: str = "") -> "Catalogue":
    """The data of a project. Prints everything that is wrong with them, then `sorry`, and leaves with 1."""
    from planbuilder.source import DataError, load  # noqa: PLC0415 – commands import their work when they run

    try:
        return load(root, today)
    except DataError as error:
        for line in (*error.problems, sorry):
            if line:
                click.echo(str(line), err=True)
        raise SystemExit(1) from None


def day_to_judge(given: date | None) -> date | None:
    """The day of the command line, or else of the environment. Raises click.UsageError."""
    from planbuilder.source import from_environment  # noqa: PLC0415

    try:
        return given or from_environment(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
