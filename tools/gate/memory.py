"""What has passed, so that a run that was stopped goes on where it was, and only what changed is looked at again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

REDIRECT = b'<meta http-equiv="refresh"'
"""What a page has that only sends on to another: nobody reads it, and no checker need."""


def digest(html: bytes, gate: bytes) -> str:
    """What has to be the same for a page to count as looked at. The page names its assets by their content."""
    return hashlib.sha256(gate + html).hexdigest()


def pages_of(site: Path, only: str = "*", decides: Iterable[Path] = ()) -> dict[str, str]:
    """The pages of a built site whose place is like `only`, with their digests. `decides` are the gate's own files."""
    gate = b"".join(hashlib.sha256(file.read_bytes()).digest() for file in decides)
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    return {
        path: digest(html, gate) for path, html in sorted(found.items()) if fnmatch(path, only) and REDIRECT not in html
    }


def to_do(pages: Mapping[str, str], passed: Mapping[str, str]) -> list[str]:
    """The pages, by path, whose digest is not that of a page that passed."""
    return [path for path, found in sorted(pages.items()) if passed.get(path) != found]


@dataclass
class Memory:
    """The digests of pages that passed one part of the gate, in a file."""

    file: Path
    passed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "Memory":
        """What was written down before; nothing if the file is not there."""
        return cls(file, json.loads(file.read_text("utf-8")) if file.is_file() else {})

    def add(self, pages: Mapping[str, str]) -> None:
        """Write down that pages have passed, so that it outlives a run that is stopped."""
        self.passed |= pages
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(self.passed, indent=0, sort_keys=True), "utf-8")
        new.replace(self.file)
