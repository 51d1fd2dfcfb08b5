"""Writing files below a folder, and what is remembered of each page that was written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planbuilder.model.answers import Question
from planbuilder.outputs import search
from planbuilder.outputs.linkcheck import PageLinks
from planbuilder.pages.registers import Listed

Name = tuple[str, ...]
"""Of a draft: what tells a page apart, the same in every language."""


@dataclass(frozen=True)
class Made:
    """What one page in one language leaves behind when it is written, so that its HTML need not be kept."""

    path: str
    """Below the language folder."""
    files: Mapping[str, bytes]
    """The digests of all that was written, by path in the site: the page, and the files that belong to it."""
    links: PageLinks
    entry: search.Entry
    listed: Listed
    in_list: bool
    """Whether the A to Z lists it."""
    foreign: bool
    """Whether it is mostly in the source language."""
    asked: frozenset[Question] = frozenset()
    """What it is made from: the questions that were asked of the data."""


@dataclass
class SiteWriter:
    """Writes files below a folder, and remembers what it wrote."""

    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)
    """The digest of each file that was written, by its path in the site."""
    _folders: set[Path] = field(default_factory=set)

    def html(self, path: str, html: str) -> bytes:
        """Write a page."""
        return self.bytes(path, html.encode())

    def bytes(self, path: str, content: bytes) -> bytes:
        """Write a file, and give its digest. `path` is its place in the site."""
        target = self.folder / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        target.write_bytes(content)
        self.files[path] = found = hashlib.blake2b(content, digest_size=16).digest()
        return found

    def assets(self, folder: Path) -> None:
        """Copy the built assets: those that the manifest names, and nothing else."""
        for source in sorted((folder / "assets").rglob("*")):
            if source.is_file() and source.name != "manifest.json":
                self.bytes(f"assets/{source.relative_to(folder / 'assets').as_posix()}", source.read_bytes())
