"""The search in Chromium: by keyboard, in every language, in every colour; and the fonts that a page asks for."""

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from planbuilder.mkdocs.serve import server_of
from planbuilder.outputs import search
from tests.browser.conftest import ServedSite
from tests.browser.test_every_page import COLOUR, Watch, axe_findings
from tests.conftest import CHROMIUM
from tests.outputs.search_queries import QUERIES
from tests.sites import climate

pytestmark = pytest.mark.browser

FRONT = "safer-peterborough/"


def opened(page: Page, site: ServedSite, path: str = f"en/{FRONT}") -> Watch:
    """Open a page of the site; what comes back is what it complains of."""
    watch = Watch(page, site.address)
    page.goto(f"{site.address}/{path}")
    return watch


def ask(page: Page, words: str) -> list[str]:
    """Type into the open search, and read the addresses that are found."""
    page.keyboard.insert_text(words)  # at once: no answer to half of it
    expect(page.locator("#search [role=status]")).not_to_be_empty()
    expect(page.locator("#search .pb-results__title").first).to_be_visible()
    found: list[str] = page.locator("#search .pb-results__title").evaluate_all(
        "links => links.map((link) => link.href)"
    )
    return found


def test_nothing_of_the_search_is_asked_for_until_it_is_opened(context: BrowserContext, site: ServedSite) -> None:
    """Then one script and one index, both the site's own, under the policy that it is served with."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.address)))
    watch = Watch(page, site.address)
    page.goto(f"{site.address}/en/{FRONT}")
    assert not [path for path in asked if "search" in path]
    page.keyboard.press("/")
    ask(page, "police")
    assert len([path for path in asked if re.fullmatch(r"/assets/search\.\w+\.js", path)]) == 1
    assert [path for path in asked if path.endswith(".json")] == ["/en/search/index.json"]
    assert page.evaluate("window.__violations") == []
    assert watch.found == []


def test_the_search_works_by_keyboard_alone(page: Page, site: ServedSite) -> None:
    """Button, typing, arrows to a result, back, Escape to where the reader was; Enter follows a result."""
    watch = opened(page, site)
    button = page.get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    ask(page, "domestic abuse")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^Results: \d+"))
    links = dialog.locator("ol a")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    target = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))
    assert watch.found == []


def test_the_focus_stays_in_the_open_search(page: Page, site: ServedSite) -> None:
    """Tab reaches every result and never the page behind."""
    opened(page, site)
    page.keyboard.press("/")
    ask(page, "burglary")
    inside = (
        "document.activeElement === document.body || document.getElementById('search').contains(document.activeElement)"
    )
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
        reached.add(page.evaluate("document.activeElement.href ?? ''"))
    assert {*page.locator("#search a:visible").evaluate_all("links => links.map((link) => link.href)")} <= reached


def test_the_button_says_whether_the_search_is_open(page: Page, site: ServedSite) -> None:
    """However it was opened and closed, and the one who closes it is back at the button."""
    opened(page, site)
    button = page.locator("header [data-pb-search]")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator("#search").get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_the_key_can_be_switched_off(context: BrowserContext, site: ServedSite) -> None:
    """Speech input types letters nobody meant (WCAG 2.1.4); and where one types, a slash is a slash."""
    page = context.new_page()
    opened(page, site)
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.get_by_role("searchbox").input_value() == "a/b"
    page.get_by_role("checkbox", name="The / key opens the search").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_hidden()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_hidden()


@pytest.mark.parametrize("language", QUERIES)
def test_everyday_words_find_their_page(page: Page, site: ServedSite, language: str) -> None:
    """In the reader's language, and the links lead to pages in that language."""
    if not (site.folder / language).is_dir():
        pytest.skip(f"the site is not in {language}")
    watch = opened(page, site, f"{language}/{FRONT}")
    page.keyboard.press("/")
    for query, wanted in QUERIES[language][:4]:
        page.get_by_role("searchbox").fill("")
        expect(page.locator("#search ol")).to_be_hidden()
        found = ask(page, query)
        assert all(href.startswith(f"{site.address}/{language}/") for href in found)
        assert any(re.search(wanted, href) for href in found[:2]), (query, found[:2])
    assert watch.found == []


@pytest.mark.parametrize(("language", "words"), [("en", "hate crimes"), ("pl", "narkotykow"), ("ur", "منشیات")])
def test_the_open_search_has_no_finding(page: Page, site: ServedSite, language: str, words: str) -> None:
    """axe finds nothing, with a sensitive result and without; nothing is wider than the screen.

    The search is opened once and brought from width to width, each in light with every rule and in dark with those
    of colour.
    """
    watch = opened(page, site, f"{language}/{FRONT}")
    page.keyboard.press("/")
    for typed in ("", words):
        if typed:
            ask(page, typed)
        for width in (375, 1280):
            page.set_viewport_size({"width": width, "height": 760})
            assert axe_findings(page) == []
            page.emulate_media(color_scheme="dark")
            assert axe_findings(page, COLOUR) == []
            page.emulate_media(color_scheme="light")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.locator("#search").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    assert watch.found == []


def test_results_have_room_on_a_small_screen(browser: Browser, site: ServedSite) -> None:
    """A quarter of an ordinary screen, as letters four times as large leave it: results can be seen and pressed."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    page = context.new_page()
    opened(page, site)
    page.keyboard.press("/")
    ask(page, "hate crimes")
    for title in page.locator("#search .pb-results__title").all()[:3]:
        title.scroll_into_view_if_needed()
        title.click(trial=True)
    assert page.locator("#search").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    context.close()


def test_an_answer_is_listed_once(context: BrowserContext, site: ServedSite) -> None:
    """Words typed before the index has come have two causes to be answered; a list with the focus in it stays."""
    page = context.new_page()
    opened(page, site)

    def late(route: Route) -> None:
        page.wait_for_timeout(80)
        route.continue_()

    page.route("**/search/index.json", late)
    page.evaluate(
        """() => {
          window.lists = 0;
          new MutationObserver(() => window.lists++).observe(document.querySelector("#search ol"), { childList: true });
        }"""
    )
    page.keyboard.press("/")
    ask(page, "hate crimes")
    page.wait_for_timeout(400)
    assert page.evaluate("window.lists") == 1


def test_sensitive_results_say_little_and_can_be_left(page: Page, site: ServedSite) -> None:
    """A title and a neutral sentence; three times Shift leaves, though the page behind is not sensitive."""
    opened(page, site, "en/glossary/")
    page.route("**/*", lambda route: route.fallback() if route.request.url.startswith(site.address) else route.abort())
    left: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(site.address) else left.append(request.url))
    page.keyboard.press("/")
    ask(page, "accessibility")
    expect(page.locator("#search .pb-find__exit")).to_be_hidden()
    for _ in range(3):
        page.keyboard.press("Shift")
    assert left == []
    page.get_by_role("searchbox").fill("domestic abuse")
    result = page.locator("#search li", has=page.locator("a[href*='2017-2020/domestic-abuse']"))
    expect(result).to_contain_text("This page has a button to leave this site quickly.")
    assert result.locator("p").count() == 2
    expect(page.locator("#search").get_by_role("link", name="Leave this site quickly")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    assert left


def test_a_failure_is_said_and_the_list_of_pages_offered(context: BrowserContext, site: ServedSite) -> None:
    """No connection: the reader learns of it, and the next try works."""
    page = context.new_page()
    opened(page, site)
    page.route("**/search/index.json", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("police")
    status = page.locator("#search [role=status]")
    expect(status).to_have_text("The search could not be loaded. The list of every page, A to Z, may help.")
    expect(page.get_by_role("dialog").get_by_role("link", name="Every page, A to Z")).to_be_visible()
    page.unroute("**/search/index.json")
    page.keyboard.type(" ")
    expect(status).to_have_text(re.compile("^Results: "))


def test_nothing_found_is_said(page: Page, site: ServedSite) -> None:
    """With the words that were typed, as words."""
    opened(page, site)
    page.keyboard.press("/")
    page.keyboard.type("<b>xyzzyq")
    expect(page.locator("#search [role=status]")).to_contain_text("Nothing was found for “<b>xyzzyq”.")


def test_the_search_page_works_with_and_without_javascript(browser: Browser, site: ServedSite) -> None:
    """With it, a form of its own beside every page's dialog; without, the header's link leads on to the A to Z."""
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{site.address}/en/search/")
        expect(page.get_by_role("main").get_by_role("link", name="Every page, A to Z")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_be_visible(visible=scripts)
        if scripts:
            page.get_by_role("searchbox").fill("volunteers")
            expect(page.locator("main .pb-results a").first).to_be_visible()
            assert axe_findings(page) == []
            page.locator("h1").click()
            page.keyboard.press("/")
            expect(page.get_by_role("main").get_by_role("searchbox")).to_be_focused()
            page.get_by_role("banner").get_by_role("button", name="Search").click()
            expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_be_hidden()
        else:
            expect(page.locator("noscript p")).to_be_visible()
            page.goto(f"{site.address}/en/{FRONT}")
            page.get_by_role("banner").get_by_role("link", name="Search").click()
            page.wait_for_url(f"{site.address}/en/search/")
        context.close()


def test_a_split_index_is_searched_where_the_reader_is(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a partnership's page in its part, elsewhere among all partnerships; the reader can choose."""
    monkeypatch.setattr(search, "ROOM", 2_000)
    server = server_of(climate(tmp_path).build())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/en/"
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}riverbank/measures/")
    page.keyboard.press("/")
    assert f"{address}riverbank/2025-2030/warm-homes/" in ask(page, "warm homes")
    where = page.get_by_role("combobox", name="Search in")
    assert where.input_value() == "riverbank"
    assert axe_findings(page) == []
    where.select_option("All partnerships, by name")
    expect(page.locator("#search a[href$='/warm-homes/']")).to_have_count(0)
    page.get_by_role("searchbox").fill("riverbank")
    expect(page.locator("#search .pb-results__title").first).to_have_attribute("href", f"{address}riverbank/")
    context.close()
    server.shutdown()
    server.server_close()


# --- fonts ---

FONTS = re.compile(r"/assets/([\w-]+)\.\w+\.woff2$")


@pytest.fixture(scope="module")
def bare_browser(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium on a device that has a few Latin letters only."""
    folder = tmp_path_factory.mktemp("fonts")
    configuration = folder / "fonts.conf"
    sans = next(Path("/usr/share/fonts").rglob("NotoSans-Regular.ttf"))
    (folder / sans.name).write_bytes(sans.read_bytes())
    configuration.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir>'
        f"<cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    bare = browser.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox"], env={**os.environ, "FONTCONFIG_FILE": str(configuration)}
    )
    yield bare
    bare.close()


def fonts_of(browser: Browser, site: ServedSite, path: str, language: str = "", words: str = "") -> list[str]:
    """The fonts that a page asks for; the page is told anew in a language that the site does not have."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.extend(FONTS.findall(request.url)))
    if language:
        html = (site.folder / path / "index.html").read_text()
        told = re.sub(r"<html lang=\"..\"", f'<html lang="{language}"', html).replace("<h1>", f"<h1>{words} ")
        page.route(f"{site.address}/{path}", lambda route: route.fulfill(body=told, content_type="text/html"))
    page.goto(f"{site.address}/{path}", wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => null)")
    context.close()
    return sorted(asked)


@pytest.mark.parametrize("path", ["", "en/", f"en/{FRONT}", f"pl/{FRONT}", f"lt/{FRONT}", f"cy/{FRONT}"])
def test_latin_readers_fetch_no_font(bare_browser: Browser, site: ServedSite, path: str) -> None:
    """Not even for the names of the other languages, which every page shows."""
    if not (site.folder / path).is_dir():
        pytest.skip("the site is not in this language")
    assert fonts_of(bare_browser, site, path) == []


def test_urdu_readers_fetch_nastaliq_where_they_have_none(
    bare_browser: Browser, browser: Browser, site: ServedSite
) -> None:
    """One file for both weights; a device that has the font fetches nothing."""
    told = (f"en/{FRONT}", "ur", "پیٹربرو")
    assert fonts_of(bare_browser, site, *told) == ["nastaliq"]
    assert fonts_of(browser, site, *told) == []


def test_punjabi_readers_fetch_gurmukhi_where_they_have_none(bare_browser: Browser, site: ServedSite) -> None:
    """A language that the site may be told in one day."""
    assert fonts_of(bare_browser, site, f"en/{FRONT}", "pa", "ਪੀਟਰਬਰੋ") == ["gurmukhi-bold"]


def test_the_licence_of_each_font_lies_beside_it(site: ServedSite) -> None:
    """The SIL Open Font License asks for it."""
    for name in {FONTS.findall(f"/assets/{path.name}")[0].split("-")[0] for path in site.folder.glob("assets/*.woff2")}:
        (licence,) = site.folder.glob(f"assets/{name}-licence.*.txt")
        assert "SIL OPEN FONT LICENSE" in licence.read_text().upper()
