"""`planbuilder import` of figures into a measure."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from planbuilder.cli.importing import Job, unplaced, unused
from planbuilder.importing import Grid, Proposal, SheetError, observations, propose, with_additions
from planbuilder.importing.proposal import Scale
from planbuilder.model.measure import Measure


def run(
    job: Job, name: str, measure: Measure, found: Grid, header: int | None, columns: Mapping[str, str], scale: Scale
) -> bool:
    """Add the figures of a sheet to a measure; whether every row could be placed."""
    try:
        sheet = observations(found, header, columns)
    except SheetError as error:
        raise click.ClickException(f"{name}: {error}") from None
    proposal = propose(measure, sheet, scale)
    unused(sheet.unused)
    target = _target(job, measure)
    click.echo("\n".join(_lines(proposal, measure, target.relative_to(job.root).as_posix(), name)))
    try:
        texts = {target: _text(target, proposal)} if proposal.additions and not job.dry_run else {}
    except ValueError as error:
        raise click.ClickException(f"{target.name}: {error}") from None
    job.write(texts)
    return not proposal.refused


def _text(target: Path, proposal: Proposal) -> str:
    return with_additions(target.name, target.read_bytes().decode("utf-8-sig"), proposal.additions)


def _target(job: Job, measure: Measure) -> Path:
    """The file that holds the observations: the CSV beside the measure, if there is one."""
    own = job.root / job.catalogue.origins[measure.key].path
    beside = own.with_suffix(".csv")
    return beside if beside.is_file() else own


def _lines(proposal: Proposal, measure: Measure, target: str, name: str) -> Iterator[str]:
    for item in proposal.additions:
        part = "".join(f", {text}" for text in (item.area, item.group) if text)
        status = f" ({item.status})" if item.status != "final" else ""
        yield f"  + {item.period.text}{part}: {'withheld' if item.suppressed else f'{item.value:f}'}{status}"
    yield from unplaced(proposal.refused, name)
    if proposal.rounded:
        yield f"  {proposal.rounded} rounded to the decimals that the measure shows ({measure.decimals})"
    without = f"{proposal.without} without a figure, " if proposal.without else ""
    yield (
        f"{target}: {len(proposal.additions)} new (withheld: {proposal.withheld}), {proposal.same} there already, "
        f"{without}{len(proposal.refused)} not placed."
    )
