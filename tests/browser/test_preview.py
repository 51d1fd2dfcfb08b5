"""The preview in a real browser, under the site's own content security policy."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from planbuilder.mkdocs.live import News, live_server
from tests.sites import climate

pytestmark = pytest.mark.browser
MISTAKE = ("data/greenford/measures/trees.yml:3:1: unknown key “wantd” – did you mean wanted?", "1 error: nothing")

FIRST_IN_VIEW = """(() => {
  const read = [...document.querySelectorAll("main p, main li")].find((element) =>
    element.getBoundingClientRect().top > 0);
  return [read.textContent, Math.round(read.getBoundingClientRect().top)];
})()"""
"""What a reader is reading, and how far below the upper edge of the screen it stands."""


@dataclass(frozen=True)
class Preview:
    """A page in a browser, the site's files behind it, and what the preview says."""

    page: Page
    file: Path
    news: News
    complaints: list[str]

    def rebuild(self, heading: str) -> None:
        """Publish the page with another heading."""
        text = self.file.read_text("utf-8")
        before, _, after = text.partition("<h1>")
        self.file.write_text(f"{before}<h1>{heading}</h1>{after.partition('</h1>')[2]}", "utf-8")
        self.news.built()


@pytest.fixture
def preview(browser: Browser, tmp_path: Path) -> Iterator[Preview]:
    """The glossary-long page of a plan, open on a small screen and scrolled down."""
    site = climate(tmp_path).build()
    path = max(site.glob("en/*/*/print/index.html"), key=lambda file: file.stat().st_size)
    news, complaints = News(), list[str]()
    server = live_server(site, news)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"http://127.0.0.1:{server.server_port}/{path.parent.relative_to(site).as_posix()}/")
    yield Preview(page, path, news, complaints)
    context.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("heading", ["Now", "A heading that takes many more lines than the one before it " * 9])
def test_a_new_build_is_shown_at_once_where_one_was_reading(preview: Preview, heading: str) -> None:
    """Without a hand on the browser, and without losing the place, whatever the lines above it have become."""
    page = preview.page
    page.evaluate("document.fonts.ready.then(() => scrollTo(0, 900))")
    seen, top = page.evaluate(FIRST_IN_VIEW)
    preview.rebuild(heading)
    page.get_by_role("heading", name=heading.strip(), exact=True).wait_for()
    page.wait_for_load_state()
    same = f"([seen, top], [now, place] = {FIRST_IN_VIEW}) => now === seen && Math.abs(place - top) < 2"
    page.wait_for_function(same, arg=[seen, top])
    assert preview.complaints == []


def test_a_mistake_is_shown_in_the_page_and_takes_nothing_away(preview: Preview) -> None:
    """The focus stays where it was; place and words are there; the panel can be closed, and mending it removes it."""
    page = preview.page
    page.locator("main a").first.focus()
    before = page.evaluate("document.activeElement.outerHTML")
    preview.news.failed(MISTAKE)
    panel = page.get_by_role("complementary", name="Preview")
    panel.get_by_text("did you mean wanted?").wait_for()
    panel.get_by_role("alert").get_by_text("Not built").wait_for()
    assert panel.locator("code").all_inner_texts() == ["data/greenford/measures/trees.yml:3:1"]
    assert (panel.get_attribute("lang"), panel.get_attribute("dir")) == ("en", "ltr")
    assert page.evaluate("document.activeElement.outerHTML") == before
    panel.get_by_role("button", name="Close").click()
    panel.wait_for(state="detached")
    preview.news.failed((*MISTAKE, "2 errors"))
    panel.wait_for()
    preview.rebuild("Mended")
    page.get_by_role("heading", name="Mended").wait_for()
    assert panel.count() == 0
    assert preview.complaints == []


def test_a_page_opened_while_there_is_a_mistake_says_so(preview: Preview) -> None:
    """Following a link does not lose sight of it, and neither does paper show it."""
    page = preview.page
    preview.news.failed(MISTAKE)
    page.locator("main a[href]").first.click()
    panel = page.get_by_role("complementary", name="Preview")
    panel.get_by_text("did you mean wanted?").wait_for()
    page.emulate_media(media="print")
    panel.wait_for(state="hidden")
    assert preview.complaints == []
