"""What a page weighs when a server has compressed it: a budget for each kind of page, and for what it loads."""

import gzip
import hashlib
import re
from functools import cache
from pathlib import Path

from planbuilder.outputs.headers import ASSETS, CACHED, headers_file

KB = 1024
FIRST_VIEW = 60 * KB
"""HTML, style sheets and scripts that a page loads on its own."""
OVERVIEW = 40 * KB
THREE_CHARTS = 12 * KB

_PLAN = r"\w\w/[^/]+/[^/]*\d{4}[^/]*/"
_REPORT = r"\w\w/[^/]+/reports/[^/]+/"
HTML = {
    "front door": (r"", 6),
    "home": (r"\w\w/", 6),
    "prose": (r"\w\w/(about|privacy)/", 9),
    "for editors": (r"\w\w/for-editors(/[^/]+)?/", 10),
    "register": (r"\w\w/(a-z|about-the-data|glossary)/", 18),
    "what changed": (r"\w\w/(.+/)?changes/", 9),
    "of the site": (r"\w\w/(accessibility|completeness|due|how-we-judge-progress|open-data|search|translations)/", 9),
    "partnership": (r"\w\w/[^/]+/", 13),
    "history": (r"\w\w/[^/]+/history/", 8),
    "measures": (r"\w\w/[^/]+/([^/]+/)?measures/", 9),
    "measure": (r"\w\w/[^/]+/measures/[^/]+/", 10),
    "get involved": (r"\w\w/[^/]+/([^/]+/)?get-involved/", 12),
    "report": (_REPORT, 10),
    "part of a report": (rf"{_REPORT}.+/", 15),
    "achievements": (rf"{_PLAN}achievements/", 10),
    "commitments": (rf"{_PLAN}(commitments|status)/", 8),
    "consultation": (rf"{_PLAN}consultation/", 13),
    "about a plan": (rf"{_PLAN}about/", 10),
    "section": (rf"{_PLAN}about/[^/]+/", 10),
    "summary": (rf"{_PLAN}summary/", 8),
    "whole plan on one page": (rf"{_PLAN}print/", 50),
    "plan": (_PLAN, 10),
    "priority": (rf"{_PLAN}[^/]+/", 13),
}
"""Each kind of page, by its path, and how many KB its HTML may have. The first kind that fits counts."""

STYLES = 12
SCRIPTS = 6
ON_DEMAND = {"search.js": 12, "plotly.js": 400, "plotly.css": 1}
"""Fetched when a reader opens the search or explores a chart."""
FONTS = {"nastaliq.woff2": 180, "gurmukhi.woff2": 12, "gurmukhi-bold.woff2": 12}
"""Fetched by pages in Urdu and Punjabi alone, on devices that have no such letters."""

_LOADED = re.compile(r'<(?:script[^>]*? src|link rel="stylesheet"[^>]*? href)="([^"]+)"')
_FIGURE = re.compile(r'<figure class="pb-chart".*?</figure>', re.DOTALL)
_HASHED = re.compile(r"(?P<name>[\w-]+)\.(?P<hash>[0-9a-f]{8})(?P<ending>\.\w+)")
_BLOCK = re.compile(r"\{[^{}]*\}")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


@cache
def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def _path(site: Path, page: Path) -> str:
    return page.parent.relative_to(site).as_posix().removeprefix(".") + "/" * (page.parent != site)


def _kind(path: str) -> str:
    return next((kind for kind, (pattern, _) in HTML.items() if re.fullmatch(pattern, path)), "none")


def _loaded(page: Path) -> set[Path]:
    """The style sheets and scripts that a page loads on its own."""
    return {(page.parent / href).resolve() for href in _LOADED.findall(page.read_text("utf-8"))}


def _assets(site: Path) -> dict[str, Path]:
    """The files in `assets/` by the names they had before the hash."""
    found = {file: _HASHED.fullmatch(file.name) for file in (site / "assets").iterdir()}
    assert [file.name for file, match in found.items() if match is None] == []
    return {f"{match['name']}{match['ending']}": file for file, match in found.items() if match}


def test_every_page_keeps_to_the_budget_of_its_kind(site: Path) -> None:
    """In every language. A kind of page that has no budget yet is found out here."""
    weights = {path: _packed(page) for page in site.rglob("index.html") for path in [_path(site, page)]}
    kinds = {path: _kind(path) for path in weights}
    assert {*kinds.values()} == {*HTML}
    assert {path: weight for path, weight in weights.items() if weight > HTML[kinds[path]][1] * KB} == {}


def test_styles_and_scripts_of_every_page_keep_to_theirs(site: Path) -> None:
    """One style sheet for all pages; little script, also where charts can be explored."""
    loaded = {frozenset(_loaded(page)) for page in site.rglob("index.html")}
    for files in loaded:
        assert {file.parent for file in files} == {(site / "assets").resolve()}
        assert sum(_packed(file) for file in files if file.suffix == ".css") <= STYLES * KB
        assert sum(_packed(file) for file in files if file.suffix == ".js") <= SCRIPTS * KB
    assert len({file for files in loaded for file in files if file.suffix == ".css"}) == 1


def test_what_is_fetched_on_demand_has_a_budget(site: Path) -> None:
    """And no page loads it on its own. Every file in assets/ is one of these, or counted with the pages."""
    assets = _assets(site)
    counted = {file.name for page in site.rglob("index.html") for file in _loaded(page)}
    assert counted.isdisjoint(assets[name].name for name in {**ON_DEMAND, **FONTS})
    others = {name for name, file in assets.items() if file.name not in counted}
    assert others - {*ON_DEMAND, *FONTS} <= {"favicon.svg", "nastaliq-licence.txt", "gurmukhi-licence.txt"}
    weights = {name: _packed(assets[name]) for name in {**ON_DEMAND, **FONTS}}
    assert {name: size for name, size in weights.items() if size > {**ON_DEMAND, **FONTS}[name] * KB} == {}


def test_only_pages_in_urdu_and_punjabi_name_a_font(site: Path) -> None:
    """A reader of Latin letters fetches none: the families are asked for by language alone, and nothing preloads."""
    styles = _assets(site)["site.css"].read_text("utf-8")
    families = {*re.findall(r'@font-face\{font-family:"?([^";]+)"?;', styles)}
    assert families == {"pb Nastaliq", "pb Gurmukhi"}
    naming = re.findall(r'([^{}]*)\{[^{}]*"?pb (?:Nastaliq|Gurmukhi)"?[^{}]*\}', styles)
    assert all("@font-face" in rule or re.search(r":lang\((ur|pa)\)", rule) for rule in naming)
    assert [page for page in site.rglob("*.html") if "preload" in page.read_text("utf-8")] == []


def test_every_first_view_is_light(site: Path) -> None:
    """At most 60 KB, whichever page a reader comes to first, in whichever language; the overview of a plan 40."""
    for page in site.rglob("index.html"):
        weight = _packed(page) + sum(map(_packed, _loaded(page)))
        assert weight <= (OVERVIEW if _kind(_path(site, page)) == "plan" else FIRST_VIEW), page


def test_three_charts_cost_little(site: Path) -> None:
    """Picture, words and table of three charts are at most 12 KB of their page, on every page that has as many."""
    seen = 0
    for page in site.glob("en/**/index.html"):
        html = page.read_text("utf-8")
        count = len(_FIGURE.findall(html))
        if count < 3:
            continue
        seen += 1
        without = len(gzip.compress(_FIGURE.sub("", html).encode(), 9, mtime=0))
        assert (_packed(page) - without) * 3 <= THREE_CHARTS * count, page
    assert seen > 3


def test_the_style_sheet_holds_only_what_is_used(site: Path) -> None:
    """Each class is on a page of this site, or in a template or program that can put it on one.

    A class that is put together (`pb-notice--` and a word, `pb-chart__c` and a number) has its parts there.
    """
    styles = _BLOCK.sub("{}", _assets(site)["site.css"].read_text("utf-8"))
    shown = {
        name
        for page in site.rglob("*.html")
        for value in re.findall(r'class="([^"]*)"', page.read_text("utf-8"))
        for name in value.split()
    }
    sources = _sources()
    left = {name for name in _CLASS.findall(styles) if name not in shown and not _can_be_made(name, sources)}
    assert left <= {"focus-visible"}  # Material's ":not(.focus-visible)", which always holds


def _sources() -> str:
    root = Path(__file__).parents[2]
    files = (file for folder in ("src/planbuilder", "theme_overrides") for file in (root / folder).rglob("*"))
    wanted = (file for file in files if file.suffix in (".html", ".js", ".py") and "assets" not in file.parts)
    return "\n".join(file.read_text("utf-8") for file in wanted)


def _can_be_made(name: str, sources: str) -> bool:
    stem, modifier = name.rstrip("0123456789"), name.rpartition("--")[2]
    written = name in sources or (stem != name and stem in sources)
    return written or (f'"{modifier}"' in sources and name.removesuffix(modifier) in sources)


def test_what_may_be_kept_for_ever_is_named_after_its_content(site: Path) -> None:
    """The hash in the name is that of the bytes, and only what lies in assets/ may be kept."""
    for file in (site / "assets").iterdir():
        match = _HASHED.fullmatch(file.name)
        assert match, file
        assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(match["hash"]), file
    kept = [rule for rule in (site / "_headers").read_text("utf-8").split("\n\n") if "Cache-Control" in rule]
    assert kept == [f"{ASSETS}*\n  Cache-Control: {CACHED}\n"]
    assert (site / "_headers").read_text("utf-8") == headers_file()
    assert "immutable" in CACHED


def test_every_name_of_an_asset_is_that_of_a_file(site: Path) -> None:
    """In pages, style sheets and scripts: a new version has a new address everywhere, or the old one would stay."""
    files = {file.name for file in (site / "assets").iterdir()}
    texts = [*site.rglob("*.html"), *(site / "assets").glob("*.css")]
    named = {
        name for file in texts for name in re.findall(r"(?:assets/|url\(\"?(?:\./)?)([\w.-]+)", file.read_text("utf-8"))
    }
    assert len(named) > 5
    assert named - files == set()
