"""`planbuilder build`: make the site."""

import sys
import time
from datetime import date
from pathlib import Path

import click

from planbuilder.cli.project import day
from planbuilder.mkdocs.unchanged import Note


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where the site goes; site/ if not given.")
@click.option("--today", type=day, help="The date that states and deadlines are judged on.")
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="Only the pages of a partnership, a plan (partnership/plan), a language, or of the site itself (site); "
    "several may be named. For a quick look, or to build the parts of a large site apart (see shards and merge).",
)
@click.option("--profile", is_flag=True, help="Say where the time went.")
@click.option("--anew", is_flag=True, help="Build even if nothing has changed since the last build.")
def command(root: Path, out: Path | None, today: date | None, only: tuple[str, ...], profile: bool, anew: bool) -> None:
    """Build the site. If anything is wrong, say what, and leave the old site as it is."""
    started = time.perf_counter()
    note = Note(root, out or root / "site", (str(today),))
    read = note.read()
    if not anew and not only and note.holds(read):
        click.echo(f"The site is in {note.target.absolute()}; nothing has changed since it was built")
        return
    from planbuilder.cli.progress import shown_pages  # noqa: PLC0415
    from planbuilder.mkdocs.build import BuildError, build  # noqa: PLC0415 – MkDocs is slow to import
    from planbuilder.mkdocs.job import Job  # noqa: PLC0415
    from planbuilder.mkdocs.records import written  # noqa: PLC0415
    from planbuilder.mkdocs.resumed import go_on  # noqa: PLC0415

    try:
        with shown_pages() as watch:
            job = Job(root, remembers=True, only=only, watch=watch)
            if not anew and not only:
                go_on(job, note)
            published = build(root, out.absolute() if out else None, today, job)
    except BuildError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if published.plain and not only and published.folder == note.target.absolute():
        note.leave(read, published.files, written(job.memory))
    click.echo(f"The site is in {published.folder}")
    if profile:
        whole = time.perf_counter() - started
        rest = whole - sum(watch.seconds.values())
        for stage, seconds in (*watch.seconds.items(), ("MkDocs, prose and starting", rest), ("all of it", whole)):
            click.echo(f"{seconds:7.2f} s  {stage}", err=True)
    if published.outdated:
        click.echo(
            f"{published.outdated} PDF files in pdf/ are not in it, for they say something else than the site – "
            "run: planbuilder pdf, and build again"
        )
