"""A planbuilder project of a wanted number of pages, and how it is built."""

import sys
import tempfile
from functools import cache
from pathlib import Path

from bench.generate import Size, generate
from bench.measure import Run, run, written
from bench.translate import translate

TWO_LANGUAGES = ("en", "pl")


def command(root: Path) -> tuple[str, ...]:
    """What builds a project, as its users do it."""
    return sys.executable, "-m", "planbuilder.cli", "build", "--root", str(root)


def build(root: Path, cpus: int = 0) -> Run:
    """One build in a process of its own; caches, if it keeps any outside, stay in the project."""
    return run(command(root), root, {"XDG_CACHE_HOME": str(root / "cache")}, cpus)


def project(root: Path, pages: int, charts: bool, languages: tuple[str, ...] = ("en",)) -> Path:
    """A project with exactly so many pages, all languages together, if they can be had; then the nearest below."""
    fixed, each = _pages(charts)
    wanted = pages // len(languages)
    partnerships = max(1, (wanted - fixed) // each)
    sections = max(0, wanted - fixed - partnerships * each)
    generate(root, Size(partnerships, sections, charts, languages))
    translate(root)
    return root


@cache
def _pages(charts: bool) -> tuple[int, int]:
    """How many pages a site has without partnerships, and with each of them: counted, for what there is grows."""
    with tempfile.TemporaryDirectory() as temporary:
        one, two = (_count(Path(temporary) / str(number), Size(number, charts=charts)) for number in (1, 2))
    return one - (two - one), two - one


def _count(root: Path, size: Size) -> int:
    run(command(generate(root, size)), root, {"XDG_CACHE_HOME": str(root.parent)}, 0)  # nobody measures this one
    return written(root / "site", "en").pages
