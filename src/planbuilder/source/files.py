"""The files that editors write: plain files with plain names, and a Problem for everything else."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planbuilder.source import names
from planbuilder.source.characters import LARGEST_FILE
from planbuilder.source.problem import Problem, of_file

_LEFT_ALONE = frozenset({".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini"})
"""Files that operating systems and git leave behind; never read, never published."""
_UNKNOWN = "files of this kind can't be used here"
_LINK = ("this is a symbolic link", "put the file itself here")
_BESIDE_PAGES = ("nothing is published from here", "move it into content/pages if it is a page, or delete it")
_DEEPEST = 8


@dataclass(frozen=True)
class Folder:
    """A folder of the project that editors write in, and the endings of the files that may stand there."""

    path: str
    endings: frozenset[str]
    remedy: str
    names: frozenset[str] = frozenset()
    """Names of files that are in order although they are reserved elsewhere."""


DATA = Folder(
    "data", frozenset({"yml", "yaml", "csv", "md", "po"}), "only .yml, .md, .csv and .po files may stand in data"
)
PAGES = Folder("content/pages", frozenset({"md"}), "only .md files may stand in content/pages", frozenset({"index"}))


def find(root: Path) -> tuple[list[str], list[Problem]]:
    """Paths of all files below `root/data`, relative to it, in order; and what can't be read there."""
    problems: list[Problem] = []
    if not (root / "data").is_dir() or (root / "data").is_symlink():
        return [], [
            Problem(
                "data",
                1,
                1,
                "",
                "there is no folder data here",
                "run this in the project's folder, or name it with --root",
            )
        ]
    return sorted(_walk(root, DATA, "", problems)), problems


def find_pages(root: Path) -> tuple[list[str], list[Problem]]:
    """The same for the site's own prose in `root/content/pages`, which need not be there."""
    problems: list[Problem] = []
    for folder in ("content", "content/pages"):
        if (root / folder).is_symlink():
            return [], [of_file(folder, *_LINK)]
    if not (root / "content").is_dir():
        return [], []
    try:
        beside = sorted({path.name for path in (root / "content").iterdir()} - {"pages", *_LEFT_ALONE})
    except OSError as error:
        return [], [of_file("content", *_unreadable(error))]
    problems += [of_file(f"content/{names.shown(name)}", *_BESIDE_PAGES) for name in beside]
    if not (root / PAGES.path).is_dir():
        return [], problems
    return sorted(_walk(root, PAGES, "", problems)), problems


def read(path: Path | str) -> bytes:
    """The bytes of a regular file, at most one more than the largest permitted. Raises OSError.

    Follows no symbolic link and does not wait for a pipe, even if the file was exchanged since it was found.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a regular file")
        return file.read(LARGEST_FILE + 1)


def _walk(root: Path, folder: Folder, below: str, problems: list[Problem]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / folder.path / below), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_problem(folder, below, *_unreadable(error)))
        return
    twins: dict[str, list[str]] = {}
    for entry in entries:
        twins.setdefault(_folded(entry.name), []).append(entry.name)
    for entry in entries:
        if entry.name in _LEFT_ALONE and entry.is_file(follow_symlinks=False):
            continue
        path = f"{below}{entry.name}"
        wrong = _fault(entry, twins[_folded(entry.name)], path, folder)
        if wrong:
            problems.append(_problem(folder, path, *wrong))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, folder, f"{path}/", problems)
        else:
            yield path


def _fault(entry: os.DirEntry[str], twins: list[str], path: str, where: Folder) -> tuple[str, str] | None:
    if entry.is_symlink():
        return _LINK
    folder = entry.is_dir(follow_symlinks=False)
    if not folder and not entry.is_file(follow_symlinks=False):
        return "this is not a file", f"delete it: only files and folders may stand in {where.path}"
    if others := [twin for twin in twins if twin != entry.name]:
        sentence = f"this has the same name as {names.shown(others[0])}, but for capitals or accents"
        return sentence, "keep one of the two"
    stem, _, ending = entry.name.rpartition(".")
    known = bool(stem) and ending.lower() in where.endings
    if folder and known:
        return "this is a folder with the name of a file", "rename the folder, or put a file in its place"
    if path.count("/") >= _DEEPEST:
        return "this lies too many folders deep", "move it up"
    if folder:
        return names.fault(entry.name)
    if not known:
        return _UNKNOWN, f"delete it: {where.remedy}"
    return None if stem in where.names else names.fault(stem)


def _unreadable(error: OSError) -> tuple[str, str]:
    return f"this folder can't be read ({error.strerror})", "give yourself permission to read it"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _problem(folder: Folder, path: str, sentence: str, remedy: str) -> Problem:
    return of_file(f"{folder.path}/{names.shown(path).rstrip('/')}", sentence, remedy)
