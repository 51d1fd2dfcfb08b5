"""planbuilder alone, on a site with charts in two languages: a whole build, one on one processor, one after which
nothing is different, and one edited observation, both by `planbuilder build` and in the resident `planbuilder serve`.
"""

import itertools
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import measure, site, tools
from bench.results import Results, timed

EDITED = "data/partnership-0001/measures/measure-1.yml"
SHOWN = "partnership-0001/measures/measure-1/index.html"
_LAST = re.compile(r"(?s)(.*\n  value: )[0-9.]+")
BETWEEN = 1
"""Seconds between two saves: nobody saves again before the page is there, and then the preview still tidies up."""
WAIT = 600
"""Seconds after which an edit that no page shows is a failure."""


def rebuild(results: Results, sizes: Sequence[int], runs: int) -> None:
    """Measure at each size, taking turns; fill in the results."""
    for size in sizes:
        root = site.project(tools.CACHE / "sites" / f"{size}-charts", size, charts=True, languages=site.TWO_LANGUAGES)
        kept, values = measure.names(root), itertools.count(11)
        found: dict[str, list[measure.Run]] = {name: [] for name in ("one processor", "whole", "nothing", "edit")}
        for number in range(1, runs + 1):
            for name, made in found.items():
                if name in ("one processor", "whole"):
                    measure.clean(root, kept)
                if name == "edit":
                    edit(root, next(values))
                made.append(site.build(root, cpus=1 if name == "one processor" else 0))
                _say(size, number, runs, name, made[-1].seconds)
        pages = measure.written(root / "site").pages
        for name, made in found.items():
            results.put("rebuild", f"{size} {name}", {"size": size, "pages": pages, "case": name, **timed(made)})
        seconds = []
        with served(root):
            for number in range(1, runs + 1):
                seconds.append(seen(root, next(values)))
                _say(size, number, runs, "edit, resident", seconds[-1])
        resident = [measure.Run(one, 0, 0) for one in seconds]
        results.put("rebuild", f"{size} serve", {"size": size, "pages": pages, "case": "serve", **timed(resident)})
        measure.clean(root, kept)


def _say(size: int, number: int, runs: int, name: str, seconds: float) -> None:
    print(
        f"{time.strftime('%H:%M:%S')}  {size:>6} pages  run {number} of {runs}  {name:16} {seconds:8.2f} s", flush=True
    )


def edit(root: Path, value: int) -> None:
    """Change the last observation of one measure, as an editor does: one number in one file."""
    file = root / EDITED
    file.write_text(_LAST.sub(rf"\g<1>{value}", file.read_text("utf-8"), count=1), "utf-8")


def seen(root: Path, value: int) -> float:
    """Seconds from saving an edit until the measure's page in every language shows it, a while after the last one."""
    time.sleep(BETWEEN)
    pages = [root / "site" / code / SHOWN for code in site.TWO_LANGUAGES]
    mark = re.compile(rf"<td[^>]*>(?:<[^>]+>)*{value}\b")
    started = time.perf_counter()
    edit(root, value)
    while time.perf_counter() - started < WAIT:
        if all(mark.search(_text(page)) for page in pages):
            return time.perf_counter() - started
        time.sleep(0.005)
    raise measure.FailedError(f"{pages[0]} does not show {value} {WAIT} s after it was written")


def _text(page: Path) -> str:
    try:
        return page.read_text("utf-8")
    except FileNotFoundError:  # between two sites
        return ""


@contextmanager
def served(root: Path) -> Iterator[None]:
    """`planbuilder serve` at work, after its first build."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "planbuilder.cli", "serve", "--root", str(root), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        _ready(process)
        yield
    finally:
        process.terminate()
        process.wait()


def _ready(process: "subprocess.Popen[str]") -> None:
    """Wait until the preview says where it is: it does when its first build is done."""
    for line in process.stdout or ():
        if "http://" in line:
            return
    raise measure.FailedError("planbuilder serve does not begin")
