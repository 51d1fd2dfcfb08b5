"""A builder that lives on: what it says of each build."""

from pathlib import Path

import pytest

from planbuilder.mkdocs.build import BuildError
from planbuilder.mkdocs.builder import Builder
from tests.sites import climate, tree


def test_a_builder_tells_which_files_are_different(tmp_path: Path) -> None:
    """Everything at first, nothing when nothing was edited, and after an edit what shows it."""
    project = climate(tmp_path)
    builder = Builder(project.root)
    first = builder.rebuild()
    before = tree(first.folder)
    assert first.changed == set(before) - {".planbuilder"}
    assert builder.rebuild().changed == set()
    file = next((project.root / "data/riverbank/measures").glob("*.yml"))
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: ", "title: Other ", 1), "utf-8")
    second = builder.rebuild()
    after = tree(second.folder)
    assert second.changed == {path for path in before | after if before.get(path) != after.get(path)} != set()


def test_a_builder_goes_on_after_a_mistake(tmp_path: Path) -> None:
    """A mistake is told and the site stays; when it is mended, the next build is as if it had never been."""
    project = climate(tmp_path)
    builder = Builder(project.root)
    before = tree(builder.rebuild().folder)
    site = project.root / "data/site.yml"
    good = site.read_text("utf-8")
    site.write_text(good + "\nnonsense: yes\n", "utf-8")
    with pytest.raises(BuildError, match="nonsense"):
        builder.rebuild()
    assert tree(project.site) == before
    site.write_text(good, "utf-8")
    assert builder.rebuild().changed == set()


def test_a_page_that_tells_the_size_of_a_file_is_made_again(tmp_path: Path) -> None:
    """The page on open data shows nothing of a measure but how large the files are that hold it: after each edit."""
    project = climate(tmp_path)
    builder = Builder(project.root)
    builder.rebuild()
    file = project.root / "data/riverbank/measures/emissions.yml"
    for number in range(1, 4):
        text = file.read_text("utf-8")
        file.write_text(text.replace("definition: ", f"definition: {'More of it. ' * 100}", 1), "utf-8")
        rebuilt = tree(builder.rebuild().folder)
        assert rebuilt == tree(Builder(project.root, tmp_path / f"anew-{number}").rebuild().folder)


def test_getting_ready_changes_nothing(tmp_path: Path) -> None:
    """What is prepared after a build is not seen, whether or not there was a build; the next one is as it would be."""
    project = climate(tmp_path)
    builder = Builder(project.root)
    builder.get_ready()
    before = tree(builder.rebuild().folder)
    builder.get_ready()
    assert tree(project.site) == before
    assert builder.rebuild().changed == set()
    builder.get_ready()
    file = project.root / "data/riverbank/measures/emissions.yml"
    file.write_text(file.read_text("utf-8").replace("79500", "78500"), "utf-8")
    assert tree(builder.rebuild().folder) == tree(Builder(project.root, tmp_path / "anew").rebuild().folder) != before
