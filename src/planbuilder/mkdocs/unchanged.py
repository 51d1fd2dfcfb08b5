"""Whether a site is still what a build would make: then there is nothing to build, and MkDocs is not even imported.

A build leaves a note of what it read and what it wrote, each as a digest of contents. The next one compares both with
what lies there now. A note that is damaged, of another version, or about anything that can't be told for sure counts
as none; without notes every build is a whole one.
"""

import contextlib
import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import planbuilder
from planbuilder.mkdocs.digests import digest
from planbuilder.outputs.staging import MARK

_NOTES = Path(".cache") / "planbuilder"
_PACKAGE = Path(planbuilder.__file__).parent
_READ = ("mkdocs.yml", "data", "content", "locale", "pdf", "theme_overrides", "hooks")
"""All that a build reads of a project, if its settings are plain (`build.is_plain`)."""


@dataclass(frozen=True)
class Note:
    """What a build of a project into a folder depends on. `settings` are those of the command line."""

    root: Path
    target: Path
    settings: tuple[str, ...]

    @property
    def _file(self) -> Path:
        name = hashlib.blake2b(os.fsencode(self.target.absolute()), digest_size=8).hexdigest()
        return self.root / _NOTES / f"built-{name}.json"

    def read(self) -> str:
        """What stands for all that a build reads: the project, the environment, planbuilder itself."""
        environment = (os.environ.get("SOURCE_DATE_EPOCH", ""), sys.version, *_installed(), *self.settings)
        made = hashlib.blake2b("\0".join(environment).encode(), digest_size=16)
        for path, status in _code():
            made.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
        for name in _READ:
            _add(made, self.root / name)
        return made.hexdigest()

    def holds(self, read: str) -> bool:
        """Whether the folder holds just what the build that read this has written."""
        try:
            note = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return False
        return bool(note == {"read": read, "written": written(dict(_contents(self.target)))})

    def leave(self, read: str, files: Mapping[str, bytes]) -> None:
        """Leave the note of a build. Where none can be written, the next build is a whole one."""
        aside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            aside.parent.mkdir(parents=True, exist_ok=True)
            try:
                aside.write_text(json.dumps({"read": read, "written": written(files)}), "utf-8")
                aside.replace(self._file)
            finally:
                aside.unlink(missing_ok=True)


def written(files: Mapping[str, bytes]) -> str:
    """What stands for a tree of files, given by path and digest of content."""
    made = hashlib.blake2b(digest_size=16)
    for path in sorted(files):
        made.update(f"{path}\0".encode() + files[path])
    return made.hexdigest()


def _installed() -> list[str]:
    """The installed packages with their versions, as their folders are called."""
    places = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(name for place in places for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208


def _code() -> Iterator[tuple[str, os.stat_result]]:
    """planbuilder's own files: by size and time, for they change with the version or under a developer's hands."""
    for place in (_PACKAGE, _PACKAGE.parents[1] / "theme_overrides"):
        for entry in _files(place):
            if not entry.name.endswith(".pyc"):
                yield entry.path, entry.stat()


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The digest of every file of a site but its mark. Of a folder that is no site of ours, something that none has."""
    if not (folder / MARK).is_file():
        yield "no site", b""
        return
    above = len(str(folder)) + 1
    for entry in _files(folder):
        path = entry.path[above:].replace(os.sep, "/")
        if path != MARK:
            with open(entry.path, "rb") as file:  # noqa: PTH123 – thousands of them
                yield path, digest(file.read())


def _add(made: "hashlib.blake2b", place: Path) -> None:
    """Add a file, or all files of a folder, by name and content."""
    names = sorted(entry.path for entry in _files(place)) if place.is_dir() else [str(place)]
    for name in names:
        with contextlib.suppress(OSError), open(name, "rb") as file:  # noqa: PTH123 – thousands of them
            content = file.read()
            made.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)


def _files(folder: Path | str) -> Iterator["os.DirEntry[str]"]:
    if not os.path.isdir(folder):  # noqa: PTH112 – thousands of them
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "node_modules"):
                    yield from _files(entry.path)
            else:
                yield entry
