"""`planbuilder translate`: what there is to translate, whether it is sound, and how far it has come."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planbuilder.cli.project import catalogue_of

if TYPE_CHECKING:
    from planbuilder.i18n.po import PoFile
    from planbuilder.model.catalogue import Catalogue

_PACKAGE = Path(__file__).parent.parent
_LOCALE = _PACKAGE / "locale"
_POT = _LOCALE / "planbuilder.pot"

_root = click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
_lang = click.option("--lang", "only", help="Only this language.")


@click.group()
def command() -> None:
    """Work on translations: update what there is to translate, check it, see how far it has come."""


def _read(path: Path) -> "PoFile":
    from planbuilder.i18n import po  # noqa: PLC0415

    try:
        return po.read(path)
    except po.UnreadablePoError as error:
        click.echo(f"{path}:{error.line}:1: {error}", err=True)
        sys.exit(1)


def _languages(catalogue: "Catalogue", only: str | None) -> tuple[str, ...]:
    """The languages that the plan's words are translated into."""
    wanted = catalogue.site.languages[1:]
    if only is None:
        return wanted
    if only not in wanted:
        listed = ", ".join(catalogue.site.languages)
        click.echo(
            f'"{only}" is not a language of the site ({listed}) – add it to languages in data/site.yml', err=True
        )
        sys.exit(1)
    return (only,)


def _said(path: Path, changed: bool) -> None:
    click.echo(f"{path}: {'updated' if changed else 'nothing new'}")


@command.command()
@click.option("--also", type=click.Path(path_type=Path, exists=True), multiple=True, help="A further folder to search.")
def extract(also: tuple[Path, ...]) -> None:
    """Find the interface's messages, and bring planbuilder.pot and every interface catalogue up to date."""
    from planbuilder.i18n import interface, po  # noqa: PLC0415
    from planbuilder.i18n.merge import merge  # noqa: PLC0415

    theme = _PACKAGE.parent.parent / "theme_overrides"
    messages = interface.extract_messages(_PACKAGE, *([theme] if theme.is_dir() else []), *also)
    _said(_POT, po.write(_POT, interface.template(messages)))
    for path in sorted(_LOCALE.glob("*/LC_MESSAGES/planbuilder.po")):
        _said(path, po.write(path, merge(messages, _read(path))))


@command.command()
@_root
@_lang
def update(root: Path, only: str | None) -> None:
    """Bring the PO files of the plans' words up to date with data/.

    A translation whose source changed is kept for translators, marked fuzzy, and not shown to readers.
    """
    from planbuilder.i18n import plan_text, po  # noqa: PLC0415
    from planbuilder.i18n.merge import merge  # noqa: PLC0415

    catalogue = catalogue_of(root)
    for language in _languages(catalogue, only):
        for owner, entries in plan_text.entries(catalogue).items():
            path = plan_text.path_of(root, owner, language)
            known = _read(path) if path.is_file() else po.PoFile(po.new_headers(language, owner or "site"))
            _said(path.relative_to(root), po.write(path, merge(entries, known)))


def _catalogues(root: Path, only: str | None) -> Iterator[Path]:
    """Every PO file: the interface's, then the plans'."""
    name = f"{only}.po" if only else "*.po"
    yield from sorted(_LOCALE.glob(f"{only or '*'}/LC_MESSAGES/planbuilder.po"))
    yield from sorted((root / "data" / "translations").glob(name))
    yield from sorted((root / "data").glob(f"*/translations/{name}"))


@command.command()
@_root
@_lang
def check(root: Path, only: str | None) -> None:
    """Compare figures, placeholders, links, lists and length of every translation with its source.

    Errors end with 1. Doubts are said and do not fail.
    """
    from planbuilder.i18n import po  # noqa: PLC0415
    from planbuilder.i18n.consistency import doubts, faults  # noqa: PLC0415

    count = doubtful = 0
    for path in _catalogues(root, only):
        try:
            file = po.read(path)
        except po.UnreadablePoError as error:
            click.echo(f"{path}:{error.line}:1: {error}", err=True)
            count += 1
            continue
        for severity, found in (("", list(faults(file))), ("warning: ", list(doubts(file)))):
            for fault in found:
                told = f"{path}:{fault.line}:1: {severity}{fault.where}: {fault.sentence} – {fault.remedy}"
                click.echo(told, err=True)
            count, doubtful = (count, doubtful + len(found)) if severity else (count + len(found), doubtful)
    if count:
        click.echo(f"{count} {'error' if count == 1 else 'errors'} in translations", err=True)
        sys.exit(1)
    if doubtful:
        click.echo(f"{doubtful} {'translation' if doubtful == 1 else 'translations'} to look at again", err=True)
    click.echo("The translations say what their sources say: same figures, placeholders, links and lists.")


@command.command()
@_root
@_lang
@click.option(
    "--by", type=click.Choice(["owner", "plan", "page"]), default="owner", show_default=True, help="How fine."
)
def status(root: Path, only: str | None, by: str) -> None:
    """How much is translated, by language and partnership (or plan, or page), what is stale, and who reviewed it."""
    from planbuilder.i18n import plan_text, po  # noqa: PLC0415
    from planbuilder.i18n.coverage import coverage  # noqa: PLC0415

    catalogue = catalogue_of(root)
    wanted: dict[tuple[str, str], list[po.Entry]] = {
        ("interface", ""): [*_read(_POT).entries] if _POT.is_file() else []
    }
    for owner, entries in plan_text.entries(catalogue).items():
        for entry in entries:
            wanted.setdefault((owner or "site", _part(entry.context, by)), []).append(entry)
    width = max(len(owner + part) + 1 for owner, part in wanted)
    for language in _languages(catalogue, only):
        click.echo(language)
        for (owner, part), asked in wanted.items():
            path = _LOCALE / language / "LC_MESSAGES" / "planbuilder.po"
            if owner != "interface":
                path = plan_text.path_of(root, "" if owner == "site" else owner, language)
            file = _read(path) if path.is_file() else po.PoFile({})
            found = coverage(asked, file)
            review = f"reviewed by {found.status.reviewed_by}" if found.status.reviewed else "not reviewed by a speaker"
            click.echo(
                f"  {f'{owner} {part}'.strip():<{width}}  {found.share:>4.0%}  {found.current:>5} of {found.total:<5}"
                f"  {found.fuzzy:>4} to revise  {review}"
            )


def _part(context: str, by: str) -> str:
    """What a text is counted under: nothing (its owner), its plan or report, or the page that shows its entity."""
    key = context.partition("#")[0]
    parts = key.split("/")
    match by:
        case "plan":
            return "/".join(parts[1:3]) if len(parts) > 2 and parts[1] in ("plans", "reports") else ""
        case "page":
            return "/".join(parts[1:])
    return ""
