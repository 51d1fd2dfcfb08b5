"""Every link of the finished site leads somewhere: pages, anchors, files and assets, on the final HTML."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

_SAID = re.compile(r'\s(?:id="([^"]*)"|(?:href|src)="([^"]*)")')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True)
class PageLinks:
    """What one page offers and wants: its ids, and its links as (path from the site's root, anchor)."""

    path: str
    ids: frozenset[str]
    wanted: frozenset[tuple[str, str]]


def links_of(path: str, html: str) -> PageLinks:
    """Read a page's ids and links. `path` is the file's place (`en/about/index.html`)."""
    folder = posixpath.dirname(path)
    said = set(_SAID.findall(html))
    wanted = (_resolved(href.replace("&amp;", "&"), path, folder) for _, href in said if href)
    return PageLinks(path, frozenset(id_ for id_, href in said if not href), frozenset(filter(None, wanted)))


def _resolved(href: str, path: str, folder: str) -> tuple[str, str] | None:
    """What a link of a page leads to: path from the site's root, and anchor. None for what lies outside."""
    if _OUTSIDE.match(href):
        return None
    target, _, anchor = href.partition("#")
    target = unquote(target.partition("?")[0])
    if target.startswith("/"):
        return None  # the pages that are served at any address use the site's own base
    if not target:
        resolved = path
    else:
        resolved = posixpath.normpath(posixpath.join(folder, target))
        if target.endswith("/") or target in (".", ".."):
            resolved = posixpath.join(resolved, "index.html") if resolved != "." else "index.html"
    return resolved, unquote(anchor)


def broken(pages: Iterable[PageLinks], files: Iterable[str]) -> list[str]:
    """Sentences about links that lead nowhere, in order. `files` are all files of the site."""
    by_path = {page.path: page for page in pages}
    present = set(files) | set(by_path)
    wanting: dict[str, list[str]] = {}
    for page in by_path.values():
        for target, anchor in page.wanted:
            if target not in present:
                wanting.setdefault(f"a link leads to {target}, and there is no such page or file", []).append(page.path)
            elif anchor and target in by_path and anchor not in by_path[target].ids:
                why = f"a link leads to {target}#{anchor}, and that page has no such place"
                wanting.setdefault(why, []).append(page.path)
    return sorted(_sentence(why, sorted(places)) for why, places in wanting.items())


def _sentence(why: str, places: list[str]) -> str:
    """One sentence for each thing that is missing, however many pages want it."""
    others = len(places) - 1
    return f"{places[0]}: {why}" + (
        f" ({others} more {'page links' if others == 1 else 'pages link'} to it)" if others else ""
    )
