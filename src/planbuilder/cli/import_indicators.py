"""`planbuilder import` of the indicators of an Open SDG project, as measures of a partnership."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.importing import Job
from planbuilder.importing import SheetError
from planbuilder.importing.open_sdg_files import read
from planbuilder.importing.open_sdg_migration import Migration, migrate
from planbuilder.source.near import nearest

if TYPE_CHECKING:
    from planbuilder.i18n.po import Entry


def run(job: Job, folder: Path, partnership: str) -> bool:
    """Add the indicators of a project to a partnership; whether everything could be placed."""
    known = [item.key for item in job.catalogue.partnerships]
    if partnership not in known:
        near = nearest(partnership, known)
        remedy = f"did you mean {near}?" if near else f"there is {', '.join(known)}"
        raise click.UsageError(f'there is no partnership "{partnership}" – {remedy}')
    try:
        found = migrate(read(folder), job.catalogue, partnership)
    except SheetError as error:
        raise click.ClickException(f"{folder}: {error}") from None
    _say(found)
    if job.write(_texts(job, found)):
        _translate(job.root, partnership, found)
    return not found.refused


def _say(found: Migration) -> None:
    for path in sorted(found.files):
        if path.endswith(".csv"):
            figures = found.files[path].count("\n") - 1
            click.echo(f"  + data/{path.removesuffix('.csv')}.yml, with {figures} figures")
    for register, entries in found.added.items():
        click.echo(f"  + data/{register}.yml: {', '.join(entries)}")
    for key in found.there:
        click.echo(f"  data/{key}.yml is there already")
    for why in found.refused:
        click.echo(f"  {why}")
    if found.left_out:
        told = ", ".join(f"{name} ({count})" for name, count in sorted(found.left_out.items()))
        click.echo(f"  Without a place in our data, by how many indicators have them: {told}")
    made = sum(path.endswith(".yml") for path in found.files)
    click.echo(
        f"{made} {'measure' if made == 1 else 'measures'} new, {len(found.there)} there already, "
        f"{len(found.refused)} not placed."
    )


def _texts(job: Job, found: Migration) -> dict[Path, str]:
    texts = {job.root / "data" / path: text for path, text in found.files.items()}
    for register, entries in found.added.items():
        path = job.root / "data" / f"{register}.yml"
        before = path.read_bytes().decode("utf-8-sig").rstrip() + "\n" if path.is_file() else ""
        texts[path] = before + "\n".join(entries.values()) + "\n"
    return texts if found.files else {}


def _translate(root: Path, partnership: str, found: Migration) -> None:
    """Put the project's translations of the new measures' texts into the partnership's PO files."""
    from planbuilder.i18n import plan_text, po  # noqa: PLC0415 – only where there is something to translate
    from planbuilder.i18n.merge import merge  # noqa: PLC0415
    from planbuilder.source import load  # noqa: PLC0415

    wanted = plan_text.entries(load(root))[partnership]
    new = {path.removesuffix(".yml") for path in found.files}
    for language, texts in found.texts.items():
        path = plan_text.path_of(root, partnership, language)
        known = po.read(path) if path.is_file() else po.PoFile(po.new_headers(language, partnership))
        filled = [_filled(entry, texts, new) for entry in merge(wanted, known).entries]
        if any(entry.filled for entry in filled):
            po.write(path, replace(merge(wanted, known), entries=tuple(filled)))
            click.echo(f"{path.relative_to(root).as_posix()}: {sum(entry.filled for entry in filled)} translated")


def _filled(entry: "Entry", texts: dict[str, str], new: set[str]) -> "Entry":
    mine = entry.context.partition("#")[0] in new and not entry.filled and entry.source in texts
    return replace(entry, forms=(texts[entry.source],)) if mine else entry
