"""Building a site: the same from every door, the same every time, and never half of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planbuilder.mkdocs.build import BuildError
from tests.sites import climate, tree

PLAN = "data/riverbank/plans/2025-2030"


def test_mkdocs_build_makes_the_same_site(tmp_path: Path) -> None:
    """`mkdocs build --strict` and `planbuilder build` give the same bytes."""
    project = climate(tmp_path)
    ours = tree(project.build())
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "other")]
    subprocess.run(command, cwd=project.root, check=True, capture_output=True)
    assert tree(tmp_path / "other") == ours


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Karachi"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C", "LANG": "C", "PYTHONOPTIMIZE": "2"},
    ],
)
def test_the_same_data_give_the_same_bytes(tmp_path: Path, surroundings: dict[str, str]) -> None:
    """Hash seed, time zone, locale, folder and a Python without docstrings don't show in the site."""
    first = tree(climate(tmp_path / "first").build())
    other = climate(tmp_path / "a different place")
    command = [sys.executable, "-m", "planbuilder.cli", "build"]
    environment = {**os.environ, **surroundings}
    subprocess.run(command, cwd=other.root, check=True, capture_output=True, env=environment)
    assert tree(other.site) == first


def test_one_process_and_several_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Languages are shared out among the processors; how many there are does not show in the site."""
    several = tree(climate(tmp_path / "several").build())
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0})
    assert tree(climate(tmp_path / "one").build()) == several


def test_a_misspelt_key_is_explained_and_the_old_site_stays(tmp_path: Path) -> None:
    """One sentence with file, line and the nearest valid key; not a byte of the published site changes."""
    project = climate(tmp_path)
    before = tree(project.build())
    project.edit(f"{PLAN}/priorities/1-warm-homes.yml", "measures:", "mesures:")
    with pytest.raises(BuildError) as caught:
        project.build()
    first, last = str(caught.value).splitlines()
    assert first == f'{PLAN}/priorities/1-warm-homes.yml:18:1: unknown key "mesures" – did you mean measures?'
    assert last == "1 error: nothing was published, and the site that was there stays"
    assert tree(project.site) == before


def test_a_link_that_leads_nowhere_keeps_the_old_site(tmp_path: Path) -> None:
    """A broken link in the site's prose is found on the final pages, and nothing is published."""
    project = climate(tmp_path)
    before = tree(project.build())
    project.edit("content/pages/en/about.md", "(privacy.md)", "(privasy.md)")
    with pytest.raises(BuildError, match=r"privasy\.md"):
        project.build()
    assert tree(project.site) == before


def test_two_pages_of_one_address_keep_the_old_site(tmp_path: Path) -> None:
    """A page of prose must not take the place of one that the data make."""
    project = climate(tmp_path)
    before = tree(project.build())
    page = project.root / "content/pages/en/riverbank/2025-2030.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Our plan\n---\n\nWords.\n", "utf-8")
    with pytest.raises(BuildError, match=r"en/riverbank/2025-2030/index.html: 2 pages have this address – give one"):
        project.build()
    assert tree(project.site) == before


def test_messages_that_cannot_be_read_are_told_with_their_line(tmp_path: Path) -> None:
    """A site's own catalogue, in which a quotation mark is not closed: no page loses its words in silence."""
    project = climate(tmp_path)
    file = project.root / "locale/pl/LC_MESSAGES/planbuilder.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid ""\nmsgstr ""\n\nmsgid "Home\nmsgstr "Dom"\n', "utf-8")
    with pytest.raises(BuildError, match=r"^locale/pl/LC_MESSAGES/planbuilder.po:4:1: this line can't be read – close"):
        project.build()


def test_a_mistake_in_a_template_is_told_with_its_place(tmp_path: Path) -> None:
    """Whoever changes a template gets its name and line, and the old site stays."""
    project = climate(tmp_path)
    before = tree(project.build())
    project.edit("theme_overrides/main.html", "</main>", "{% if %}</main>")
    with pytest.raises(BuildError, match=r"main\.html:\d+: the template can't be used"):
        project.build()
    assert tree(project.site) == before


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    """A target with files that planbuilder did not make is refused, and the files stay."""
    project = climate(tmp_path)
    project.site.mkdir()
    (project.site / "holiday.jpg").write_bytes(b"precious")
    with pytest.raises(BuildError, match="holds files that planbuilder did not make"):
        project.build()
    assert tree(project.site) == {"holiday.jpg": b"precious"}


def test_nothing_is_left_beside_the_site(tmp_path: Path) -> None:
    """Neither a good build nor a failed one leaves folders behind."""
    project = climate(tmp_path)
    project.build()
    project.edit("content/pages/en/about.md", "(privacy.md)", "(privasy.md)")
    with pytest.raises(BuildError):
        project.build()
    assert [path.name for path in project.root.iterdir() if path.name.startswith(".")] == []


def test_pages_that_are_gone_from_the_data_are_gone_from_the_site(tmp_path: Path) -> None:
    """A build leaves nothing of the one before."""
    project = climate(tmp_path)
    project.build()
    (project.root / PLAN / "get-involved.yml").unlink()
    assert not (project.build() / "en/riverbank/2025-2030/get-involved").exists()
