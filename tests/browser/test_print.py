"""Each kind of page on paper, as a browser prints it: A4 less its margins, in the print media."""

import io
import re
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import ServedSite

pytestmark = pytest.mark.browser

PAPER: ViewportSize = {"width": 658, "height": 960}
"""A4 at 96 px an inch, less margins of 18 mm."""
PLAN = "safer-peterborough/2017-2020"
REPORT = "fenland/reports/2016-17-q4"
MONEY = "cambridgeshire-pcc/reports/2016-17/money/"
KINDS = [
    "",
    "safer-peterborough/",
    f"{PLAN}/",
    f"{PLAN}/summary/",
    f"{PLAN}/measures/",
    f"{PLAN}/offender-management/",
    f"{PLAN}/consultation/",
    f"{PLAN}/get-involved/",
    f"{PLAN}/about/",
    "safer-peterborough/measures/total-crime/",
    f"{REPORT}/",
    f"{REPORT}/scanning/",
    MONEY,
    "glossary/",
    "open-data/",
]
CHROME = ".md-header, .pb-langs, .pb-menu, .pb-contents, .pb-breadcrumb, .pb-exit, .pb-skips, .pb-foot nav"

_HIDDEN = "elements => elements.every(element => getComputedStyle(element).display === 'none')"
_CUT = """() => [...document.querySelectorAll('main *')].filter(element =>
  element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2
  && ['hidden', 'clip', 'auto', 'scroll'].includes(getComputedStyle(element).overflowX)
  && !element.closest('svg')).map(element => element.outerHTML.slice(0, 120))"""
_SHUT = """() => [...document.querySelectorAll('main details')].filter(details => details.getClientRects().length
  && ![...details.children].some(child => child.localName !== 'summary' && child.getClientRects().length
    && child.getBoundingClientRect().height > 4)).length"""


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A tab that pages are printed from, one after another: what one of them leaves there is gone with the next."""
    page = browser.new_page(viewport=PAPER, reduced_motion="reduce")
    yield page
    page.close()


def print_out(page: Page, address: str) -> None:
    """Open a page, and then prepare it as it is printed."""
    page.emulate_media(media="screen")
    page.goto(address)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("path", KINDS)
def test_a_printed_page_is_content_alone_and_whole(paper: Page, site: ServedSite, path: str, language: str) -> None:
    """No chrome, nothing beyond the edge of the sheet, nothing cut, every table and note open."""
    print_out(paper, f"{site.address}/{language}/{path}")
    assert paper.eval_on_selector_all(CHROME, _HIDDEN)
    assert paper.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    assert paper.evaluate(_CUT) == []
    assert paper.evaluate(_SHUT) == 0


def test_without_script_everything_is_open_too(browser: Browser, site: ServedSite) -> None:
    """The style sheet opens what the script would."""
    page = browser.new_page(viewport=PAPER, java_script_enabled=False, reduced_motion="reduce")
    page.goto(f"{site.address}/en/{PLAN}/consultation/")
    page.emulate_media(media="print")
    tables = page.locator(".pb-chart__details table")
    assert tables.count() > 3
    assert all(table.is_visible() for table in tables.all())
    page.close()


def test_a_reader_of_dark_pages_prints_dark_words(browser: Browser, site: ServedSite) -> None:
    """A stored choice of dark colours stays on the screen."""
    page = browser.new_context(viewport=PAPER, color_scheme="dark").new_page()
    page.goto(f"{site.address}/en/safer-peterborough/measures/total-crime/")
    page.evaluate("document.documentElement.dataset.mdColorScheme = 'slate'")
    page.emulate_media(media="print", color_scheme="dark")
    for part in ("main p", ".pb-chart__value"):
        style = "element => { const s = getComputedStyle(element); return element.ownerSVGElement ? s.fill : s.color; }"
        colour = page.eval_on_selector(part, style)
        assert max(int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")) < 100, colour
    page.context.close()


def sheets(browser: Browser, address: str) -> list[str]:
    """The words on each sheet of A4."""
    page = browser.new_page()
    page.goto(address)
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    return [sheet.extract_text() for sheet in printed.pages]


@pytest.mark.parametrize("path", [MONEY, "safer-peterborough/measures/total-crime/", f"{PLAN}/consultation/"])
def test_no_sheet_is_all_but_empty(browser: Browser, site: ServedSite, path: str) -> None:
    """A long chart leaves no sheet to half of its title, nor the last words of a page to themselves."""
    assert [sheet for sheet in sheets(browser, f"{site.address}/en/{path}") if len(sheet) < 80] == []


def test_a_total_stands_once_below_all_its_lines(browser: Browser, site: ServedSite) -> None:
    """A table that goes on over the sheet has none half-way."""
    words = " ".join(sheets(browser, f"{site.address}/en/{MONEY}"))
    assert len(re.findall(r"Total\s+£134,520,000", words)) == 2  # what the money is spent on, and where it comes from
