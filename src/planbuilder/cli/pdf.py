"""`planbuilder pdf`: make each plan a document to print, and a leaflet, in every language."""

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.project import catalogue_of, day, day_to_judge

if TYPE_CHECKING:
    from planbuilder.pages.documents import Document


@click.command()
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--today", type=day, help="The day to judge on, if it is not the data's own.")
def command(root: Path, today: date | None) -> None:
    """Make PDF files of the plans, in the folder pdf/: the next build publishes them.

    For each plan and language, the whole plan and a leaflet of two pages. What has not changed is not made again.
    """
    from planbuilder.pdf import Shelf, make  # noqa: PLC0415 - imported when it runs
    from planbuilder.pdf.render import PdfError  # noqa: PLC0415

    wanted = _documents(root, day_to_judge(today))
    began = time.perf_counter()
    try:
        done = make(Shelf.of(root), wanted)
    except (ValueError, PdfError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    spent = time.perf_counter() - began
    for sentence in done.failed:
        click.echo(sentence, err=True)
    click.echo(
        f"{done.made} made, {done.kept} still true: {done.pages} pages in {Shelf.of(root).folder} ({spent:.1f} s)"
    )
    sys.exit(1 if done.failed else 0)


def _documents(root: Path, today: date | None) -> "list[Document]":
    """The documents of a project, in all its languages."""
    from planbuilder.i18n import languages, translated  # noqa: PLC0415
    from planbuilder.mkdocs import theme  # noqa: PLC0415 - where templates lie; it does not import MkDocs
    from planbuilder.pages import Edition, translation_note  # noqa: PLC0415
    from planbuilder.pages.documents import documents  # noqa: PLC0415

    catalogue = translated(catalogue_of(root, today, "No PDF file was made: put these right first."), root)
    spoken = languages(catalogue, (root / "locale",))
    overrides = theme.folders(root / "theme_overrides")
    editions = [Edition(catalogue, language, spoken, overrides) for language in spoken.values()]
    return [document for edition in editions for document in documents(edition, translation_note(edition))]
