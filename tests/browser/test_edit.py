"""The page `/edit/`, in a real browser under its own policy: the four commonest edits, saved as files that pass."""

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route
from playwright.sync_api import TimeoutError as WaitedTooLongError

from planbuilder.mkdocs.serve import server_of
from planbuilder.source import check
from tests.sites import Project, climate

pytestmark = pytest.mark.browser

FILES = {
    "figure": "data/riverbank/measures/emissions.yml",
    "action": "data/riverbank/plans/2025-2030/priorities/1-warm-homes.yml",
    "event": "data/riverbank/plans/2025-2030/get-involved.yml",
    "achievement": "data/riverbank/plans/2025-2030/achievements.yml",
}
_ROOT = 'await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true })'
PUT = f"""async (files) => {{
  for (const [path, text] of Object.entries(files)) {{
    let folder = {_ROOT};
    for (const name of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(name, {{ create: true }});
    const file = await (await folder.getFileHandle(path.split("/").at(-1), {{ create: true }})).createWritable();
    await file.write(text);
    await file.close();
  }}
}}"""
GET = f"""async (path) => {{
  let folder = {_ROOT};
  for (const name of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(name);
  return (await (await folder.getFileHandle(path.split("/").at(-1))).getFile()).text();
}}"""


@dataclass(frozen=True)
class Editor:
    """The page, the project behind it, what the browser complained of, and whom it asked outside the site."""

    page: Page
    address: str
    project: Project
    complaints: list[str]
    foreign: list[str]
    said: dict[str, str] = field(default_factory=dict)
    """What was said in fields and is not saved yet."""

    def open(self, form: str) -> None:
        """Open a form, as a click on its line in the menu does."""
        self.page.goto(f"{self.address}#/collections/{form}")
        self.page.get_by_role("button", name="Save", exact=True).wait_for()

    def field(self, path: str) -> Locator:
        """A field of the form that is open."""
        return self.page.locator(f'section[data-key-path="{path}"]')

    def add(self, what: str) -> None:
        """Add an item to a list."""
        self.page.get_by_role("button", name=re.compile(f"^Add \\W?{what}")).click()

    def fill(self, path: str, text: str) -> None:
        """Type into a field, or choose one of several."""
        self.said[path] = text
        self._say(path, text)

    def _say(self, path: str, text: str) -> None:
        choices, box = self.field(path).get_by_role("radiogroup"), self.field(path).locator("input, textarea").first
        choices.or_(box).first.wait_for()
        if choices.count():
            choice = choices.get_by_role("radio", name=text, exact=True)
            if not choice.is_checked():
                choice.click()
        elif box.input_value() != text:
            box.fill(text)

    def save(self) -> None:
        """Save; the form closes when it is done. On a machine that pauses, a form that is drawn anew loses what was
        said just then: whoever sits there sees it and says it again, and so does this."""
        button = self.page.get_by_role("button", name="Save", exact=True)
        for last in (False, True):
            for path, text in self.said.items():
                self._say(path, text)
            button.click()
            try:
                self.page.wait_for_url(lambda url: "/entries/" not in url, timeout=15_000)
                break
            except WaitedTooLongError:
                if last:
                    raise
        button.wait_for(state="detached")
        self.said.clear()

    def saved(self, what: str) -> list[str]:
        """Put a saved file into the project; gives the lines that are new in it. None is gone."""
        file = self.project.root / FILES[what]
        before = file.read_text("utf-8").splitlines() if file.exists() else []
        text: str = self.page.evaluate(GET, FILES[what])
        file.write_text(text, "utf-8")
        assert [line for line in before if line not in text.splitlines()] == []
        return [line for line in text.splitlines() if line not in before]


@pytest.fixture
def editor(browser: Browser, tmp_path: Path) -> Iterator[Editor]:
    """The page of a site that has it, before anybody signs in. A tall window: fields out of sight are not made."""
    project = climate(tmp_path)
    on = "repository: https://github.com/anytown/plans\nedit_in_browser: true\nas_of:"
    project.edit("data/site.yml", "as_of:", on)
    project.edit(FILES["figure"], "observations:", "# As the council publishes them.\nobservations:")
    server = server_of(project.build())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    context = browser.new_context(viewport={"width": 1280, "height": 1500}, reduced_motion="reduce")
    page, complaints, foreign = context.new_page(), list[str](), list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else foreign.append(asked.url),
    )
    page.goto(f"{address}edit/")
    yield Editor(page, f"{address}edit/", project, complaints, foreign)
    context.close()
    server.shutdown()
    server.server_close()


def _sign_in(editor: Editor) -> None:
    """Have the page work with a copy of the files in the browser instead of the forge."""

    def without_forge(route: Route) -> None:
        ours = json.loads((editor.project.site / "edit" / "config.json").read_text("utf-8"))
        route.fulfill(json={**ours, "backend": {"name": "test-repo"}})

    root = editor.project.root
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / "data").rglob("*.yml")}
    editor.page.evaluate(PUT, files)
    editor.page.route("**/edit/config.json", without_forge)
    editor.page.reload()
    editor.page.get_by_role("button", name="Test").click()
    editor.page.get_by_text("Carbon dioxide").wait_for()


def test_the_commonest_edits_from_the_first_page_to_files_that_pass(editor: Editor) -> None:
    """Before signing in nobody else is asked; each form has our fields; each file keeps every line that it had."""
    page = editor.page
    page.get_by_role("button", name="Sign In Using Access Token").wait_for()
    assert editor.foreign == []
    _sign_in(editor)

    editor.open("riverbank-measures/entries/emissions")
    editor.add("Observation")
    editor.fill("observations.4.period", "2026")
    editor.fill("observations.4.value", "70,100")
    editor.fill("observations.4.value", "70100")
    editor.fill("observations.4.status", "Provisional")
    editor.save()
    assert editor.saved("figure") == ["  - {period: 2026, value: 70100, status: provisional}"]

    editor.open("riverbank-plans-2025-2030-priorities/entries/1-warm-homes")
    editor.field("actions").get_by_role("button", name="Expand", exact=True).nth(1).click()
    editor.add("Update")
    editor.fill("actions.1.updates.0.status", "Done")
    editor.fill("actions.1.updates.0.on", "2026-02-01")
    editor.save()
    assert editor.saved("action") == ["      - {status: done, on: 2026-02-01}"]

    editor.open("riverbank-lists/entries/riverbank-plans-2025-2030-get-involved")
    editor.add("Entry")
    editor.fill("entries.1.id", "street-party")
    editor.fill("entries.1.title", "Come to the street party")
    editor.fill("entries.1.kind", "Attend")
    editor.fill("entries.1.text", "Neighbours show how they heat.")
    editor.fill("entries.1.opens", "2026-06-20")
    editor.save()
    assert editor.saved("event") == [
        "street-party:",
        "  title: Come to the street party",
        "  kind: attend",
        "  text: Neighbours show how they heat.",
        "  opens: 2026-06-20",
    ]

    editor.open("riverbank-lists/entries/riverbank-plans-2025-2030-achievements")
    editor.add("Entry")
    editor.fill("entries.0.id", "first-street")
    editor.fill("entries.0.title", "The first street is insulated")
    editor.fill("entries.0.text", "All of Mill Lane.")
    editor.field("entries.0.priorities").get_by_text("Warm homes").click()
    editor.save()
    assert editor.saved("achievement") == [
        "first-street:",
        "  title: The first street is insulated",
        "  text: All of Mill Lane.",
        "  priorities: [warm-homes]",
    ]
    assert [str(problem) for problem in check(editor.project.root) if problem.severity == "error"] == []
    assert (editor.complaints, editor.foreign) == ([], [])
