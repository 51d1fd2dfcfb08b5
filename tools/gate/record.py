"""What a run found, for the accessibility statement: a small file among the data."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tools.gate.settings import SETTINGS

LOCK = Path(__file__).parents[2] / "package-lock.json"
"""The versions of axe and of the checkers."""
TOOLS = {"axe-core": "axe-core", "html-validate": "html-validate", "vnu-jar": "Nu Html Checker"}
"""The packages of the programs that look, and what the programs are called."""
FILE = Path("data") / "accessibility-test.yml"


def record(day: date, pages: int, of: int, findings: int) -> str:
    """The words of the file. `pages` were looked at, `of` all; each finding is a rule, a page and a setting."""
    return "\n".join(
        (
            "# Written by `make gate` after a run. Readers see it in the accessibility statement.",
            f"day: {day}",
            f"pages: {pages}",
            f"of: {of}",
            f"settings: {len(SETTINGS)}",
            f"findings: {findings}",
            "tools:",
            *(f"  - {{name: {name}, version: {version}}}" for name, version in _tools()),
            "",
        )
    )


def _tools() -> Iterator[tuple[str, str]]:
    installed = json.loads(LOCK.read_text("utf-8"))["packages"]
    for package, name in TOOLS.items():
        yield name, installed[f"node_modules/{package}"]["version"]
