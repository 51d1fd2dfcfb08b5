"""Right-to-left pages keep values and names apart with elements, not with characters that nobody sees."""

import pytest

from planbuilder.pages.bidi import isolated


def test_isolating_characters_become_elements_in_text_and_vanish_elsewhere() -> None:
    """In an attribute or a drawing an element would be shown as it is written."""
    html = '<p title="\u20685\u2069">ا \u206817,322\u2069</p><svg><text>\u20685\u2069</text></svg>'
    assert isolated(html, "en") == '<p title="5">ا <bdi>17,322</bdi></p><svg><text>5</text></svg>'


def test_a_name_in_latin_letters_is_marked_with_its_language() -> None:
    """A screen reader then says it as the name it is."""
    assert isolated("<p>کونسل (Fenland District Council)</p>", "en") == (
        '<p>کونسل (<bdi lang="en" dir="ltr">Fenland District Council</bdi>)</p>'
    )


@pytest.mark.parametrize(
    "name",
    [
        "Victims&#39; Hub",
        "Men&#39;s Advice Line",
        "Health &amp; Care",
        "https://example.org/ur/a-b/2017-2020/?a=1&amp;b=2",
    ],
)
def test_a_name_or_an_address_with_signs_in_it_is_one(name: str) -> None:
    """Marked in pieces it would be shown as Hub 'Victims, or as example.org//:https."""
    assert isolated(f"<p>مرکز ({name})</p>", "en") == f'<p>مرکز (<bdi lang="en" dir="ltr">{name}</bdi>)</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<title>Fenland</title>",
        '<span lang="en" dir="ltr">Fenland &amp; Wisbech</span>',
        '<a href="../pl/" hreflang="pl" lang="pl">Polski</a>',
        "<p>&nbsp;&amp;</p>",
        '<script type="application/ld+json">{"name": "Fenland"}</script>',
        "<svg><text>Fenland</text></svg>",
        '<p class="pb-lead" data-name="Fenland">5 %</p>',
    ],
)
def test_what_is_marked_or_is_no_text_stays_as_it_is(html: str) -> None:
    """Titles and drawings hold no elements; what has a language needs no second one."""
    assert isolated(html, "en") == html


def test_a_phrase_of_the_page_keeps_the_direction_of_the_page() -> None:
    """Without it a browser would order a label and its value from left to right: both are isolated."""
    assert isolated("\u2067\u2068الف\u2069: \u20685%\u2069\u2069", "en") == (
        '<bdi dir="rtl"><bdi>الف</bdi>: <bdi>5%</bdi></bdi>'
    )
