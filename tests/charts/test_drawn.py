"""What Chromium makes of the pictures: measured in the page, with its real fonts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.charts import demo

pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 480, 768, 1280)
_OVERLAPS = """
() => {
  const shown = (element) => element.getClientRects().length && getComputedStyle(element).display !== 'none';
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const found = [];
  for (const svg of document.querySelectorAll('svg.pb-chart__plot, svg.pb-chart__bars')) {
    // The box of a text is as high as its font, Nastaliq's two lines high: the letters themselves are what counts.
    const texts = [...svg.querySelectorAll('text:not(.pb-chart__on)')].filter(shown).map((text) => {
      const box = text.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(text).fontSize);
      const matrix = text.getScreenCTM();
      const baseline = text.y.baseVal[0].value * matrix.d + matrix.f;
      const tall = /[\u0600-\u06ff]/.test(text.textContent) ? 1.5 : 1;
      const [top, bottom] = [baseline - 0.72 * size * tall, baseline + 0.2 * size * tall];
      return { word: text.textContent, left: box.left, right: box.right, top, bottom };
    });
    const marks = [...svg.querySelectorAll('.pb-chart__marker, .pb-chart__bar, .pb-chart__hatched')].filter(shown)
      .map((mark) => mark.getBoundingClientRect());
    texts.forEach((text, index) => {
      for (const other of texts.slice(index + 1)) if (meet(text, other)) found.push(`${text.word} / ${other.word}`);
      for (const mark of marks) if (meet(text, mark)) found.push(`${text.word} on a mark`);
    });
  }
  return found;
}
"""
_OUTSIDE = """
() => [...document.querySelectorAll('.pb-chart text, .pb-chart__name')].filter((text) => {
  const box = text.getBoundingClientRect();
  return box.width && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
}).map((text) => text.textContent)
"""


_SIZES = """
() => {
  const svg = document.querySelector('svg.pb-chart__plot');
  const text = svg.querySelector('text');
  const { a: across, d: down } = text.getScreenCTM();
  return { across, down, text: text.getBBox().height, picture: svg.getBoundingClientRect().height };
}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page with every chart, by its name."""
    return {path.stem: path for path in demo.write(tmp_path_factory.mktemp("charts"))}


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of its own."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["en", "ur"])
def test_no_label_covers_a_mark_or_another_label(tab: Page, pages: dict[str, Path], name: str, width: int) -> None:
    """From the smallest phone to a desk, in Latin script and in Nastaliq."""
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(pages[name].as_uri())
    assert tab.evaluate(_OVERLAPS) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["en", "ur"])
def test_nothing_is_cut_off_or_scrolls_sideways(tab: Page, pages: dict[str, Path], name: str, width: int) -> None:
    """Every word of every picture is on the page."""
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(pages[name].as_uri())
    assert tab.evaluate(_OUTSIDE) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_text_keeps_its_size_on_a_phone_and_grows_with_the_readers(tab: Page, pages: dict[str, Path]) -> None:
    """Nothing is scaled with the picture; larger text makes it taller."""
    found = []
    for width, scale in ((320, "125%"), (1280, "125%"), (1280, "250%")):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(pages["en"].as_uri())
        tab.add_style_tag(content=f"html {{ font-size: {scale} !important; }}")
        found.append(tab.evaluate(_SIZES))
    assert [(sizes["across"], sizes["down"]) for sizes in found] == [(1, 1)] * 3
    _, desk, large = found
    assert large["text"] == pytest.approx(2 * desk["text"], rel=0.1)
    assert large["picture"] == pytest.approx(2 * desk["picture"], rel=0.05)


def test_forced_colours_draw_lines_in_the_systems_colour(tab: Page, pages: dict[str, Path]) -> None:
    """No line of ours vanishes on a black page."""
    tab.emulate_media(forced_colors="active", color_scheme="dark")
    tab.goto(pages["en"].as_uri())
    colours = tab.evaluate(
        "() => [...new Set([...document.querySelectorAll('.pb-chart__line line:not(.pb-chart__goal)')]"
        ".map((line) => getComputedStyle(line).stroke))]"
    )
    assert colours == ["rgb(255, 255, 255)"]


def test_tables_are_open_on_paper(tab: Page, pages: dict[str, Path]) -> None:
    """What can't be opened with a finger is open."""
    tab.emulate_media(media="print")
    tab.goto(pages["en"].as_uri())
    assert tab.evaluate(
        "() => [...document.querySelectorAll('.pb-chart table')].every((table) => table.checkVisibility())"
    )
