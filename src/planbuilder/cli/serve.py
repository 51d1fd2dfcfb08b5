"""`planbuilder serve`: build the site, serve it, and build again when a file is saved."""

import sys
from pathlib import Path

import click


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where the site goes; site/ if not given.")
@click.option("--port", type=int, default=8000, show_default=True, help="The port on this machine.")
def command(root: Path, out: Path | None, port: int) -> None:
    """Build the site, serve it on this machine, and build it again whenever a file is saved.

    The page in the browser shows each new build by itself. A mistake is explained here and in the page, and the site
    that was served stays.
    """
    from planbuilder.mkdocs.preview import ServeError, preview  # noqa: PLC0415 – MkDocs is slow to import

    try:
        preview(root.absolute(), out.absolute() if out else root.absolute() / "site", port, click.echo)
    except ServeError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
