"""Writing files below a folder, and what is remembered of each page that was written."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from planbuilder.mkdocs.digests import digest
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


def sharing(made: Made, known: dict[Any, Any]) -> Made:
    """The same page, of which each word, link and question is the object in `known` that says the same: what comes
    from another process says all of it anew, and a large site names the same pages a hundred thousand times."""
    share = known.setdefault
    words = {share(word, word): share(said, said) for word, said in made.entry.words.items()}
    return replace(
        made,
        entry=replace(made.entry, words=words),
        links=replace(made.links, wanted=frozenset(share(link, link) for link in made.links.wanted)),
        asked=frozenset(share(question, question) for question in made.asked),
    )


@dataclass
class SiteWriter:
    """Writes files below a folder. A file that is there is replaced, never changed: other trees may share it."""

    folder: Path
    before: Mapping[str, bytes] = field(default_factory=dict)
    """The digests of the files that are there."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The digests of the files that belong to no page, by path."""
    _folders: set[str] = field(default_factory=set)

    def write(self, path: str, content: bytes, known: bytes = b"") -> None:
        """Write a file that belongs to no page. `path` is its place in the site; `known` its digest, if it is known."""
        self.files[path] = self.put(path, content, known)

    def put(self, path: str, content: bytes, known: bytes = b"") -> bytes:
        """Write a file, unless it is there already; give its digest."""
        found = known or digest(content)
        if self.before.get(path) != found:
            target = f"{self.folder}/{path}"
            folder = target.rpartition("/")[0]
            if folder not in self._folders:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103 – pathlib would take as long as the writing
                self._folders.add(folder)
            if path in self.before:
                os.unlink(target)  # noqa: PTH108
            with open(target, "wb") as file:  # noqa: PTH123
                file.write(content)
        return found

    def assets(self, folder: Path) -> dict[str, bytes]:
        """Copy the built assets of pages. Gives them by path."""
        assets = folder / "assets"
        copied = {
            f"assets/{source.name}": source.read_bytes()
            for source in sorted(assets.iterdir())
            if source.is_file() and source.name != "manifest.json"
        }
        for path, content in copied.items():
            self.write(path, content)
        return copied
