"""A builder that lives on: it builds a project's site again after each change, and says which files are different."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from planbuilder.mkdocs.build import build


@dataclass(frozen=True)
class Rebuilt:
    """What a build did: `folder` is where the site lies, `changed` the paths in it whose bytes are different now."""

    folder: Path
    changed: frozenset[str]


class Builder:
    """Builds the site of one project folder as often as it is asked to, in one process, one build at a time."""

    def __init__(self, root: Path, folder: Path | None = None, today: date | None = None) -> None:
        self._root = root
        self._folder = folder
        self._today = today
        self._digests: dict[str, bytes] = {}

    def rebuild(self) -> Rebuilt:
        """Bring the site up to date with the project's files. Everything is new to the first call.

        Raises BuildError with everything that is wrong; the site that was there then stays as it is.
        """
        folder = build(self._root, self._folder, self._today, documents=False).folder
        before, self._digests = self._digests, _digests(folder)
        now = self._digests
        return Rebuilt(folder, frozenset(path for path in before | now if before.get(path) != now.get(path)))


def _digests(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): blake2b(path.read_bytes(), digest_size=16).digest()
        for path in folder.rglob("*")
        if path.is_file()
    }
