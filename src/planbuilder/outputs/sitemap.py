"""The map of the site for search engines, with every language of every page."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr


def sitemap(address: str, paths: Iterable[str], languages: Mapping[str, str], fallback: frozenset[str]) -> str:
    """`sitemap.xml`. `languages` maps the language codes to their hreflang; `paths` are below a language folder.

    `fallback` holds `code/path` of pages that are mostly in the source language: they name that one as canonical
    and are left out.
    """
    base = address.rstrip("/")
    entries: list[str] = []
    for path in sorted(paths):
        shown = [code for code in languages if f"{code}/{path}" not in fallback]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(languages[code])} '
            f"href={quoteattr(f'{base}/{code}/{path}')}/>"
            for code in shown
        )
        entries.extend(f"<url><loc>{escape(f'{base}/{code}/{path}')}</loc>{links}</url>\n" for code in shown)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(entries)
        + "</urlset>\n"
    )


def robots(address: str) -> str:
    """`robots.txt`."""
    return f"User-agent: *\nAllow: /\nSitemap: {address.rstrip('/')}/sitemap.xml\n"
