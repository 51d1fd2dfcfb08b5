"""The project's own site, built once and served with the headers it will be published with, in real Chromium."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from planbuilder.mkdocs.serve import server_of

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class ServedSite:
    """A built site and the address that it is served at."""

    folder: Path
    address: str

    def pages(self, language: str = "") -> list[str]:
        """The addresses of all pages (of one language), in order."""
        files = sorted(self.folder.glob(f"{language or '*'}/**/index.html"))
        return [f"{self.address}/{file.parent.relative_to(self.folder).as_posix()}/" for file in files]


@pytest.fixture(scope="session")
def site(own_site: Path) -> Iterator[ServedSite]:
    """The site of this repository."""
    server = server_of(own_site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield ServedSite(own_site, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


WIDE: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been nowhere yet, for what is said of fetching, of history and of what is kept."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that keeps the site's files from page to page, for all else: a new one costs more than a test does."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """A new tab."""
    page = reader.new_page()
    yield page
    page.close()
