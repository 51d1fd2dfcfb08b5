"""The open data page: every file is linked and there, once for all languages, and its example runs."""

import html
import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from planbuilder.exports import COLUMNS
from tests.sites import climate

_CODE = re.compile(r'<code class="language-text">(.*?)</code>', re.DOTALL)
_LINK = re.compile(r'href="(?:\.\./)+data/([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented climate plan."""
    return climate(tmp_path_factory.mktemp("open")).build()


def test_every_file_is_linked_in_every_language_and_written_once(site: Path) -> None:
    """Each from some page; below `data/` and nowhere else."""
    files = {path.relative_to(site / "data").as_posix() for path in (site / "data").rglob("*") if path.is_file()}
    assert "riverbank/riverbank.zip" in files
    for code in ("en", "pl"):
        assert not (site / code / "data").exists()
        linked = {link for page in (site / code).rglob("*.html") for link in _LINK.findall(page.read_text("utf-8"))}
        assert linked == files


def test_every_column_is_explained(site: Path) -> None:
    """In the words of the page's language."""
    for code in ("en", "pl"):
        page = (site / code / "open-data/index.html").read_text("utf-8")
        assert re.findall(r'<div id="column-([a-z_]+)">', page) == [column.name for column in COLUMNS]
    assert "Pierwszy dzień okresu." in page


def test_the_python_example_runs(site: Path) -> None:
    """As it stands on the page, but for the address: it prints the figures of the measure."""
    page = (site / "en/open-data/index.html").read_text("utf-8")
    python, _r = (html.unescape(code) for code in _CODE.findall(page))
    local = python.replace("https://climate.example.org/", f"{site.as_uri()}/")
    assert local != python
    said = io.StringIO()
    with redirect_stdout(said):
        exec(local, {})  # noqa: S102 - the example of our own page
    assert said.getvalue() == (
        "Carbon dioxide that Riverbank emits in a year "
        "{'2022': '100000', '2023': '96400', '2024': '88100', '2025': '79500'}\n"
    )


def test_every_page_leads_to_the_open_data(site: Path) -> None:
    """From the foot of it."""
    for page in site.rglob("index.html"):
        assert "open-data/" in page.read_text("utf-8"), page
