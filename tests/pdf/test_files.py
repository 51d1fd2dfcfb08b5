"""The PDF files of the invented climate plan, as a reader, a screen reader and the next build find them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.mkdocs.build import build
from planbuilder.pdf import render
from tests.sites import Project, climate

PLAN = "riverbank/2025-2030"
FILES = sorted(
    f"{code}/{PLAN}/riverbank-2025-2030-{kind}-{code}.pdf"
    for code in ("en", "pl", "ur")
    for kind in ("plan", "summary")
)
EVERYTHING_EMBEDDED = {"/FontFile", "/FontFile2", "/FontFile3"}


@dataclass(frozen=True)
class Made:
    """A project with its PDF files, and what the command said."""

    project: Project
    said: str

    def open(self, path: str) -> pikepdf.Pdf:
        """One of the files."""
        return pikepdf.open(self.project.root / "pdf" / path)


def in_three_languages(folder: Path) -> Project:
    """The climate plan, in Urdu too."""
    project = climate(folder)
    project.edit("data/site.yml", "languages: [en, pl]", "languages: [en, pl, ur]")
    return project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made once for all tests that only look."""
    project = in_three_languages(tmp_path_factory.mktemp("made"))
    done = CliRunner().invoke(main, ["pdf", "--root", str(project.root)])
    assert done.exit_code == 0, done.output
    return Made(project, done.output)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """All dictionaries of a file."""
    yield from (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary))


def tags(pdf: pikepdf.Pdf, name: str) -> list[pikepdf.Dictionary]:
    """The structure elements of one kind."""
    return [item for item in dictionaries(pdf) if item.get("/Type") == "/StructElem" and item.get("/S") == f"/{name}"]


def test_each_plan_is_made_whole_and_on_two_pages_in_every_language(made: Made) -> None:
    """Nothing else lies on the shelf, and the command says how much there is."""
    folder = made.project.root / "pdf"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")) == FILES
    pages = sum(len(made.open(path).pages) for path in FILES)
    assert re.fullmatch(rf"6 made, 0 still true: {pages} pages in {re.escape(str(folder))} \(\d+\.\d s\)\n", made.said)


@pytest.mark.parametrize("path", FILES)
def test_a_file_keeps_to_what_pdf_ua_asks(made: Made, path: str) -> None:
    """As far as a program can tell without a PDF/UA checker: it says so, has language, title, tags and its fonts."""
    pdf = made.open(path)
    assert pdf.open_metadata().get("pdfuaid:part") == "1"
    assert pdf.Root.Lang == path[:2]
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.docinfo["/Title"]
    assert all(page.get("/Tabs") == "/S" for page in pdf.pages if "/Annots" in page)
    fonts = [item for item in dictionaries(pdf) if item.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all(EVERYTHING_EMBEDDED & set(font.keys()) for font in fonts)
    links = [item for item in dictionaries(pdf) if item.get("/Subtype") == "/Link"]
    assert all(link.get("/Contents") for link in links)


@pytest.mark.parametrize("path", FILES)
def test_every_figure_has_a_description_in_the_readers_language(made: Made, path: str) -> None:
    """A chart is one figure; drawings that only adorn are none."""
    pdf = made.open(path)
    figures = tags(pdf, "Figure")
    assert all(str(figure.get("/Alt", "")) for figure in figures)
    assert bool(figures) == ("-plan-" in path)
    if path == FILES[0]:
        assert any("tonnes" in str(figure.Alt) for figure in figures)


def test_a_whole_plan_has_headings_tables_and_bookmarks(made: Made) -> None:
    """One first heading; header cells are marked, and the outline has the chapters."""
    with made.open(FILES[0]) as pdf:
        assert len(tags(pdf, "H1")) == 1
        assert tags(pdf, "H2")
        assert tags(pdf, "Table")
        assert all("/ID" in cell for cell in tags(pdf, "TH"))
        assert all("/Headers" in cell.A for cell in tags(pdf, "TD"))
        with pdf.open_outline() as outline:
            (top,) = outline.root
            assert "Warm homes" in [item.title for item in top.children]


@pytest.mark.parametrize("path", FILES)
def test_a_list_has_only_items_and_a_link_is_one_link(made: Made, path: str) -> None:
    """As PDF/UA-1 asks (7.2 and 7.18.5): what can be followed belongs to a Link, also where its words are foreign."""
    pdf = made.open(path)
    for found in tags(pdf, "L"):
        assert {str(item.S) for item in found.K} <= {"/L", "/LI", "/Caption", "/NonStruct"}
    owners = [
        str(item.S)
        for item in dictionaries(pdf)
        if item.get("/Type") == "/StructElem"
        for kid in item.K
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    assert set(owners) == {"/Link"}
    assert not [link for link in tags(pdf, "Link") if link.P.S == "/Link"]
    assert len(owners) == sum(len(page.get("/Annots", [])) for page in pdf.pages)


def test_a_summary_has_two_pages_at_most(made: Made) -> None:
    """It is a sheet of paper."""
    assert all(len(made.open(path).pages) <= 2 for path in FILES if "-summary-" in path)


def test_a_leaflet_that_can_not_fit_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """The others are made all the same."""
    project = climate(tmp_path)
    project.edit("data/site.yml", "languages: [en, pl]", "languages: [en]")
    for n in range(3, 40):
        file = project.root / f"data/riverbank/plans/2025-2030/priorities/{n}-more-{n}.yml"
        file.write_text(f"title: More work {n}\nsummary: {'It goes on and on. ' * 15}\n", "utf-8")
    done = CliRunner().invoke(main, ["pdf", "--root", str(project.root)])
    assert done.exit_code == 1
    assert "summary-en.pdf: this takes more than 2 pages – shorten the summaries of the priorities" in done.output
    assert "1 made, 0 still true" in done.output


def test_the_same_plan_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    """In another folder, time zone and process."""
    other = in_three_languages(tmp_path)
    command = [sys.executable, "-m", "planbuilder.cli", "pdf", "--root", str(other.root)]
    settings = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Karachi", "LC_ALL": "C"}
    subprocess.run(command, check=True, env=settings, capture_output=True)
    for path in FILES:
        assert (other.root / "pdf" / path).read_bytes() == (made.project.root / "pdf" / path).read_bytes(), path


def test_the_site_links_to_the_files_that_are_true(made: Made) -> None:
    """With language and size, from the plan, its one page and its summary; a file that is out of date is left out."""
    root = made.project.root
    published = build(root)
    assert published.outdated == 0
    for path in FILES:
        assert (published.folder / path).read_bytes() == (root / "pdf" / path).read_bytes()
    page = (published.folder / "en" / PLAN / "index.html").read_text("utf-8")
    size = ((root / "pdf" / FILES[0]).stat().st_size + 1023) // 1024
    assert f"The whole plan to print (PDF, English, {size}\u00a0KB)" in page
    for inner in ("print", "summary"):
        assert 'riverbank-2025-2030-plan-en.pdf"' in (published.folder / "en" / PLAN / inner / "index.html").read_text()


def test_a_file_that_says_something_else_is_left_out(tmp_path: Path) -> None:
    """A figure was corrected since: the build says so and links to nothing old; making them again mends it."""
    project = climate(tmp_path)
    run = CliRunner()
    project.edit("data/site.yml", "languages: [en, pl]", "languages: [en]")
    assert run.invoke(main, ["pdf", "--root", str(project.root)]).exit_code == 0
    measure = project.root / "data/riverbank/measures/emissions.yml"
    text = measure.read_text("utf-8")
    value = next(line for line in reversed(text.splitlines()) if "value:" in line)
    number = value.split("value:")[1].split(",")[0].strip(" }")
    measure.write_text(text.replace(value, value.replace(number, "1234567")), "utf-8")
    said = run.invoke(main, ["build", "--root", str(project.root)]).output
    assert "2 PDF files in pdf/ are not in it, for they say something else than the site" in said
    assert not list(project.site.rglob("*.pdf"))
    assert ".pdf" not in (project.site / "en" / PLAN / "index.html").read_text("utf-8")
    assert run.invoke(main, ["pdf", "--root", str(project.root)]).output.startswith("2 made, 0 still true")
    assert build(project.root).outdated == 0


def test_without_the_library_one_sentence_says_what_to_install(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Pango missing is an OSError, WeasyPrint missing an ImportError: neither is shown to a site owner."""
    project = climate(tmp_path)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    render.weasyprint.cache_clear()
    done = CliRunner().invoke(main, ["pdf", "--root", str(project.root)])
    render.weasyprint.cache_clear()
    assert (done.exit_code, done.output) == (1, f"{render.MISSING}\n")


def test_what_is_still_true_is_not_made_again(made: Made) -> None:
    """A second run makes nothing."""
    done = CliRunner().invoke(main, ["pdf", "--root", str(made.project.root)])
    assert done.output.startswith("0 made, 6 still true")
