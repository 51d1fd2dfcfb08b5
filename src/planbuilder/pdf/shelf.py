"""The folder in which PDF files wait for the build, with a list of what each of them was made from."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from planbuilder.pages.documents import Document

FOLDER = "pdf"
"""Below the project's folder."""
_LIST = "made-from.json"


@dataclass(frozen=True)
class Made:
    """A file that has been made: the fingerprint of its document, and what the command says of it."""

    fingerprint: str
    pages: int


@dataclass(frozen=True)
class Shelf:
    """The PDF files of a project."""

    folder: Path
    made: Mapping[str, Made]
    """By path below the folder."""

    @classmethod
    def of(cls, root: Path) -> "Shelf":
        """The shelf of a project; empty where nothing was made yet, or where its list can't be read."""
        folder = root / FOLDER
        try:
            listed = json.loads((folder / _LIST).read_text("utf-8"))
            made = {path: Made(str(entry["fingerprint"]), int(entry["pages"])) for path, entry in listed.items()}
        except (OSError, ValueError, AttributeError, KeyError, TypeError):
            made = {}
        return cls(folder, made)

    def holds(self, document: Document) -> bool:
        """Whether there is a file of a document that says what the document says now."""
        made = self.made.get(document.path)
        return made is not None and made.fingerprint == document.fingerprint and (self.folder / document.path).is_file()

    def true(self, documents: Iterable[Document]) -> list[str]:
        """The files that say what their documents say now."""
        return [item.path for item in documents if self.holds(item)]

    def read(self, path: str) -> bytes:
        """A file."""
        return (self.folder / path).read_bytes()

    def put(self, path: str, content: bytes) -> None:
        """Put a file on the shelf."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def list_up(self, made: Mapping[str, Made]) -> None:
        """Write the list, and take away the files that are not on it."""
        self.folder.mkdir(exist_ok=True)
        for file in sorted(self.folder.rglob("*.pdf")):
            if file.relative_to(self.folder).as_posix() not in made:
                file.unlink()
        listed = {path: {"fingerprint": made[path].fingerprint, "pages": made[path].pages} for path in sorted(made)}
        (self.folder / _LIST).write_text(f"{json.dumps(listed, indent=1)}\n", "utf-8")
