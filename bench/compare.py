"""The same pages with every tool, side by side: one run of each in turn, cold, and so on; never one tool alone."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import correct, measure, site, tools
from bench.results import Results

PLANBUILDER = "planbuilder"


@dataclass(frozen=True)
class _Case:
    """A tool with its project."""

    name: str
    folder: Path
    kept: frozenset[str]
    build: Callable[[], measure.Run]


def compare(results: Results, sizes: Sequence[int], names: Sequence[str], runs: int, all_sizes: bool) -> None:
    """Measure the tools at each size, up to what is bearable for each unless `all_sizes`; fill in the results."""
    known = tools.tools()
    for size in sizes:
        wanted = [known[name] for name in names if name in known and (all_sizes or size <= known[name].largest)]
        _size(results, size, wanted, runs)


def _size(results: Results, size: int, wanted: Sequence[tools.Tool], runs: int) -> None:
    folder = tools.CACHE / "sites" / str(size)
    root = site.project(folder / PLANBUILDER, size, charts=False)
    kept = measure.names(root)
    site.build(root)
    articles = tools.articles(root / "site", folder / "articles.jsonl")
    cases = [_Case(PLANBUILDER, root, kept, lambda: site.build(root))]
    for tool in wanted:
        own = folder / tool.name
        tool.prepare(own, articles)
        cases.append(_Case(tool.name, own, measure.names(own), _runner(tool, own)))
    found: dict[str, list[measure.Run]] = {case.name: [] for case in cases}
    for number in range(1, runs + 1):
        for case in cases:
            measure.clean(case.folder, case.kept)
            found[case.name].append(case.build())
            said = f"{size:>6} pages  run {number} of {runs}  {case.name:16} {found[case.name][-1].seconds:8.2f} s"
            print(f"{time.strftime('%H:%M:%S')}  {said}", flush=True)
    for case in cases:
        place, edition = case.folder / "site", "en" if case.name == PLANBUILDER else ""
        wrote, checked = measure.written(place, edition), correct.check(place / edition, articles)
        results.compared(size, case.name, found[case.name], wrote, checked)
        measure.clean(case.folder, case.kept)


def _runner(tool: tools.Tool, folder: Path) -> Callable[[], measure.Run]:
    return lambda: measure.run(tool.command, folder, tool.environment)
