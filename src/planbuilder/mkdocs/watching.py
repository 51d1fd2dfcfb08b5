"""Word of every save of a file that the site is made from."""

import threading
from pathlib import Path

from watchfiles import watch

WATCHED = ("data", "content", "locale", "theme_overrides", "mkdocs.yml")
QUIET_MS = 10
"""How long it has to be quiet before a burst of saves counts as one."""
LOOK_MS = 500
"""How often it is looked whether one of WATCHED itself came, went or is another file."""


def watch_saves(root: Path, saved: threading.Event, stop: threading.Event) -> None:
    """Set `saved` whenever a file of the project was saved, added or deleted, until `stop` is set.

    Files that editors' programs keep beside the saved one are not counted. Meant for a thread of its own.
    """
    while not stop.is_set():
        known = _tops(root)
        folders = [root / name for name in WATCHED if (root / name).is_dir()]
        if not folders:
            stop.wait(LOOK_MS / 1000)
            continue
        for changes in watch(*folders, step=QUIET_MS, rust_timeout=LOOK_MS, yield_on_timeout=True, stop_event=stop):
            moved = _tops(root) != known
            if changes or moved:
                saved.set()
            if moved:
                break


def _tops(root: Path) -> dict[str, tuple[int, int]]:
    """Which of WATCHED there are: a folder by its identity, a file also by its time, since many programs replace it."""
    found = {}
    for name in WATCHED:
        try:
            status = (root / name).stat()
        except OSError:
            continue
        found[name] = (status.st_ino, 0 if (root / name).is_dir() else status.st_mtime_ns)
    return found
