"""The settings of a project, for commands that need nothing else of its data."""

from pathlib import Path

import click

from planbuilder.model.site import Site


def site_of(root: Path) -> Site:
    """What `data/site.yml` says. Prints what is wrong with the data and leaves with 1, if anything is."""
    from planbuilder.source import DataError, load  # noqa: PLC0415 – commands import their work when they run

    try:
        return load(root).site
    except DataError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo("Put these right first; nothing was written.", err=True)
        raise SystemExit(1) from None
