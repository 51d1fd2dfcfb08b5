"""How long a full build of this repository's site takes: with all its languages, two, and one."""

import re
import shutil
import tempfile
from pathlib import Path

from bench import measure, site
from bench.results import Results, timed
from bench.tools import ROOT

PARTS = ("data", "content", "hooks", "theme_overrides", "mkdocs.yml")


def repository(results: Results, runs: int) -> None:
    """Build each case cold, in a process of its own; the cases take turns. Fill in the medians."""
    with tempfile.TemporaryDirectory() as temporary:
        cases = {name: project(Path(temporary) / name, count) for name, count in (("all", 0), ("two", 2), ("one", 1))}
        kept = {name: measure.names(folder) for name, folder in cases.items()}
        found: dict[str, list[measure.Run]] = {name: [] for name in cases}
        for _ in range(runs):
            for name, folder in cases.items():
                measure.clean(folder, kept[name])
                found[name].append(site.build(folder))
        for name, folder in cases.items():
            results.put("repository", name, {"pages": measure.written(folder / "site").pages, **timed(found[name])})


def project(folder: Path, languages: int) -> Path:
    """A copy of this repository's site with the first languages only (0: all of them)."""
    folder.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copyfile(source, folder / name)
    settings = folder / "data/site.yml"
    text = settings.read_text("utf-8")
    known = re.findall(r"[a-z-]+", re.search(r"^languages: \[(.*)\]$", text, re.MULTILINE)[1])  # type: ignore[index]
    kept = ", ".join(known[: languages or None])
    settings.write_text(re.sub(r"^languages: .*$", f"languages: [{kept}]", text, flags=re.MULTILINE), "utf-8")
    return folder
