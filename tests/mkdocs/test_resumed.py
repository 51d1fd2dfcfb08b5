"""A build after an edit, in a process of its own: it makes the pages that show it, and the site is the right one."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from planbuilder.mkdocs.build import BuildError, build
from planbuilder.mkdocs.builder import Builder
from planbuilder.mkdocs.job import Job
from planbuilder.mkdocs.records import written
from planbuilder.mkdocs.resumed import go_on
from planbuilder.mkdocs.unchanged import Note
from planbuilder.mkdocs.watch import Watch
from tests.mkdocs.test_memory import DATA, prose, site, vandal
from tests.sites import Project, climate, tree

MEASURE = "data/riverbank/measures/emissions.yml"


def built(project: Project) -> int:
    """Build as the command does, with nothing remembered but what lies on the disk; gives how many pages were made."""
    counts = [0]
    note = Note(project.root, project.site, ("None",))
    job = Job(project.root, remembers=True, watch=Watch(lambda done, _: counts.append(done)))
    go_on(job, note)
    published = build(project.root, job=job)
    note.leave(note.read(), published.files, written(job.memory))
    return max(counts)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was built."""
    made = climate(tmp_path)
    built(made)
    return made


def clean(project: Project) -> dict[str, bytes] | str:
    """What a build makes, or says, that knows of none before."""
    try:
        return tree(build(project.root, project.root / "clean").folder)
    except BuildError as error:
        return str(error)


def test_an_edited_figure_makes_the_pages_that_show_it(project: Project) -> None:
    """Some of them, not all; what else there is stays as it was."""
    whole = len(list(project.site.rglob("*.html")))
    project.edit(MEASURE, "96400", "96500")
    assert 0 < built(project) < whole - 20
    assert tree(project.site) == clean(project)


def test_the_preview_goes_on_from_there_too(project: Project) -> None:
    """Its first build makes little; what it makes is right, and so is what it makes of the next edit."""
    project.edit(MEASURE, "96400", "96500")
    builder = Builder(project.root)
    changed = builder.rebuild().changed
    assert "en/riverbank/measures/emissions/index.html" in changed
    assert "en/glossary/index.html" not in changed
    project.edit(MEASURE, "96500", "96600")
    builder.rebuild()
    builder.close()
    assert tree(project.site) == clean(project)


def test_nothing_edited_makes_no_page(project: Project) -> None:
    """But the lists of all pages, which are made anew each time."""
    assert built(project) <= 2
    assert tree(project.site) == clean(project)


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_one_after_the_other(project: Project, seed: int) -> None:
    """Figures, titles, translations, registers, prose, settings: the site is always that of a clean build."""
    chance = random.Random(seed)  # noqa: S311 – not a secret
    for edit in chance.sample((*DATA, site, prose, vandal), 5):
        edit(project, chance)
        with suppress(BuildError):  # a file that went may be named in another
            built(project)
    assert outcome(project) == clean(project)


def outcome(project: Project) -> dict[str, bytes] | str:
    """The site after a last build, or why there is none."""
    try:
        built(project)
    except BuildError as error:
        return str(error)
    return tree(project.site)


def _page(project: Project) -> None:
    (project.site / "en/index.html").write_text("tampered", "utf-8")


def _more(project: Project) -> None:
    (project.site / "en/more.html").write_text("more", "utf-8")


def _records(change: Callable[[bytes], bytes]) -> Callable[[Project], None]:
    def spoil(project: Project) -> None:
        (file,) = (project.root / ".cache/planbuilder").glob("pages-*")
        file.write_bytes(change(file.read_bytes()))

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(_page, id="a page that somebody changed"),
        pytest.param(_more, id="a file that somebody added"),
        pytest.param(_records(lambda content: content[: len(content) // 2]), id="records cut short"),
        pytest.param(_records(lambda content: content[: content.index(b"\n") + 1]), id="records cut to the first line"),
        pytest.param(_records(lambda content: content.replace(b'"path":"glossary/"', b'"path":"gone/"')), id="changed"),
        pytest.param(_records(lambda _: b""), id="empty records"),
    ],
)
def test_what_is_not_as_it_was_left_is_made_whole(project: Project, spoil: Callable[[Project], None]) -> None:
    """Nothing of it shows in the next site."""
    spoil(project)
    project.edit(MEASURE, "96400", "96500")
    built(project)
    assert tree(project.site) == clean(project)


def test_what_is_prepared_after_a_failed_build_does_not_fail(project: Project) -> None:
    """The preview begins beside a site that is there, with a template that can't be used: that is told once, by the
    build."""
    (project.root / "theme_overrides/home.html").write_text("{{ nonsense }}", "utf-8")
    builder = Builder(project.root)
    with pytest.raises(BuildError, match="nonsense"):
        builder.rebuild()
    builder.get_ready()
    builder.close()
