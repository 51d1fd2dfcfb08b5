"""A site changes in one step or not at all."""

import os
import threading
from pathlib import Path

import pytest

from planbuilder.outputs.staging import MARK, StagingError, prepare


def _publish(target: Path, words: str, files: int = 1) -> None:
    staging = prepare(target)
    for number in range(files):
        (staging.folder / f"{number}.html").write_text(words, "utf-8")
    staging.publish()
    staging.discard()


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    """Nothing of the old site remains, and nothing is left beside the new one."""
    target = tmp_path / "site"
    _publish(target, "old", files=3)
    _publish(target, "new")
    assert sorted(path.name for path in target.iterdir()) == sorted(["0.html", MARK])
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_discarded_build_leaves_the_site_alone(tmp_path: Path) -> None:
    """What was written beside the target goes; the target stays."""
    target = tmp_path / "site"
    _publish(target, "old")
    staging = prepare(target)
    (staging.folder / "0.html").write_text("half", "utf-8")
    staging.discard()
    assert (target / "0.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_tree_of_a_killed_build_is_removed_by_the_next(tmp_path: Path) -> None:
    """A folder whose process is gone does not stay for ever."""
    target = tmp_path / "site"
    gone = tmp_path / ".site.planbuilder" / "999999999"
    gone.mkdir(parents=True)
    (gone / "0.html").write_text("half", "utf-8")
    _publish(target, "new")
    assert not gone.exists()


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_a_site_can_be_read_by_all_and_written_by_its_owner_alone(tmp_path: Path, mask: int) -> None:
    """Whatever the umask of the one who builds."""
    before = os.umask(mask)
    try:
        _publish(tmp_path / "site", "words")
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "site").iterdir()}
    assert modes == {0o644}
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_target_that_is_no_folder_is_refused(tmp_path: Path, kind: str) -> None:
    """A file or a symbolic link at the target is left as it is."""
    target = tmp_path / "site"
    if kind == "file":
        target.write_text("mine", "utf-8")
    else:
        (tmp_path / "elsewhere").mkdir()
        target.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StagingError, match="is not a folder"):
        prepare(target)


def test_a_reader_finds_one_whole_site_at_any_moment(tmp_path: Path) -> None:
    """While sites replace each other, every reader sees files that belong together."""
    target = tmp_path / "site"
    _publish(target, "0", files=2)
    mixed: list[set[str]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            folder = os.open(target, os.O_RDONLY)
            try:
                words = set()
                for name in ("0.html", "1.html"):
                    file = os.open(name, os.O_RDONLY, dir_fd=folder)
                    words.add(os.read(file, 10).decode())
                    os.close(file)
                mixed.extend([words] if len(words) > 1 else [])
            except FileNotFoundError:
                pass  # the tree that this reader had opened was removed: it opens the new one
            finally:
                os.close(folder)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 30):
        _publish(target, str(number), files=2)
        assert target.is_dir()
    done.set()
    reader.join()
    assert mixed == []
