"""The frame around every page, rendered by the real templates and read as a browser would."""

from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.mkdocs.chrome import Chrome, Look
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.site import Site
from planbuilder.pages.edition import Edition
from planbuilder.pages.page import Heading, Link, Menu, MenuItem, Page

THEME = Path(__file__).parents[2] / "theme_overrides"
ASSETS = {name: name for name in ("site.css", "site.js", "scheme.js", "favicon.svg", "search.js", "explore.js")}
EXIT = "https://weather.example/"
SITE = Site.model_validate(
    {
        "key": "site",
        "schema": "1",
        "title": "Plans of <Town>",
        "summary": "What was promised.",
        "address": "https://plans.example/",
        "languages": ["en", "ur"],
        "publisher": {"name": "The town", "email": "plans@town.example", "statement": "Not the council's own site."},
        "accessibility": {"prepared": "2026-01-01", "reviewed": "2026-01-01", "tested": "By hand."},
        "quick_exit": EXIT,
    },
    context={"entity": "site"},
)
PAGE = Page(
    path="town/2017-2020/help/",
    language="en",
    title="Domestic abuse",
    description="What will be done about domestic abuse.",
    heading=Markup("Domestic abuse"),
    body=Markup('<h2 id="why">Why</h2><h2 id="what">What</h2><h2 id="how">How</h2>'),
    headings=(Heading(2, "why", Markup("Why")), Heading(2, "what", Markup("What")), Heading(2, "how", Markup("How"))),
    breadcrumb=(Link("", Markup("Home")), Link("town/", Markup("Town"))),
    menu=Menu(
        Markup("The plan"),
        "town/2017-2020/",
        (
            MenuItem(
                "town/2017-2020/", Markup("Overview"), (MenuItem("town/2017-2020/help/", Markup("Domestic abuse")),)
            ),
        ),
    ),
    status=Markup("<p>This plan has ended.</p>"),
)


@dataclass
class Read(HTMLParser):
    """Every element of a page with its attributes, in order."""

    html: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every such element. `data_pb_menu` stands for `data-pb-menu`."""
        asked = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in asked.items())
        ]

    def meta(self, key: str) -> str:
        """The content of a meta element by its name or property."""
        return next(item["content"] for item in self.all("meta") if key in (item.get("name"), item.get("property")))


def frame(page: Page = PAGE, primary: str = "indigo") -> Read:
    """The finished page."""
    languages = {code: Language(code) for code in SITE.languages}
    catalogue = Catalogue(site=SITE, entities={}, origins={}, today=date(2026, 1, 2))
    edition = Edition(catalogue, languages[page.language], languages, THEME)
    return Read(Chrome(edition, Look({"primary": primary}, ASSETS, Path(), ()), Markup("")).whole(page))


PAGES = [
    pytest.param(PAGE, id="page of a plan"),
    pytest.param(replace(PAGE, sensitive=True, foreign=0.4), id="sensitive, half translated"),
    pytest.param(replace(PAGE, language="ur", sensitive=True), id="right to left"),
    pytest.param(replace(PAGE, menu=None, headings=(), breadcrumb=(), status=Markup("")), id="nothing around it"),
]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_a_page_has_its_target(page: Page) -> None:
    """Skip links, contents, and the menu's link without JavaScript lead somewhere; no id stands twice."""
    read = frame(page)
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    targets = {link["href"][1:] for link in read.all("a") if link.get("href", "").startswith("#")}
    assert "content" in targets
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_inline(page: Page) -> None:
    """The policy `script-src 'self'; style-src 'self'` blocks nothing of ours."""
    read = frame(page)
    assert all("src" in script for script in read.all("script"))
    assert not read.all("style")
    assert not [name for _, attributes in read.elements for name in attributes if name == "style" or name[:2] == "on"]


@pytest.mark.parametrize("page", PAGES)
def test_every_navigation_and_button_has_a_name(page: Page) -> None:
    """A screen reader's list of landmarks tells them apart."""
    read = frame(page)
    names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in read.all("nav")]
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("page", PAGES)
def test_what_needs_a_script_is_hidden_until_the_script_runs(page: Page) -> None:
    """Without JavaScript no button does nothing, and the menu is a link to the list at the page's end."""
    read = frame(page)
    in_dialog = [*read.all("button", class_="pb-search__close"), *read.all("button", class_="pb-find__go")]
    assert all("hidden" in button for button in read.all("button") if button not in in_dialog)
    assert not [dialog for dialog in read.all("dialog") if "open" in dialog]
    assert read.all("a", data_pb_menu_link="")[0]["href"] == "#site-menu"


def test_page_says_its_language_and_direction() -> None:
    """On the html element, where a screen reader looks."""
    assert frame().all("html", lang="en", dir="ltr")
    assert frame(replace(PAGE, language="ur")).all("html", lang="ur", dir="rtl")


def test_other_languages_are_links_by_their_own_names() -> None:
    """Each names its language, so that it is pronounced right and found by search engines."""
    read = frame()
    assert [link for link in read.all("a", hreflang="ur") if link["lang"] == "ur" and link["dir"] == "rtl"]
    assert not read.all("a", hreflang="en")
    assert {link["hreflang"] for link in read.all("link", rel="alternate")} == {"en", "ur", "x-default"}


def test_own_line_of_the_menu_is_current() -> None:
    """One line of the plan's menu is marked, and it is this page's."""
    current = [link["href"] for link in frame().all("a") if link.get("aria-current") == "page"]
    assert [href.endswith("en/town/2017-2020/help/") for href in current] == [True]


def test_title_of_the_site_is_escaped() -> None:
    """Data is text, wherever it is printed."""
    read = frame()
    assert not read.all("town")
    assert "Plans of &lt;Town&gt;" in read.html


def test_sensitive_page_can_be_left_without_a_script() -> None:
    """The exit is among the skip links and in the header, as a plain link that tells the other site nothing."""
    links = [link for link in frame(replace(PAGE, sensitive=True)).all("a") if link.get("href") == EXIT]
    assert len(links) == 2
    assert {link["rel"] for link in links} == {"noopener noreferrer"}
    assert not [link for link in frame().all("a") if link.get("href") == EXIT]


def test_sensitive_page_is_shared_under_a_neutral_title() -> None:
    """A preview in a chat must not give a reader away; the tab still says what the page is."""
    read = frame(replace(PAGE, sensitive=True))
    assert "abuse" not in (read.meta("og:title") + read.meta("og:description")).lower()
    assert "<title>Domestic abuse" in read.html
    assert read.meta("referrer") == "no-referrer"
    assert frame().meta("og:title") == "Domestic abuse"


def test_page_that_is_not_fully_translated_says_so() -> None:
    """And a page that is does not."""
    assert "have not been translated yet" in frame(replace(PAGE, foreign=0.01)).html
    assert "have not been translated yet" not in frame().html


def test_contents_stand_on_long_pages_only() -> None:
    """Three chapters are worth a list."""
    assert frame().all("details", data_pb_contents="")
    assert not frame(replace(PAGE, headings=PAGE.headings[:2])).all("details")


def test_palette_is_the_site_owners() -> None:
    """mkdocs.yml decides, as Material's documentation says."""
    assert frame(primary="teal").all("html", data_md_color_primary="teal")
