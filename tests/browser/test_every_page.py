"""Pages of every kind in Chromium, narrow and wide, light and dark: nothing for axe, console or policy to complain of.

A narrow and a wide page of each kind, light and dark; `make gate` opens every page in every setting.
"""

import json
from collections.abc import Sequence
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.conftest import ROOT, ServedSite
from tests.browser.kinds import kind, sample

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
INSIDE = (ROOT / "tools/gate/page.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules whose answer can be another one in another colour scheme."""
VIOLATIONS = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(event.effectiveDirective + " " + event.blockedURI);
});
"""
Scheme = Literal["light", "dark"]

pytestmark = pytest.mark.browser


class Watch:
    """What a browser page complains of while it is used: console errors, foreign requests, policy violations."""

    def __init__(self, page: Page, address: str) -> None:
        self.found: list[str] = []
        page.add_init_script(VIOLATIONS)
        page.on("console", lambda message: self._note(message.type == "error", f"console: {message.text}"))
        page.on("pageerror", lambda error: self._note(True, f"script error: {error}"))
        page.on("request", lambda request: self._request(request, address))

    def _note(self, bad: bool, words: str) -> None:
        if bad:
            self.found.append(words)

    def _request(self, request: Request, address: str) -> None:
        self._note(not request.url.startswith((address, "data:")), f"foreign request: {request.url}")


def axe_findings(page: Page, rules: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Run axe in the page, every rule or some; it comes from outside, so that the site's own policy stays as it is."""
    if page.evaluate("!window.axe"):
        page.evaluate(AXE)
    which = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    options = json.dumps({"runOnly": which, "resultTypes": ["violations"], "preload": False})
    result: dict[str, list[dict[str, Any]]] = page.evaluate(f"axe.run(document, {options})")
    return result["violations"]


SCHEMES: list[Scheme] = ["light", "dark"]


def looked_at(page: Page, known: set[int]) -> list[str]:
    """What is wrong with the loaded page: every rule in light, and in dark those whose answer can be another one.

    That is how the gate looks at pages: see its page.js. Colours that have passed on other pages are `known`.
    """
    page.evaluate(INSIDE)
    page.evaluate("gate.begin", ",".join(map(str, known)))
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{rule}, {scheme}: {where}" for rule, where in page.evaluate("gate.look()")]
    known.update(page.evaluate("gate.passed()"))
    return found


@pytest.mark.parametrize(("width", "shift"), [(375, 0), (1280, 1)])
def test_no_page_has_a_finding(browser: Browser, site: ServedSite, width: int, shift: int) -> None:
    """axe finds nothing, the console is silent, nothing foreign is asked for, the policy is kept, nothing is too wide.

    Each page is loaded once, with its scripts, and brought from light to dark.
    """
    pages = sample(site, shift)
    assert len({kind(url, site.address) for url in pages}) > 45, "the sample has lost kinds of pages"
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.add_init_script(AXE)  # sent once for all pages
    watch = Watch(page, site.address)
    known, problems = set[int](), {}
    for url in (*pages, f"{site.address}/", f"{site.address}/404.html"):
        page.emulate_media(color_scheme=SCHEMES[0])
        page.goto(url)
        found = looked_at(page, known) + page.evaluate("window.__violations") + watch.found
        problems[url.removeprefix(site.address)] = found[:5]
        watch.found.clear()
    page.close()
    assert {place: found for place, found in problems.items() if found} == {}


def test_every_page_is_readable_without_javascript(browser: Browser, site: ServedSite) -> None:
    """With scripts off the page's heading, its content and the way to other pages are all there."""
    context = browser.new_context(viewport={"width": 375, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    for url in sample(site, 5):
        page.goto(url)
        assert page.locator("h1").first.is_visible(), url
        assert page.locator("main").first.inner_text().strip(), url
        assert page.locator("a[hreflang]").first.is_visible(), url
    context.close()
