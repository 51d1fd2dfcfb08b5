"""The hostile site in a browser that no policy protects: still nothing runs, and nobody else is asked for anything."""

import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from planbuilder.mkdocs.serve import server_of
from tests.safety import hostile

pytestmark = pytest.mark.browser

_OPEN = """
document.querySelectorAll("details").forEach((one) => { one.open = true; });
document.querySelectorAll("*").forEach((one) => {
  for (const kind of ["mouseover", "focus", "click"])
    if (!one.closest("a, button, form")) one.dispatchEvent(new Event(kind, { bubbles: false }));
});
"""


def _use(page: Page) -> None:
    """The parts of a page that scripts make from data: results of a search, and a chart to explore."""
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("title")
    page.locator("#search ol a").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("button[data-explore]:visible").first.click()
    page.locator(".js-plotly-plot .main-svg").first.wait_for()


def test_nothing_runs_without_a_policy(browser: Browser, hostile_site: Path) -> None:
    """Every page of one language; on a measure's page the search and the chart to explore, too."""
    server = server_of(hostile_site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    foreign: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            foreign.append(request.url)

    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.on("request", note)
    page.on("dialog", lambda dialog: foreign.append(dialog.message))
    try:
        for path in sorted(hostile_site.glob("en/**/index.html")):
            # the page's own <meta> and header are both set aside by bypass_csp: only the escaping is left
            page.goto(f"{address}/{path.parent.relative_to(hostile_site).as_posix()}/")
            page.evaluate(_OPEN)
            if path.parent.parent.name == "measures":
                _use(page)
            assert page.evaluate("window.__xss") is None, path
            assert page.url.startswith(address), path
    finally:
        context.close()
        server.shutdown()
        server.server_close()
    assert foreign == []


def test_the_browser_would_tell(browser: Browser) -> None:
    """The same words on a page that does not escape them do run: the test above can fail."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_content(f"<title>x</title><p>{' '.join(hostile.MARKUP)}</p>")
    page.wait_for_function("window.__xss !== undefined")
    context.close()
