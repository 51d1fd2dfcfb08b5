"""`planbuilder redirects`: the configuration that has a host lead readers from old addresses to new ones."""

from pathlib import Path

import click

from planbuilder.cli.project import catalogue_of
from planbuilder.outputs.redirects import FORMS, rules


@click.command()
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--for", "host", type=click.Choice(list(FORMS)), required=True, help="The host or server.")
def command(root: Path, host: str) -> None:
    """Print what has a host lead readers of pages that have moved (data/redirects.yml) to where they are today."""
    click.echo(FORMS[host](rules(catalogue_of(root))), nl=False)
