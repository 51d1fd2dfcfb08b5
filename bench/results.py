"""What was measured, kept in `.cache/bench/results.json`, so that one part can be measured again without the others."""

import json
import os
import platform
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.measure import Run, Written
from bench.tools import ROOT, versions


class Results:
    """Figures by part, and within it by case. Written to the file after each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.is_file() else {}

    def put(self, part: str, case: str, figures: dict[str, Any]) -> None:
        """Keep the figures of a case, with where they come from."""
        self.parts.setdefault(part, {})[case] = {**figures, "of": origin()}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self.parts, indent=1), "utf-8")

    def compared(self, size: int, tool: str, runs: Sequence[Run], wrote: Written, checked: int) -> None:
        """Keep what a tool needed for a number of pages, what it wrote, and how many texts were found in it."""
        figures = {"size": size, "tool": tool, **asdict(wrote), "checked": checked}
        self.put("compare", f"{size} {tool}", {**figures, **timed(runs)})


def timed(runs: Sequence[Run]) -> dict[str, Any]:
    """Runs of one case: each of them, and their medians."""
    return {
        "runs": [run.seconds for run in runs],
        "seconds": statistics.median(run.seconds for run in runs),
        "cpu": statistics.median(run.cpu for run in runs),
        "peak": statistics.median(run.peak for run in runs),
    }


def origin() -> dict[str, str]:
    """What was measured, and on what kind of machine: nothing that names it."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return {
        "machine": f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB of memory, {platform.system()}",
        "versions": ", ".join(f"{name} {version}" for name, version in _versions().items()),
        "commit": _said("git", "-C", str(ROOT), "describe", "--always", "--dirty"),
    }


def _versions() -> dict[str, str]:
    node = _said("node", "--version").removeprefix("v")
    return {"Python": platform.python_version(), "Node": node, **versions()}


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
