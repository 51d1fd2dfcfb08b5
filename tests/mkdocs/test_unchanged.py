"""A build with nothing to do: it is told for sure, at once, and never when anything is different."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.sites import Project, climate

SAID = "nothing has changed"
MODULES = "import sys; from planbuilder.cli import main; main(standalone_mode=False); print(*sys.modules)"


def built(project: Project, *more: str) -> str:
    """What the command says when it builds the site."""
    command = [sys.executable, "-m", "planbuilder.cli", "build", *more]
    return subprocess.run(command, cwd=project.root, check=True, capture_output=True, text=True).stdout


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
    assert SAID in built(project)


def test_the_day_and_the_wish_to_build_anew_count(project: Project) -> None:
    """Another day gives another site; `--anew` builds whatever was built before."""
    assert SAID not in built(project, "--today", "2026-03-01")
    assert SAID in built(project, "--today", "2026-03-01")
    assert SAID not in built(project, "--today", "2026-03-01", "--anew")
    assert SAID not in built(project)


def test_a_hook_of_ones_own_may_read_anything(project: Project) -> None:
    """Then every build is a whole one."""
    _write("hooks/planbuilder_hook.py", "\nprint('anything')\n")(project)
    assert SAID not in built(project)
    assert SAID not in built(project)
