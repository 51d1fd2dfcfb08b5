"""`planbuilder headers`: the configuration that has a host send the site's headers."""

from pathlib import Path

import click

from planbuilder.cli.project import catalogue_of
from planbuilder.outputs.headers import FORMS


@click.command()
@click.option("--for", "host", type=click.Choice(list(FORMS)), required=True, help="The host or server.")
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
def command(host: str, root: Path) -> None:
    """Print what has a host send the headers that protect readers: the same ones as the preview sends.

    In a project's folder the page /edit/ has its own, if data/site.yml switches it on.
    """
    site = catalogue_of(root).site if (root / "data" / "site.yml").is_file() else None
    text = FORMS[host](site)
    if not text:
        raise click.UsageError("data/site.yml does not switch /edit/ on, so there is nothing to send with it")
    click.echo(text, nl=False)
