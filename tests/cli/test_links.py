"""`planbuilder links` says in which file and line an address stands that leads nowhere."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.outputs.outside import Answer, Asker
from tests.sites import Project, climate

PROSE = """\
---
title: About
---

See [their page](https://gone.example.org/a) and `[no link](https://code.example.org/)`.

```yaml
web: https://code.example.org/
```

Or <https://good.example.org/>.
"""
ANSWERS = {
    "https://gone.example.org/a": Answer("gone", "the site answers 404: there is no such page"),
    "https://energy.example.org/join": Answer("moved", "the page has moved to https://e.org/", "https://e.org/"),
    "https://climate.example.org/": Answer("unknown", "the site answers 403"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The climate plan with such addresses; no network is asked."""

    def ask(_self: Asker, addresses: Iterable[str]) -> Mapping[str, Answer]:
        return {address: ANSWERS.get(address, Answer("good")) for address in addresses}

    monkeypatch.setattr(Asker, "ask", ask)
    made = climate(tmp_path)
    (made.root / "content/pages/en/about.md").write_text(PROSE, "utf-8")
    section = made.root / "data/riverbank/plans/2025-2030/sections/1-how-we-count.md"
    section.write_text(section.read_text("utf-8") + "\nAlso [there](https://gone.example.org/a).\n", "utf-8")
    return made


def _ran(project: Project, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["links", "--root", str(project.root), *options])
    return result.exit_code, result.output


def test_every_place_of_an_address_is_named(project: Project) -> None:
    """In fields, in prose of the data, and in prose of the site; examples in code are no links."""
    code, said = _ran(project)
    gone = "https://gone.example.org/a: the site answers 404: there is no such page – find where it is today, or delete"
    lines = said.splitlines()
    assert code == 1
    assert f"content/pages/en/about.md:5:18: warning: {gone} the link" in lines
    assert f"data/riverbank/plans/2025-2030/sections/1-how-we-count.md:10:14: warning: {gone} the link" in lines
    moved = "note: https://energy.example.org/join: the page has moved to https://e.org/ – write the new address"
    assert f"data/riverbank/plans/2025-2030/get-involved.yml:6:8: {moved}" in lines
    assert "code.example.org" not in said
    assert "good.example.org" not in said
    assert lines[-1].endswith(" Leading nowhere: 1.")


def test_doubts_alone_are_no_failure(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that refuses programs does not make a scheduled job fail for ever."""
    monkeypatch.setitem(ANSWERS, "https://gone.example.org/a", Answer("good"))
    code, said = _ran(project)
    assert code == 0
    assert "open it in a browser: the site may only refuse programs" in said


def test_a_script_reads_the_same(project: Project) -> None:
    """As JSON, in the form of the checker."""
    code, said = _ran(project, "--format", "json")
    assert code == 1
    assert "gone.example.org" in json.dumps(json.loads(said))


def test_wrong_data_are_told_first(project: Project) -> None:
    """Nobody is asked for what can't be read."""
    project.edit("data/site.yml", "title:", "tilte:")
    code, said = _ran(project)
    assert code == 1
    assert "did you mean title?" in said
