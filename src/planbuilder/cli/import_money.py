"""`planbuilder import` of money into the `finance.yml` of a plan or a report."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from planbuilder.cli.importing import Job, unplaced, unused
from planbuilder.importing import Grid, SheetError
from planbuilder.importing.money import Money, Scale, as_yaml, differences, money
from planbuilder.model.plan import Plan
from planbuilder.model.report import Report
from planbuilder.model.table import FinanceTable
from planbuilder.source import names


def run(
    job: Job,
    file: Path,
    owner: Plan | Report,
    found: Grid,
    header: int | None,
    columns: Mapping[str, str],
    options: Mapping[str, str | None],
) -> bool:
    """Add a sheet's table to a plan or a report; whether every row could be placed and nothing differs."""
    try:
        sheet = money(found, header, columns)
    except SheetError as error:
        raise click.ClickException(f"{file.name}: {error}") from None
    unused(sheet.unused)
    title = options["title"] or found.name or file.stem
    name = options["name"] or names.made_from(title) or "money"
    path = job.root / "data" / owner.key / "finance.yml"
    shown = path.relative_to(job.root).as_posix()
    there = job.catalogue.entities.get(f"{owner.key}/finance/{name}")
    if isinstance(there, FinanceTable):
        return _compare(there, sheet, f"{shown}: {name}", file.name)
    scale = cast("Scale", options["unit"] or sheet.scale or "pounds")
    _say(sheet, scale, file.name, f"{shown}: {name}")
    text = as_yaml(name, title, str(options["kind"]), scale, sheet)
    before = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    job.write({path: f"{before.rstrip()}\n\n{text}".lstrip()} if sheet.lines else {})
    return not sheet.refused


def _say(sheet: Money, scale: Scale, name: str, where: str) -> None:
    for line in sheet.lines:
        click.echo(f"  + {line.label}: {'no amount' if line.amount is None else f'{line.amount:f}'}")
    if sheet.total is not None:
        click.echo(f"  total: {sheet.total:f}")
    for told in unplaced(sheet.refused, name):
        click.echo(told)
    lines = f"{len(sheet.lines)} {'line' if len(sheet.lines) == 1 else 'lines'}"
    click.echo(f"{where}: {lines} in {scale}, {len(sheet.refused)} not placed.")


def _compare(there: FinanceTable, sheet: Money, where: str, name: str) -> bool:
    """Say what is different from the table that is there. Nothing is overwritten."""
    told = differences(there, sheet)
    for one in (*told, *(line.strip() for line in unplaced(sheet.refused, name))):
        click.echo(f"  {one}")
    end = "compare the two, and correct it by hand" if told else "it says the same"
    click.echo(f"{where} is there already – {end}. Nothing was written.")
    return not told and not sheet.refused
