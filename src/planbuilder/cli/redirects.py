"""`planbuilder redirects`: the configuration that has a host lead readers from old addresses to new ones."""

from pathlib import Path

import click

from planbuilder.outputs.redirects import FORMS, rules
from planbuilder.source import DataError, load


@click.command()
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--for", "host", type=click.Choice(list(FORMS)), required=True, help="The host or server.")
def command(root: Path, host: str) -> None:
    """Print what has a host lead readers of pages that have moved (data/redirects.yml) to where they are today."""
    try:
        found = rules(load(root))
    except DataError as error:
        raise click.ClickException(str(error)) from None
    click.echo(FORMS[host](found), nl=False)
