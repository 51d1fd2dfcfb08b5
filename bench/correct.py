"""Whether a tool wrote all that it was given: every page, and on the sampled ones every sentence and table cell."""

import html
import re
from collections.abc import Sequence
from pathlib import Path

from bench.tools import Article

_UNSEEN = re.compile(r"<(script|style|head|title)\b.*?</\1>|<[^>]+>|\s+", re.DOTALL)


class ShortError(Exception):
    """A tool wrote less than it was given."""


def text(page: str) -> str:
    """The text of a page or of a block, without any space: tools break lines in different places."""
    return re.sub(r"\s+", "", html.unescape(_UNSEEN.sub("", page)))


def check(site: Path, articles: Sequence[Article]) -> int:
    """How many texts were found on the sampled pages. Raises ShortError when one, or a page, is missing."""
    found = 0
    for article in articles:
        page = site / str(article["path"]) / "index.html"
        if not page.is_file():
            raise ShortError(f"{site}: there is no page {article['path'] or '(home)'}")
        shown = text(page.read_text("utf-8")) if article["blocks"] else ""
        for block in article["blocks"]:
            if text(html.escape(block)) not in shown:
                raise ShortError(f"{page} does not say {block!r}")
            found += 1
    if not found:
        raise ShortError(f"{site}: no page was compared word for word")
    return found
