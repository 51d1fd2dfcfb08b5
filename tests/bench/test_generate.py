"""What the benchmark builds is a real site, and the same one each time."""

from pathlib import Path

import pytest
from bench import site
from bench.generate import Size, generate
from bench.translate import other_letters

from planbuilder.model.measure import Measure
from planbuilder.model.priority import Priority
from planbuilder.source import check, load
from tests.sites import tree


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    """A benchmark can be repeated: nothing depends on the clock, the folder or the order of files."""
    size = Size(2, sections=3)
    assert tree(generate(tmp_path / "one", size)) == tree(generate(tmp_path / "two", size))
    assert tree(tmp_path / "one") != tree(generate(tmp_path / "three", size, seed=2))


@pytest.mark.parametrize("charts", [True, False])
def test_the_data_is_in_order(tmp_path: Path, charts: bool) -> None:
    """planbuilder's checker finds no error and nothing doubtful."""
    root = generate(tmp_path / "project", Size(2, sections=1, charts=charts))
    assert check(root) == ()


def test_measures_have_figures_of_ten_years_or_there_are_none(tmp_path: Path) -> None:
    """The comparison with other tools is about pages without charts."""
    with_charts = load(generate(tmp_path / "charts", Size(1))).all(Measure)
    assert [len(measure.observations) for measure in with_charts] == [10] * 10
    assert not list(load(generate(tmp_path / "none", Size(1, charts=False))).all(Measure))


def test_a_site_has_the_wanted_number_of_pages(tmp_path: Path) -> None:
    """So that sizes can be compared."""
    root = site.project(tmp_path / "project", 110, charts=False)
    site.build(root)
    assert len(list((root / "site/en").rglob("index.html"))) == 110


def test_a_second_language_is_translated(tmp_path: Path) -> None:
    """Pages in another language cost what they cost on real sites: their words come from PO files."""
    root = site.project(tmp_path / "project", 130, charts=True, languages=("en", "pl"))
    site.build(root)
    pages = {page.relative_to(root / "site/pl") for page in (root / "site/pl").rglob("index.html")}
    assert pages == {page.relative_to(root / "site/en") for page in (root / "site/en").rglob("index.html")}
    summary = load(root).all(Priority)[0].summary
    assert summary
    page = (root / "site/pl/partnership-0001/2016-2019/priority-1/index.html").read_text("utf-8")
    assert other_letters(summary.source) in page
