"""A page of every kind as readers set it: enlarged, spaced out, in their own colours, without motion, on paper."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ServedSite
from tests.browser.kinds import sample

pytestmark = pytest.mark.browser

LOST = """
() => {
  const scrolls = (at) => {
    for (let one = at.parentElement; one; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== "visible") return true;
    }
    return false;
  };
  const name = (one) => `${one.localName}.${one.className} ${one.innerText.trim().slice(0, 30)}`;
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth}`);
  for (const one of document.body.querySelectorAll("*")) {
    if (!(one instanceof HTMLElement) || !one.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(one)) found.push(`sticks out: ${name(one)}`);
    const cut = (overflow, wanted, room) => ["hidden", "clip"].includes(overflow) && wanted > room + 1;
    if (!one.innerText.trim()) continue;
    if (cut(style.overflowX, one.scrollWidth, one.clientWidth)) found.push(`is cut: ${name(one)}`);
    if (cut(style.overflowY, one.scrollHeight, one.clientHeight)) found.push(`is cut: ${name(one)}`);
  }
  return found;
}
"""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""
"""What readers may set by success criterion 1.4.12 without losing anything."""
UNSEEN = """
() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const [red, green, blue, alpha = 1] = rgb(getComputedStyle(one).backgroundColor);
      if (alpha > 0) return [red, green, blue];
    }
    return [255, 255, 255];
  };
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, two) => {
    const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const drawing of document.querySelectorAll("svg")) {
    if (!drawing.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const parts = [...drawing.querySelectorAll("path, line, circle, rect, text, polyline, use")];
    const seen = parts.some((part) => {
      const style = getComputedStyle(part);
      return [style.fill, style.stroke].some((paint) => {
        if (!paint.startsWith("rgb")) return false;
        const [, , , alpha = 1] = rgb(paint);
        return alpha > 0 && contrast(rgb(paint), ground(drawing.parentElement)) >= 3;
      });
    });
    if (!seen) found.push(`a drawing can't be seen: ${drawing.parentElement.outerHTML.slice(0, 80)}`);
  }
  return found;
}
"""


def problems(page: Page, site: ServedSite, shift: int, found: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """What is found on a page of every kind, by its place."""
    all_found = {}
    for url in sample(site, shift):
        page.goto(url)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        all_found[url.removeprefix(site.address)] = found(page)[:5]
    page.context.close()
    return {place: some for place, some in all_found.items() if some}


def _lost(page: Page) -> list[str]:
    found: list[str] = page.evaluate(LOST)
    return found


def test_nothing_is_lost_at_four_times_the_size(browser: Browser, site: ServedSite) -> None:
    """A window of 1280 by 1024 enlarged to 400 % has 320 by 256: it scrolls in one direction, and no text is cut."""
    page = browser.new_page(viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    assert problems(page, site, 1, _lost) == {}


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_is_lost_when_text_is_spaced_out(browser: Browser, site: ServedSite, width: int) -> None:
    """Lines, letters, words and paragraphs as far apart as the standard has it."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce", bypass_csp=True)

    def found(page: Page) -> list[str]:
        page.add_style_tag(content=SPACED)
        return _lost(page)

    assert problems(page, site, width, found) == {}


def test_nothing_is_lost_when_letters_are_twice_as_large(browser: Browser, site: ServedSite) -> None:
    """The browser's own setting for text, not its zoom."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", bypass_csp=True)

    def found(page: Page) -> list[str]:
        page.add_style_tag(content="html { font-size: 200% !important }")
        return _lost(page)

    assert problems(page, site, 2, found) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_and_charts_are_seen_in_a_reader_s_own_colours(browser: Browser, site: ServedSite, scheme: Any) -> None:
    """On a ground of light and of dark: each drawing has something that stands out."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, forced_colors="active", color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()

    def found(page: Page) -> list[str]:
        unseen: list[str] = page.evaluate(UNSEEN)
        return unseen

    assert problems(page, site, 4, found) == {}


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, site: ServedSite) -> None:
    """No transition, no animation, no gliding to a heading."""
    page = browser.new_page(viewport={"width": 375, "height": 800}, reduced_motion="reduce")
    moving = """
    () => [document.documentElement, ...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      const takes = (time) => time.split(",").some((part) => parseFloat(part) > 0.01);
      return takes(style.transitionDuration) || style.scrollBehavior === "smooth"
        || (style.animationName !== "none" && takes(style.animationDuration));
    }).map((one) => `moves: ${one.localName}.${one.className}`)
    """

    def found(page: Page) -> list[str]:
        some: list[str] = page.evaluate(moving)
        return some

    assert problems(page, site, 5, found) == {}


PAPER = """
() => {
  const found = [];
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const ground = getComputedStyle(document.body).backgroundColor;
  if (!["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(ground)) found.push(`ground ${ground}`);
  if (!seen(document.querySelector("h1"))) found.push("no heading");
  for (const one of document.querySelectorAll("nav, .md-header button, dialog")) {
    if (seen(one)) found.push(`for screens only: ${one.outerHTML.slice(0, 60)}`);
  }
  for (const one of document.querySelectorAll("main details > :not(summary, nav)")) {
    if (one.innerText.trim() && !seen(one)) found.push(`folded: ${one.outerHTML.slice(0, 60)}`);
  }
  return found;
}
"""


def test_paper_has_all_the_words_and_no_chrome(browser: Browser, site: ServedSite) -> None:
    """Also from a dark screen: a white ground, what is folded opened, no menus; and it makes a PDF file with tags."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="dark", reduced_motion="reduce")

    def found(page: Page) -> list[str]:
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = false; })")
        page.emulate_media(media="print")
        on_paper: list[str] = page.evaluate(PAPER)
        page.emulate_media(media="screen")
        return on_paper

    assert problems(page, site, 6, found) == {}


def test_a_page_is_a_pdf_with_tags(browser: Browser, site: ServedSite) -> None:
    """What a reader prints into a file has a structure that a screen reader finds."""
    page = browser.new_page()
    page.goto(f"{site.address}/en/safer-peterborough/")
    assert b"/StructTreeRoot" in page.pdf(format="A4", tagged=True)
    page.close()
