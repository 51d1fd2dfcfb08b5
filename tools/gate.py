"""The whole accessibility gate: every page, in every language and setting, with axe and the checkers of HTML.

`make gate`. A page that has passed is not looked at again until its HTML, an asset or the gate changes, so a run
that was stopped goes on where it was. The ordinary browser tests look at every page in some of the settings.
"""

import hashlib
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

import click
from playwright.sync_api import Browser, Page, sync_playwright

from planbuilder.mkdocs.build import BuildError, build
from planbuilder.mkdocs.serve import server_of

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache" / "gate.json"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HTML_VALIDATE = ROOT / "node_modules" / ".bin" / "html-validate"
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BATCH = 100
"""Pages between two times that what has passed is written down."""
REDIRECT = '<meta http-equiv="refresh"'
"""What a page has that only sends on to another: nobody reads it, and no checker need."""

State = Literal["open", "menu", "search", "without scripts"]


@dataclass(frozen=True)
class Setting:
    """How a page is looked at. `open` is the page with every `<details>` open."""

    width: int
    scheme: Literal["light", "dark"]
    state: State = "open"

    def __str__(self) -> str:
        return f"{self.width} {self.scheme} {self.state}"


SETTINGS = (
    *(Setting(width, scheme) for width in (320, 375, 1280) for scheme in ("light", "dark")),
    *(Setting(375, scheme, "menu") for scheme in ("light", "dark")),
    *(Setting(width, scheme, "search") for width in (320, 1280) for scheme in ("light", "dark")),
    Setting(375, "light", "without scripts"),
)


@dataclass(frozen=True)
class Finding:
    """A rule that a page breaks, in a setting or for a checker of HTML, and where."""

    rule: str
    page: str
    where: str


def digest(html: bytes, gate: bytes) -> str:
    """What has to be the same for a page to count as looked at. The page names its assets by their content."""
    return hashlib.sha256(gate + html).hexdigest()


def to_do(pages: Mapping[str, str], passed: Mapping[str, str]) -> list[str]:
    """The pages, by path, whose digest is not that of a page that passed."""
    return [path for path, found in sorted(pages.items()) if passed.get(path) != found]


def report(findings: Iterable[Finding]) -> Iterator[str]:
    """Lines, by rule and by page."""
    by_rule: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        by_rule[finding.rule][finding.page].append(finding.where)
    for rule, pages in sorted(by_rule.items()):
        yield f"{rule}: {len(pages)} {'page' if len(pages) == 1 else 'pages'}"
        for page, places in sorted(pages.items()):
            yield f"  {page}: {'; '.join(dict.fromkeys(places))}"


def _arrange(page: Page, state: State) -> bool:
    """Bring a page into a state; False where it has no such thing."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    if state in ("open", "without scripts"):
        return True
    button = page.locator(f"[data-pb-{state}]:visible").first
    if not button.count():
        return False
    button.click()
    if state == "search":
        page.locator("#search").wait_for()
    return True


def _look(page: Page, address: str, path: str, setting: Setting) -> Iterator[Finding]:
    page.goto(f"{address}/{path.removesuffix('index.html')}")
    if not _arrange(page, setting.state):
        return
    options = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    page.evaluate(AXE.read_text("utf-8"))
    for found in page.evaluate(f"axe.run(document, {options})")["violations"]:
        targets = ", ".join(str(node["target"][0]) for node in found["nodes"][:2])
        yield Finding(f"{found['id']} ({found['help']})", path, f"{setting}: {targets}")
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        yield Finding("sideways scrolling", path, f"{setting}: {wide} px")


def _in_setting(browser: Browser, address: str, paths: Sequence[str], setting: Setting) -> Iterator[Finding]:
    context = browser.new_context(
        viewport={"width": setting.width, "height": 900},
        color_scheme=setting.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    if setting.state == "without scripts":  # axe itself needs scripts: so only the site's own are kept away
        page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in paths:
        yield from _look(page, address, path, setting)
        yield from (Finding("browser", path, f"{setting}: {words}") for words in complaints if path != "404.html")
        complaints.clear()
    context.close()


def _axe(address: str, paths: Sequence[str]) -> list[Finding]:
    """One process's share of the pages, in every setting."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        return [finding for setting in SETTINGS for finding in _in_setting(browser, address, paths, setting)]


def _axe_in_processes(address: str, paths: Sequence[str]) -> list[Finding]:
    workers = min(len(os.sched_getaffinity(0)), len(paths))
    shares = [(address, paths[number::workers]) for number in range(workers)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [finding for share in pool.starmap(_axe, shares) for finding in share]


def _html_validate(site: Path, paths: Sequence[str]) -> list[Finding]:
    config = str(ROOT / ".htmlvalidate.json")
    command = [str(HTML_VALIDATE), "--config", config, "--formatter", "json", *paths]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)  # noqa: S603 – our own tool
    return [
        Finding(
            f"html-validate {message['ruleId']}",
            Path(file["filePath"]).resolve().relative_to(site.resolve()).as_posix(),
            f"line {message['line']}: {message['message']}",
        )
        for file in json.loads(done.stdout)
        for message in file["messages"]
    ]


def _vnu(site: Path, paths: Sequence[str]) -> list[Finding]:
    command = ["java", "-jar", str(VNU), "--format", "json", "--exit-zero-always", *paths]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)  # noqa: S603 – our own tool
    return [
        Finding(f"vnu {message['type']}", message["url"].partition(f"{site.name}/")[2], message["message"])
        for message in json.loads(done.stderr)["messages"]
    ]


def _checkers(site: Path, paths: Sequence[str]) -> list[Finding]:
    return [
        *(_html_validate(site, paths) if HTML_VALIDATE.exists() else ()),
        *(_vnu(site, paths) if VNU.is_file() and shutil.which("java") else ()),
    ]


def _missing() -> Iterator[str]:
    if not HTML_VALIDATE.exists():
        yield "html-validate is not there, so HTML is not checked with it – run: npm ci --ignore-scripts"
    if not (VNU.is_file() and shutil.which("java")):
        yield "vnu is not there, so HTML is not checked with it – it needs Java and: npm install --no-save vnu-jar"


def _pages(site: Path) -> dict[str, str]:
    """Every page of the site with its digest."""
    versions = (Path(__file__), AXE, ROOT / ".htmlvalidate.json", ROOT / "package-lock.json")
    gate = b"".join(hashlib.sha256(file.read_bytes()).digest() for file in versions)
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    return {path: digest(html, gate) for path, html in found.items() if REDIRECT.encode() not in html}


def _look_at(site: Path, only: str) -> tuple[list[Finding], int]:
    """Everything that is wrong, and how many pages were looked at."""
    pages = {path: found for path, found in _pages(site).items() if fnmatch(path, only)}
    passed: dict[str, str] = json.loads(CACHE.read_text("utf-8")) if CACHE.is_file() else {}
    paths, findings = to_do(pages, passed), list[Finding]()
    click.echo(f"{len(pages)} pages, {len(pages) - len(paths)} of them passed before", err=True)
    server = server_of(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for start in range(0, len(paths), BATCH):
        batch = paths[start : start + BATCH]
        found = [*_checkers(site, batch), *_axe_in_processes(f"http://127.0.0.1:{server.server_port}", batch)]
        findings += found
        wrong = {finding.page for finding in found}
        passed |= {path: pages[path] for path in batch if path not in wrong}
        CACHE.parent.mkdir(exist_ok=True)
        new = CACHE.with_suffix(".new")
        new.write_text(json.dumps(passed, indent=0, sort_keys=True), "utf-8")
        new.replace(CACHE)
        click.echo(f"{start + len(batch)} of {len(paths)}, findings: {len(findings)}", err=True)
    server.shutdown()
    return findings, len(paths)


@click.command()
@click.option("--only", default="*", help="Pages whose path is like this: en/*")
def main(only: str) -> None:
    """Build the site and look at every page that has changed since it passed."""
    for sentence in _missing():
        click.echo(sentence, err=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            site = build(ROOT, Path(folder) / "site").folder
        except BuildError as error:
            click.echo(str(error), err=True)
            sys.exit(1)
        findings, count = _look_at(site, only)
    for line in report(findings):
        click.echo(line)
    click.echo(f"Looked at {count} pages in {len(SETTINGS)} settings: {len(findings)} findings.")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
