"""`make gate`: build the site and look at every page that has changed since it passed.

A page that has passed is not looked at again until its HTML, an asset or the gate changes, so a run that was stopped
goes on where it was. With `--record` it leaves what it found in a file for the accessibility statement (record.py).
The ordinary browser tests look at pages of every kind in some of the settings.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from planbuilder.mkdocs.build import BuildError, build
from tools.gate import looking, markup
from tools.gate.findings import Finding, report
from tools.gate.memory import Memory, pages_of, to_do
from tools.gate.record import FILE, LOCK, record
from tools.gate.settings import SETTINGS
from tools.gate.working import looked_at

ROOT = Path(__file__).parents[2]
TOGETHER = 200
"""Pages that the checkers of HTML take at a time: they need some seconds to start."""
MEMORY = ROOT / ".cache" / "gate"


def _say(words: str) -> None:
    click.echo(words, err=True)


def _checked(site: Path, only: str) -> list[Finding]:
    """What the checkers of HTML find on pages that have not passed them."""
    pages = pages_of(site, only, (*markup.DECIDES, LOCK))
    memory = Memory.read(MEMORY / "markup.json")
    paths = to_do(pages, memory.passed)
    _say(f"HTML: {len(paths)} of {len(pages)} pages to check")
    findings = list[Finding]()
    for start in range(0, len(paths), TOGETHER):
        batch = paths[start : start + TOGETHER]
        found = markup.checked(site, batch)
        findings += found
        wrong = {finding.page for finding in found}
        memory.add({path: pages[path] for path in batch if path not in wrong})
        _say(f"{start + len(batch)} of {len(paths)}, findings: {len(findings)}")
    return findings


def _seen(site: Path, only: str, workers: int) -> list[Finding]:
    """What is wrong in a browser on pages that have not passed there."""
    pages = pages_of(site, only, (*looking.DECIDES, LOCK))
    memory = Memory.read(MEMORY / "browser.json")
    paths = to_do(pages, memory.passed)
    _say(f"browser: {len(paths)} of {len(pages)} pages to look at, in {len(SETTINGS)} settings")
    findings, done = list[Finding](), 0
    for batch, found in looked_at(site, paths, workers):
        findings += found
        done += len(batch)
        wrong = {finding.page for finding in found}
        memory.add({path: pages[path] for path in batch if path not in wrong})
        _say(f"{done} of {len(paths)}, findings: {len(findings)}")
    return findings


@contextmanager
def _built(folder: Path | None) -> Iterator[Path]:
    """The site to look at: the one in a folder, or one that is built now. Raises BuildError."""
    if folder:
        yield folder
        return
    with tempfile.TemporaryDirectory() as place:
        yield build(ROOT, Path(place) / "site").folder


@click.command()
@click.option("--only", default="*", help="Pages whose path is like this: en/*")
@click.option("--site", "folder", type=click.Path(path_type=Path, exists=True), help="A site that is built already.")
@click.option("--workers", default=looking.CPUS, show_default=True, help="Browsers at the same time.")
@click.option("--record", "write", is_flag=True, help="Write down what was found, for the accessibility statement.")
def main(only: str, folder: Path | None, workers: int, write: bool) -> None:
    """Look at every page, in every language and setting, that has changed since it passed."""
    if lacking := [*markup.missing()]:
        sys.exit("\n".join(lacking))
    try:
        with _built(folder) as site:
            count, of = len(pages_of(site, only)), len(pages_of(site))
            findings = [*_checked(site, only), *_seen(site, only, workers)]
    except (BuildError, markup.CheckerError) as error:
        sys.exit(str(error))
    for line in report(findings):
        click.echo(line)
    click.echo(f"{count} pages, {len(SETTINGS)} settings: {len(findings)} findings.")
    if write:
        (ROOT / FILE).write_text(record(datetime.now(tz=UTC).date(), count, of, len(findings)), "utf-8")
        click.echo(f"Written down in {FILE.as_posix()}.")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
