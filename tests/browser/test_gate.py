"""The gate finds a fault in the setting where it is, though it does not run every rule in every setting."""

import shutil
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from planbuilder.mkdocs.serve import server_of
from tests.browser.conftest import ServedSite
from tools.gate.looking import Looker, tab
from tools.gate.settings import SETTINGS

pytestmark = pytest.mark.browser

PAGE = "en/glossary/index.html"
END = "</article>"
STYLES = """
.fault-pale, .fault-pale-too { color: #000; background: #fff }
@media (prefers-color-scheme: dark) { .fault-pale { color: #222; background: #111 } }
@media (prefers-color-scheme: dark) and (min-width: 60em) { .fault-pale-too { color: #222; background: #111 } }
@media (min-width: 60em) {
  .fault-small a { display: inline-block; inline-size: 9px; block-size: 9px; overflow: hidden }
}
.fault-wide { inline-size: 340px; block-size: 1px }
.fault-hidden { display: none }
@media (min-width: 60em) { .fault-hidden { display: block } }
"""


@pytest.fixture(scope="module")
def one_page(site: ServedSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """One page of the site, to be spoilt, with the files of all."""
    folder = tmp_path_factory.mktemp("gate")
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("*.html"), dirs_exist_ok=True)
    shutil.copyfile(site.folder / PAGE, folder / PAGE)
    (folder / "fault.css").write_text(STYLES, "utf-8")
    server = server_of(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield ServedSite(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def gate(browser: Browser, one_page: ServedSite) -> Looker:
    """The gate's tab, which has seen the page as it is: so everything that can be known is known."""
    looking = tab(browser, one_page.address)
    assert looking.look(PAGE) == []
    assert looking.known
    return looking


DARK = [str(setting) for setting in SETTINGS if setting.scheme == "dark" and setting.state == "open"]
NO_SCRIPTS = "375 light without scripts"
"""The first setting. A fault that is always there is told where it is seen first."""


@pytest.mark.parametrize(
    ("rule", "before", "fault", "settings"),
    [
        ("image-alt", END, '<img src="data:,">', [NO_SCRIPTS]),
        ("color-contrast", END, '<p class="fault-pale">Pale</p>', DARK),
        ("color-contrast", END, '<p class="fault-pale-too">Pale</p>', ["1280 dark open"]),
        ("target-size", END, '<p class="fault-small"><a href="#a">a</a><a href="#b">b</a></p>', ["1280 light open"]),
        ("empty-heading", END, '<div class="fault-hidden"><h2></h2></div>', ["1280 light open"]),
        ("sideways scrolling", END, '<p class="fault-wide"></p>', ["320 dark open", "320 light open"]),
        ("link-name", '<button class="pb-tool pb-scheme"', '<a href="#a"></a>', ["375 light menu", "1280 light open"]),
        ("label", "</dialog>", '<input type="text">', ["320 dark search", "320 light search", "1280 light search"]),
        ("link-name", "<span>Menu</span></a>", '<a href="#a" data-pb-menu-link></a>', [NO_SCRIPTS]),
        (
            "button-name",
            '<a class="pb-tool pb-menu-link"',
            "<button hidden data-pb-scheme></button>",
            ["375 light open"],
        ),
        ("browser", "</head>", '<link rel="stylesheet" href="/nowhere.css">', [""]),
    ],
)
def test_a_fault_is_found_where_it_is(
    gate: Looker, one_page: ServedSite, rule: str, before: str, fault: str, settings: list[str]
) -> None:
    """By axe, by the browser's width or its console; and every finding is of the fault that was made."""
    html = (one_page.folder / PAGE).read_text("utf-8")
    styled = html.replace("</head>", '<link rel="stylesheet" href="/fault.css"></head>', 1)
    assert before in styled
    (one_page.folder / "spoilt.html").write_text(styled.replace(before, fault + before, 1), "utf-8")
    found = gate.look("spoilt.html")
    assert {finding.rule.partition(" (")[0] for finding in found} == {rule}
    for setting in settings:
        assert any(finding.where.startswith(setting) for finding in found), (setting, found)


def test_what_was_wrong_on_one_page_is_wrong_on_the_next(gate: Looker, one_page: ServedSite) -> None:
    """Only what passed is known."""
    html = (one_page.folder / PAGE).read_text("utf-8").replace("</dialog>", '<input type="text"></dialog>', 1)
    for name in ("first.html", "second.html"):
        (one_page.folder / name).write_text(html, "utf-8")
        assert {finding.rule.partition(" (")[0] for finding in gate.look(name)} == {"label"}


def test_started_scripts_leave_the_page_as_loading_it_does(
    gate: Looker, browser: Browser, one_page: ServedSite
) -> None:
    """The gate looks at a page without scripts first and starts them then: the outcome is what a reader has."""
    gate.look(PAGE)
    page = browser.new_page(viewport=gate.page.viewport_size, color_scheme="dark", reduced_motion="reduce")
    page.goto(f"{one_page.address}/{PAGE.removesuffix('index.html')}")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.body.outerHTML") == gate.page.evaluate("document.body.outerHTML")
    page.close()
