"""The map of the site for search engines, with every language of every page."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr


def sitemap(address: str, paths: Iterable[str], languages: Mapping[str, str], fallback: frozenset[str]) -> str:
    """`sitemap.xml`. `languages` maps the language codes to their hreflang; `paths` are below a language folder.

    `fallback` holds `code/path` of pages that are mostly in the source language: they name that one as canonical
    and are left out.
    """
    base = address.rstrip("/")
    tags = tuple(languages.items())
    shown = ((path, tuple(tag for tag in tags if f"{tag[0]}/{path}" not in fallback)) for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(_entries(base, path, tags) for path, tags in shown)
        + "</urlset>\n"
    )


@lru_cache(maxsize=65_536)
def _entries(base: str, path: str, tags: tuple[tuple[str, str], ...]) -> str:
    """One page in each of its languages. The preview writes the same ones again and again."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(f"{base}/{code}/{path}")}/>'
        for code, tag in tags
    )
    return "".join(f"<url><loc>{escape(f'{base}/{code}/{path}')}</loc>{links}</url>\n" for code, _ in tags)


def robots(address: str) -> str:
    """`robots.txt`."""
    return f"User-agent: *\nAllow: /\nSitemap: {address.rstrip('/')}/sitemap.xml\n"
