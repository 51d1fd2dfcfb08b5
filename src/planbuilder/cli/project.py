"""What commands share: reading a project, and the day to judge on. What is wrong is printed, and the command ends."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue

NOTHING_WRITTEN = "Put these right first; nothing was written."


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


def day(given: datetime | None) -> date | None:
    """The day of the command line, or else of the environment. Raises click.UsageError."""
    from planbuilder.source import from_environment  # noqa: PLC0415

    try:
        return given.date() if given else from_environment(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
