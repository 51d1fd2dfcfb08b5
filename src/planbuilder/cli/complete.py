"""`planbuilder complete`: what plans and reports have and lack of what they have to contain."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.project import catalogue_of, day, day_to_judge

if TYPE_CHECKING:
    from planbuilder.model.catalogue import Catalogue
    from planbuilder.model.profile import RequirementCheck
    from planbuilder.verdict.completeness import Answer, Completeness, Result

_LOOKED_FOR: Mapping["RequirementCheck", str] = {
    "has_vision": "vision, or outcomes of a priority",
    "has_priorities": "a file in the folder priorities",
    "has_actions": "actions, or plan, in a priority",
    "has_measures": "measures in a priority",
    "has_funding": "funding, or a table in finance.yml",
    "has_consultation": "consultation.yml",
    "has_breakdown": "breakdowns in consultation.yml",
    "has_meeting": "kind: attend in get-involved.yml, or method: meetings in consultation.yml",
    "has_summary": "summary",
    "has_updates": "updates",
    "has_figures": "measures, in an update or a section too",
    "has_plans": "plans",
    "has_financial_year": "a period from April to March",
    "has_publication_date": "published",
}
"""What would have been found, as an editor would write it."""

_LABELS: dict["Result", str] = {"there": "found", "lacking": "not found", "unclear": "for a person to read"}


@click.command("complete")
@click.argument("plan", required=False)
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--today", type=day, help="The day to judge on, if it is not the data's own.")
def command(plan: str | None, root: Path, today: date | None) -> None:
    """Say what plans and reports have and lack of what they have to contain, by the lists in data/profiles.

    PLAN is one plan or report, with its partnership: fenland/2014-2017; or all of a partnership: fenland. Without it:
    all that a list is for. It looks at the data alone: what it does not find may still stand in the document.
    """
    from planbuilder.verdict.completeness import everything  # noqa: PLC0415 – imported when it runs

    catalogue = catalogue_of(root, day_to_judge(today))
    key = _key(catalogue, plan) if plan is not None else ""
    found = (one for one in everything(catalogue) if f"{one.about.key}/".startswith(key))
    said = "\n\n".join("\n".join(_lines(catalogue, one)) for one in found)
    click.echo(
        said or "No list in data/profiles applies: write one, or copy one of those that planbuilder's own site has."
    )


def _key(catalogue: "Catalogue", written: str) -> str:
    """What the keys of the plan or report, or of all of the partnership, begin with. Raises UsageError."""
    from planbuilder.model.plan import Plan  # noqa: PLC0415
    from planbuilder.model.report import Report  # noqa: PLC0415
    from planbuilder.source.near import nearest  # noqa: PLC0415

    everyone = (*catalogue.all(Plan), *catalogue.all(Report))
    names = {f"{one.partnership_key}/{one.id}": one.key for one in everyone}
    names |= {one.key: one.key for one in everyone}
    names |= {catalogue.origins[one.key].path.removeprefix("data/"): one.key for one in everyone}
    names |= {partnership.key: partnership.key for partnership in catalogue.partnerships}
    wanted = written.strip("/").removeprefix("data/")
    if wanted in names:
        return f"{names[wanted]}/"
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
    if answer.result == "lacking":
        return f" (looked for: {_LOOKED_FOR[answer.requirement.check]})"
    paths = dict.fromkeys(catalogue.origins[place.key].path for place in answer.places)
    return f" ({', '.join(paths)})" if paths else ""
