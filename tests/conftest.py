"""What the whole test run shares: its options, and one browser."""

import fcntl
import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from planbuilder.mkdocs.build import build
from tests.safety import hostile

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")  # a busy machine is slow, not wrong

gc.set_threshold(50_000, 20, 50)  # the tests' own objects are many, and stay: they need no looking through all the time

ROOT = Path(__file__).parents[1]
CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, to be read in the diff")


def once_for_all(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once, for all workers: nobody may write there."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / name
        if not folder.exists():
            half = shared / f"{name}.half"  # so that nobody takes a failed attempt for the whole
            shutil.rmtree(half, ignore_errors=True)
            make(half)
            half.rename(folder)
    return folder


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this repository's site."""
    return once_for_all(tmp_path_factory, "own-site", lambda folder: build(ROOT, folder))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which every text is a stranger's worst."""
    words = hostile.hostile_words(reverse=False)
    return once_for_all(tmp_path_factory, "hostile", lambda folder: hostile.build(folder, words)) / "project" / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless. One for the whole run: a second Playwright in the same process can't start."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield opened
        opened.close()
