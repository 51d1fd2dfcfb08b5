"""Prose is divided into the pieces that translators work on."""

import pytest

from planbuilder.i18n.passages import paragraphs


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("One.\n\nTwo.", ("One.", "Two.")),
        ("One\nline.\n \n\n\nTwo.", ("One line.", "Two.")),
        ("## Heading\n\nText", ("## Heading", "Text")),
        ("## Heading\nText", ("## Heading\nText",)),
        ("- a\n  goes on\n- b", ("- a goes on\n- b",)),
        ("- a\n\n- b\n\n  more of b\n\nAfter", ("- a\n\n- b\n\n  more of b", "After")),
        ("1. a\n2. b", ("1. a\n2. b",)),
        ("hard  \nbreak", ("hard  \nbreak",)),
        ("> said\n> more", ("> said\n> more",)),
    ],
)
def test_pieces(markdown: str, expected: tuple[str, ...]) -> None:
    """Blank lines divide, lists stay whole, and lines broken to fit an editor are joined."""
    assert paragraphs(markdown) == expected


def test_rewrapping_changes_nothing() -> None:
    """An editor who breaks the lines anew makes no translation stale."""
    assert paragraphs("a b\nc d\n\ne") == paragraphs("a\nb c d\n\ne")
