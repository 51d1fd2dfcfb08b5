"""The data as it is in a folder, or as it was at a git revision."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SECONDS = 60
"""How long git may take."""


class RevisionError(Exception):
    """There is no such folder or revision. The message is for whoever asked for it."""


@contextmanager
def project_at(name: str, root: Path) -> Iterator[Path]:
    """A folder with the project's `data/`: the folder of that name, or that revision of the project in `root`.

    A revision is unpacked into a temporary folder; the working tree is not touched. Raises RevisionError.
    """
    folder = Path(name)
    if name and folder.is_dir():
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="planbuilder-") as temporary:
        _unpack(_revision(name, root), root, Path(temporary))
        yield Path(temporary)


@dataclass(frozen=True)
class Revision:
    """The last revision of a day. `day` is that of its committer."""

    commit: str
    day: date


def days_since(root: Path, since: str | None) -> tuple[Revision, ...]:
    """The last revision of each day on which the data changed, oldest first; with `since` only what came after it.

    Follows the main line only: what was merged came on the day of its merge. Raises RevisionError.
    """
    span = f"{_ancestor(since, root)}..HEAD" if since else "HEAD"
    paths = ("data", ":(exclude)data/changes.yml")
    try:
        listed = _git(root, "log", "--first-parent", "--format=%H %cs", span, "--", *paths).decode()
    except subprocess.CalledProcessError:
        raise RevisionError("there is no version history here – commit the data first") from None
    found: dict[date, Revision] = {}
    for line in listed.splitlines():
        commit, day = line.split()
        found.setdefault(date.fromisoformat(day), Revision(commit, date.fromisoformat(day)))
    return tuple(found[day] for day in sorted(found))


def _ancestor(name: str, root: Path) -> str:
    """A revision that the present one comes from."""
    remedy = "name the last one that is told with --since, or fetch the whole history"
    try:
        commit = _revision(name, root)
        _git(root, "merge-base", "--is-ancestor", commit, "HEAD")
    except (RevisionError, subprocess.CalledProcessError):
        raise RevisionError(f"the revision {name[:12]} is not in the history of this one – {remedy}") from None
    return commit


def _revision(name: str, root: Path) -> str:
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except subprocess.CalledProcessError:
        raise RevisionError(f'"{name}" is neither a folder nor a {_no_revision(root)}') from None
    return found.decode().strip()


def _no_revision(root: Path) -> str:
    """Why a name is no revision, and what to do."""
    try:
        _git(root, "rev-parse", "--git-dir")
    except subprocess.CalledProcessError:
        return (
            "revision: this folder is not under git – give two folders, or run this in a project that git looks after"
        )
    return "git revision – check how it is spelt"


def _unpack(commit: str, root: Path, target: Path) -> None:
    try:
        packed = _git(root, "archive", "--format=tar", commit, "data")
    except subprocess.CalledProcessError:
        raise RevisionError(f"there is no folder data in {commit[:12]} – name another revision") from None
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        try:
            archive.extractall(target, filter="data")
        except tarfile.FilterError as error:
            raise RevisionError(f"{commit[:12]} can't be unpacked: {error}") from None


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, check=True, capture_output=True, timeout=SECONDS).stdout  # noqa: S603 – no shell
    except FileNotFoundError:
        raise RevisionError("git is not installed here – give two folders instead") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git did not answer within {SECONDS} seconds") from None
