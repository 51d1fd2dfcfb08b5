"""`planbuilder shards`: the parts of a large site that can be built apart."""

import json
import sys
from pathlib import Path

import click


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
def command(root: Path) -> None:
    """List the parts that can be built apart, as JSON for the matrix of a continuous integration.

    Build each with `planbuilder build` and its `arguments`, then put them together with `planbuilder merge`.
    """
    from planbuilder.mkdocs.selection import shards  # noqa: PLC0415 – needs the whole model
    from planbuilder.source import DataError, load  # noqa: PLC0415

    try:
        catalogue = load(root)
    except DataError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(1)
    click.echo(json.dumps(shards(catalogue)))
