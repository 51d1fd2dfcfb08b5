"""`python -m bench.outputs`: what the outputs beside the pages add to a build of this repository's site.

One build on one processor, and the time of the processor in each maker of an output: open data with calendars,
pictures, feeds, linked data, the search index and what each page gives to it.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.repository import project
from planbuilder.exports import linked_data
from planbuilder.mkdocs import memory, site
from planbuilder.mkdocs.build import build
from planbuilder.outputs import search
from planbuilder.pages import feeds

MAKERS: tuple[tuple[Any, str], ...] = (
    (memory.Memory, "export"),
    (site, "pictures"),
    (feeds, "_file"),
    (linked_data, "dataset"),
    (linked_data, "organization"),
    (linked_data, "event"),
    (search, "entry"),
    (site.Build, "_search"),
)


def main() -> None:
    """Print each maker's seconds, and the share that all of them add."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    spent: dict[str, float] = {name: 0.0 for _, name in MAKERS}
    for owner, name in MAKERS:
        setattr(owner, name, _timed(getattr(owner, name), name, spent))
    with tempfile.TemporaryDirectory() as temporary:
        folder = project(Path(temporary) / "site", 0)
        began = time.process_time()
        build(folder)
        whole = time.process_time() - began
    total = sum(spent.values())
    for name, seconds in spent.items():
        print(f"{name}: {seconds:.2f} s")
    print(f"all outputs: {total:.2f} of {whole:.2f} s; they add {total / (whole - total):.0%}")


def _timed(work: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return work(*given, **named)
        finally:
            spent[name] += time.process_time() - began

    return timed


if __name__ == "__main__":
    main()
