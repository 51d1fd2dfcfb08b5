"""The site generators that planbuilder is compared with: how each gets its project, and how it is run."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
CACHE = ROOT / ".cache/bench"
_PYTHON = CACHE / "venv/bin/python"

Article = Mapping[str, Any]
"""A page as `articles.py` writes it."""


@dataclass(frozen=True)
class Tool:
    """A site generator. `largest` is the number of pages up to which its time is bearable."""

    name: str
    title: str
    project: str
    """The folder in `sites/` with its settings."""
    command: tuple[str, ...]
    largest: int
    environment: Mapping[str, str] = field(default_factory=dict)

    def prepare(self, folder: Path, articles: Sequence[Article]) -> None:
        """Write its project: its settings, and a Markdown file for each page."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(HERE / "sites" / self.project, folder)
        content = folder / ("docs" if (folder / "mkdocs.yml").is_file() else "content")
        index = "_index.md" if self.project == "hugo" else "index.md"
        above = {
            "/".join(parts[:deep]) for article in articles if (parts := _parts(article)) for deep in range(len(parts))
        }
        for article in articles:
            path = str(article["path"])
            file = content / path / index if path in above else content / f"{path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_front_matter(article) + article["markdown"], "utf-8")


def _parts(article: Article) -> list[str]:
    return str(article["path"]).split("/") if article["path"] else []


def _front_matter(article: Article) -> str:
    head = {name: article[name] for name in ("title", "description")}
    return "".join(["---\n", *(f"{name}: {json.dumps(value)}\n" for name, value in head.items()), "---\n\n"])


def _hugo() -> str:
    """The program itself: what the package puts on the path starts Python first."""
    return next((str(path) for path in CACHE.glob("venv/lib/*/site-packages/hugo/binaries/hugo*")), "hugo")


def tools() -> dict[str, Tool]:
    """All of them but planbuilder, by name. Installed by `install`."""
    mkdocs = (str(_PYTHON), "-m", "mkdocs", "build", "--quiet")
    eleventy = ("node", str(CACHE / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet")
    hugo = (_hugo(), "--quiet", "--destination", "site")
    found = (
        Tool("hugo", "Hugo, menu of the plan", "hugo", hugo, 20_000),
        Tool("hugo-site-menu", "Hugo, menu of the site", "hugo", hugo, 4_000, {"HUGO_PARAMS_MENU": "site"}),
        Tool("eleventy", "Eleventy, menu of the plan", "eleventy", eleventy, 20_000),
        Tool("material-pruned", "Material, navigation.prune", "material-pruned", mkdocs, 4_000),
        Tool("material", "Material as it comes", "material", mkdocs, 1_000),
        Tool("zensical", "Zensical, navigation.prune", "zensical", (str(_PYTHON), "-m", "zensical", "build"), 4_000),
    )
    return {tool.name: tool for tool in found}


def install() -> None:
    """Install the locked versions into `.cache/bench`, unless they are there."""
    CACHE.mkdir(parents=True, exist_ok=True)
    _once("venv", HERE / "requirements.txt", _install_python)
    _once("node_modules", HERE / "package-lock.json", _install_node)


def _once(name: str, lock: Path, action: Any) -> None:
    stamp, wanted = CACHE / f"{name}.lock", hashlib.sha256(lock.read_bytes()).hexdigest()
    if not (CACHE / name).is_dir() or not stamp.is_file() or stamp.read_text() != wanted:
        print(f"installing what planbuilder is compared with: {name} …", flush=True)
        action()
        stamp.write_text(wanted)


def _install_python() -> None:
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(CACHE / "venv")], check=True)
    pip = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "-r", str(HERE / "requirements.txt")], check=True)


def _install_node() -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, CACHE / name)
    npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]  # as the Makefile has it
    subprocess.run(npm, cwd=CACHE, check=True)


def articles(site: Path, lines: Path) -> list[Article]:
    """The pages of planbuilder's own site, for the others."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    subprocess.run([str(_PYTHON), str(HERE / "articles.py"), str(site), str(lines)], check=True, env=environment)
    with lines.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def versions() -> dict[str, str]:
    """Which versions are compared, as the locks have them."""
    locked = dict(
        line.split(" ")[0].split("==") for line in (HERE / "requirements.txt").read_text().splitlines() if "==" in line
    )
    eleventy = json.loads((HERE / "package.json").read_text())["devDependencies"]["@11ty/eleventy"]
    wanted = {"Hugo": "hugo", "Material for MkDocs": "mkdocs-material", "MkDocs": "mkdocs", "Zensical": "zensical"}
    return {title: locked[name] for title, name in wanted.items()} | {"Eleventy": eleventy}
