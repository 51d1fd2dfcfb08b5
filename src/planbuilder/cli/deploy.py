"""`planbuilder deploy`: the workflow and configuration files that publish the site on a host."""

from pathlib import Path

import click

from planbuilder.cli import deploying
from planbuilder.cli.project import NOTHING_WRITTEN, catalogue_of


@click.command()
@click.argument("host", type=click.Choice(list(deploying.NEXT)))
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
@click.option("--force", is_flag=True, help="Write files anew that are there already and say something else.")
def command(host: str, root: Path, force: bool) -> None:
    """Write the files with which HOST publishes the site, made from data/site.yml.

    Nothing is published by this command. Give it again after the address or the branch has changed.
    """
    site = catalogue_of(root, sorry=NOTHING_WRITTEN).site
    if not deploying.fits(host, site):
        raise click.UsageError(
            f"these files are for a site at the top of its host, and {site.address} is in a folder – give it a host "
            "name of its own, or write the files by hand; planbuilder headers prints the headers"
        )
    files = deploying.files(host, site)
    if taken := [path for path, text in files.items() if not force and _says_otherwise(root / path, text)]:
        raise click.UsageError(f"{', '.join(taken)}: there already – nothing was written; --force writes over it")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
        click.echo(f"{path}: written")
    click.echo(f"Next: {deploying.NEXT[host]}")


def _says_otherwise(file: Path, text: str) -> bool:
    return file.exists() and file.read_text("utf-8") != text
