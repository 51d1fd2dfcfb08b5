"""Every link of the finished site leads somewhere: pages, anchors, files and assets, on what is published.

A link is what a browser, a search engine or a feed reader may follow: an attribute of the HTML, `url(…)` in a style
sheet, and the site's own address wherever it stands (`canonical`, `hreflang`, linked data, sitemap, calendars).
"""

import html as entities
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"<[a-zA-Z][a-zA-Z0-9]*+\s(?:[^>\"]++|\"[^\"]*+\")*+>")
_ATTRIBUTE = re.compile(r"""\s([a-zA-Z:-]++)=(?:"([^"]*+)"|([^\s"'>]++))""")
_LINKS = {"href", "src", "poster", "data", "action", "formaction"}
_STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']*)["']""")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ADDRESS_ENDS = r"[^\s\"'<>()\\\[\]{}|^`,;]*"
_TEXT = (".html", ".xml", ".json", ".csv", ".txt", ".ics", ".webmanifest", ".css")


@dataclass(frozen=True)
class PageLinks:
    """What one page or file offers and wants: its ids, and its links as (path from the site's root, anchor).

    `twice` are the ids that more than one element has: browsers and scripts would go to the wrong one.
    """

    path: str
    ids: frozenset[str]
    wanted: frozenset[tuple[str, str]]
    twice: frozenset[str] = frozenset()


def links_of(path: str, html: str, address: str = "") -> PageLinks:
    """Read a page's ids and links. `path` is its place (`en/about/index.html`), `address` that of the site."""
    ids: dict[str, int] = {}
    values: set[str] = set()
    for tag, times in Counter(_TAG.findall(html)).items():
        own, links = _said(tag)
        if links:
            values.update(links)
        for one in own:
            ids[one] = ids.get(one, 0) + times
    twice = frozenset(one for one, times in ids.items() if times > 1)
    return PageLinks(path, frozenset(ids), _wanted(path, html, values, address), twice)


@lru_cache(maxsize=65_536)
def _said(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids and the links in a tag. Most tags of a page stand on others too."""
    ids: list[str] = []
    links: list[str] = []
    for name, quoted, bare in _ATTRIBUTE.findall(tag):
        value = quoted or bare
        match name.lower():
            case "id":
                ids.append(entities.unescape(value))
            case "srcset":
                links += (part.split()[0] for part in value.split(",") if part.strip())
            case link if link in _LINKS or (link.startswith("data-") and value.startswith(("./", "../"))):
                links.append(value)
    return tuple(ids), tuple(links)


@lru_cache(maxsize=64)
def links_in(path: str, content: bytes, address: str) -> PageLinks:
    """Read the links of a file that is no page. The last ones are remembered: assets and the map of the site stay the
    same in most builds, and the map is large."""
    if not path.endswith(_TEXT):
        return PageLinks(path, frozenset(), frozenset())
    text = content.decode("utf-8", "replace")
    values = [one or other for one, other in _STYLE_ADDRESS.findall(text)] if path.endswith(".css") else []
    return PageLinks(path, frozenset(), _wanted(path, text, values, address))


def _wanted(path: str, text: str, values: Iterable[str], address: str) -> frozenset[tuple[str, str]]:
    """Where relative links and the site's own address lead."""
    base = urlsplit(address).path.rstrip("/") + "/"
    folder = posixpath.dirname(path)
    up = "../" * path.count("/")
    found = (_from_here(folder, entities.unescape(value), base, up) for value in values)
    here = ((place or path, anchor) for place, anchor in filter(None, found))
    return frozenset((*here, *_own(text, address)))


def _from_here(folder: str, href: str, base: str, up: str) -> tuple[str, str] | None:
    """The target of a link. Most begin by going `up` to the root of the site, and go on as on every other page."""
    rest = href.removeprefix(up)
    at_root = rest and href.startswith(up) and rest[0] not in "./#?" and not _OUTSIDE.match(rest)
    return _relative("", rest, base) if at_root else _relative(folder, href, base)


@lru_cache(maxsize=65_536)
def _relative(folder: str, href: str, base: str) -> tuple[str, str] | None:
    """The target of a link in a file of a folder; None for what leads out of the site or nowhere on purpose.

    An empty place is the file itself. `base` is the path of the site's address: the page for addresses that don't
    exist is served at any of them, so its links begin there.
    """
    if not href or _OUTSIDE.match(href):
        return None
    target, _, anchor = href.partition("#")
    target = unquote(target.split("?")[0])
    if not target:
        return "", unquote(anchor)
    if target.startswith("/"):
        inside = target.startswith(base)
        return _file(target.removeprefix(base) if inside else f"..{target}"), unquote(anchor)
    joined = posixpath.normpath(posixpath.join(folder, target))
    return _file(f"{joined}/" if target.endswith("/") or target in (".", "..") else joined), unquote(anchor)


def _file(place: str) -> str:
    """The file that a server sends for a place below the site's root."""
    place = place.removeprefix("./")
    return f"{place}index.html" if place.endswith("/") or not place else place


def _own(text: str, address: str) -> Iterator[tuple[str, str]]:
    """The places that the site's own address names, wherever it stands in a text."""
    base = address.rstrip("/")
    if not base or base not in text:
        return
    for found in set(_own_address(base).findall(text)):
        target, _, anchor = entities.unescape(found).rstrip(".:!?*_").partition("#")
        yield _file(unquote(target.split("?")[0]).removeprefix("/")), unquote(anchor)


@lru_cache(maxsize=8)
def _own_address(base: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(base)}(/{_ADDRESS_ENDS}|)(?![\w.:@-])")


def broken(pages: Iterable[PageLinks], files: Iterable[str]) -> list[str]:
    """Sentences about links that lead nowhere or to two places, in order. `files` are all files of the site."""
    return LinkCheck().broken(pages, files)


class LinkCheck:
    """Looks at the links of a site as often as it is built. While every page and file that links may lead to is there
    as it was, only pages that are new have to be looked at."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._ids: dict[str, frozenset[str]] = {}
        self._sound: dict[str, PageLinks] = {}

    def broken(self, pages: Iterable[PageLinks], files: Iterable[str]) -> list[str]:
        """Sentences about links that lead nowhere or to two places, in order. `files` are all files of the site."""
        by_path = {page.path: page for page in pages}
        ids = {path: page.ids for path, page in by_path.items()}
        present = set(files) | by_path.keys()
        if (present, ids) != (self._files, self._ids):
            self._files, self._ids, self._sound = present, ids, {}
        wanting: dict[str, list[str]] = {}
        for path, page in by_path.items():
            if self._sound.get(path) is page:
                continue
            faults = [*self._faults(page)]
            for why in faults:
                wanting.setdefault(why, []).append(path)
            if not faults:
                self._sound[path] = page
        return sorted(_sentence(why, sorted(places)) for why, places in wanting.items())

    def _faults(self, page: PageLinks) -> Iterator[str]:
        for one in page.twice:
            yield f'the id "{one}" stands there twice – rename the heading or the entry'
        for target, anchor in page.wanted:
            if target not in self._files:
                yield f"a link leads to {target}, and there is no such page or file"
            elif anchor and target.endswith(".html") and anchor not in self._ids.get(target, (anchor,)):
                yield f"a link leads to {target}#{anchor}, and that page has no such place"


def _sentence(why: str, places: list[str]) -> str:
    """One sentence for each thing that is missing, however many pages want it."""
    others = len(places) - 1
    return f"{places[0]}: {why}" + (f" (and on {others} more {'page' if others == 1 else 'pages'})" if others else "")
