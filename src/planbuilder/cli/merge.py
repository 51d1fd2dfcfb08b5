"""`planbuilder merge`: parts of a site that were built apart become the whole site."""

import sys
from datetime import date
from pathlib import Path

import click

from planbuilder.cli.project import day


@click.command()
@click.argument("shards", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where the site goes; site/ if not given.")
@click.option("--today", type=day, help="The date that the parts were built for.")
def command(shards: tuple[Path, ...], root: Path, out: Path | None, today: date | None) -> None:
    """Put parts together that were built with `planbuilder build --only`. What is missing or out of date in them is
    made here, so the site is the one that a single build makes."""
    from planbuilder.mkdocs.build import BuildError, build  # noqa: PLC0415 – MkDocs is slow to import
    from planbuilder.mkdocs.job import Job  # noqa: PLC0415

    job = Job(root, remembers=True)
    for folder in job.shards.adopt(shards, job.memory):
        click.echo(f"{folder} is no part of this site as this version builds it: its pages are made anew", err=True)
    try:
        published = build(root, out.absolute() if out else None, today, job)
    except BuildError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"The site is in {published.folder}")
