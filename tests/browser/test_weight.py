"""What a page weighs: gzip sizes of what its first view needs, fonts aside."""

import gzip
import re
from pathlib import Path

import pytest

from tests.browser.conftest import ServedSite

pytestmark = pytest.mark.browser

KB = 1024
FIRST_VIEW = 60 * KB
OVERVIEW = 40 * KB
THREE_CHARTS = 12 * KB
_LOADED = re.compile(r'<(?:script[^>]*? src|link rel="stylesheet"[^>]*? href)="([^"]+)"')
_FIGURE = re.compile(r'<figure class="pb-chart".*?</figure>', re.DOTALL)


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def _first_view(folder: Path, page: Path, sizes: dict[Path, int]) -> int:
    """HTML, style sheets and scripts that the page loads on its own."""
    html = page.read_bytes()
    loaded = {(page.parent / href).resolve() for href in _LOADED.findall(html.decode("utf-8"))}
    assert loaded, page
    for file in loaded - sizes.keys():
        assert file.is_relative_to(folder.resolve())
        sizes[file] = _packed(file.read_bytes())
    return _packed(html) + sum(sizes[file] for file in loaded)


def test_every_first_view_is_light(site: ServedSite) -> None:
    """At most 60 KB, whichever page a reader comes to first, in whichever language."""
    sizes: dict[Path, int] = {}
    heavy = {
        page.relative_to(site.folder).as_posix(): weight
        for page in site.folder.glob("*/**/index.html")
        if (weight := _first_view(site.folder, page, sizes)) > FIRST_VIEW
    }
    assert {file.suffix for file in sizes} == {".css", ".js"}
    assert heavy == {}


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_the_overview_of_a_plan_is_lighter_still(site: ServedSite, language: str) -> None:
    """At most 40 KB: it is what most readers see first."""
    page = site.folder / language / "safer-peterborough" / "2017-2020" / "index.html"
    assert _first_view(site.folder, page, {}) <= OVERVIEW


def test_three_charts_cost_little(site: ServedSite) -> None:
    """Picture, words and table of three charts are at most 12 KB of their page, on every page that has as many."""
    seen = 0
    for page in site.folder.glob("en/**/index.html"):
        html = page.read_text("utf-8")
        count = len(_FIGURE.findall(html))
        if count < 3:
            continue
        seen += 1
        cost = _packed(html.encode()) - _packed(_FIGURE.sub("", html).encode())
        assert cost * 3 <= THREE_CHARTS * count, page
    assert seen > 3
