"""`planbuilder links`: which addresses of other sites no longer lead anywhere. It needs the network; no build does."""

from pathlib import Path

import click

from planbuilder import __version__
from planbuilder.cli.problem_formats import FORMATS
from planbuilder.outputs.outside import Answer, Asker
from planbuilder.source import DataError, Problem, Severity
from planbuilder.source.addresses import Named, named
from planbuilder.source.load import load_with_places

_FORMS = ("text", "github", "json")
_REMEDIES = {
    "gone": "find where it is today, or delete the link",
    "moved": "write the new address",
    "unknown": "open it in a browser: the site may only refuse programs",
}


@click.command("links")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The project's folder.")
@click.option("--timeout", type=click.IntRange(1, 120), default=10, show_default=True, help="Seconds for one request.")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="text", show_default=True, help="For whom it is said."
)
def command(root: Path, timeout: int, form: str) -> None:
    """Ask every site that the data and the site's prose link to whether the page is still there.

    One request at a time to each site, with a pause. Ends with 1 if a page is gone, else with 0.
    """
    try:
        loaded = load_with_places(root)
    except DataError as error:
        raise click.ClickException(str(error)) from None
    places = named(loaded, root)
    asker = Asker(f"planbuilder/{__version__} links (+{loaded.catalogue.site.address})", timeout)
    answers = asker.ask(place.address for place in places)
    problems = tuple(_problem(place, answers[place.address]) for place in places if answers[place.address].why)
    gone = sum(answer.state == "gone" for answer in answers.values())
    if form == "text":
        said = "\n".join([*map(str, problems), f"Addresses asked: {len(answers)}. Leading nowhere: {gone}."])
    else:
        said = FORMATS[form](problems)
    click.echo(said)
    raise SystemExit(1 if gone else 0)


def _problem(place: Named, answer: Answer) -> Problem:
    severity: Severity = "warning" if answer.state == "gone" else "note"
    sentence = f"{place.address}: {answer.why}"
    return Problem(place.path, place.line, place.column, "", sentence, _REMEDIES[answer.state], severity)
