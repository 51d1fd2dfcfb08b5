"""The documentation for editors as a test reads it: pages, the blocks on them, and the project they make together."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "content" / "pages" / "en" / "for-editors"
BASE = Path(__file__).parent / "base"
"""What the examples build on: an invented county with its registers and a neighbour, but not the district itself."""
WORLD = PAGES / "add-a-partnership.md"
"""The page whose district the examples of the other pages belong to."""

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r"# (data/\S+)(?: – (.+))?\n")
_PATH = re.compile(r"`(data/[^`\s]+)`")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the paragraph right before it, on one line."""

    language: str
    text: str
    before: str

    @property
    def path(self) -> str:
        """The file of the project that it is: named in its first line, or last in the paragraph before it."""
        if self.language == "yaml":
            named = _NAMED.match(self.text)
            return named[1] if named else ""
        if self.language in ("markdown", "csv", "po"):
            return str((_PATH.findall(self.before) or [""])[-1])
        return ""

    @property
    def remark(self) -> str:
        """What its first line says beside the file: `add at the end`, `wrong on purpose`, or nothing."""
        named = _NAMED.match(self.text) if self.language == "yaml" else None
        return (named[2] or "") if named else ""

    def told_by(self, words: str) -> bool:
        """Whether it is what someone is told: a text after a paragraph that ends in these words."""
        return self.language == "text" and self.before.endswith(words)


def pages() -> list[Path]:
    """Every page of the documentation."""
    return sorted(PAGES.glob("*.md"))


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text("utf-8")
    found = []
    for fence in _FENCE.finditer(text):
        paragraph = text[: fence.start()].rstrip().rpartition("\n\n")[2]
        found.append(Block(fence[1], fence[2], " ".join(paragraph.split())))
    return found


def start(page: Path, root: Path, base: Path = BASE) -> Path:
    """The project that a page's examples build on, in an empty folder."""
    shutil.copytree(base / "data", root / "data")
    if base == BASE and page != WORLD:
        write(root, WORLD)
    return root


def write(root: Path, page: Path) -> Path:
    """Put the good examples of a page into a project."""
    for block in blocks(page):
        if block.path and block.remark != "wrong on purpose":
            put(root, block)
    return root


def put(root: Path, block: Block) -> None:
    """Put one example into a project: over the file that is there, or at its end."""
    file = root / block.path
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text("utf-8") if block.remark == "add at the end" and file.is_file() else ""
    file.write_text(before + block.text, "utf-8")


def wrong(page: Path) -> Iterator[tuple[Block, Block]]:
    """Every example that is wrong on purpose, with the block of what an editor then reads."""
    found = blocks(page)
    for index, block in enumerate(found):
        if block.remark == "wrong on purpose":
            told = [other for other in found[index + 1 : index + 2] if other.told_by("you will read:")]
            assert told, f"{page.name}: nothing is told about {block.path}"
            yield block, told[0]


def tables(page: Path) -> dict[str, list[tuple[str, str]]]:
    """The tables of fields of a page: block in words → (field, what to write)."""
    marked = re.findall(r"^<!-- fields: (.+?) -->\n((?:\|.*\n)+)", page.read_text("utf-8"), re.MULTILINE)
    return {name: [_cells(line) for line in rows.splitlines()[2:]] for name, rows in marked}


def _cells(line: str) -> tuple[str, str]:
    field, told = (cell.strip() for cell in line.strip().strip("|").split("|", 1))
    return field.strip("`"), told
