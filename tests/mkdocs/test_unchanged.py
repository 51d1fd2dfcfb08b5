"""A build with nothing to do: it is told for sure, at once, and never when anything is different."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from tests.sites import Project, climate, tree

SAID = "nothing has changed"
NOTES = ".cache/planbuilder"
MODULES = "import sys; from planbuilder.cli import main; main(standalone_mode=False); print(*sys.modules)"


def built(project: Project, *more: str) -> str:
    """What the command says when it builds the site: here, where all that a build needs is imported."""
    with contextlib.chdir(project.root):
        done = CliRunner().invoke(main, ["build", *more])
    assert done.exit_code == 0, done.output
    return done.output


def afresh(project: Project, *more: str, environment: Mapping[str, str] | None = None) -> str:
    """What it says in a process of its own, which remembers nothing."""
    command = [sys.executable, "-m", "planbuilder.cli", "build", *more]
    done = subprocess.run(command, cwd=project.root, check=True, capture_output=True, text=True, env=environment)
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that was built."""
    made = climate(tmp_path_factory.mktemp("unchanged"))
    assert SAID not in built(made)
    return made


def test_a_site_that_is_up_to_date_is_left_alone_without_mkdocs_or_plotly(project: Project) -> None:
    """No file is written, and neither MkDocs nor Plotly nor pydantic is imported to find out."""
    before = {path: path.stat().st_mtime_ns for path in project.site.rglob("*")}
    command = [sys.executable, "-c", MODULES, "build"]
    told = subprocess.run(command, cwd=project.root, check=True, capture_output=True, text=True).stdout
    assert SAID in told
    assert {"mkdocs", "plotly", "pydantic"} & set(told.split()) == set()
    assert {path: path.stat().st_mtime_ns for path in project.site.rglob("*")} == before


def _write(path: str, more: str) -> Callable[[Project], object]:
    return lambda project: (project.root / path).open("a", encoding="utf-8").write(more)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_write("data/glossary.yml", "\n# more\n"), id="data"),
        pytest.param(_write("content/pages/en/about.md", "\nMore.\n"), id="prose"),
        pytest.param(_write("theme_overrides/partials/footer.html", "<!-- more -->"), id="a template"),
        pytest.param(_write("site/en/index.html", "more"), id="a page that somebody changed"),
        pytest.param(_write("site/en/more.html", "more"), id="a file that somebody added"),
        pytest.param(lambda project: (project.site / "robots.txt").unlink(), id="a file that somebody removed"),
        pytest.param(
            lambda project: next((project.root / ".cache/planbuilder").glob("built-*")).write_text("{", "utf-8"),
            id="a damaged note",
        ),
    ],
)
def test_whatever_is_different_is_built(project: Project, change: Callable[[Project], object]) -> None:
    """After the build there is nothing to do again."""
    change(project)
    assert SAID not in built(project)
    assert SAID in afresh(project)


def _other_version(note: Path) -> None:
    told = json.loads(note.read_bytes())
    note.write_text(json.dumps({**told, "read": "0" * 32, "more": 1}), "utf-8")


def _folder(note: Path) -> None:
    note.unlink()
    note.mkdir()


def _no_place(note: Path) -> None:
    """As on a read-only disk: nothing can be read there, and nothing written."""
    shutil.rmtree(note.parent)
    note.parent.write_text("", "utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda note: note.write_bytes(b""), id="empty"),
        pytest.param(lambda note: note.write_bytes(note.read_bytes()[:40]), id="cut short"),
        pytest.param(lambda note: note.write_bytes(b"\xff\x00{"), id="no text"),
        pytest.param(lambda note: note.write_bytes(b"[" * 100_000), id="nested without end"),
        pytest.param(lambda note: note.write_bytes(b"[]"), id="something else"),
        pytest.param(_other_version, id="of another version"),
        pytest.param(_folder, id="a folder in its place"),
        pytest.param(_no_place, id="no place to write"),
    ],
)
def test_a_spoilt_note_counts_as_none(project: Project, spoil: Callable[[Path], object]) -> None:
    """The site is made whole, although somebody changed a page, and nothing is left beside the note."""
    built(project)
    right = tree(project.site)
    (note,) = (project.root / NOTES).glob("built-*")
    spoil(note)
    _write("site/en/index.html", "more")(project)
    assert SAID not in built(project)
    assert tree(project.site) == right
    left = project.root / NOTES
    names = {note.name, note.name.replace("built", "pages")}
    assert not left.is_dir() or {path.name for path in left.iterdir()} == names
    if not left.is_dir():
        left.unlink()
    elif note.is_dir():
        note.rmdir()


def test_compiled_templates_that_are_spoilt_are_compiled_again(project: Project, tmp_path: Path) -> None:
    """Cut short, or with other signs in them: no damaged code is run."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    afresh(project, "--anew", environment=environment)
    right = tree(project.site)
    files = sorted((tmp_path / "planbuilder" / "templates").iterdir())
    for number, file in enumerate(files):
        content = file.read_bytes()
        file.write_bytes((content[:20], b"", content[:-1] + bytes([content[-1] ^ 255]))[number % 3])
    assert len(files) > 20
    assert SAID not in afresh(project, "--anew", environment=environment)
    assert tree(project.site) == right


def test_the_day_and_the_wish_to_build_anew_count(project: Project) -> None:
    """Another day gives another site; `--anew` builds whatever was built before."""
    assert SAID not in built(project, "--today", "2026-03-01")
    assert SAID in afresh(project, "--today", "2026-03-01")
    assert SAID not in built(project, "--today", "2026-03-01", "--anew")
    assert SAID not in built(project)


def test_a_site_without_a_folder_for_its_own_templates_is_known_too(tmp_path: Path) -> None:
    """As `planbuilder new site` makes it: settings that name no such folder."""
    project = climate(tmp_path)
    project.edit("mkdocs.yml", "  custom_dir: theme_overrides\n", "")
    assert SAID not in built(project)
    assert SAID in built(project)


def test_a_hook_of_ones_own_may_read_anything(project: Project) -> None:
    """Then every build is a whole one."""
    _write("hooks/planbuilder_hook.py", "\nprint('anything')\n")(project)
    assert SAID not in built(project)
    assert SAID not in built(project)
