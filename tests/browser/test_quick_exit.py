"""The quick exit of a sensitive page, as somebody in danger would use it; in a language from the right, too."""

import re
import time

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import ServedSite

pytestmark = pytest.mark.browser

SENSITIVE = "safer-peterborough/2017-2020/domestic-abuse-and-sexual-violence/"
BEFORE = "glossary/"
_TELL = """
new MutationObserver(() => {
  const heading = document.querySelector("h1");
  console.info(document.title, heading.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
}).observe(document.documentElement, { attributes: true });
"""
"""Tells what is to be seen as soon as the page changes, while the other one is only being asked for."""
NEUTRAL = "<!doctype html><title>Weather</title><h1>Rain later</h1>"


def _opened(context: BrowserContext, site: ServedSite, language: str) -> Page:
    """The sensitive page, with another page of the site before it; every other address answers with the weather."""
    page = context.new_page()

    def answer(route: Route) -> None:
        own = route.request.url.startswith(site.address)
        route.fallback() if own else route.fulfill(body=NEUTRAL, content_type="text/html")

    page.route("**/*", answer)
    page.goto(f"{site.address}/{language}/{BEFORE}")
    page.goto(f"{site.address}/{language}/{SENSITIVE}")
    return page


def _has_left(page: Page, site: ServedSite) -> None:
    page.wait_for_url(re.compile(rf"^(?!{re.escape(site.address)})"))
    expect(page.get_by_role("heading", name="Rain later")).to_be_visible()


@pytest.fixture(params=["en", "ur"])
def language(request: pytest.FixtureRequest, site: ServedSite) -> str:
    """A language of the site."""
    code: str = request.param
    if not (site.folder / code).is_dir():
        pytest.skip(f"the site is not in {code}")
    return code


def test_shift_three_times_leaves_and_back_does_not_show_the_page(
    browser: Browser, site: ServedSite, language: str
) -> None:
    """Each press is announced; the page is gone from the history, so Back shows what was read before it."""
    context = browser.new_context(reduced_motion="reduce")
    page = _opened(context, site, language)
    says, button = page.locator("[data-pb-exit-says]").first, page.locator(".pb-exit__button").first
    page.keyboard.press("Shift")
    expect(says).to_have_text(str(button.get_attribute("data-pb-two-more")))
    page.keyboard.press("Shift")
    expect(says).to_have_text(str(button.get_attribute("data-pb-one-more")))
    page.keyboard.press("Shift")
    _has_left(page, site)
    page.go_back()
    assert page.url == f"{site.address}/{language}/{BEFORE}"
    context.close()


def test_the_page_is_blank_before_the_other_has_answered(browser: Browser, site: ServedSite, language: str) -> None:
    """A slow connection does not leave it on the screen, nor its title in the list of windows."""
    context = browser.new_context(reduced_motion="reduce")
    page = _opened(context, site, language)
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))

    def slowly(route: Route) -> None:
        time.sleep(0.7)  # what the page tells of itself has to arrive before the other one takes its place
        route.fulfill(body=NEUTRAL, content_type="text/html")

    page.route(lambda url: not url.startswith(site.address), slowly)
    page.evaluate(_TELL)
    for _ in range(3):
        page.keyboard.press("Shift")
    _has_left(page, site)
    assert seen == ["… false"]
    context.close()


def test_shift_pressed_too_slowly_or_in_a_word_does_not_leave(
    browser: Browser, site: ServedSite, language: str
) -> None:
    """After five seconds one begins anew, and is told; a capital letter or another key counts for nothing."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site.address}/{language}/{SENSITIVE}")
    for _ in range(2):
        page.keyboard.press("Shift")
    page.clock.run_for(5_100)
    button = page.locator(".pb-exit__button").first
    expect(page.locator("[data-pb-exit-says]").first).to_have_text(str(button.get_attribute("data-pb-timed-out")))
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    for _ in range(4):
        page.keyboard.press("Shift+A")
    page.keyboard.press("Shift")
    page.clock.run_for(300)
    assert page.url == f"{site.address}/{language}/{SENSITIVE}"
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_button_leaves_with_and_without_javascript(
    browser: Browser, site: ServedSite, language: str, scripts: bool
) -> None:
    """Without scripts it is a plain link, and tells the other site nothing of where the reader was."""
    context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
    page = _opened(context, site, language)
    with page.expect_request(lambda request: not request.url.startswith(site.address)) as asked:
        page.locator(".pb-exit__button").first.click()
    referrer = asked.value.all_headers().get("referer", "")
    assert SENSITIVE not in referrer
    _has_left(page, site)
    context.close()
