"""Links are checked as a browser follows them: relative to the page, with anchors, files included."""

import pytest

from planbuilder.outputs.linkcheck import broken, links_in, links_of

PAGE = "en/plan/index.html"
ADDRESS = "https://plans.example.org/town/"
NOWHERE = "a link leads to en/gone/index.html, and there is no such page or file"


def _sentences(html: str, path: str = PAGE) -> list[str]:
    """What is wrong with the links of a page that has a neighbour with an anchor, and a file."""
    pages = [
        links_of(path, html, ADDRESS),
        links_of("en/other/index.html", '<h2 id="place">x</h2>', ADDRESS),
        links_of("en/index.html", "", ADDRESS),
        links_of("index.html", "", ADDRESS),
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
        "/town/",
        "/town/en/other/#place",
        "https://example.org/nowhere",
        "https://plans.example.org/elsewhere/",
        "https://plans.example.org/township/",
        "https://plans.example.org/town",
        "https://plans.example.org/town/en/other/?q=1&amp;r=2#place",
        "mailto:a@example.org",
        "tel:999",
    ],
)
def test_a_link_that_leads_somewhere_is_silent(href: str) -> None:
    """Pages, anchors, files and addresses of others."""
    assert _sentences(f'<main id="top"><a href="{href}">x</a></main>') == []


@pytest.mark.parametrize(
    ("href", "nowhere"),
    [
        ("../missing/", "en/missing/index.html"),
        ("../other/#gone", "en/other/index.html#gone"),
        ("#gone", "en/plan/index.html#gone"),
        ("gone.csv", "en/plan/gone.csv"),
        ("../../../outside/", "../outside/index.html"),
        ("/town/en/gone/", "en/gone/index.html"),
        ("/en/other/", "../en/other/index.html"),
        ("https://plans.example.org/town/en/gone/", "en/gone/index.html"),
        ("https://plans.example.org/town/en/other/#gone", "en/other/index.html#gone"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(href: str, nowhere: str) -> None:
    """The sentence names the page and what it leads to."""
    (sentence,) = _sentences(f'<a href="{href}">x</a>')
    assert sentence.startswith(f"{PAGE}: a link leads to {nowhere}, and ")


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="a > b" src="../gone/">',
        '<source srcset="data.csv 1x, ../gone/ 2x">',
        '<video poster="../gone/"></video>',
        '<form action="../gone/"></form>',
        '<object data="../gone/"></object>',
        '<figure data-explore="../gone/"></figure>',
        "<a class=x href=../gone/>x</a>",
        '<link rel="canonical" href="https://plans.example.org/town/en/gone/">',
        '<meta property="og:image" content="https://plans.example.org/town/en/gone/">',
        '<script type="application/ld+json">{"url": "https://plans.example.org/town/en/gone/"}</script>',
        "<p>See https://plans.example.org/town/en/gone/.</p>",
    ],
)
def test_whatever_may_be_followed_is_a_link(html: str) -> None:
    """Pictures, forms, what scripts ask for, and what search engines and other sites read."""
    assert _sentences(html) == [f"{PAGE}: {NOWHERE}"]


@pytest.mark.parametrize(
    "html",
    [
        '<code>write href="../gone/" there</code>',
        '<p title="a href=../gone/">x</p>',
        '<button data-close="Back to ../gone/">x</button>',
        '<img srcset=", ">',
        "<p>mail@plans.example.org/town/en/gone/</p>",
    ],
)
def test_words_about_links_are_no_links(html: str) -> None:
    """What only looks like an attribute is text."""
    assert _sentences(html) == []


def test_the_page_for_addresses_that_do_not_exist_begins_at_the_sites_base() -> None:
    """It is served at any address, and its links are checked like all others."""
    assert _sentences('<a href="/town/en/other/">x</a>', "404.html") == []
    assert _sentences('<a href="/town/en/gone/">x</a>', "404.html") == [f"404.html: {NOWHERE}"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("sitemap.xml", "<loc>https://plans.example.org/town/en/gone/</loc>"),
        ("en/feed.xml", '<link href="https://plans.example.org/town/en/gone/?a=b&amp;c=d"/>'),
        ("data/a.json", '{"url":"https://plans.example.org/town/en/gone/"}'),
        ("en/a.ics", "URL:https://plans.example.org/town/en/gone/\r\n"),
        ("robots.txt", "Sitemap: https://plans.example.org/town/en/gone/\n"),
        ("assets/a.css", "a{background:url(../en/gone/)}"),
        ("assets/a.css", "a{background:url( '../en/gone/' )}"),
        ("assets/a.css", '@import "../en/gone/";'),
    ],
)
def test_files_beside_the_pages_have_links(path: str, content: str) -> None:
    """Maps, feeds, data, calendars and style sheets; the same file with what is there has nothing wrong."""
    assert broken([links_in(path, content.encode(), ADDRESS)], []) == [f"{path}: {NOWHERE}"]
    assert broken([links_in(path, content.encode(), ADDRESS)], ["en/gone/index.html"]) == []


def test_what_is_no_text_has_no_links() -> None:
    """A font or an archive may hold any bytes."""
    assert links_in("a.zip", b"https://plans.example.org/town/en/gone/", ADDRESS).wanted == frozenset()
    assert links_in("a.css", b"a{src:url(data:font/woff2;base64,x)} b{src:url(https://e.org/x)}", ADDRESS).wanted == (
        frozenset()
    )


def test_one_sentence_for_each_thing_that_is_missing() -> None:
    """However many pages want it; the first page by name stands for all."""
    pages = [links_of(f"en/{name}/index.html", '<a href="../gone/">x</a>', ADDRESS) for name in ("b", "a", "c")]
    assert broken(pages[:2], []) == [f"en/a/index.html: {NOWHERE} (and on 1 more page)"]
    assert broken(pages, []) == [f"en/a/index.html: {NOWHERE} (and on 2 more pages)"]


def test_an_id_that_stands_twice_is_told() -> None:
    """A heading called Search would be found in the place of the search itself."""
    html = '<main><h2 id="search">Search</h2><h2 id="other">x</h2></main><dialog id="search"></dialog>'
    assert _sentences(html) == [f'{PAGE}: the id "search" stands there twice – rename the heading or the entry']
