"""Right-to-left pages keep values apart with elements, not with characters that nobody sees."""

from markupsafe import Markup

from planbuilder.pages.bidi import isolated


def test_isolating_characters_become_elements_in_text_and_vanish_elsewhere() -> None:
    """In an attribute or a drawing an element would be shown as it is written."""
    html = Markup('<p title="\u20685\u2069">a \u206817,322\u2069</p><svg><text>\u20685\u2069</text></svg>')
    assert isolated(html) == '<p title="5">a <bdi>17,322</bdi></p><svg><text>5</text></svg>'


def test_a_phrase_of_the_page_keeps_the_direction_of_the_page() -> None:
    """Without it a browser would order a label and its value from left to right: both are isolated."""
    assert isolated(Markup("\u2067\u2068الف\u2069: \u20685%\u2069\u2069")) == (
        '<bdi dir="rtl"><bdi>الف</bdi>: <bdi>5%</bdi></bdi>'
    )
