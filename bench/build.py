"""How long a full build of this repository's site takes: with all its languages, two, and one.

    python bench/build.py [--runs 5]

Each build is a process of its own, cold; the cases take turns, and the median of the runs is printed.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("data", "content", "hooks", "theme_overrides", "mkdocs.yml")


def project(folder: Path, languages: int) -> Path:
    """A copy of this repository's site with the first languages only (0: all of them)."""
    folder.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copyfile(source, folder / name)
    site = folder / "data/site.yml"
    text = site.read_text("utf-8")
    known = re.findall(r"[a-z-]+", re.search(r"^languages: \[(.*)\]$", text, re.MULTILINE)[1])  # type: ignore[index]
    kept = ", ".join(known[: languages or None])
    site.write_text(re.sub(r"^languages: .*$", f"languages: [{kept}]", text, flags=re.MULTILINE), "utf-8")
    return folder


def timed(folder: Path) -> tuple[float, int]:
    """Seconds of one cold build, and how many pages it wrote."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "planbuilder.cli", "build", "--root", str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started, len(list((folder / "site").rglob("index.html")))


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as temporary:
        cases = {
            "all languages": project(Path(temporary) / "all", 0),
            "two languages": project(Path(temporary) / "two", 2),
            "one language": project(Path(temporary) / "one", 1),
        }
        found: dict[str, list[float]] = {name: [] for name in cases}
        pages = {}
        for _ in range(runs):
            for name, folder in cases.items():
                seconds, pages[name] = timed(folder)
                found[name].append(seconds)
    print(f"{'':16}{'pages':>7}{'median s':>10}{'ms a page':>11}")
    for name, seconds in found.items():
        median = statistics.median(seconds)
        print(f"{name:16}{pages[name]:>7}{median:>10.2f}{1000 * median / pages[name]:>11.2f}")


if __name__ == "__main__":
    main()
