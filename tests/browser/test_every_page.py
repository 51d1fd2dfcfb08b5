"""Pages of every kind in Chromium, narrow and wide, light and dark: nothing for axe, console or policy to complain of.

Four settings share the pages out among them; `make gate` opens every page in every setting.
"""

import json
from collections import defaultdict
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.conftest import ROOT, ServedSite
from tests.browser.kinds import kind, sample

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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


def axe_findings(page: Page) -> list[dict[str, Any]]:
    """Run axe in the page; it comes from outside, so that the site's own policy stays as it is."""
    if page.evaluate("!window.axe"):
        page.evaluate(AXE)
    options = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    result: dict[str, list[dict[str, Any]]] = page.evaluate(f"axe.run(document, {options})")
    return result["violations"]


SETTINGS: list[tuple[int, Scheme]] = [(375, "light"), (1280, "dark"), (375, "dark"), (1280, "light")]


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_finding(browser: Browser, site: ServedSite, width: int, scheme: Scheme) -> None:
    """axe finds nothing, the console is silent, nothing foreign is asked for, the policy is kept."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    problems: defaultdict[str, list[str]] = defaultdict(list)
    page = context.new_page()
    page.add_init_script(AXE)  # sent once for all pages
    watch = Watch(page, site.address)
    pages = sample(site, SETTINGS.index((width, scheme)))
    assert len({kind(url, site.address) for url in pages}) > 45, "the sample has lost kinds of pages"
    for url in (*pages, f"{site.address}/", f"{site.address}/404.html"):
        page.goto(url)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        place = url.removeprefix(site.address)
        for finding in axe_findings(page):
            targets = "; ".join(str(node["target"][0]) for node in finding["nodes"][:3])
            problems[f"{finding['id']}: {finding['help']}"].append(f"{place} ({targets})")
        problems["policy"].extend(f"{place}: {item}" for item in page.evaluate("window.__violations"))
        problems["browser"].extend(f"{place}: {item}" for item in watch.found)
        watch.found.clear()
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            problems["sideways scrolling"].append(f"{place}: {wide} px")
    context.close()
    assert {kind: places[:5] for kind, places in problems.items() if places} == {}


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
