"""A page of every kind as readers set it: enlarged, spaced out, in their own colours, without motion, on paper."""

from collections.abc import Callable, Mapping
from typing import Literal

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
    const [across, down] = [
      cut(style.overflowX, one.scrollWidth, one.clientWidth),
      cut(style.overflowY, one.scrollHeight, one.clientHeight),
    ];
    if (!(across || down) || !one.innerText.trim()) continue; // the words last: asking for them costs most
    if (across) found.push(`is cut: ${name(one)}`);
    if (down) found.push(`is cut: ${name(one)}`);
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

MOVING = """
() => [document.documentElement, ...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const takes = (time) => time.split(",").some((part) => parseFloat(part) > 0.01);
  return takes(style.transitionDuration) || style.scrollBehavior === "smooth"
    || (style.animationName !== "none" && takes(style.animationDuration));
}).map((one) => `moves: ${one.localName}.${one.className}`)
"""
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


Look = Callable[[Page], list[str]]
"""Brings a page into a setting, says what is wrong with it there, and leaves it as it was but for the window's size."""


def _told(page: Page, question: str) -> list[str]:
    found: list[str] = page.evaluate(question)
    return found


def _window(width: int, height: int) -> Look:
    """Whether anything is lost in a window of this size."""

    def look(page: Page) -> list[str]:
        page.set_viewport_size({"width": width, "height": height})
        return _told(page, LOST)

    return look


def _styled(styles: str, width: int) -> Look:
    """Whether anything is lost with styles of the reader's own."""

    def look(page: Page) -> list[str]:
        page.set_viewport_size({"width": width, "height": 800})
        own = page.add_style_tag(content=styles)
        found = _told(page, LOST)
        own.evaluate("styles => styles.remove()")
        return found

    return look


def _own_colours(scheme: Literal["light", "dark"]) -> Look:
    """Whether every drawing is seen on a ground of the reader's own."""

    def look(page: Page) -> list[str]:
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        found = _told(page, UNSEEN)
        page.emulate_media(forced_colors="none", color_scheme="light")
        return found

    return look


def _still(page: Page) -> list[str]:
    """Whether anything moves: a transition, an animation, gliding to a heading."""
    return _told(page, MOVING)


def _paper(page: Page) -> list[str]:
    """Whether paper has all the words, also from a dark screen: what is folded opened, and no menus."""
    fold = "open => document.querySelectorAll('details').forEach((one) => { one.open = open; })"
    page.evaluate(fold, False)
    page.emulate_media(media="print", color_scheme="dark")
    found = _told(page, PAPER)
    page.emulate_media(media="screen", color_scheme="light")
    page.evaluate(fold, True)
    return found


NARROW = {
    "four times the size": _window(320, 256),  # a window of 1280 by 1024 enlarged to 400 %
    "spaced out": _styled(SPACED, 375),
    "without motion": _still,
}
WIDE = {
    "spaced out": _styled(SPACED, 1280),
    "letters twice as large": _styled(
        "html { font-size: 200% !important }", 1280
    ),  # the browser's setting, not its zoom
    "own colours, light": _own_colours("light"),
    "own colours, dark": _own_colours("dark"),
    "on paper": _paper,
}


@pytest.mark.parametrize(
    ("width", "looks", "shift"), [pytest.param(375, NARROW, 1, id="narrow"), pytest.param(1280, WIDE, 4, id="wide")]
)
def test_nothing_is_lost_however_a_reader_sets_it(
    browser: Browser, site: ServedSite, width: int, looks: Mapping[str, Look], shift: int
) -> None:
    """A page of every kind, loaded once and brought from setting to setting: see what each of them looks for."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce", bypass_csp=True)
    problems = {}
    for url in sample(site, shift):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(url)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for setting, look in looks.items():
            problems[f"{url.removeprefix(site.address)} {setting}"] = look(page)[:5]
    page.close()
    assert {place: found for place, found in problems.items() if found} == {}


def test_a_page_is_a_pdf_with_tags(browser: Browser, site: ServedSite) -> None:
    """What a reader prints into a file has a structure that a screen reader finds."""
    page = browser.new_page()
    page.goto(f"{site.address}/en/safer-peterborough/")
    assert b"/StructTreeRoot" in page.pdf(format="A4", tagged=True)
    page.close()
