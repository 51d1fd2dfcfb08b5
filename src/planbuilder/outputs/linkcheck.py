"""Every link of the finished site leads somewhere: pages, anchors, files and assets, on the final HTML."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

_TARGET = re.compile(r'(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
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
    wanted = set()
    for raw in set(_TARGET.findall(html)):
        href = raw.replace("&amp;", "&")
        if not href or _OUTSIDE.match(href):
            continue
        target, _, anchor = href.partition("#")
        target = unquote(target.split("?")[0])
        if not target:
            resolved = path
        elif target.startswith("/"):
            continue  # the pages that are served at any address use the site's own base
        else:
            resolved = posixpath.normpath(posixpath.join(folder, target))
            if target.endswith("/") or target in (".", ".."):
                resolved = posixpath.join(resolved, "index.html") if resolved != "." else "index.html"
        wanted.add((resolved, unquote(anchor)))
    return PageLinks(path, frozenset(_ID.findall(html)), frozenset(wanted))


def broken(pages: Iterable[PageLinks], files: Iterable[str]) -> list[str]:
    """Sentences about links that lead nowhere, in order. `files` are all files of the site."""
    by_path = {page.path: page for page in pages}
    present = set(files) | set(by_path)
    found = []
    for page in by_path.values():
        for target, anchor in page.wanted:
            if target not in present:
                found.append(f"{page.path}: a link leads to {target}, and there is no such page or file")
            elif anchor and target in by_path and anchor not in by_path[target].ids:
                found.append(f"{page.path}: a link leads to {target}#{anchor}, and that page has no such place")
    return sorted(found)
