"""A site that was built in parts, perhaps on many machines, is the site that one build makes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planbuilder.mkdocs.build import BuildError, build
from planbuilder.mkdocs.job import Job
from tests.sites import Project, climate, tree


def run(project: Project, *arguments: str) -> str:
    """What the command says."""
    command = [sys.executable, "-m", "planbuilder.cli", *arguments]
    return subprocess.run(command, cwd=project.root, check=True, capture_output=True, text=True).stdout


def part(project: Project, folder: Path, *only: str) -> Path:
    """Some pages, built by themselves."""
    return build(project.root, folder, job=Job(project.root, remembers=True, only=only)).folder


def parts(project: Project) -> list[Path]:
    """Every part of the site, each built by itself."""
    found = []
    for shard in json.loads(run(project, "shards")):
        found.append(project.root / "parts" / shard["name"])
        part(project, found[-1], *shard["arguments"].replace("--only ", "").split())
    return found


def test_all_parts_together_are_the_whole_site(tmp_path: Path) -> None:
    """The same bytes as one build, from a list of parts that the command prints."""
    project = climate(tmp_path)
    whole = tree(project.build())
    found = parts(project)
    assert [part.name for part in found] == ["site-en", "site-pl", "riverbank-en", "riverbank-pl"]
    said = run(project, "merge", *map(str, found), "-o", "merged")
    assert said == f"The site is in {project.root / 'merged'}\n"
    assert tree(project.root / "merged") == whole


def test_what_is_missing_or_out_of_date_in_the_parts_is_made(tmp_path: Path) -> None:
    """A part left out, a file changed on the way, data edited since: the site is still that of one build."""
    project = climate(tmp_path)
    _, *found = parts(project)
    (found[0] / "pl/glossary/index.html").write_text("tampered", "utf-8")
    (found[1] / "shard.json").write_text("{}", "utf-8")
    project.edit("data/riverbank/measures/emissions.yml", "96400", "96500")
    job = Job(project.root, remembers=True)
    assert job.shards.adopt(found, job.memory) == [found[1]]
    assert tree(build(project.root, tmp_path / "merged", job=job).folder) == tree(project.build())


def test_pages_come_from_the_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all parts at hand, the merge makes nothing but the lists of all pages."""
    project = climate(tmp_path)
    found = parts(project)
    job = Job(project.root, remembers=True)
    job.shards.adopt(found, job.memory)
    adopted = {id(made) for pages in job.shards.pages.values() for made in pages.values()}
    build(project.root, tmp_path / "merged", job=job)
    made = [one.path for pages in job.memory.pages.values() for one in pages.values() if id(one) not in adopted]
    assert made == ["a-z/", "a-z/"]


def test_a_part_holds_the_pages_that_were_asked_for(tmp_path: Path) -> None:
    """Of one plan, in one language; with style and scripts, to be looked at."""
    project = climate(tmp_path)
    found = tree(part(project, tmp_path / "part", "riverbank/2025-2030", "pl"))
    pages = {path for path in found if path.endswith(".html")}
    assert "pl/riverbank/2025-2030/index.html" in pages
    assert all(path.startswith("pl/riverbank/2025-2030/") for path in pages)
    assert any(path.startswith("assets/") for path in found)


def test_a_name_that_stands_for_nothing_is_explained(tmp_path: Path) -> None:
    """The nearest name is given, and nothing is written."""
    project = climate(tmp_path)
    with pytest.raises(BuildError, match='nothing is called "riverbonk" – did you mean riverbank'):
        part(project, tmp_path / "part", "riverbonk")
    assert not (tmp_path / "part").exists()
