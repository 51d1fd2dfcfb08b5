"""The site's own prose: what MkDocs made of its Markdown, cleaned and made to fit any screen."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import nh3
from markdown.extensions.toc import slugify
from markupsafe import Markup, escape

from planbuilder.i18n import Language
from planbuilder.pages.draft import Draft
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.markdown import with_links
from planbuilder.pages.page import Link, Page

Pages = Mapping[str, Mapping[str, Page]]
"""Prose as it was written: path → language → page."""

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "h2", "h3", "h4", "blockquote", "br", "code", "pre", "hr",
         "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "abbr"}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "abbr": {"title"}, "th": {"scope"}}
_SCHEMES = {"http", "https", "mailto", "tel", "ref"}
_BLOCK = re.compile(r"<(h[2-4]|table|pre)\b[^>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_OTHER_SITE = re.compile(r"[\s\\/]*[\\/]{2}")
_WRAPS_ITSELF = '<pre><code class="language-text">'
"""Messages are wrapped like any text; the lines of a file are not, since in them an indent means something."""


def cleaned(html: str, title: str) -> Markup:
    """Clean HTML of a page of prose. What is wider than a phone scrolls by itself, by keyboard too."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        allowed_classes={"code": {"language-text"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return Markup(_scrolling(clean, title))  # noqa: S704 – cleaned above


def _kept(_tag: str, name: str, value: str) -> str | None:
    """An attribute's value; no address that looks like a place on this site and is another site (`//…`, `/\\…`)."""
    elsewhere = name == "href" and _OTHER_SITE.match(value)
    return None if elsewhere else value


def heading_id(heading: str, separator: str) -> str:
    """The id of a heading, for links to it. It begins with a letter, since checkers and style sheets expect one."""
    words = slugify(heading, separator)
    return words if words[:1].isalpha() else f"part{separator}{words}".rstrip(separator)


def drafts(pages: Pages, editions: Mapping[str, Edition]) -> dict[str, dict[str, Draft]]:
    """Each page of prose in each language: path → language → draft."""
    return {path: {code: _draft(pages, path, edition) for code, edition in editions.items()} for path in pages}


def linked(edition: Edition, page: Page) -> Page:
    """The page with its `ref:` links made into links of one language: `ref:glossary/`, or the key of an entity."""
    return replace(page, body=with_links(page.body, edition.resolve))


def _draft(pages: Pages, path: str, edition: Edition) -> Draft:
    """A page of prose as one language shows it, the page above it in its trail."""
    above = f"{path.rstrip('/').rpartition('/')[0]}/"
    trail = (Link(above, _in_language(pages[above], edition.language).heading),) if above in pages else ()
    page = replace(_in_language(pages[path], edition.language), breadcrumb=(home_link(edition), *trail))
    return Draft(edition, linked, (page,), in_list=False)


def _in_language(written: Mapping[str, Page], language: Language) -> Page:
    """The page that was written in a language; else that of the source, marked as such."""
    own = written.get(language.code)
    return own or _foreign(written[language.source], language.code)


def _foreign(page: Page, code: str) -> Page:
    body = Markup('<div lang="{}" dir="ltr">{}</div>').format(page.language, page.body)
    heading = Markup('<span lang="{}" dir="ltr">{}</span>').format(page.language, page.heading)
    return replace(page, language=code, foreign=1.0, body=body, heading=heading)


def _scrolling(html: str, title: str) -> str:
    """Every table in a region and all code in a group that can have the focus, named after the heading above it.

    A region is a landmark, so no two of them may have one name.
    """
    heading = str(escape(title))
    seen: Counter[str] = Counter()

    def wrapped(match: re.Match[str]) -> str:
        nonlocal heading
        block, tag = match[0], match[1]
        if tag == "table":
            seen[heading] += 1
            name = heading if seen[heading] == 1 else f"{heading} ({seen[heading]})"
            return f'<section class="pb-table" tabindex="0" aria-label="{name}">{block}</section>'
        if tag == "pre":
            focus = f' role="group" tabindex="0" aria-label="{heading}"'
            return block if block.startswith(_WRAPS_ITSELF) else f'<div class="pb-code"{focus}>{block}</div>'
        heading = _TAG.sub("", block).replace('"', "&quot;")
        return block

    return _BLOCK.sub(wrapped, html)
