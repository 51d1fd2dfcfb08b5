"""One run of a tool in a process of its own, cold: time and memory, and what it left behind."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")


class FailedError(Exception):
    """A tool did not build its site. The message says why."""


@dataclass(frozen=True)
class Run:
    """What one run took."""

    seconds: float
    peak: int
    """Bytes of memory that the largest process had at most."""
    cpu: float
    """Seconds of all processors together."""


@dataclass(frozen=True)
class Written:
    """What a tool wrote."""

    pages: int
    html: int
    """Bytes of its pages."""
    total: int
    """Bytes of everything."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None, cpus: int = 0) -> Run:
    """Run a command in a folder. `cpus` is how many processors it may use, 0 for all. Raises FailedError."""
    with tempfile.TemporaryDirectory() as temporary:
        result, said = Path(temporary) / "result.json", Path(temporary) / "said.txt"
        launch = [sys.executable, "-I", "-S", str(LAUNCH), str(result), str(cpus), *command]
        with said.open("w") as output:
            done = subprocess.run(
                launch, cwd=folder, env={**os.environ, **(environment or {})}, stdout=output, stderr=output, check=False
            )
        if done.returncode:
            raise FailedError(f"{' '.join(command)} in {folder} failed:\n{said.read_text('utf-8', 'replace')[-2000:]}")
        return Run(**json.loads(result.read_text("utf-8")))


def names(folder: Path) -> frozenset[str]:
    """What stands in a folder."""
    return frozenset(path.name for path in folder.iterdir())


def clean(folder: Path, kept: frozenset[str]) -> None:
    """Remove all that a tool made in its project: its site and its caches."""
    for path in folder.iterdir():
        if path.name not in kept:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def written(site: Path, edition: str = "") -> Written:
    """Count what lies in a site: the pages of one edition, and the bytes of everything."""
    pages = html = total = 0
    for folder, _, files in os.walk(site):
        for name in files:
            path = Path(folder, name)
            size = path.stat().st_size
            total += size
            if name == "index.html" and path.is_relative_to(site / edition):
                pages += 1
                html += size
    return Written(pages, html, total)
