"""What a builder remembers never shows: whatever was edited, its site is the one that a clean build makes."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbuilder.mkdocs.build import BuildError, build
from planbuilder.mkdocs.builder import Builder
from tests.sites import Project, climate, tree

Edit = Callable[[Project, random.Random], None]


def _replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")


def _some(project: Project, pattern: str, chance: random.Random) -> Path | None:
    found = sorted((project.root / "data").glob(pattern))
    return chance.choice(found) if found else None


def value(project: Project, chance: random.Random) -> None:
    """Another figure."""
    if path := _some(project, "*/measures/emissions*.yml", chance):
        _replaced(path, "96400" if chance.random() < 0.5 else "79500", str(chance.randint(70_000, 99_000)))


def title(project: Project, chance: random.Random) -> None:
    """Another title of anything that has one."""
    if path := _some(project, chance.choice(["**/*.yml", "*/measures/*.yml", "*/plans/*/priorities/*.yml"]), chance):
        _replaced(path, "title: ", chance.choice(["title: New ", "title: Other "]))


def flag(project: Project, chance: random.Random) -> None:
    """A priority becomes sensitive, or no longer is."""
    if path := _some(project, "*/plans/*/priorities/*.yml", chance):
        text = path.read_text("utf-8")
        line = "sensitive: true\n"
        path.write_text(text.replace(line, "") if line in text else line + text, "utf-8")


def translation(project: Project, chance: random.Random) -> None:
    """Other words in Polish, or a word for which there was none."""
    if path := _some(project, "*/translations/pl.po", chance):
        _replaced(path, 'msgstr "', chance.choice(['msgstr "Nowe ', 'msgstr "']))
        if chance.random() < 0.5:
            key = f"{path.parents[1].name}/measures/emissions"
            more = f'\nmsgctxt "{key}#short"\nmsgid "Emissions"\nmsgstr "Emisje {chance.randint(1, 9)}"\n'
            text = path.read_text("utf-8").partition(f'\nmsgctxt "{key}#short"')[0]
            path.write_text(text + more, "utf-8")


def register(project: Project, chance: random.Random) -> None:
    """An entry of a register changes, comes or goes."""
    glossary = project.root / "data/glossary.yml"
    added = "heat-pump:\n  term: Heat pump\n  abbreviation: CO2\n  means: Heats without fire.\n"
    text = glossary.read_text("utf-8")
    glossary.write_text(text.replace(added, "") if added in text else added + text, "utf-8")
    _replaced(project.root / "data/documents.yml", "(invented)", chance.choice(["(made up)", "(invented) again"]))
    _replaced(project.root / "data/units.yml", "other: tonnes", chance.choice(["other: tons", "other: tonnes"]))


def files(project: Project, chance: random.Random) -> None:
    """A file comes, goes or comes back."""
    path = (
        project.root
        / "data"
        / chance.choice(
            [
                "riverbank/measures/emissions-too.yml",
                "riverbank/plans/2025-2030/get-involved.yml",
                "third/partnership.yml",
            ]
        )
    )
    if path.exists():
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = project.root / "data/hillside" / path.relative_to(project.root / "data").as_posix().partition("/")[2]
    source = kept if kept.exists() else project.root / "data/riverbank/measures/emissions.yml"
    if source.exists():
        shutil.copyfile(source, path)


def site(project: Project, chance: random.Random) -> None:
    """A setting of the site."""
    old, new = chance.choice(
        [
            ("languages: [en, pl]", "languages: [en]"),
            ("languages: [en]", "languages: [en, pl]"),
            ("as_of: 2026-02-01", "as_of: 2031-02-01"),
            ("as_of: 2031-02-01", "as_of: 2026-02-01"),
            ("title: Riverbank", "title: Our Riverbank"),
        ]
    )
    _replaced(project.root / "data/site.yml", old, new)


def prose(project: Project, chance: random.Random) -> None:
    """The site's own prose, a link to data in it."""
    path = project.root / "content/pages/en/about.md"
    more = "\n\nSee [emissions](ref:riverbank/measures/emissions).\n"
    text = path.read_text("utf-8")
    path.write_text(text + more if more not in text else text.replace(more, ""), "utf-8")


def mistake(project: Project, chance: random.Random) -> None:
    """A key that nothing knows; the next edit of the kind takes it away."""
    path = project.root / "data/units.yml"
    text = path.read_text("utf-8")
    wrong = "oops: {one: oop, many: oops}\n"
    path.write_text(text.replace(wrong, "") if wrong in text else text + wrong, "utf-8")


def vandal(project: Project, chance: random.Random) -> None:
    """Somebody changes, adds or removes files of the published site."""
    if not project.site.is_dir():
        return
    path = chance.choice(sorted(path for path in project.site.rglob("*.html")))
    match chance.randint(0, 2):
        case 0:
            path.write_text("what", "utf-8")
        case 1:
            path.unlink()
        case 2:
            path.with_name("more.html").write_text("more", "utf-8")


DATA: tuple[Edit, ...] = (value, title, flag, translation, register, files)
"""After these, pages are kept."""

ANYTHING: tuple[Edit, ...] = (*DATA, site, prose, mistake, vandal)
"""The last ones make every page anew, or bring the site out of step with what the builder remembers."""


def _outcome(make: Callable[[], object], folder: Path) -> dict[str, bytes] | str:
    try:
        make()
    except BuildError as error:
        return str(error)
    return tree(folder)


def check(folder: Path, edits: list[tuple[Edit, int]]) -> None:
    """Edit step by step; the builder follows, and at the end its site or its message is that of a clean build."""
    project = climate(folder)
    shutil.copytree(project.root / "data/riverbank", project.root / "data/hillside")
    _replaced(project.root / "data/hillside/partnership.yml", "Riverbank", "Hillside")
    priority = project.root / "data/hillside/plans/2025-2030/priorities/1-warm-homes.yml"
    _replaced(priority, "{measure: emissions}", "{measure: riverbank/emissions}")
    builder = Builder(project.root)
    builder.rebuild()
    for edit, seed in edits:
        edit(project, random.Random(seed))  # noqa: S311 – hypothesis chooses the seed
        ours = _outcome(builder.rebuild, project.site)
    clean = _outcome(lambda: build(project.root, folder / "clean"), folder / "clean")
    builder.close()
    assert ours == clean


def steps(edits: tuple[Edit, ...]) -> st.SearchStrategy[list[tuple[Edit, int]]]:
    """A few edits, each with what decides its details."""
    return st.lists(st.tuples(st.sampled_from(edits), st.integers(0, 999)), min_size=2, max_size=5)


@settings(max_examples=8, derandomize=True, suppress_health_check=[*HealthCheck])
@given(edits=st.one_of(steps(DATA), steps(ANYTHING)))
def test_whatever_was_edited_the_site_is_that_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[Edit, int]]
) -> None:
    """Figures, titles, translations, registers, files, settings, prose, mistakes, and a site that was tampered with."""
    check(tmp_path_factory.mktemp("edited"), edits)
