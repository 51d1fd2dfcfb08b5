"""A builder that lives on: it builds a project's site again after each change, and says which files are different.

MkDocs runs when something has changed that it reads: the prose, its settings, the theme. When only data and
translations have, the same job is done without it.
"""

import os
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planbuilder.mkdocs import theme
from planbuilder.mkdocs.build import build
from planbuilder.mkdocs.job import BuildError, Job
from planbuilder.mkdocs.resumed import go_on
from planbuilder.mkdocs.unchanged import Note
from planbuilder.outputs.garbage import tidied, uncollected

_READ_BY_MKDOCS = ("mkdocs.yml", "content", "hooks", "theme_overrides")

_State = dict[str, tuple[int, int, int]]


@dataclass(frozen=True)
class Rebuilt:
    """What a build did: `folder` is where the site lies, `changed` the paths in it whose bytes are different now."""

    folder: Path
    changed: frozenset[str]


class Builder:
    """Builds the site of one project folder as often as it is asked to, in one process, one build at a time.

    It keeps a tree of files beside the site, which `close` or the end of the process removes.
    """

    def __init__(self, root: Path, folder: Path | None = None, today: date | None = None) -> None:
        self._root = root
        self._folder = folder
        self._today = today
        self._job = Job(root, lasting=True)
        self._seen: _State = {}
        go_on(self._job, Note(root, folder or root / "site", ()))
        weakref.finalize(self, self._job.close)

    def rebuild(self) -> Rebuilt:
        """Bring the site up to date with the project's files. The first call knows of what a build has left behind.

        Raises BuildError with everything that is wrong; the site that was there then stays as it is.
        """
        now = dict(_state_of(self._root))
        if now == self._seen:
            with uncollected():
                self._without_mkdocs()
                tidied(None)  # not before the site is in its place
        else:
            self._seen = {}
            build(self._root, self._folder, self._today, self._job)
            self._seen = now
        return Rebuilt(self._job.tree.target, self._job.tree.changed)

    def _without_mkdocs(self) -> None:
        if problems := self._job.write(self._job.read_again()):
            self._job.close()
            raise BuildError("\n".join([*problems, f"Aborted with {len(problems)} warnings in strict mode!"]))
        self._job.publish()

    def get_ready(self) -> None:
        """Prepare for the next build while there is nothing else to do."""
        with uncollected():
            self._job.get_ready()

    def close(self) -> None:
        """Remove what lies beside the site."""
        self._job.close()


def _state_of(root: Path) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Everything that MkDocs reads, with size, time and number: it differs when somebody has saved a file."""
    for place in (*(root / name for name in _READ_BY_MKDOCS), *theme.folders(root / "theme_overrides")):
        for path in (place, *(place.rglob("*") if place.is_dir() else ())):
            try:
                status = os.stat(path)  # noqa: PTH116 – hundreds of them
            except OSError:
                continue
            yield str(path), (status.st_size, status.st_mtime_ns, status.st_ino)
