"""`planbuilder import`: figures from a spreadsheet's CSV file into a measure."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planbuilder.importing import Proposal
    from planbuilder.importing.proposal import Scale
    from planbuilder.model.catalogue import Catalogue
    from planbuilder.model.measure import Measure


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("measure")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--fractions", "scale", flag_value="fractions", help="0.5 in the file means 50 per cent.")
@click.option("--percentages", "scale", flag_value="percentages", help="0.5 in the file means half of one per cent.")
def command(file: Path, measure: str, root: Path, dry_run: bool, scale: "Scale | None") -> None:
    """Add the figures of a CSV FILE to a MEASURE, named with its partnership: fenland/shoplifting.

    Nothing that is there is overwritten. Numbers under the measure's suppress_below are withheld before anything is
    written. Ends with 1 when a row could not be placed.
    """
    from planbuilder.importing import SheetError, propose, read  # noqa: PLC0415 – imported when it runs
    from planbuilder.source import DataError, load  # noqa: PLC0415

    try:
        catalogue = load(root)
        found = _measure(catalogue, measure)
        sheet = read(file.read_bytes())
        proposal = propose(found, sheet, scale or "ask")
        for column in sheet.unused:
            click.echo(f'The column "{column}" is not used.')
        target = _target(root, catalogue, found)
        click.echo("\n".join(_lines(proposal, target.relative_to(root).as_posix(), file.name)))
        if dry_run or not proposal.additions:
            click.echo("Nothing was written.")
        else:
            _write(root, target, proposal)
    except SheetError as error:
        raise click.ClickException(f"{file.name}: {error}") from None
    except DataError as error:
        raise click.ClickException("\n".join(map(str, error.problems))) from None
    raise SystemExit(1 if proposal.refused else 0)


def _measure(catalogue: "Catalogue", written: str) -> "Measure":
    from planbuilder.model.measure import Measure  # noqa: PLC0415
    from planbuilder.source.near import nearest  # noqa: PLC0415

    names = {f"{item.partnership_key}/{item.id}": item for item in catalogue.all(Measure)}
    if written in names:
        return names[written]
    near = nearest(written, list(names))
    remedy = f"did you mean {near}?" if near else "write its partnership too: fenland/shoplifting"
    raise click.UsageError(f'there is no measure "{written}" – {remedy}')


def _target(root: Path, catalogue: "Catalogue", measure: "Measure") -> Path:
    """The file that holds the observations: the CSV beside the measure, if there is one."""
    own = root / catalogue.origins[measure.key].path
    beside = own.with_suffix(".csv")
    return beside if beside.is_file() else own


def _lines(proposal: "Proposal", target: str, name: str) -> Iterator[str]:
    for item in proposal.additions:
        part = "".join(f", {text}" for text in (item.area, item.group) if text)
        yield f"  + {item.period.text}{part}: {'withheld' if item.suppressed else f'{item.value:f}'}"
    for line, why in proposal.refused:
        yield f"  {name}, line {line}: {why}"
    yield (
        f"{target}: {len(proposal.additions)} new (withheld: {proposal.withheld}), {proposal.same} there already, "
        f"{len(proposal.refused)} not placed."
    )


def _write(root: Path, target: Path, proposal: "Proposal") -> None:
    """Write the file; where the data could not be published with it, put back what was there and say why."""
    from planbuilder.importing import with_additions  # noqa: PLC0415
    from planbuilder.source import DataError, load  # noqa: PLC0415

    before = target.read_bytes()
    try:
        text = with_additions(target.name, before.decode("utf-8-sig"), proposal.additions)
    except ValueError as error:
        raise click.ClickException(f"{target.name}: {error}") from None
    target.write_text(text, encoding="utf-8", newline="\n")
    try:
        load(root)
    except DataError as error:
        target.write_bytes(before)
        told = "\n".join(map(str, error.problems))
        raise click.ClickException(f"nothing was written, because of what would be wrong then:\n{told}") from None
    click.echo("Written. Now run: planbuilder check")
