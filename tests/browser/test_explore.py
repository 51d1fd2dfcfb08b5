"""Explore in Chromium: asked for, quiet, by keyboard too, in every colour; whatever fails, the picture is there."""

import json
import random
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from plotly.offline import get_plotlyjs_version

from planbuilder.mkdocs.serve import server_of
from tests.browser.conftest import ROOT, ServedSite
from tests.browser.test_every_page import Scheme, Watch, axe_findings
from tests.sites import climate

pytestmark = pytest.mark.browser

LINE = "fenland/measures/street-drinking/"
WARDS = "riverbank/measures/homes-by-ward/"
AREAS = "riverbank/measures/homes-by-area/"
PLOTLY = re.compile(r"/assets/plotly\.\w+\.(js|css)$")
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"


@pytest.fixture(scope="module")
def climate_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """The invented climate plan, with homes by ward (two withheld), by area over time, and a plan's own target."""
    project = climate(tmp_path_factory.mktemp("explore"))
    chance = random.Random(7)  # noqa: S311 - any figures will do, the same each time
    wards = [
        f"  - {{period: {year}, area: 'Ward {ward} & <b>Dock</b>', "
        + ("suppressed: true}" if ward < 2 else f"value: {chance.randint(20, 900)}}}")
        for year in (2024, 2025)
        for ward in range(14)
    ]
    areas = [
        f"  - {{period: {year}, area: {area}, value: {chance.randint(20, 400)}}}"
        for year in range(2020, 2026)
        for area in ("North", "East", "South")
    ]
    years = [
        f"  - {{period: {year}, {'suppressed: true' if year == 2022 else f'value: {year - 1990}'}}}"
        for year in range(2019, 2026)
    ]
    for name, rows in (("homes-by-ward", wards), ("homes-by-area", areas), ("homes-by-year", years)):
        _write_measure(project.root, name, rows)
    priority = "data/riverbank/plans/2025-2030/priorities/1-warm-homes.yml"
    project.edit(priority, "{measure: emissions}", "{measure: emissions, target: {value: 60000, by: 2028}}")
    folder = project.build()
    server = server_of(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield ServedSite(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


def _write_measure(root: Path, name: str, rows: list[str]) -> None:
    head = f"title: {name}\nunit: homes\nwanted: increase\nobservations:\n"
    source = "\nsource: {document: climate-plan, section: Figures}\n"
    (root / f"data/riverbank/measures/{name}.yml").write_text(head + "\n".join(rows) + source, "utf-8")


def _explored(page: Page, address: str) -> Locator:
    """Open a page, explore its first chart; what comes back is what the keys are for."""
    page.goto(address)
    return _explore(page)


def _explore(page: Page) -> Locator:
    page.locator("[data-explore]").first.click()
    plot = page.get_by_role("application")
    expect(plot.locator(".main-svg").first).to_be_visible()
    expect(plot).to_be_focused()
    return plot


def _said(page: Page, *keys: str) -> list[str]:
    told = []
    for key in keys:
        page.keyboard.press(key)
        told.append(page.locator(".pb-explore__told").inner_text())
    return told


def _edges(place: Locator) -> tuple[float, float]:
    """The left and the right edge of what is drawn."""
    left, right = place.first.evaluate("e => { const b = e.getBoundingClientRect(); return [b.left, b.right]; }")
    return left, right


def _comes_true(page: Page, claim: Callable[[], bool]) -> bool:
    """Wait for what the page does on its own; Playwright's way of waiting breaks the page's policy."""
    for _ in range(60):
        if claim():
            return True
        page.wait_for_timeout(50)
    return False


# --- what is loaded, and when ---


def test_the_library_is_the_one_that_python_checks_figures_for() -> None:
    """The figures that Python validates are drawn by the same version."""
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert package["dependencies"]["plotly.js-basic-dist-min"] == get_plotlyjs_version()


def test_every_button_has_its_figure(site: ServedSite, climate_site: ServedSite) -> None:
    """The file that a button asks for is there, whichever page it stands on, and pages without one have no script."""
    buttons = 0
    for served in (site, climate_site):
        for file in served.folder.rglob("*.html"):
            html = file.read_text("utf-8")
            asked = re.findall(r'data-explore="([^"]+)"', html)
            buttons += len(asked)
            assert bool(asked) is bool(re.search(r'<script src="[^"]*assets/explore\.', html)), file
            for href in asked:
                figure = json.loads((file.parent / href).read_text("utf-8"))
                assert figure["data"], file
    assert buttons > 10


def test_a_plans_own_target_is_in_its_figure(climate_site: ServedSite) -> None:
    """The same measure is drawn with the plan's target on the plan's page and with its own on its own."""
    figures = []
    for path in ("en/riverbank/2025-2030/warm-homes", "en/riverbank/measures/emissions"):
        html = (climate_site.folder / path / "index.html").read_text("utf-8")
        href = re.search(r'data-explore="([^"]+)"', html)
        assert href
        figures.append((climate_site.folder / path / href[1]).read_text("utf-8"))
    assert ["by 2028" in figure for figure in figures] == [True, False]
    assert ["by 2030" in figure for figure in figures] == [False, True]


def test_nothing_is_loaded_before_it_is_asked_for(context: BrowserContext, site: ServedSite) -> None:
    """No byte of plotly.js at first; when the pointer comes near it is fetched, once."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}/en/{LINE}", wait_until="networkidle")
    assert not [url for url in asked if PLOTLY.search(url) or url.endswith(".plotly.json")]
    with page.expect_request(PLOTLY):
        page.locator("[data-explore]").hover()


def test_nothing_is_fetched_ahead_where_data_are_saved(context: BrowserContext, site: ServedSite) -> None:
    """A reader who saves data loads plotly.js with the click, not before."""
    context.add_init_script(SAVES_DATA)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}/en/{LINE}")
    page.locator("[data-explore]").hover()
    page.locator("[data-explore]").focus()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if PLOTLY.search(url)]
    page.locator("[data-explore]").click()
    expect(page.locator(".main-svg").first).to_be_visible()


def test_without_javascript_there_is_no_button(browser: Browser, site: ServedSite) -> None:
    """Nobody sees a button that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/en/{LINE}")
    expect(page.locator(".pb-chart__picture").first).to_be_visible()
    expect(page.locator("[data-explore]")).to_be_hidden()
    context.close()


# --- quiet and accessible ---


@pytest.mark.parametrize("path", [f"en/{LINE}", f"ur/{LINE}", f"en/{WARDS}", f"pl/{AREAS}"])
def test_exploring_breaks_no_rule(browser: Browser, site: ServedSite, climate_site: ServedSite, path: str) -> None:
    """axe, the console, the policy: nothing, before and after; nothing foreign, nothing moves, nothing sideways."""
    served = site if path.endswith(LINE) else climate_site
    address = f"{served.address}/{path}"
    page = browser.new_page(reduced_motion="reduce")
    watch = Watch(page, served.address)
    page.on("console", lambda message: watch._note(message.type == "warning", message.text))
    settings: list[tuple[int, Scheme]] = [(320, "dark"), (1280, "light")]
    for width, scheme in settings:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        assert axe_findings(page) == []
        _explore(page)
        _said(page, "ArrowRight", "ArrowDown", "ArrowRight")
        assert page.evaluate("document.getAnimations().length") == 0
        assert axe_findings(page) == []
        assert page.evaluate("window.__violations") == []
        assert watch.found == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert not page.locator(".modebar").count()
    page.close()


# --- by keyboard ---


def test_arrow_keys_read_the_values(page: Page, site: ServedSite) -> None:
    """From year to year, to the ends and not beyond, in a region that speaks; the value is marked in the plot too."""
    _explored(page, f"{site.address}/en/{LINE}")
    assert page.locator(".pb-explore__told").get_attribute("aria-live") == "polite"
    said = _said(page, "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "End", "ArrowRight", "Home")
    assert said == ["2010: 613", "2011: 817", "2010: 613", "2010: 613", "2016: 316", "2016: 316", "2010: 613"]
    expect(page.locator(".hoverlayer")).to_contain_text("2010: 613")


def test_time_goes_left_in_urdu(page: Page, site: ServedSite) -> None:
    """Later years stand at the left, so the left arrow leads there; the values stand at the right."""
    plot = _explored(page, f"{site.address}/ur/{LINE}")
    assert _said(page, "ArrowLeft", "ArrowLeft") == ["2010: 613", "2011: 817"]
    edges = {text: _edges(plot.locator("text", has_text=text)) for text in ("2010", "2016", "1,500")}
    assert edges["2016"][0] < edges["2010"][0] < edges["1,500"][0]
    assert edges["1,500"][1] <= _edges(plot)[1]


def test_rows_are_read_by_name_and_withheld_values_as_such(page: Page, climate_site: ServedSite) -> None:
    """Up and down from row to row, across from year to year; a withheld value says [c] in words and in the plot."""
    plot = _explored(page, f"{climate_site.address}/en/{WARDS}")
    first, second = _said(page, "ArrowDown", "ArrowDown")
    assert re.fullmatch(r"2025 – Ward \d+ & <b>Dock</b> – \d+", first)
    assert first != second
    (across,) = _said(page, "ArrowRight")
    assert across.split(" – ")[:2] == ["2024", second.split(" – ")[1]]
    (last,) = _said(page, "End")
    assert re.fullmatch(r"2024 – Ward [01] & <b>Dock</b> – Withheld \[c\]", last)
    assert plot.locator(".bartext", has_text="Withheld [c]").count() == 4


def test_a_withheld_year_is_read_too(page: Page, climate_site: ServedSite) -> None:
    """It is not skipped: [c] stands at its place, in words and in the plot."""
    plot = _explored(page, f"{climate_site.address}/en/riverbank/measures/homes-by-year/")
    assert _said(page, *["ArrowRight"] * 5)[2:] == ["2021: 31", "2022: [c]", "2023: 33"]
    assert plot.locator("text", has_text="[c]").count() == 1


def test_lines_are_told_apart_by_their_names(page: Page, climate_site: ServedSite) -> None:
    """Up and down go from line to line in the same year; a legend names them where no key does."""
    plot = _explored(page, f"{climate_site.address}/en/{AREAS}")
    said = _said(page, "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp")
    assert [words.split(":")[0] for words in said] == [
        "North – 2020", "North – 2021", "East – 2021", "South – 2021", "East – 2021"
    ]  # fmt: skip
    assert plot.locator(".legendtext").all_text_contents() == ["North", "East", "South"]


def test_other_keys_keep_their_meaning(page: Page, site: ServedSite) -> None:
    """Tab leaves the plot for the button, and keys of the browser are left alone."""
    _explored(page, f"{site.address}/en/{LINE}")
    assert _said(page, "Control+ArrowRight", "a") == ["", ""]
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Back to the picture")).to_be_focused()


@pytest.mark.parametrize("way", ["Escape in the plot", "Escape on the button", "the button"])
def test_the_way_back_leads_to_the_picture(page: Page, site: ServedSite, way: str) -> None:
    """The picture is back, the panel gone, the focus on the button that opened it; it opens again."""
    _explored(page, f"{site.address}/en/{LINE}")
    expect(page.locator(".pb-chart__picture").first).to_be_hidden()
    back = page.get_by_role("button", name="Back to the picture")
    if way == "the button":
        back.click()
    else:
        if way.endswith("button"):
            back.focus()
        page.keyboard.press("Escape")
    expect(page.locator(".pb-chart__picture").first).to_be_visible()
    expect(page.locator(".pb-explore")).to_have_count(0)
    expect(page.locator("[data-explore]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".main-svg").first).to_be_visible()


def test_the_focus_stays_with_who_went_on(context: BrowserContext, site: ServedSite) -> None:
    """A reader who is elsewhere when the plot arrives is not called back."""
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(PLOTLY, hold)
    page.goto(f"{site.address}/en/{LINE}")
    page.locator("[data-explore]").click()
    expect(page.get_by_role("status").first).to_have_text("The interactive chart is loading …")
    page.locator(".pb-chart__download").first.focus()
    assert _comes_true(page, lambda: len(held) >= 2)
    for route in held:
        route.continue_()
    expect(page.locator(".main-svg").first).to_be_visible()
    expect(page.locator(".pb-chart__download").first).to_be_focused()


# --- what may go wrong, colours, paper, history ---


@pytest.mark.parametrize("blocked", ["**/plotly.*.js", "**/plotly.*.css", "**/*.plotly.json"])
def test_what_does_not_load_is_said(context: BrowserContext, site: ServedSite, blocked: str) -> None:
    """A sentence, the picture as it was, and another attempt that can succeed."""
    page = context.new_page()
    page.route(blocked, lambda route: route.abort())
    page.goto(f"{site.address}/en/{LINE}")
    page.locator("[data-explore]").click()
    expect(page.get_by_role("status").first).to_contain_text("The interactive chart could not be loaded.")
    expect(page.locator(".pb-chart__picture").first).to_be_visible()
    expect(page.locator(".pb-explore")).to_have_count(0)
    page.unroute(blocked)
    page.locator("[data-explore]").click()
    expect(page.locator(".main-svg").first).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("")


def test_colours_follow_the_reader(page: Page, site: ServedSite) -> None:
    """The switch of the page and the system's own both draw anew, in the colours of the picture."""
    _explored(page, f"{site.address}/en/{LINE}")
    line, light, dark = page.locator(".js-line").first, "rgb(18, 67, 109)", "rgb(158, 205, 247)"
    expect(line).to_have_css("stroke", light)
    page.locator("[data-pb-scheme]").click()
    expect(line).to_have_css("stroke", dark)
    page.locator("[data-pb-scheme]").click()
    expect(line).to_have_css("stroke", light)
    page.emulate_media(color_scheme="dark")
    expect(line).to_have_css("stroke", dark)


def test_a_narrower_window_gets_a_narrower_plot(page: Page, site: ServedSite) -> None:
    """Turning the phone draws anew; nothing is cut off."""
    plot = _explored(page, f"{site.address}/en/{LINE}")
    page.set_viewport_size({"width": 400, "height": 900})
    assert _comes_true(page, lambda: _edges(plot.locator(".main-svg"))[1] <= _edges(plot)[1] <= 400)


def test_paper_gets_the_picture(page: Page, site: ServedSite) -> None:
    """Who prints after exploring prints the picture."""
    _explored(page, f"{site.address}/en/{LINE}")
    page.emulate_media(media="print")
    expect(page.locator(".pb-chart__picture").first).to_be_visible()
    expect(page.locator(".pb-explore")).to_be_hidden()
    assert page.locator(".pb-chart__picture svg").first.evaluate("svg => svg.getBoundingClientRect().height") > 100
    page.emulate_media(media="screen")
    expect(page.locator(".pb-explore")).to_be_visible()


def test_exploring_leaves_no_trace_in_the_history(context: BrowserContext, site: ServedSite) -> None:
    """Back leads to the page before, and forward to a chart that can be explored."""
    page = context.new_page()
    page.goto(f"{site.address}/en/")
    page.goto(f"{site.address}/en/{LINE}")
    length = page.evaluate("history.length")
    page.locator("[data-explore]").click()
    expect(page.locator(".main-svg").first).to_be_visible()
    assert page.evaluate("history.length") == length
    page.go_back()
    assert page.url == f"{site.address}/en/"
    page.go_forward()
    if not page.locator(".main-svg").count():  # else the browser kept the page as it was
        page.locator("[data-explore]").click()
    expect(page.locator(".main-svg").first).to_be_visible()


def test_a_finger_on_the_plot_scrolls_the_page(browser: Browser, site: ServedSite) -> None:
    """The plot takes no touch away from the page."""
    context = browser.new_context(viewport={"width": 375, "height": 600}, has_touch=True, is_mobile=True)
    page = context.new_page()
    plot = _explored(page, f"{site.address}/en/{LINE}")
    plot.scroll_into_view_if_needed()
    box, before = plot.bounding_box(), page.evaluate("scrollY")
    assert box
    x, y = box["x"] + 150, box["y"] + 150
    finger = context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for way in range(10, 130, 10):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - way}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert _comes_true(page, lambda: page.evaluate("scrollY") > before + 60)
    context.close()
