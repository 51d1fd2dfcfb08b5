"""Every example of the documentation for editors is run, and every message in it is the real one."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli.check import command as check_command
from planbuilder.cli.new import command as new_command
from planbuilder.i18n import Language, translated
from planbuilder.mkdocs.build import build
from planbuilder.model.measure import Measure
from planbuilder.source import check, load
from planbuilder.verdict import judge, sentence
from tests.docs.reading import BASE, ROOT, WORLD, Block, blocks, pages, put, start, write, wrong
from tests.sites import GOLDEN

FIRST_CHANGE = "first-change.md"
"""The page whose examples change the data of this repository itself."""
_LANGUAGES = {"yaml", "text", "markdown", "csv", "po", "sh"}


def _base(page: Path) -> Path:
    return ROOT if page.name == FIRST_CHANGE else BASE


def _project(page: Path, root: Path) -> Path:
    return write(start(page, root, _base(page)), page)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_every_block_says_what_it_is(page: Path) -> None:
    """No example escapes the tests: YAML, CSV, Markdown and PO name their file, and no language is misspelt."""
    for block in blocks(page):
        assert block.language in _LANGUAGES, block
        assert block.language in ("text", "sh") or block.path, block.text
        assert block.remark in ("", "add at the end", "wrong on purpose"), block.remark


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_the_examples_of_a_page_pass_the_checker(page: Path, tmp_path: Path) -> None:
    """Together they are a project without errors and without warnings, and their translations can be read."""
    before = set() if _base(page) == BASE else {str(problem) for problem in check(ROOT)}
    root = _project(page, tmp_path)
    doubts = [str(problem) for problem in check(root) if problem.severity != "note"]
    assert [problem for problem in doubts if problem not in before] == []
    for block in blocks(page):
        if block.language == "po":
            assert translated(load(root), root).translations["pl"]


CASES = [pytest.param(page, *case, id=f"{page.stem}-{case[0].path}") for page in pages() for case in wrong(page)]


@pytest.mark.parametrize(("page", "spoilt", "told"), CASES)
def test_a_wrong_example_is_told_of_in_these_words(page: Path, spoilt: Block, told: Block, tmp_path: Path) -> None:
    """What the page says an editor will read is what the checker says."""
    root = _project(page, tmp_path)
    before = {str(problem) for problem in check(root)}
    put(root, spoilt)
    found = [str(problem) for problem in check(root) if str(problem) not in before]
    assert found == [line for line in told.text.splitlines() if line]


def test_the_worked_partnership_is_in_order(tmp_path: Path) -> None:
    """The district of the page is complete: the command says what the page says it does."""
    root = _project(WORLD, tmp_path)
    said = CliRunner().invoke(check_command, ["--root", str(root)])
    told = next(block for block in blocks(WORLD) if block.told_by("You will read:"))
    assert said.output == told.text
    assert said.exit_code == 0


def test_the_worked_partnership_fits_into_a_new_site(tmp_path: Path) -> None:
    """Whoever copies the page into a site of their own, just begun, needs nothing else."""
    assert CliRunner().invoke(new_command, ["site", str(tmp_path)], input="\n" * 7).exit_code == 0
    write(tmp_path, WORLD)
    assert check(tmp_path) == ()


def test_the_worked_partnership_has_the_files_that_are_shown(tmp_path: Path) -> None:
    """The picture of the folder and the examples below it are of the same files."""
    picture = next(block for block in blocks(WORLD) if block.told_by("looks like this:"))
    root = _project(WORLD, tmp_path)
    below = sorted((root / "data" / "ambermouth").rglob("*"))
    shown = {line.strip().rstrip("/") for line in picture.text.splitlines()[1:]}
    assert shown == {path.name for path in below}
    assert len(picture.text.splitlines()) == len(below) + 1


def test_the_worked_partnership_becomes_a_site(tmp_path: Path) -> None:
    """It builds, strictly, and each of its pages is there."""
    root = _project(WORLD, tmp_path)
    shutil.copytree(ROOT / "hooks", root / "hooks")
    shutil.copytree(ROOT / "theme_overrides", root / "theme_overrides")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(GOLDEN / "climate" / "project" / "mkdocs.yml", root)
    site = build(root).folder
    for path in (
        "",
        "2026-2029/",
        "2026-2029/safer-evenings/",
        "2026-2029/get-involved/",
        "measures/evening-assaults/",
    ):
        assert (site / "en" / "ambermouth" / path / "index.html").is_file(), path


JUDGED = [pytest.param(page, id=page.stem) for page in pages() if any(b.told_by("says:") for b in blocks(page))]


@pytest.mark.parametrize("page", JUDGED)
def test_the_site_says_of_a_measure_what_the_page_says(page: Path, tmp_path: Path) -> None:
    """A quoted verdict is the sentence that is really computed for the measure shown before it."""
    root, measure = _project(page, tmp_path), ""
    for block in blocks(page):
        if "/measures/" in block.path and not block.remark:
            measure = block.path.removeprefix("data/").rpartition(".")[0]
            put(root, block)
        if block.told_by("says:"):
            catalogue = load(root)
            found = catalogue.entities[measure]
            assert isinstance(found, Measure)
            said = sentence(judge(found, None, catalogue.today), found, catalogue, Language("en")).striptags()
            assert said.split() == block.text.split()
