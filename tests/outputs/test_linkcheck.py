"""Links are checked as a browser follows them: relative to the page, with anchors, files included."""

import pytest

from planbuilder.outputs.linkcheck import broken, links_of

PAGE = "en/plan/index.html"


def _sentences(href: str) -> list[str]:
    """What is wrong with one link on a page that has a neighbour with an anchor, and a file."""
    pages = [
        links_of(PAGE, f'<main id="top"><a href="{href}">x</a></main>'),
        links_of("en/other/index.html", '<h2 id="place">x</h2>'),
        links_of("en/index.html", ""),
    ]
    return broken(pages, ["en/plan/data.csv", "assets/site.css"])


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#top",
        "./",
        "../",
        "../other/",
        "../other/#place",
        "../other/?q=1#place",
        "data.csv",
        "../../assets/site.css",
        "https://example.org/nowhere",
        "mailto:a@example.org",
        "tel:999",
    ],
)
def test_a_link_that_leads_somewhere_is_silent(href: str) -> None:
    """Pages, anchors, files and addresses of others."""
    assert _sentences(href) == []


@pytest.mark.parametrize(
    ("href", "nowhere"),
    [
        ("../missing/", "en/missing/index.html"),
        ("../other/#gone", "en/other/index.html#gone"),
        ("#gone", "en/plan/index.html#gone"),
        ("gone.csv", "en/plan/gone.csv"),
        ("../../../outside/", "../outside/index.html"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(href: str, nowhere: str) -> None:
    """The sentence names the page and what it leads to."""
    (sentence,) = _sentences(href)
    assert sentence.startswith(f"{PAGE}: a link leads to {nowhere}")
