"""`planbuilder build`: make the site."""

import sys
from datetime import date
from pathlib import Path

import click


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where the site goes; site/ if not given.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The date that states and deadlines are judged on.")
def command(root: Path, out: Path | None, today: date | None) -> None:
    """Build the site. If anything is wrong, say what, and leave the old site as it is."""
    from planbuilder.mkdocs.build import BuildError, build  # noqa: PLC0415 – MkDocs is slow to import

    try:
        published = build(root, out.absolute() if out else None, today.date() if today else None)  # type: ignore[attr-defined]
    except BuildError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"The site is in {published.folder}")
    if published.outdated:
        click.echo(
            f"{published.outdated} PDF files in pdf/ are not in it, for they say something else than the site – "
            "run: planbuilder pdf, and build again"
        )
