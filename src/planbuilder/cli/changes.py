"""`planbuilder changes`: the version history, told to readers in `data/changes.yml`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.project import catalogue_of

if TYPE_CHECKING:
    from planbuilder.cli.revisions import Revision
    from planbuilder.model.catalogue import Catalogue
    from planbuilder.model.changelog import ChangeLog, LogEntry


@click.command("changes")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--since", help="The revision to go on from, where the file can't say it.")
@click.option("--dry-run", is_flag=True, help="Say what would be told, and write nothing.")
def command(root: Path, since: str | None, dry_run: bool) -> None:
    """Tell readers what changed since the last time, in data/changes.yml.

    Compares the data of the last revision of each day with that of the day before. What is not committed yet is not
    told. Ends with 1 when the data as they are now have errors, with 2 when the history can't be read.
    """
    from planbuilder.changes import between, logged, sentences, written  # noqa: PLC0415 – commands import their work
    from planbuilder.cli.change_formats import ENGLISH  # noqa: PLC0415
    from planbuilder.cli.revisions import RevisionError  # noqa: PLC0415

    now = catalogue_of(root)
    log = _log(now)
    found: list[LogEntry] = []
    try:
        for revision, old, new in _steps(root, since or (log.entries[0].revision if log.entries else None)):
            changes = between(old, new)
            if kept := logged(changes, old, new):
                found.append(_entry(revision, kept))
                click.echo(f"{revision.day}: {len(kept)} {'change' if len(kept) == 1 else 'changes'}")
                for sentence in sentences(changes, ENGLISH) if dry_run else ():
                    click.echo(f"  {sentence}")
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    whole = _safe(log.model_copy(update={"entries": (*reversed(found), *log.entries)}), now)
    path = root / "data" / "changes.yml"
    if dry_run or (whole == log and path.is_file()):
        click.echo("Nothing was written." if dry_run else "There is nothing new to tell.")
        return
    path.write_text(written(whole), "utf-8", newline="\n")
    click.echo(f"{path} is written: read it, then commit it.")


def _log(catalogue: "Catalogue") -> "ChangeLog":
    from planbuilder.model.changelog import ChangeLog  # noqa: PLC0415

    found = catalogue.entities.get("changes")
    return found if isinstance(found, ChangeLog) else ChangeLog(key="changes")


def _safe(log: "ChangeLog", now: "Catalogue") -> "ChangeLog":
    """The log without figures of measures that withhold some today: those of earlier days are taken out, too."""
    from planbuilder.changes import safe  # noqa: PLC0415

    entries = tuple(
        entry.model_copy(update={"changes": tuple(safe(change, now) for change in entry.changes)})
        for entry in log.entries
    )
    return log.model_copy(update={"entries": entries})


def _entry(revision: "Revision", changes: Iterable[object]) -> "LogEntry":
    from planbuilder.model.changelog import LogEntry  # noqa: PLC0415

    return LogEntry.model_validate({"on": revision.day, "revision": revision.commit, "changes": tuple(changes)})


def _steps(root: Path, since: str | None) -> Iterator[tuple["Revision", "Catalogue", "Catalogue"]]:
    """The last revision of each day, with the data before and after. A state with errors is passed over."""
    from planbuilder.cli.revisions import days_since  # noqa: PLC0415

    revisions = days_since(root, since)
    old = _state(root, since) if since else None
    for revision in revisions:
        new = _state(root, revision.commit)
        if new is not None:
            yield revision, old or replace(new, entities={}, translations={}), new
            old = new


def _state(root: Path, commit: str) -> "Catalogue | None":
    from planbuilder.cli.revisions import project_at  # noqa: PLC0415
    from planbuilder.i18n import translated  # noqa: PLC0415
    from planbuilder.source import DataError, load  # noqa: PLC0415

    with project_at(commit, root) as folder:
        try:
            return translated(load(folder), folder)
        except DataError as error:
            count = len(error.problems)
            told = f"{commit[:12]}: passed over, for its data have {count} {'error' if count == 1 else 'errors'}"
            click.echo(f"{told}. The first one: {error.problems[0]}", err=True)
            return None
