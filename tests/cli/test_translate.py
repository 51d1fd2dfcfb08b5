"""`planbuilder translate` works on the files that translators work on."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from planbuilder.i18n import po

SITE = """\
schema: 1
title: Plans since 2008
summary: What is planned.
address: https://plans.example.org/
languages: [en, pl]
publisher: {name: A council}
accessibility: {prepared: 2026-01-01, reviewed: 2026-01-01, tested: With machines only.}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site without partnerships."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "site.yml").write_text(SITE)
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    """The command in a project."""
    return CliRunner().invoke(main, ["translate", *arguments, "--root", str(project)])


def translate(project: Path, source: str, translation: str) -> Path:
    """Fill in one translation."""
    path = project / "data" / "translations" / "pl.po"
    text = path.read_text()
    path.write_text(text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"'))
    return path


def test_update_makes_the_files(project: Path) -> None:
    """Every text of the data is there to be translated, and a second run changes nothing."""
    assert run(project, "update").exit_code == 0
    path = project / "data" / "translations" / "pl.po"
    before = path.read_bytes()
    assert "Plans since 2008" in [entry.source for entry in po.read(path).entries]
    assert "nothing new" in run(project, "update").output
    assert path.read_bytes() == before


def test_changed_source_makes_the_translation_fuzzy(project: Path) -> None:
    """The translator sees both the old text and the old translation."""
    run(project, "update")
    path = translate(project, "Plans since 2008", "Plany od 2008")
    site = project / "data" / "site.yml"
    site.write_text(site.read_text().replace("since 2008", "since 2011"))
    run(project, "update")
    (entry,) = (entry for entry in po.read(path).entries if entry.source == "Plans since 2011")
    assert (entry.fuzzy, entry.previous, entry.forms) == (True, "Plans since 2008", ("Plany od 2008",))
    assert "1 to revise" in run(project, "status").output


def test_check_names_file_line_and_remedy(project: Path) -> None:
    """A wrong figure fails the check."""
    run(project, "update")
    assert run(project, "check").exit_code == 0
    path = translate(project, "Plans since 2008", "Plany od 2018")
    result = run(project, "check")
    assert result.exit_code == 1
    line = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if text == 'msgid "Plans since 2008"')
    assert f"{path}:{line}:1: site#title: the translation lacks the figure 2008 – write every figure" in result.output


def test_broken_po_file_is_told_without_a_traceback(project: Path) -> None:
    """With its place, by every command that reads it."""
    run(project, "update")
    path = project / "data" / "translations" / "pl.po"
    path.write_text('msgid "a"\nmsgstr "b"\nnonsense\n')
    for name in ("check", "update", "status"):
        result = run(project, name)
        assert (result.exit_code, f"{path}:3:1" in result.output) == (1, True)


def test_broken_data_is_told(project: Path) -> None:
    """The problems of the data come first."""
    (project / "data" / "site.yml").write_text("title: [")
    result = run(project, "update")
    assert result.exit_code == 1
    assert "data/site.yml:2:1" in result.output


def test_status_counts_what_readers_see(project: Path) -> None:
    """Only current translations count."""
    run(project, "update")
    translate(project, "Plans since 2008", "Plany od 2008")
    site = run(project, "status", "--lang", "pl").output.splitlines()[-1]
    assert site.split()[:5] == ["site", "25%", "1", "of", "4"]


def test_unknown_language(project: Path) -> None:
    """The remedy is in the message."""
    result = run(project, "update", "--lang", "xx")
    assert result.exit_code == 1
    assert "add it to languages in data/site.yml" in result.output
