"""`planbuilder import`: figures, money or whole indicators of another system become data, or are refused in words."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planbuilder.importing.proposal import Scale

_SCALES = ("pounds", "thousands", "millions")
_KINDS = ("spending", "income", "awards", "funding", "reserves")


def _columns(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """`value=Number of people`, as the column's title and what it is."""
    if wrong := next((one for one in given if not all(one.partition("=")[::2])), None):
        raise click.BadParameter(f'"{wrong}" – write what it is, = and the column\'s title: value="Number of people"')
    return {title.strip(): field.strip() for field, _, title in (one.partition("=") for one in given)}


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.argument("target")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--sheet", help="The sheet of a workbook, where it has several.")
@click.option("--header", type=int, help="The line of the column names, where it can't be found.")
@click.option("--column", "columns", multiple=True, callback=_columns, help='What a column is: value="All people".')
@click.option("--fractions", "scale", flag_value="fractions", help="0.5 in the file means 50 per cent.")
@click.option("--percentages", "scale", flag_value="percentages", help="0.5 in the file means half of one per cent.")
@click.option("--table", "name", help="Money: the table's name in finance.yml; made from its title if not given.")
@click.option("--title", help="Money: the table's title; the name of the sheet if not given.")
@click.option("--kind", type=click.Choice(_KINDS), default="spending", show_default=True, help="Money: what it is.")
@click.option("--scale", "unit", type=click.Choice(_SCALES), help="Money: the scale, where no heading says it.")
def command(
    file: Path,
    target: str,
    root: Path,
    dry_run: bool,
    sheet: str | None,
    header: int | None,
    columns: dict[str, str],
    scale: "Scale | None",
    **money: str | None,
) -> None:
    """Add what a CSV file or an Excel workbook holds to the data.

    TARGET is named with its partnership. A measure (fenland/shoplifting) gets figures. A plan or a report
    (fenland/2014-2017) gets a table of money. If FILE is the folder of an Open SDG project, TARGET is the partnership
    that its indicators become measures of.

    Nothing that is there is overwritten. Numbers under a measure's suppress_below are withheld before anything is
    written. Ends with 1 when something could not be placed.
    """
    from planbuilder.cli import import_figures, import_indicators, import_money  # noqa: PLC0415 – when it runs
    from planbuilder.cli.importing import Job, named  # noqa: PLC0415
    from planbuilder.model.measure import Measure  # noqa: PLC0415

    job = Job.begin(root, dry_run)
    if file.is_dir():
        complete = import_indicators.run(job, file, target)
    else:
        about = named(job.catalogue, target)
        found = job.grid(file, sheet)
        if isinstance(about, Measure):
            complete = import_figures.run(job, file.name, about, found, header, columns, scale or "ask")
        else:
            complete = import_money.run(job, file, about, found, header, columns, money)
    raise SystemExit(0 if complete else 1)
