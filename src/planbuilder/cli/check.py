"""`planbuilder check`: what is wrong with the data, and what is doubtful."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from planbuilder.cli.problem_formats import FORMATS, counted
from planbuilder.cli.project import day, day_to_judge
from planbuilder.i18n.plan_text import doubts
from planbuilder.outputs.garbage import uncollected
from planbuilder.source import Problem, check
from planbuilder.source.checks import HINTS
from planbuilder.verdict.claims import CHECKS


@click.command("check")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--today", type=day, help="The day to check for, if it is not the data's own.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="For whom it is said."
)
def command(root: Path, today: date | None, form: str) -> None:
    """Check all data: every error and warning, with file, line and column.

    Ends with 0 when there are no errors (warnings may be), with 1 when there are errors, with 2 when the command
    was given something that it can't use.
    """
    with uncollected():
        problems = check(root, day_to_judge(today), (*CHECKS, *HINTS), lambda catalogue: doubts(catalogue, root))
    shown = problems if form in ("text", "json") else tuple(_from_here(problem, root) for problem in problems)
    click.echo(FORMATS[form](shown), color=False if os.environ.get("NO_COLOR") else None)
    raise SystemExit(1 if counted(problems)["error"] else 0)


def _from_here(problem: Problem, root: Path) -> Problem:
    """The problem with its path from where the command runs: code hosts want it from the repository's top."""
    return problem if root.is_absolute() else replace(problem, path=(root / problem.path).as_posix())
