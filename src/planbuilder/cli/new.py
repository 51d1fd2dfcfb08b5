"""`planbuilder new`: a site, or a further file of one, begun with what an editor answers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import MAXYEAR, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from planbuilder.cli import starters
from planbuilder.cli.project import NOTHING_WRITTEN, catalogue_of, day
from planbuilder.cli.starters import scalar
from planbuilder.importing.periods import period as period_of
from planbuilder.model.measure import Frequency, Wanted
from planbuilder.model.partnership import PartnershipKind
from planbuilder.model.registers import Unit
from planbuilder.model.report import ReportKind
from planbuilder.source import names

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue

_root = click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
_id = click.option("--id", "chosen", help="The name of the file or folder; made from the title if not given.")
_partnership = click.option("--partnership", help="The folder of the partnership; not needed where there is one.")


class _Asked(click.Option):
    """An option that is asked for. In a script nobody answers: then its default counts, or the command names it."""

    def prompt_for_value(self, ctx: click.Context) -> Any:
        try:
            return super().prompt_for_value(ctx)
        except click.Abort as stopped:
            if not _nobody_there(stopped):
                raise
            default = self.get_default(ctx)
            if not isinstance(default, str):
                raise click.MissingParameter(ctx=ctx, param=self) from None
            return default


def _nobody_there(stopped: click.Abort) -> bool:
    """Whether a question was not answered because there is nobody to answer it, and not because somebody has had
    enough."""
    return isinstance(stopped.__context__, EOFError)


_ask = partial(click.option, cls=_Asked, prompt=True)
_day = partial(click.option, type=day)


@click.group()
def command() -> None:
    """Begin a site, or a further file of one. Asks for what it needs, or takes it as options."""


@command.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@_ask("--title", prompt="Title of the site", default="Our plans")
@_ask("--summary", prompt="What it is for, in a sentence", default="What we plan to do, and whether it works.")
@_ask("--address", prompt="Where it will be published", default="https://plans.example.org/")
@_ask("--publisher", prompt="Who publishes it", default="Our Council")
@_ask("--partnership", prompt="Name of the partnership", default="Our Partnership")
@_ask("--area", prompt="Its area", default="Our Town")
@_ask("--plan", prompt="Title of the plan", default="Our Plan")
@_day("--start", help="The plan's first day; 1 April of this year if not given.")
@_day("--end", help="The plan's last day; three years later if not given.")
def site(folder: Path, start: date | None, end: date | None, **answers: str) -> None:
    """A small site that works: one partnership with one plan and one measure, to make your own."""
    today = datetime.now().astimezone().date()
    first = start or date(today.year, 4, 1)
    last = end or date(min(first.year + 3, MAXYEAR), 3, 31)
    _in_order(first, last)
    answers |= {"start": first.isoformat(), "end": last.isoformat()}
    _write(folder, starters.site(answers, today))
    click.echo("Next: planbuilder serve" + ("" if folder == Path() else f" --root {folder}"))


@command.command()
@_root
@_id
@_ask("--name", prompt="Name of the partnership")
@_ask("--kind", type=click.Choice(get_args(PartnershipKind)), default="community_safety_partnership", show_default=True)
@_ask("--area", prompt="Its area")
@_ask("--summary", prompt="Who they are and what they do together, in two sentences")
def partnership(root: Path, chosen: str | None, name: str, kind: str, area: str, summary: str) -> None:
    """A partnership: a folder with its first file."""
    values = {"name": scalar(name), "kind": kind, "area": scalar(area), "summary": scalar(summary)}
    _write(root, {f"data/{_name(chosen, name)}/partnership.yml": starters.fill("partnership.yml", values)})


@command.command()
@_root
@_id
@_partnership
@_ask("--title", prompt="Title of the plan")
@_day("--start", prompt="Its first day")
@_day("--end", prompt="Its last day")
def plan(root: Path, chosen: str | None, partnership: str | None, title: str, start: date, end: date) -> None:
    """A plan: one edition, with its dates."""
    _in_order(start, end)
    owner = _one(_partnerships(catalogue_of(root, sorry=NOTHING_WRITTEN)), partnership, "partnership")
    values = {"title": scalar(title), "start": start.isoformat(), "end": end.isoformat()}
    name = _name(chosen, f"{start.year}-{end.year}")
    _write(root, {f"data/{owner}/plans/{name}/plan.yml": starters.fill("plan.yml", values)})


@command.command()
@_root
@_id
@_partnership
@click.option("--plan", help="The folder of the plan; not needed where there is one.")
@_ask("--title", prompt="Title of the priority")
@_ask("--summary", prompt="What it is about, in a sentence", default="")
def priority(
    root: Path, chosen: str | None, partnership: str | None, plan: str | None, title: str, summary: str
) -> None:
    """A priority of a plan, behind those that it has."""
    catalogue = catalogue_of(root, sorry=NOTHING_WRITTEN)
    owner = _one(_partnerships(catalogue), partnership, "partnership")
    held = next(item for item in catalogue.partnerships if item.key == owner)
    plans = {item.id: item for item in catalogue.plans(held)}
    edition = plans[_one(tuple(plans), plan, "plan")]
    number = max((item.order for item in catalogue.priorities(edition)), default=0) + 1
    values = {"title": scalar(title), "summary_line": f"summary: {scalar(summary)}\n" if summary else ""}
    path = f"data/{edition.key}/priorities/{number}-{_name(chosen, title)}.yml"
    _write(root, {path: starters.fill("priority.yml", values)})


@command.command()
@_root
@_id
@_partnership
@_ask("--title", prompt="What is counted")
@click.option("--unit", help="What is counted, by its id in data/units.yml.")
@_ask("--wanted", type=click.Choice(get_args(Wanted)), prompt="The change that is wanted")
@_ask("--frequency", type=click.Choice(get_args(Frequency)), default="not_stated", show_default=True)
def measure(
    root: Path, chosen: str | None, partnership: str | None, title: str, unit: str | None, wanted: str, frequency: str
) -> None:
    """A measure, ready for its figures."""
    catalogue = catalogue_of(root, sorry=NOTHING_WRITTEN)
    owner = _one(_partnerships(catalogue), partnership, "partnership")
    known = tuple(item.id for item in catalogue.all(Unit))
    counted = unit or _one(known, None, "unit", "write one in data/units.yml")
    values = {"title": scalar(title), "unit": counted, "wanted": wanted, "frequency": frequency}
    _write(root, {f"data/{owner}/measures/{_name(chosen, title)}.yml": starters.fill("measure.yml", values)})


@command.command()
@_root
@_id
@_partnership
@click.option("--plan", "plans", multiple=True, help="The folder of a plan that it reports on; may be given again.")
@_ask("--title", prompt="Title of the report")
@_ask("--kind", type=click.Choice(get_args(ReportKind)), prompt="What it is")
@_ask("--period", prompt="The period it reports on, such as 2026/27 Q2")
def report(
    root: Path, chosen: str | None, partnership: str | None, plans: tuple[str, ...], title: str, kind: str, period: str
) -> None:
    """A progress report."""
    owner = _one(_partnerships(catalogue_of(root, sorry=NOTHING_WRITTEN)), partnership, "partnership")
    try:
        period = period_of(period, "not_stated").text
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    listed = f"plans: [{', '.join(plans)}]\n" if plans else ""
    values = {"title": scalar(title), "kind": kind, "period": period, "plans_line": listed}
    name = _name(chosen, period)
    _write(root, {f"data/{owner}/reports/{name}/report.yml": starters.fill("report.yml", values)})


def _name(chosen: str | None, title: str) -> str:
    """The name of a file or folder: as given, or made from a title. Raises UsageError."""
    name = names.made_from(title) if chosen is None else chosen
    if not name:
        raise click.UsageError(f'no name can be made from "{title}" – choose one with --id, such as safer-anytown')
    if found := names.fault(name):
        raise click.UsageError(" – ".join(found))
    return name


def _in_order(start: date, end: date) -> None:
    if end < start:
        raise click.UsageError(f"the plan would end on {end}, before it begins – correct the dates")


def _partnerships(catalogue: "Catalogue") -> tuple[str, ...]:
    return tuple(item.key for item in catalogue.partnerships)


def _one(known: tuple[str, ...], given: str | None, kind: str, remedy: str = "") -> str:
    """The one that is meant: as given, the only one there is, or as answered."""
    if not known:
        raise click.UsageError(f"there is no {kind} yet – {remedy or f'begin with: planbuilder new {kind}'}")
    if given is None and len(known) == 1:
        return known[0]
    answer = given if given is not None else _chosen(known, kind)
    if answer not in known:
        raise click.UsageError(f'no {kind} is called "{answer}" – there is {", ".join(known)}')
    return str(answer)


def _chosen(known: tuple[str, ...], kind: str) -> str:
    ask: Callable[..., Any] = click.prompt
    try:
        return str(ask(f"Which {kind}", type=click.Choice(known)))
    except click.Abort as stopped:
        if not _nobody_there(stopped):
            raise
        raise click.UsageError(f"say which {kind} with --{kind}: {', '.join(known)}") from None


def _write(root: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet. What does not pass the checker is taken back, and explained."""
    from planbuilder.source import check  # noqa: PLC0415

    if taken := [path for path in files if (root / path).exists()]:
        raise click.UsageError(f"{', '.join(taken)}: there already – nothing was written")
    begun: list[str] = []
    try:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            begun.append(path)
            (root / path).write_text(text, "utf-8")
    except OSError:
        _take_back(root, begun)
        raise
    problems = [problem for problem in check(root) if problem.path in files and problem.severity != "note"]
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        _take_back(root, begun)
        click.echo("Nothing was written.", err=True)
        raise SystemExit(1)
    for path in files:
        click.echo(f"{path}: written")


def _take_back(root: Path, paths: Sequence[str]) -> None:
    """Delete the files, and the folders that they alone were in."""
    for path in reversed(paths):
        file = root / path
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == root or any(folder.iterdir()):
                break
            folder.rmdir()
