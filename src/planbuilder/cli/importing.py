"""What every kind of import does: read the project, find what is meant, write files or put back what was there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from planbuilder.importing import Grid, SheetError, grid
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.plan import Plan
from planbuilder.model.report import Report
from planbuilder.source import DataError, load
from planbuilder.source.near import nearest

Target = Measure | Plan | Report


@dataclass(frozen=True)
class Job:
    """One import into a project. With `dry_run` nothing is written."""

    root: Path
    catalogue: Catalogue
    dry_run: bool

    @classmethod
    def begin(cls, root: Path, dry_run: bool) -> "Job":
        """Read the project. Ends the command where it has errors."""
        try:
            return cls(root, load(root), dry_run)
        except DataError as error:
            raise click.ClickException(_told(error)) from None

    def grid(self, file: Path, sheet: str | None) -> Grid:
        """The rows of a file. Ends the command where it can't be used."""
        try:
            return grid(file.read_bytes(), sheet)
        except SheetError as error:
            raise click.ClickException(f"{file.name}: {error}") from None
        except OSError as error:
            raise click.ClickException(f"{file.name}: this file can't be read ({error.strerror})") from None

    def write(self, texts: Mapping[Path, str]) -> bool:
        """Write whole files; whether anything was. Where data could not be published with them, nothing stays."""
        if self.dry_run or not texts:
            click.echo("Nothing was written.")
            return False
        before = {path: path.read_bytes() if path.is_file() else None for path in texts}
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        try:
            load(self.root)
        except DataError as error:
            _put_back(before)
            raise click.ClickException(
                f"nothing was written, because of what would be wrong then:\n{_told(error)}"
            ) from None
        click.echo("Written. Now run: planbuilder check")
        return True


def named(catalogue: Catalogue, written: str) -> Target:
    """The measure, plan or report of a name such as fenland/shoplifting. Raises UsageError."""
    everything: tuple[Target, ...] = (*catalogue.all(Report), *catalogue.all(Plan), *catalogue.all(Measure))
    names = {f"{item.partnership_key}/{item.id}": item for item in everything}
    if written in names:
        return names[written]
    near = nearest(written, list(names))
    remedy = f"did you mean {near}?" if near else "write its partnership too: fenland/shoplifting"
    raise click.UsageError(f'there is no measure, plan or report "{written}" – {remedy}')


def unplaced(refused: Iterable[tuple[int, str]], name: str) -> Iterable[str]:
    """A line for every row that can't be placed."""
    return (f"  {name}, line {line}: {why}" for line, why in refused)


def unused(columns: Iterable[str]) -> None:
    """Name the columns that were not used, so that a misspelt one is seen."""
    for column in columns:
        click.echo(f'The column "{column}" is not used.')


def _told(error: DataError) -> str:
    return "\n".join(map(str, error.problems))


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        if content is not None:
            path.write_bytes(content)
            continue
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
