"""Pages in Chromium: each one is loaded once, and brought from setting to setting."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tools.gate import settings
from tools.gate.findings import Finding
from tools.gate.settings import SETTINGS, WITHOUT_SCRIPTS, Setting

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
INSIDE = Path(__file__).with_name("page.js")
DECIDES = (Path(__file__), INSIDE, Path(settings.__file__))
"""The files that decide what is found."""
HEIGHT = 900
CPUS = len(os.sched_getaffinity(0))
PATIENCE = 90_000
"""Milliseconds for one page to load."""
LEAN = (
    "--no-sandbox",  # the gate runs as root, too, and opens only the pages of this site
    "--disable-gpu",
    # One site, one tab, no way back: what serves speed and safety between sites costs a third of the time here.
    "--in-process-gpu",
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--disable-threaded-compositing",
    "--disable-features=BackForwardCache,PaintHolding,SpareRendererForSitePerProcess",
)


@dataclass
class Looker:
    """A browser's tab that looks at pages of the site at `address`, one after another."""

    address: str
    page: Page
    session: CDPSession
    tools: str
    complaints: list[str] = field(default_factory=list)
    known: set[int] = field(default_factory=set)
    """What passed on one page and is the same on others: see page.js."""

    def look(self, path: str) -> list[Finding]:
        """Everything that is wrong with a page, in every setting. `path` is its file's place in the site."""
        self.complaints.clear()
        try:
            found = [Finding(rule, path, f"{setting}: {where}") for setting, rule, where in self._settings(path)]
            self.known.update(self.page.evaluate("gate.passed()"))
        except BrowserError as error:
            return [Finding("the browser gave up", path, error.message.splitlines()[0])]
        return found + [Finding("browser", path, words) for words in self.complaints]

    def _settings(self, path: str) -> Iterator[tuple[Setting, str, str]]:
        self._load(path)
        before = WITHOUT_SCRIPTS
        for setting in SETTINGS:
            if before.state == "without scripts" != setting.state:
                self.page.evaluate("gate.start()")
            self._show(setting, before)
            before = setting
            yield from ((setting, rule, where) for rule, where in self._seen(setting))

    def _seen(self, setting: Setting) -> list[tuple[str, str]]:
        found: list[tuple[str, str]]
        if setting.state in {"open", "without scripts"}:
            found = self.page.evaluate("gate.look()")
            return found
        key = self.page.evaluate("gate.partKey", setting.state)
        if not self.page.evaluate("gate.open", setting.state):
            return []
        found = self.page.evaluate("([state, key]) => gate.lookInside(state, key)", [setting.state, key])
        self.page.evaluate("gate.close", setting.state)
        return found

    def _load(self, path: str) -> None:
        """The page with its scripts held back, with everything open."""
        self._show(WITHOUT_SCRIPTS, SETTINGS[-1])
        self.session.send("Emulation.setScriptExecutionDisabled", {"value": True})
        self.page.goto(f"{self.address}/{path.removesuffix('index.html')}")
        self.session.send("Emulation.setScriptExecutionDisabled", {"value": False})
        self.page.evaluate(self.tools)
        # As one text: Playwright takes a list apart, which costs more the more is known.
        self.page.evaluate("gate.begin", ",".join(map(str, self.known)))

    def _show(self, setting: Setting, before: Setting) -> None:
        if setting.width != before.width:
            self.page.set_viewport_size({"width": setting.width, "height": HEIGHT})
        if setting.scheme != before.scheme:
            self.page.emulate_media(color_scheme=setting.scheme)


def tab(browser: Browser, address: str) -> Looker:
    """A looker in a tab of a browser."""
    last = SETTINGS[-1]
    page = browser.new_page(
        viewport={"width": last.width, "height": HEIGHT}, color_scheme=last.scheme, reduced_motion="reduce"
    )
    page.set_default_timeout(PATIENCE)
    tools = f"{AXE.read_text('utf-8')}\n{INSIDE.read_text('utf-8')}"
    looking = Looker(address, page, page.context.new_cdp_session(page), tools)
    page.on("console", lambda message: _note(looking, message.type == "error", message.text))
    page.on("pageerror", lambda error: _note(looking, True, str(error)))
    page.on("request", lambda request: _note(looking, _is_foreign(address, request.url), f"asks for {request.url}"))
    return looking


@contextmanager
def looker(address: str) -> Iterator[Looker]:
    """A looker with a browser of its own, which is closed in the end."""
    executable = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=LEAN)
        yield tab(browser, address)
        browser.close()


def _note(looking: Looker, wrong: bool, words: str) -> None:
    if wrong:
        looking.complaints.append(words)


def _is_foreign(address: str, url: str) -> bool:
    return not url.startswith((address, "data:"))
