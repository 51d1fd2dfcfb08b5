"""`planbuilder headers`: the configuration that has a host send the site's headers."""

import click

from planbuilder.outputs.headers import FORMS


@click.command()
@click.option("--for", "host", type=click.Choice(list(FORMS)), required=True, help="The host or server.")
def command(host: str) -> None:
    """Print what has a host send the headers that protect readers: the same ones as the preview sends."""
    click.echo(FORMS[host](), nl=False)
