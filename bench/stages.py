"""Where planbuilder's time goes, by calls of the library, one stage after the other in one process.

`python -m bench.stages PROJECT` prints seconds by stage as JSON. Verdicts and charts are measured on their own; the
pages, which hold them, are then made anew with all that is in them.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from bench import site, tools
from bench.results import Results
from planbuilder import charts, verdict
from planbuilder.i18n import Language, languages, translated
from planbuilder.mkdocs import theme
from planbuilder.mkdocs.chrome import Look
from planbuilder.mkdocs.memory import Memory
from planbuilder.mkdocs.site import Build, Read
from planbuilder.mkdocs.watch import Watch
from planbuilder.mkdocs.writing import SiteWriter
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.outputs import search
from planbuilder.outputs.linkcheck import broken, links_of
from planbuilder.pages import drafts
from planbuilder.pages.edition import Edition
from planbuilder.pages.page import Page
from planbuilder.source import Loader

T = TypeVar("T")


def stages(results: Results, sizes: Sequence[int], runs: int) -> None:
    """Measure in a fresh process each time; fill in the medians."""
    for size in sizes:
        root = site.project(tools.CACHE / "sites" / f"{size}-charts", size, charts=True, languages=site.TWO_LANGUAGES)
        found: list[dict[str, float]] = []
        for number in range(1, runs + 1):
            done = subprocess.run(
                [sys.executable, "-m", "bench.stages", str(root)], cwd=tools.ROOT, check=True, capture_output=True
            )
            found.append(json.loads(done.stdout))
            print(f"{time.strftime('%H:%M:%S')}  {size:>6} pages  run {number} of {runs}  stages", flush=True)
        medians = {name: statistics.median(one[name] for one in found) for name in found[0]}
        results.put("stages", str(size), {"size": size, "medians": medians})


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work and keep how long it took."""
        started = time.perf_counter()
        made = work()
        self.seconds[stage] = time.perf_counter() - started
        return made


def measured(root: Path, folder: Path) -> dict[str, float]:
    """Seconds by stage of one build of a project, written into a folder."""
    clock = Clock()
    loader = Loader(root)
    loaded = clock.time("loader", loader.load)
    catalogue = clock.time("translations", lambda: translated(loaded.catalogue, root))
    spoken, measures = languages(catalogue), list(catalogue.all(Measure))
    both = [(measure, language) for language in spoken.values() for measure in measures]
    clock.time("verdicts", lambda: [_verdict(measure, catalogue, language) for measure, language in both])
    clock.time("charts", lambda: [charts.series(measure, catalogue, language) for measure, language in both])
    look = Look.read(theme.folders(root / "theme_overrides"), {})
    build = Build.of(Read(catalogue, loader.digests), spoken, look, Memory(False), Watch())
    made = clock.time("pages", lambda: {code: _pages(chrome.edition) for code, chrome in build.chromes.items()})
    every = [(build.chromes[code], page) for code, listed in made.items() for page in listed]
    framed = clock.time("frame", lambda: [(page, chrome.whole(page)) for chrome, page in every])
    writer = SiteWriter(folder)
    clock.time("writing", lambda: _write(writer, framed))
    clock.time("link check", lambda: _broken(writer, framed))
    clock.time("search", lambda: [_index(made[code], language) for code, language in spoken.items()])
    return clock.seconds


def _pages(edition: Edition) -> list[Page]:
    return [draft.page() for draft in drafts(edition)]


def _verdict(measure: Measure, catalogue: Catalogue, language: Language) -> Markup:
    return verdict.sentence(verdict.judge(measure, None, catalogue.today), measure, catalogue, language)


def _write(writer: SiteWriter, framed: Iterable[tuple[Page, str]]) -> None:
    for page, html in framed:
        writer.write(_place(page), html.encode())
        for name, content in page.files.items():
            writer.write(f"{page.language}/{name}", content)


def _broken(writer: SiteWriter, framed: Iterable[tuple[Page, str]]) -> list[str]:
    return broken([links_of(_place(page), html) for page, html in framed], writer.files)


def _place(page: Page) -> str:
    return f"{page.language}/{page.path}index.html"


def _index(made: Sequence[Page], language: Language) -> Mapping[str, bytes]:
    return search.index([search.entry(page) for page in made], language)


def main(root: Path) -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as temporary:
        found = measured(root, Path(temporary))
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
