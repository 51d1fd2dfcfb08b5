"""planbuilder's own pages as Markdown, so that the others have the same article text: `articles.py SITE LINES`.

Runs in the environment of the tools, which has what it takes. Each line of the result is one page as JSON: path,
title, description, markdown, and for every few pages `blocks`, the texts of its paragraphs, headings, list items and
table cells, which every tool's page must show. Links and drawings are left out: the others need not make them.
"""

import html
import json
import re
import sys
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from html_to_markdown import ConversionOptions, convert

SAMPLED = 40
"""How many pages are compared word for word."""
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "th", "td", "dt", "dd", "caption")
_NOT_TEXT = ("nav", "script", "svg", "form", "button", "template")
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_LINK = re.compile(r"</?a\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_MARKDOWN = ConversionOptions(extract_metadata=False, exclude_selectors=[*_NOT_TEXT], list_indent_width=4)


def blocks(article: str) -> list[str]:
    """The texts of all blocks that hold no other block."""
    found = BeautifulSoup(article, "html.parser")
    for part in found.find_all(_NOT_TEXT):
        part.decompose()
    leaves = (block for block in found.find_all(_BLOCKS) if not block.find(_BLOCKS))
    return [text for block in leaves if (text := block.get_text().strip())]


def described(path: str, page: str, sampled: bool) -> dict[str, Any]:
    """One page."""
    found = _ARTICLE.search(page)
    if found is None:
        raise SystemExit(f"{path}: the page has no article")
    article = _LINK.sub("", found[0])
    title, description = _TITLE.search(article), _DESCRIPTION.search(page)
    return {
        "path": path,
        "title": html.unescape(_TAG.sub("", title[1])).strip() if title else path,
        "description": html.unescape(description[1]) if description else "",
        "markdown": convert(article, _MARKDOWN).content,
        "blocks": blocks(article) if sampled else [],
    }


def main(site: Path, lines: Path) -> None:
    """Write a line for every page of the English edition."""
    edition = site / "en"
    pages = sorted(edition.rglob("index.html"))
    every = max(1, len(pages) // SAMPLED)
    with lines.open("w", encoding="utf-8") as file:
        for place, page in enumerate(pages):
            path = page.parent.relative_to(edition).as_posix().removeprefix(".")
            file.write(json.dumps(described(path, page.read_text("utf-8"), place % every == 0)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
