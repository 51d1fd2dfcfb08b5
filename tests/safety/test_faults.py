"""Whatever happens to a build, readers have the old site or the new one, whole."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from planbuilder.mkdocs.build import BuildError, build
from planbuilder.outputs.staging import MARK
from tests.sites import Project, climate, tree
from tests.users import open_folder, ordinary_user

BUILD = [sys.executable, "-m", "planbuilder.cli", "build"]
TITLE = "title: Riverbank climate plan"
OTHER_TITLE = "title: Another title"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The climate plan, with a site already built: to be copied, not to be changed."""
    made = climate(tmp_path_factory.mktemp("built"))
    made.build()
    return made


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of it."""
    return Project(shutil.copytree(built.root, tmp_path / "project"))


@pytest.fixture(scope="module")
def after(built: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Its site with another title."""
    project = Project(shutil.copytree(built.root, tmp_path_factory.mktemp("after") / "project"))
    project.edit("data/site.yml", TITLE, OTHER_TITLE)
    return tree(build(project.root, project.root.parent / "elsewhere").folder)


def _waiting_for(folder: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a build has written so many files, or has ended."""
    end = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < end:
        if sum(len(files) for _, _, files in os.walk(folder)) >= count:  # a folder may vanish meanwhile
            return
        time.sleep(0.005)


@pytest.mark.parametrize("files", [1, 30, 60, 90])
def test_a_killed_build_leaves_a_whole_site(project: Project, files: int, after: dict[str, bytes]) -> None:
    """However far it was; the next build works, and clears away what the killed one left."""
    before = tree(project.site)
    project.edit("data/site.yml", TITLE, OTHER_TITLE)
    process = subprocess.Popen(BUILD, cwd=project.root, stderr=subprocess.DEVNULL, start_new_session=True)
    _waiting_for(project.root / ".site.planbuilder", files, process)
    with contextlib.suppress(ProcessLookupError):  # a late one may have ended: then the new site is there
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert tree(project.site) in ((before,) if files == 1 else (before, after))
    assert tree(project.build()) == after
    assert not (project.root / ".site.planbuilder").exists()


def test_two_builds_at_once_leave_one_whole_site(project: Project) -> None:
    """Both end well, neither spoils the other's work, and nothing stays beside the site."""
    expected = tree(project.site)
    both = [subprocess.Popen(BUILD, cwd=project.root, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert tree(project.site) == expected
    assert not (project.root / ".site.planbuilder").exists()


def test_a_folder_that_cannot_be_written_is_told() -> None:
    """One sentence, and the old site stays."""
    with open_folder() as folder:
        project = climate(folder)
        project.build()
        before = tree(project.site)
        project.root.chmod(0o555)
        try:
            with ordinary_user(), pytest.raises(BuildError, match="nothing can be written here: Permission denied"):
                project.build()
        finally:
            project.root.chmod(0o755)
        assert tree(project.site) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for one site, but not for two."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here: that needs root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_the_old_site_stays(tmp_path: Path, small_disk: Path) -> None:
    """The build ends with one sentence; what it wrote is gone, so that the disk is not full for ever."""
    made = climate(tmp_path)
    site = build(made.root, small_disk / "site").folder
    before = tree(site)
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 200_000))
    with pytest.raises(BuildError, match="No space left on device"):
        build(made.root, small_disk / "site")
    assert tree(site) == before
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "site"]


def test_a_read_only_file_system_is_told(tmp_path: Path, small_disk: Path) -> None:
    """Root, too, is told in one sentence."""
    made = climate(tmp_path)
    site = build(made.root, small_disk / "site").folder
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(BuildError, match="nothing can be written here: Read-only file system"):
        build(made.root, small_disk / "site")
    assert (site / MARK).is_file()
