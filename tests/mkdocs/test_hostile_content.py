"""Content is a stranger's pull request: whatever stands in a text, the page stays inert."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.sites import climate

HOSTILE = [
    "<svg onload=window.__xss=1>",
    '" autofocus onfocus=window.__xss=1 x="',
    "</script><script>window.__xss=1</script>",
    "<style>*{display:none}</style>",
    "{{ 7*191 }}{% raw %}",
    "%(name)s %s {0.__class__}",
]


class _Dangers(HTMLParser):
    """What a browser would run or be styled by: handlers, inline scripts and styles, frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        data = ("type", "application/ld+json") in attrs  # a data block: browsers do not run it
        runs = tag == "script" and "src" not in names and not data
        inline = runs or tag in ("style", "iframe", "object", "embed", "base")
        handlers = [name for name in names if name.startswith("on") or name == "style"]
        if inline or handlers:
            self.found.append(f"{tag} {handlers}")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_titles_are_shown_as_words(tmp_path: Path, words: str) -> None:
    """In a title, a summary, a unit and an organisation's name: every page escapes them, in both languages."""
    project = climate(tmp_path)
    quoted = "'" + words.replace("'", "''") + "'"
    project.edit("data/riverbank/plans/2025-2030/priorities/1-warm-homes.yml", "title: Warm homes", f"title: {quoted}")
    project.edit("data/riverbank/measures/emissions.yml", "short: Emissions", f"short: {quoted}")
    project.edit("data/organisations.yml", "name: Riverbank Council", f"name: {quoted}")
    project.edit("data/units.yml", "other: tonnes", f"other: {quoted}")
    site = project.build()
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        reader = _Dangers()
        reader.feed(html)
        assert reader.found == [], path
        assert "1337" not in html, path
