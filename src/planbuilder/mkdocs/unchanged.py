"""Whether a site is still what a build would make: then there is nothing to build, and MkDocs is not even imported.

A build leaves a note of what it read and what it wrote, each as a digest of contents, and records of its pages. The
next one compares both with what lies there now. If something else is read now, but the site is still as it was left,
the records tell which pages need not be made again (`resumed`). A note that is damaged, of another version, or about
anything that can't be told for sure counts as none; without notes every build is a whole one.
"""

import contextlib
import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

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

    def read(self) -> str:
        """What stands for all that a build reads: the project, the environment, planbuilder itself."""
        made = hashlib.blake2b("\0".join((_program(), *self.settings)).encode(), digest_size=16)
        for name in _READ:
            _add(made, self.root / name)
        return made.hexdigest()

    def holds(self, read: str) -> bool:
        """Whether the folder holds just what the build that read this has written."""
        return self._told.get("read") == read and self._is_as_left

    def standing(self) -> tuple[Mapping[str, bytes], bytes] | None:
        """The digests of the site's files, and the records of its pages: if it is just as the last build left it, and
        this same program would build it now. None, if that can't be told for sure."""
        try:
            records = self._file("pages").read_bytes()
        except OSError:
            return None
        known = self._told.get("records") == _digest([records]) and self._told.get("program") == _program()
        return (self._files, records) if known and self._is_as_left else None

    def leave(self, read: str, files: Mapping[str, bytes], records: Iterable[bytes]) -> None:
        """Leave the note of a build, with its records in pieces. Where none can be written, the next build is a whole
        one."""
        told = {"read": read, "written": written(files), "program": _program()}
        with contextlib.suppress(OSError):
            told["records"] = self._put("pages", records)
            self._put("built", [json.dumps(told).encode()])

    @cached_property
    def _told(self) -> Mapping[str, Any]:
        try:
            told = json.loads(self._file("built").read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return told if isinstance(told, dict) else {}

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        return dict(_contents(self.target))

    @property
    def _is_as_left(self) -> bool:
        return self._told.get("written") == written(self._files)

    def _file(self, kind: str) -> Path:
        name = hashlib.blake2b(os.fsencode(self.target.absolute()), digest_size=8).hexdigest()
        return self.root / _NOTES / f"{kind}-{name}.json"

    def _put(self, kind: str, content: Iterable[bytes]) -> str:
        """Write a file in one step; give what stands for its content. Raises OSError."""
        file = self._file(kind)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with aside.open("wb") as opened:
                found = _digest(_passing(content, opened.write))
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)
        return found


def _passing(content: Iterable[bytes], write: Callable[[bytes], object]) -> Iterator[bytes]:
    for piece in content:
        write(piece)
        yield piece


def _digest(content: Iterable[bytes]) -> str:
    """What stands for a file, however it was cut into pieces."""
    made = hashlib.blake2b(digest_size=16)
    for piece in content:
        made.update(piece)
    return made.hexdigest()


@cache
def _program() -> str:
    """What stands for planbuilder and what it runs in."""
    told = "\0".join((os.environ.get("SOURCE_DATE_EPOCH", ""), sys.version, *_installed()))
    made = hashlib.blake2b(told.encode(), digest_size=16)
    for path, status in _code():
        made.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return made.hexdigest()


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
