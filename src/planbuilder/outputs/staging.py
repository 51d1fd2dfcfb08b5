"""Put a finished site in the place of the old one in one step, or leave the old one as it is.

A build writes beside its target, on the same file system. Only when everything is there are the two exchanged:
by one system call where there is one (Linux), otherwise by two renames. A build that fails, is killed or finds
another one at work leaves the target untouched.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = ".planbuilder"
"""A file in every site of ours: a directory without it is somebody else's, and is not replaced."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class StagingError(Exception):
    """A build can't be put in its place. The message is a sentence for the person who builds."""


@dataclass(frozen=True)
class Staging:
    """A build on its way. `folder` is where to write; `publish()` puts it at `target`."""

    target: Path
    folder: Path
    work: Path

    def publish(self, new: Iterable[str] | None = None) -> None:
        """Exchange the new tree with the old one. Raises StagingError.

        `new` are the files that no earlier build has published; without it that is all of them.
        """
        mark = self.folder / MARK
        try:
            if new is None or not mark.exists():
                mark.write_text("A site made by planbuilder. The next build replaces this folder.\n", "utf-8")
            _open_to_readers(self.folder, _every_file(self.folder) if new is None else (MARK, *new))
            with _locked(self.work / "lock"):
                if self.target.exists():
                    _exchange(self.folder, self.target)
                else:
                    self.folder.rename(self.target)
        except OSError as error:
            raise StagingError(f"{self.target}: the new site can't be put here: {error.strerror}") from error

    def discard(self) -> None:
        """Remove what is left of this build (the old tree, after an exchange)."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            (self.work / "lock").unlink(missing_ok=True)
            self.work.rmdir()


def prepare(target: Path) -> Staging:
    """Make the folder to write into.

    Raises StagingError when the target is not a site of ours, or when nothing can be written beside it.
    """
    target = target.absolute()
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise StagingError(f"{target} is not a folder – give another place for the site")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise StagingError(f"{target} holds files that planbuilder did not make – empty it or give another place")
    work = target.parent / f".{target.name}.planbuilder"
    folder = work / str(os.getpid())
    try:
        work.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(work)
        folder.mkdir()
    except OSError as error:
        raise StagingError(f"{target.parent}: nothing can be written here: {error.strerror}") from error
    return Staging(target, folder, work)


def _remove_abandoned(work: Path) -> None:
    """Remove the trees of builds that were killed: those whose process is gone."""
    for folder in work.iterdir():
        if folder.name.isdigit() and not _alive(int(folder.name)):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def _open_to_readers(root: Path, files: Iterable[str]) -> None:
    """Let a web server read files and their folders and nobody else write them, whatever the umask of the builder."""
    opened = {""}
    root.chmod(0o755)
    for file in files:
        os.chmod(f"{root}/{file}", 0o644)  # noqa: PTH101 – thousands of them
        folder = file.rpartition("/")[0]
        while folder not in opened:
            os.chmod(f"{root}/{folder}", 0o755)  # noqa: PTH101, S103
            opened.add(folder)
            folder = folder.rpartition("/")[0]


def _every_file(root: Path) -> Iterator[str]:
    return (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock that the kernel releases when the process ends, however it ends."""
    with path.open("w") as lock:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 – not on Windows

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _exchange(new: Path, old: Path) -> None:
    """Exchange two folders, so that no reader ever finds neither of them."""
    if sys.platform == "linux":
        rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        if rename is not None:
            names = (os.fsencode(new), os.fsencode(old))
            if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
                return
    aside = new.with_name(f"{new.name}-old")
    old.rename(aside)
    new.rename(old)
    aside.rename(new)
