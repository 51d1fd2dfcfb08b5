"""A page of every kind by keyboard alone: each stop is seen, in the order of the page, and nothing is a trap."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ServedSite
from tests.browser.kinds import sample

pytestmark = pytest.mark.browser

STOPS = 40
"""How many stops of a page are walked: the frame, and the first ones of its own."""
STOP = """
() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const before = window.stopBefore;
  window.stopBefore = at;
  const again = at.closest(".pb-skips") !== null;
  const follows = !before || Boolean(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
  const box = at.getClientRects()[0] || at.getBoundingClientRect(); // a link may stand on two lines
  const style = getComputedStyle(at);
  const middle = (first, last, end) => (Math.max(0, first) + Math.min(end - 1, last)) / 2; // of what is in the window
  const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
  const there = document.elementFromPoint(x, y);
  const wrong = [];
  if (!at.checkVisibility({ opacityProperty: true, visibilityProperty: true })) wrong.push("cannot be seen");
  if (box.width < 1 || box.height < 1) wrong.push("has no size");
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) wrong.push("is outside");
  if (there && there !== at && !at.contains(there) && !there.contains(at)) wrong.push("is covered");
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("does not show the focus");
  if (!follows && !again) wrong.push("comes after what stands below it");
  const name = `${at.localName} ${(at.textContent || at.id).trim().slice(0, 30)}`;
  return { follows, again, wrong: wrong.map((words) => `${name} ${words}`) };
}
"""


def walk(page: Page) -> list[str]:
    """What is wrong with the stops of the Tab key, from the first one on."""
    found = list[str]()
    for number in range(STOPS):
        page.keyboard.press("Tab")
        stop: dict[str, Any] | None = page.evaluate(STOP)
        if number == 0 and not (stop and stop["again"]):
            found.append("the first stop does not lead past the frame")
        if stop is None or (stop["again"] and not stop["follows"]):
            break  # the last stop of the page was the one before
        found += stop["wrong"]
    return found


def leap(page: Page) -> list[str]:
    """What is wrong with where the first stop leads: the stop after it is in the page's own content."""
    page.locator(".pb-skips a").first.focus()
    page.keyboard.press("Enter")
    if not page.evaluate("location.hash"):
        return ["the first stop leads nowhere"]
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('main, footer') !== null")
    return [] if inside else ["the first stop does not lead to the page's own content"]


@pytest.mark.parametrize("width", [375, 1280])
def test_every_stop_is_seen_and_in_order(browser: Browser, site: ServedSite, width: int) -> None:
    """Visible, uncovered, with its outline; each stop stands below the last, so there is no trap and no leap.

    But for the first one, which leads past the frame: the next stop is in the page's own content.
    """
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    problems = {}
    for url in sample(site, width)[(width > 1000) :: 2]:
        page.goto(url)
        problems[url.removeprefix(site.address)] = walk(page) + leap(page)
    context.close()
    assert {place: found for place, found in problems.items() if found} == {}


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, site: ServedSite, language: str) -> None:
    """Enter opens it, the next stop is in it, Escape closes it and gives the focus back; closed, it has no stop."""
    page = browser.new_page(viewport={"width": 375, "height": 800}, reduced_motion="reduce")
    page.goto(f"{site.address}/{language}/")
    button = page.locator("[data-pb-menu]")
    inside = "document.getElementById('panel').contains(document.activeElement)"
    button.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate(inside)
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate(inside)
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("button => button === document.activeElement")
    page.close()


def test_a_table_is_a_stop_only_where_it_scrolls(browser: Browser, site: ServedSite) -> None:
    """A list of measures is cards on a narrow screen, where nothing scrolls; a wide table of figures does."""
    page = browser.new_page(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    seen = set()
    for path in ("safer-peterborough/measures/", "for-editors/registers/"):
        page.goto(f"{site.address}/en/{path}")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
            places = page.locator(".pb-table:visible").evaluate_all(
                "places => places.map((place) => [place.scrollWidth > place.clientWidth, place.tabIndex === 0])"
            )
            assert places
            assert all(scrolls == stops for scrolls, stops in places), (path, width)
            seen |= {scrolls for scrolls, _ in places}
    page.close()
    assert seen == {True, False}
