"""Abbreviations are spelled out where a page first uses them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

_LEFT_ALONE = r"<(a|h[1-6]|abbr|svg|summary|button|dt|caption|figcaption|code)\b.*?</\1>"
"""Elements in which an explanation would be in the way, or would change a name."""


@dataclass(frozen=True)
class Abbreviations:
    """What each abbreviation stands for in the reader's language."""

    meanings: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.meanings:
            return None
        longest_first = sorted(self.meanings, key=lambda word: (-len(word), word))
        words = "|".join(re.escape(word) for word in longest_first)
        return re.compile(rf"{_LEFT_ALONE}|<[^>]*>|(?<![\w-])(?P<word>{words})(?![\w-])", re.DOTALL)

    def explained(self, html: Markup) -> Markup:
        """The HTML with the first use of each abbreviation marked and explained."""
        if self._pattern is None:
            return html
        seen: set[str] = set()

        def explain(match: re.Match[str]) -> str:
            word = match["word"]
            if word is None or word in seen:
                return match[0]
            seen.add(word)
            return str(Markup('<abbr title="{}">{}</abbr>').format(self.meanings[word], word))

        return Markup(self._pattern.sub(explain, html))  # noqa: S704 – the input is markup, what is added is escaped
