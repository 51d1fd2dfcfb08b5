"""`planbuilder diff`: what a change of the data means to readers."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.project import catalogue_of, day

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", default=".")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--today", type=day, help="The day to judge on, if it is not the data's own.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For whom it is said.",
)
def command(before: str, after: str, root: Path, today: date | None, form: str) -> None:
    """Say in sentences what readers will see otherwise in B than in A.

    A and B are folders of a project, or git revisions of this one, such as main or HEAD~1. Without B it is the
    folder as it is now. Ends with 0 whether or not there are changes, with 1 when the data of A or B have errors,
    with 2 when there is no such folder or revision.
    """
    from planbuilder.changes import between  # noqa: PLC0415 – commands import their work when they run
    from planbuilder.cli.change_formats import FORMATS  # noqa: PLC0415

    old, new = _catalogue(before, root, today), _catalogue(after if after != "." else str(root), root, today)
    click.echo(FORMATS[form](between(old, new), new))


def _catalogue(name: str, root: Path, today: date | None) -> "Catalogue":
    from planbuilder.cli.revisions import RevisionError, project_at  # noqa: PLC0415
    from planbuilder.i18n import translated  # noqa: PLC0415

    sorry = f'The data of "{name}" have errors, so they can\'t be compared.'
    try:
        with project_at(name, root) as folder:
            return translated(catalogue_of(folder, today, sorry), folder)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
