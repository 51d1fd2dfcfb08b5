"""Small sites for tests: a project folder made whole, built, and read back."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from planbuilder.mkdocs.build import build

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"

_HASH = re.compile(r"(assets/[a-z-]+)\.[0-9a-f]{8}\.")
_MAIN = re.compile(r"<main .*</main>", re.DOTALL)


@dataclass(frozen=True)
class Project:
    """A project folder in a temporary place."""

    root: Path

    @property
    def site(self) -> Path:
        """Where its site lies when it is built."""
        return self.root / "site"

    def build(self) -> Path:
        """Build the site. Raises BuildError."""
        return build(self.root).folder

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file as an editor would; the old words have to be there."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text, f"{path} does not say {old!r}"
        file.write_text(text.replace(old, new), "utf-8")


def climate(folder: Path) -> Project:
    """The invented climate plan, with this repository's theme, in a new folder."""
    return _golden("climate", folder)


def health(folder: Path) -> Project:
    """The invented health and wellbeing strategy, the worked example of the documentation, in a new folder."""
    return _golden("health", folder)


def _golden(name: str, folder: Path) -> Project:
    root = folder / "project"
    shutil.copytree(GOLDEN / name / "project", root)
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "theme_overrides", root / "theme_overrides")
    return Project(root)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def told(folder: Path) -> dict[str, str]:
    """What a site says: its files without the assets, pages without the frame around them."""
    found = {}
    for path, content in tree(folder).items():
        if path.startswith("assets/") or path.endswith((".zip", ".png")):  # what a ZIP holds stands beside it
            continue
        text = _HASH.sub(r"\1.HASH.", content.decode("utf-8"))
        main = _MAIN.search(text) if path.endswith(".html") else None
        found[path] = (main[0] if main else text).strip() + "\n"
    return found
