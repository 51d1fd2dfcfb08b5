"""No tool can win by writing less."""

from pathlib import Path

import pytest
from bench.correct import ShortError, check

ARTICLES = (
    {"path": "", "blocks": ["Home & garden", "1,234"]},
    {"path": "a/b", "blocks": []},
)


def _site(folder: Path, home: str) -> Path:
    (folder / "a/b").mkdir(parents=True)
    (folder / "a/b/index.html").write_text("<p>B</p>", "utf-8")
    (folder / "index.html").write_text(f"<title>1,234</title><article>{home}</article>", "utf-8")
    return folder


def test_all_texts_are_found_whatever_the_tool_makes_of_lines_and_tags(tmp_path: Path) -> None:
    """Two texts, in other tags and on other lines."""
    assert check(_site(tmp_path, "<h1>Home\n&amp; <b>garden</b></h1><td>1,234</td>"), ARTICLES) == 2


def test_a_missing_cell_is_found_out(tmp_path: Path) -> None:
    """A text of the head is none of the page's."""
    with pytest.raises(ShortError, match="does not say '1,234'"):
        check(_site(tmp_path, "<h1>Home &amp; garden</h1>"), ARTICLES)


def test_a_missing_page_is_found_out(tmp_path: Path) -> None:
    """Also one of which no text is compared."""
    folder = _site(tmp_path, "<h1>Home &amp; garden</h1><td>1,234</td>")
    (folder / "a/b/index.html").unlink()
    with pytest.raises(ShortError, match="there is no page a/b"):
        check(folder, ARTICLES)
