"""Parts of a site that were built apart, put together: a whole build that uses their pages instead of making them.

Nothing is taken on trust. A part is used only if it was built with the same settings, templates and version; a page of
it only while what it was made from is the same and its files are as they were written. All else is made here: so what
comes out is what one build of everything would have made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planbuilder.mkdocs.digests import digest
from planbuilder.mkdocs.memory import Memory
from planbuilder.mkdocs.records import read
from planbuilder.mkdocs.writing import Made, Name, SiteWriter
from planbuilder.model.answers import Question

FILE = "shard.json"
"""The records of a part, beside its pages."""


@dataclass
class Shards:
    """Parts of a site, each in a folder of its own."""

    pages: dict[str, dict[Name, Made]] = field(default_factory=dict)
    _folders: dict[int, Path] = field(default_factory=dict)
    """Where the files of a page lie, by the page's identity."""

    def adopt(self, folders: Iterable[Path], memory: Memory) -> list[Path]:
        """Let a memory know the pages of all folders; gives those folders that can't be used."""
        answers: dict[str, dict[Question, bytes]] = {}
        refused = []
        for folder in folders:
            records = read(_content(folder / FILE))
            if records is None or (self.pages and (records.frame, records.prose) != (memory.frame, memory.prose)):
                refused.append(folder)
                continue
            memory.frame, memory.prose = records.frame, records.prose
            for code, known in records.answers.items():
                answers.setdefault(code, {}).update(known)
            for code, pages in records.pages.items():
                self.pages.setdefault(code, {}).update(pages)
                self._folders.update((id(made), folder) for made in pages.values())
        memory.answers = answers
        return refused

    def intact(self) -> dict[str, dict[Name, Made]]:
        """The pages whose files are as they were written."""
        return {
            code: {name: made for name, made in pages.items() if self._is_intact(made)}
            for code, pages in self.pages.items()
        }

    def _is_intact(self, made: Made) -> bool:
        folder = self._folders[id(made)]
        return all(digest(_content(folder / path)) == known for path, known in made.files.items())

    def copy(self, pages: Mapping[str, Mapping[Name, Made]], writer: SiteWriter) -> None:
        """Write the files of those pages that come from the parts."""
        for made in (made for by_name in pages.values() for made in by_name.values()):
            folder = self._folders.get(id(made))
            for path in made.files if folder else ():
                writer.put(path, _content(folder / path))  # type: ignore[operator]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
