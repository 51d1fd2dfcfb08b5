"""`planbuilder complete`: what plans and reports have and lack of what they have to contain."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.project import catalogue_of, day, day_to_judge

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue
    from planbuilder.verdict.completeness import Answer, Completeness, Result

_LABELS: dict["Result", str] = {"there": "found", "lacking": "not found", "unclear": "for a person to read"}


@click.command("complete")
@click.argument("plan", required=False)
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--today", type=day, help="The day to judge on, if it is not the data's own.")
def command(plan: str | None, root: Path, today: date | None) -> None:
    """Say what plans and reports have and lack of what they have to contain, by the lists in data/profiles.

    PLAN is one plan or report, with its partnership: fenland/2014-2017. Without it: all that a list is for.
    It looks at the data alone: what it does not find may still stand in the document.
    """
    from planbuilder.verdict.completeness import everything  # noqa: PLC0415 – imported when it runs

    catalogue = catalogue_of(root, day_to_judge(today))
    key = _key(catalogue, plan) if plan is not None else ""
    found = (one for one in everything(catalogue) if key in ("", one.about.key))
    said = "\n\n".join("\n".join(_lines(catalogue, one)) for one in found)
    click.echo(said or "No list in data/profiles applies.")


def _key(catalogue: "Catalogue", written: str) -> str:
    """The key of the plan or report that is meant. Raises UsageError."""
    from planbuilder.model.plan import Plan  # noqa: PLC0415
    from planbuilder.model.report import Report  # noqa: PLC0415
    from planbuilder.source.near import nearest  # noqa: PLC0415

    everyone = (*catalogue.all(Plan), *catalogue.all(Report))
    names = {f"{one.partnership_key}/{one.id}": one.key for one in everyone}
    names |= {one.key: one.key for one in everyone}
    wanted = written.strip("/").removeprefix("data/")
    if wanted in names:
        return names[wanted]
    near = nearest(wanted, list(names))
    remedy = f"did you mean {near}?" if near else "write its partnership too: fenland/2014-2017"
    raise click.UsageError(f'there is no plan or report "{written}" – {remedy}')


def _lines(catalogue: "Catalogue", one: "Completeness") -> Iterator[str]:
    yield f"{one.about.title} ({catalogue.origins[one.about.key].path})"
    yield f"{one.profile.title}:"
    for answer in one.answers:
        yield f"  {_LABELS[answer.result]}: {answer.requirement.text}{_where(catalogue, answer)}"
    counts = ", ".join(f"{one.number(result)} {label}" for result, label in _LABELS.items())
    checked = f"; {one.unverified} not compared with the law's text" if one.unverified else ""
    yield f"  Of {len(one.answers)}: {counts}{checked}."


def _where(catalogue: "Catalogue", answer: "Answer") -> str:
    paths = dict.fromkeys(catalogue.origins[place.key].path for place in answer.places)
    return f" ({', '.join(paths)})" if paths else ""
