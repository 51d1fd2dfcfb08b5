"""The tree of a site on the disk, brought up to date beside the published one and then put in its place.

The first build writes everything. Later ones in the same process begin with what is published: the two trees share
their files (hard links), and a file that changes is replaced by another one. Whether the published tree is still as
it was left is looked up each time; if it is not, everything is written anew.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planbuilder.mkdocs.writing import SiteWriter
from planbuilder.outputs.staging import MARK, Staging, prepare

Stamp = tuple[int, int, int]
"""Of a file: its size, the time of its last change, its number on the disk."""


@dataclass
class Tree:
    """A published site and the tree beside it. Methods raise StagingError and OSError."""

    target: Path
    lasting: bool = False
    """Whether there will be another build in this process."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The digests of what is published, as far as this process has written it."""
    changed: frozenset[str] = frozenset()
    """What the last build wrote or removed."""
    _stamps: dict[str, Stamp] = field(default_factory=dict)
    _staging: Staging | None = None
    _behind: frozenset[str] | None = None
    """Where the tree beside differs from the published one; None: nobody knows."""

    @classmethod
    def of(cls, target: Path, files: Mapping[str, bytes], lasting: bool) -> "Tree":
        """A site that another process has published, as it is now; `files` are the digests of its files."""
        return cls(target, lasting, files, _stamps=_stamps(target))

    def empty(self) -> Path:
        """The folder to write into, empty."""
        self.discard()
        return self._beside.folder

    @property
    def _beside(self) -> Staging:
        if self._staging is None or not self._staging.folder.is_dir():
            self._staging, self._behind = prepare(self.target), None
        return self._staging

    def begin(self) -> SiteWriter:
        """Begin to write, with what is published. A writer that knows of no files has to be given all of them."""
        if not self.files or _stamps(self.target) != self._stamps:
            self.files = {}
            return SiteWriter(self.empty())
        self.catch_up()
        return SiteWriter(self._beside.folder, self.files)

    def catch_up(self) -> None:
        """Make the tree beside what the published one is. The first time that takes longer the more files there are."""
        folder = self._beside.folder
        if self._behind is None:
            shutil.rmtree(folder)
            shutil.copytree(self.target, folder, copy_function=_link)
        else:
            for path in self._behind:
                _level(self.target / path, folder / path)
        self._behind = frozenset()

    def publish(self, files: Mapping[str, bytes]) -> None:
        """Put the tree in its place. `files` are all that it is to hold; what else is in it goes."""
        staging, before = self._beside, dict(self.files)
        for path in before.keys() - files.keys():
            _remove(staging.folder / path)
        self.changed = frozenset(path for path in {**before, **files} if before.get(path) != files.get(path))
        staging.publish(self.changed & files.keys())
        self.files = dict(files)
        if not self.lasting:
            self.discard()
            return
        self._behind = self.changed if before else None
        if before:
            self._stamps = {path: stamp for path, stamp in self._stamps.items() if path in files}
            self._stamps |= {path: _stamp((self.target / path).stat()) for path in self.changed & files.keys()}
        else:
            self._stamps = _stamps(self.target)

    def discard(self) -> None:
        """Remove the tree beside."""
        if self._staging is not None:
            self._staging.discard()
        self._staging = self._behind = None


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ino


def _stamps(folder: Path) -> dict[str, Stamp]:
    """Every file of a tree but its mark; of a tree that is not there, none."""
    found: dict[str, Stamp] = {}
    waiting = [("", str(folder))] if folder.is_dir() else []
    while waiting:
        below, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{below}{entry.name}/", entry.path))
                else:
                    found[below + entry.name] = _stamp(entry.stat(follow_symlinks=False))
    found.pop(MARK, None)
    return found


def _link(source: str, target: str) -> None:
    """Let two trees share a file; where the file system can't, each has its own."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _level(published: Path, beside: Path) -> None:
    """Make a path of the tree beside what it is in the published one."""
    if not published.exists():
        if beside.exists():
            _remove(beside)
        return
    beside.unlink(missing_ok=True)
    beside.parent.mkdir(parents=True, exist_ok=True)
    _link(str(published), str(beside))


def _remove(path: Path) -> None:
    """Remove a file, and the folders that are empty then."""
    path.unlink()
    for folder in path.parents:
        try:
            folder.rmdir()
        except OSError:
            return
