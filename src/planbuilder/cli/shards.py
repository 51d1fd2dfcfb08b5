"""`planbuilder shards`: the parts of a large site that can be built apart."""

import json
from pathlib import Path

import click

from planbuilder.cli.project import catalogue_of


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
def command(root: Path) -> None:
    """List the parts that can be built apart, as JSON for the matrix of a continuous integration.

    Build each with `planbuilder build` and its `arguments`, then put them together with `planbuilder merge`.
    """
    from planbuilder.mkdocs.selection import shards  # noqa: PLC0415 – needs the whole model

    click.echo(json.dumps(shards(catalogue_of(root))))
