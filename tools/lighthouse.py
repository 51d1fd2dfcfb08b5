"""`make lighthouse`: what Lighthouse says of each kind of page on a telephone, in a language of either direction.

The site is served with its headers, and compressed as hosts do. Lighthouse is asked several times for each page, since
a busy machine is slow for moments, and the median counts. It reckons with a slow telephone and a slow network itself.
How fast it found the machine, its benchmark, stands beside the scores: where that is low, speed is that of the machine
and not of the page. So this is no test; the budgets of tests/outputs/test_weight.py are.
"""

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from planbuilder.mkdocs.build import build
from planbuilder.mkdocs.serve import Handler, server_of

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = "lighthouse@12.8.2"
"""The newest for Node 20. npx fetches it, into npm's own cache: nobody else needs it."""
PAGES = (
    "",
    "safer-peterborough/2017-2020/",
    "safer-peterborough/2017-2020/offender-management/",
    "safer-peterborough/measures/total-crime/",
    "cambridgeshire-pcc/reports/2016-17/",
    "safer-peterborough/get-involved/",
)
LANGUAGES = ("en", "ur")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".svg", ".json", ".txt", ".xml")
CHROME = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"

Report = dict[str, Any]
"""What Lighthouse writes: `categories` with their scores, and `audits`."""


class PackingHandler(Handler):
    """Serves the site compressed, as every host does that the documentation names."""

    def do_GET(self) -> None:  # noqa: N802 – the base class names it so
        place = Path(self.translate_path(self.path))
        place = place / "index.html" if place.is_dir() else place
        if place.suffix not in PACKED or not place.is_file() or self.path.startswith("//"):
            super().do_GET()
            return
        content = gzip.compress(place.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(place))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def ask(url: str, place: Path) -> Report:
    """What Lighthouse says of a page, on a telephone."""
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={place}"]
    chromium = os.environ.get("CHROMIUM", shutil.which("chromium") or "chromium")
    environment = {**os.environ, "CHROME_PATH": chromium}
    command.append(f"--chrome-flags={CHROME}")
    for last in (False, False, True):  # now and then it loses a browser's trace, and says to ask again
        if subprocess.run(command, check=last, env=environment).returncode == 0:  # noqa: S603
            break
    report: Report = json.loads(place.read_text("utf-8"))
    return report


def scores(reports: Iterable[Report]) -> dict[str, int]:
    """The median of each category, of 100."""
    asked = [*reports]
    return {
        name: round(statistics.median(100 * (report["categories"][name]["score"] or 0) for report in asked))
        for name in CATEGORIES
    }


def failures(report: Report) -> Iterator[str]:
    """The audits that cost a category points."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] not in {None, 1}:
                yield f"{name}: {part['id']} {audit['score']} {audit.get('displayValue', '')}".rstrip()


def speed(reports: Iterable[Report]) -> int:
    """How fast Lighthouse found this machine; a desktop computer that has nothing else to do has 1,500 or more."""
    return round(statistics.median(float(report["environment"]["benchmarkIndex"]) for report in reports))


def measured(site: Path, pages: Iterable[str], times: int) -> Iterator[tuple[str, list[Report]]]:
    """For each page of a built site: what Lighthouse says, so many times."""
    server = server_of(site, handler=PackingHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as place:
        for page in pages:
            url = f"http://127.0.0.1:{server.server_port}/{page}"
            yield page, [ask(url, Path(place) / "report.json") for _ in range(times)]
    server.shutdown()
    server.server_close()


@click.command()
@click.option("--site", type=click.Path(path_type=Path, exists=True), help="A site that is built already.")
@click.option("--times", default=5, show_default=True, help="How often Lighthouse is asked for each page.")
@click.argument("pages", nargs=-1)
def main(site: Path | None, times: int, pages: tuple[str, ...]) -> None:
    """Ask Lighthouse about PAGES (en/about/), or about each kind of page in two languages."""
    asked = pages or tuple(f"{language}/{page}" for language in LANGUAGES for page in PAGES)
    low = 0
    with tempfile.TemporaryDirectory() as place:
        folder = site or build(ROOT, Path(place) / "site").folder
        for page, reports in measured(folder, asked, times):
            found = scores(reports)
            told = ", ".join(f"{name} {score}" for name, score in found.items())
            click.echo(f"{page}: {told} (benchmark {speed(reports):,})")
            if min(found.values()) < 100:
                low += 1
                for words in sorted({words for report in reports for words in failures(report)}):
                    click.echo(f"  {words}")
    click.echo(f"{len(asked)} pages, median of {times}: {low} below 100 in a category.")
    sys.exit(1 if low else 0)


if __name__ == "__main__":
    main()
