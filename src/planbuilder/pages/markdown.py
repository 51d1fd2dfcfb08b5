"""The small Markdown subset of prose fields, made into clean HTML once for each text."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import groupby

import markdown
import nh3
from markupsafe import Markup

from planbuilder.source.links import address_fault

TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "h2", "h3", "h4", "blockquote", "br", "code", "hr"}
"""Everything else is dropped; tables and pictures have fields of their own."""

SCHEMES = {"http", "https", "mailto", "tel", "ref"}


@cache
def _converter() -> markdown.Markdown:
    """Made once: that takes as long as converting a paragraph."""
    converter = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")  # markup in prose is shown as it is written
    converter.inlinePatterns.deregister("html")
    return converter


_LINE = r"[^\W\d_][^\x00-\x1f\x7f-\xa0\\`*_<>&#=~^|\[\]{}]*(?<! )"
_PLAIN = re.compile(rf"{_LINE}(?:\n{_LINE})*")
"""A paragraph without anything that Markdown or HTML would read as more than letters: most of a plan."""


@lru_cache(maxsize=20_000)
def _html(source: str) -> str:
    """Plain paragraphs need no converter. The others are converted together, for a list may go on after an empty line;
    so is everything where links may be explained further down, or where lines hold nothing but spaces."""
    blocks = source.split("\n\n")
    if "]:" in source or not all(map(str.strip, blocks)):
        return _converted(source)
    runs = groupby(blocks, _is_plain)
    return "\n".join(filter(None, (_paragraphs(run) if plain else _converted("\n\n".join(run)) for plain, run in runs)))


def _is_plain(block: str) -> bool:
    return _PLAIN.fullmatch(block) is not None


def _paragraphs(blocks: Iterable[str]) -> str:
    return "\n".join(f"<p>{block}</p>" for block in blocks)


def _converted(source: str) -> str:
    return nh3.clean(
        _converter().reset().convert(source),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_publishable,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _publishable(_tag: str, _name: str, address: str) -> str | None:
    """The address of a link, if it may be published. In data that was checked; in a translation nobody did."""
    return None if address_fault(address) else address


_HEADING = re.compile(r"<(/?)h([2-4])>")
_LINK = re.compile(r'href="ref:([^"#]+)(#[^"]*)?"')


def to_html(source: str, resolve: Callable[[str], str], deeper: int = 0) -> Markup:
    """Clean HTML of a prose text.

    `resolve` gives the link for the key in `ref:key`. `deeper` pushes headings down by so many levels, where the
    text stands below a heading of the page.
    """
    html = _html(source)
    if deeper:
        html = _HEADING.sub(lambda m: f"<{m[1]}h{min(6, int(m[2]) + deeper)}>", html)
    return with_links(html, resolve)


def with_links(html: str, resolve: Callable[[str], str]) -> Markup:
    """Clean HTML with every `ref:key` made into the link that `resolve` gives for the key."""
    return Markup(_LINK.sub(lambda m: f'href="{resolve(m[1])}{m[2] or ""}"', html))  # noqa: S704 – cleaned by nh3
