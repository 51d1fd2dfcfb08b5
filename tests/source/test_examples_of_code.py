"""What stands in examples of code is no link and no picture; only what the converter takes for code is an example."""

import re

import markdown
import pytest

from planbuilder.source.examples import blanked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("`a\nb` c", "  \n   c"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("a \\`b` c", "a \\`b` c"),
        ("`a\\` b", "     b"),
        ("``a` b", "``a` b"),
        ("```text\nx\n```\ny", "       \n \n   \ny"),
        ("~~~\nx\n~~~\ny", "   \n \n   \ny"),
        ("````\n```\nx\n```\n````\ny", "    \n   \n \n   \n    \ny"),
        ("```\nx\n\ny", "```\nx\n\ny"),
        ("```\nx\n````\ny\n", "```\nx\n````\ny\n"),
    ],
)
def test_examples_are_blanked_and_all_else_stays(text: str, left: str) -> None:
    """Lines and columns too, so that a fault has its place; a fence or backtick that is not closed hides nothing."""
    assert blanked(text) == left


@pytest.mark.parametrize("text", ["a `b` c", "a ``b ` c`` d", "`a\nb` c", "a `b\n\nc` d", "a \\`b` c",
                                  "```text\nx\n```\ny", "~~~\nx\n~~~\ny", "````\n```\nx\n```\n````\ny", "```\nx\n\ny",
                                  "`a `` b` c", "```x``` y\n\nz"])  # fmt: skip
def test_the_converter_sees_the_same(text: str) -> None:
    """What is left is just what Python-Markdown does not show as code."""
    html = markdown.markdown(text, extensions=["fenced_code"])
    shown = re.sub(r"<code[^>]*>.*?</code>", "", html, flags=re.DOTALL)
    assert re.findall(r"[a-z]", re.sub(r"<[^>]+>", "", shown)) == re.findall(r"[a-z]", blanked(text))


@pytest.mark.parametrize("unit", ["`", "~", "```a\n", "```\n", "`a``b", "`\n\n", "\\`", "``` `\n"])
def test_a_page_of_nothing_but_backticks_is_read(unit: str) -> None:
    """As long as a page may be: an expression that goes back and forth over it would not come to an end."""
    text = (unit * 100_000)[:100_000]
    assert len(blanked(text)) == len(text)
