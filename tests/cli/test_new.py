"""`planbuilder new`: what it writes is in order, whatever an editor answers."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.cli import main, starters
from planbuilder.cli.editor_settings import SETTINGS
from planbuilder.mkdocs.build import build
from planbuilder.model.measure import Measure
from planbuilder.source import check, load
from planbuilder.source.layout import LAYOUT
from tests.sites import ROOT

SITE = [
    *("--title", "Plans: ours", "--summary", "What we do.", "--address", "https://plans.example.org/"),
    *("--publisher", "Anytown Council", "--partnership", "Safer Anytown", "--area", "Anytown", "--plan", "Our Plan"),
    *("--start", "2026-04-01"),
]
MORE = {
    "partnership": ["--name", "Zebra: a trust", "--kind", "other", "--area", "No", "--summary", "They do #1 things."],
    "plan": ["--title", "Plan 2", "--start", "2029-04-01", "--end", "2032-03-31"],
    "priority": ["--plan", "2026-2029", "--title", "Crime & “fear”", "--summary", "* less: of both"],
    "measure": ["--title", "Thefts [all]", "--unit", "crime", "--wanted", "decrease", "--frequency", "year"],
    "report": ["--title", "Q2", "--kind", "quarterly_report", "--period", "2026/27 Q2", "--plan", "2026-2029"],
}
FILES = {
    "partnership": "data/zebra-a-trust/partnership.yml",
    "plan": "data/safer-anytown/plans/2029-2032/plan.yml",
    "priority": "data/safer-anytown/plans/2026-2029/priorities/2-crime-fear.yml",
    "measure": "data/safer-anytown/measures/thefts-all.yml",
    "report": "data/safer-anytown/reports/2026-27-q2/report.yml",
}


def run(*arguments: str | Path, answers: str = "") -> Result:
    """The command's result, with what somebody types."""
    return CliRunner().invoke(main, ["new", *map(str, arguments)], input=answers)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A site of one's own, just begun."""
    root = tmp_path / "own"
    assert run("site", root, *SITE).exit_code == 0
    return root


def files(root: Path) -> dict[str, bytes]:
    """Every file of a project."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_site_is_in_order_and_builds(own: Path) -> None:
    """Without an error or a warning, and with a page for the plan and a chart for the measure."""
    assert check(own) == ()
    site = build(own).folder
    assert (site / "en/safer-anytown/2026-2029/index.html").is_file()
    assert "<svg" in (site / "en/safer-anytown/measures/example/index.html").read_text("utf-8")


def test_a_new_site_can_be_had_by_pressing_enter(tmp_path: Path) -> None:
    """Every question has an answer that works."""
    assert run("site", tmp_path / "own", answers="\n" * 7).exit_code == 0
    assert check(tmp_path / "own") == ()


@pytest.mark.parametrize("kind", list(MORE))
def test_what_is_begun_passes_the_checker(kind: str, own: Path) -> None:
    """Also where words would mean something to YAML; and only that file is new."""
    before = files(own)
    result = run(kind, "--root", own, *MORE[kind])
    assert result.output == f"{FILES[kind]}: written\n"
    assert files(own).keys() - before.keys() == {FILES[kind]}
    assert [problem for problem in check(own) if problem.severity == "error"] == []


@pytest.mark.parametrize("written", ["2026Q2", "Q2 2026", " 2026 Q2 "])
def test_a_period_may_be_written_as_in_a_spreadsheet(written: str, own: Path) -> None:
    """And as `planbuilder due` takes it; the file has it in our notation."""
    assert run("report", "--root", own, *MORE["report"], "--period", written).exit_code == 0
    assert "period: 2026 Q2\n" in (own / "data/safer-anytown/reports/2026-q2/report.yml").read_text("utf-8")


def test_words_are_kept_as_they_were_typed(own: Path) -> None:
    """Brackets and all."""
    run("measure", "--root", own, *MORE["measure"])
    found = load(own).entities["safer-anytown/measures/thefts-all"]
    assert isinstance(found, Measure)
    assert found.title.source == "Thefts [all]"


def test_it_asks_for_what_it_needs(own: Path) -> None:
    """One question for each thing that can't be guessed, the partnership not among them: there is only one."""
    result = run("measure", "--root", own, answers="Burglaries\ndecrease\n\ncrime\n")
    assert "data/safer-anytown/measures/burglaries.yml: written" in result.output
    assert "Which partnership" not in result.output
    assert "Which unit (crime, incident, percent, person, pound)" in result.output


def test_it_asks_which_partnership_where_there_are_two(own: Path) -> None:
    """And takes only one that there is."""
    run("partnership", "--root", own, *MORE["partnership"])
    result = run("measure", "--root", own, *MORE["measure"], answers="nobody\nzebra-a-trust\n")
    assert "data/zebra-a-trust/measures/thefts-all.yml: written" in result.output
    wrong = run("measure", "--root", own, *MORE["measure"], "--partnership", "nobody")
    assert (wrong.exit_code, 'no partnership is called "nobody"' in wrong.output) == (2, True)


def test_nothing_is_written_over(own: Path) -> None:
    """A second site in the same folder is refused, and so is a measure of the same name."""
    run("measure", "--root", own, *MORE["measure"])
    before = files(own)
    assert run("site", own, *SITE).exit_code == 2
    assert run("measure", "--root", own, *MORE["measure"]).exit_code == 2
    assert files(own) == before


@pytest.mark.parametrize(
    ("kind", "wrong", "said"),
    [
        ("measure", ["--unit", "crimes"], "did you mean crime?"),
        ("measure", ["--id", "My Measure"], "can't be a name"),
        ("measure", ["--id", "../../../elsewhere"], "can't be a name"),
        ("partnership", ["--id", "con"], "a device on Windows"),
        ("partnership", ["--name", "শহর"], "choose one with --id"),
        ("plan", ["--start", "01/04/2026"], "write year-month-day"),
        ("plan", ["--end", "2029-03-31"], "before it begins"),
        ("measure", ["--title", "[a](b)"], "link"),
        ("report", ["--period", "summer"], "is not a period"),
        ("report", ["--plan", "2020"], "no plan is called"),
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_stays(kind: str, wrong: list[str], said: str, own: Path) -> None:
    """What the checker refuses is taken back, with the folders made for it."""
    before = sorted(own.rglob("*"))
    result = run(kind, "--root", own, *MORE[kind], *wrong)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert sorted(own.rglob("*")) == before


def test_a_site_that_begins_at_the_end_of_time_is_refused(tmp_path: Path) -> None:
    """A slip of the keyboard gets a sentence."""
    result = run("site", tmp_path / "own", *SITE, "--start", "9999-12-31")
    assert (result.exit_code, "before it begins" in result.output) == (2, True)


def test_a_site_in_another_script_has_names_that_an_address_can_have(tmp_path: Path) -> None:
    """Made up, where the title has no letter for them."""
    own = tmp_path / "own"
    assert run("site", own, *SITE, "--partnership", "শহর", "--publisher", "مجلس").exit_code == 0
    assert (own / "data/our-partnership/partnership.yml").is_file()
    assert check(own) == ()


@pytest.mark.parametrize("blocked", ["", "content", "data/safer-anytown"])
def test_where_nothing_can_be_written_it_says_so(blocked: str, tmp_path: Path) -> None:
    """A file stands where a folder should; what was begun is taken back."""
    file = tmp_path / "own" / blocked
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("in the way", "utf-8")
    result = run("site", tmp_path / "own", *SITE)
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)
    assert "File exists" in result.output or "Not a directory" in result.output
    assert [path for path in (tmp_path / "own").rglob("*") if path.is_file()] in ([], [file])


def test_data_with_errors_are_put_right_first(own: Path) -> None:
    """Nobody can say where a plan belongs while the partnership can't be read."""
    (own / "data/units.yml").write_text("nonsense: [", "utf-8")
    result = run("measure", "--root", own, *MORE["measure"])
    assert (result.exit_code, "Put these right first" in result.output) == (1, True)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60))
def test_any_words_become_one_yaml_value(words: str) -> None:
    """What is typed is what is read."""
    import yaml

    kept = " ".join(words.split())
    if kept:
        assert yaml.load(f"key: {starters.scalar(words)}\n", yaml.BaseLoader) == {"key": kept}  # noqa: S506 – text only


@pytest.mark.parametrize("path", SETTINGS)
def test_editors_programs_know_every_kind_of_file(path: str, own: Path) -> None:
    """In this repository and in a new site; a new kind of file is not forgotten."""
    settings = SETTINGS[path]()
    assert (ROOT / path).read_text("utf-8") == settings
    assert (own / path).read_text("utf-8") == settings
    for kind in LAYOUT:
        if kind.pattern.endswith(".yml"):
            assert re.sub(r"<\w+>", "*", f"data/{kind.pattern}") in settings


def test_the_schemas_that_the_settings_name_are_written(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the command that the README of a new site names, where the settings look for them."""
    monkeypatch.chdir(own)
    assert CliRunner().invoke(main, ["schema"]).exit_code == 0
    named = re.findall(r"schemas/[a-z-]+\.json", "".join(settings() for settings in SETTINGS.values()))
    assert named
    assert all((own / schema).is_file() for schema in named)


def test_where_nobody_answers_the_defaults_count(own: Path) -> None:
    """In a script the documented command is enough; what has no default is named."""
    found = run("measure", "--root", own, "--title", "Thefts", "--unit", "crime", "--wanted", "decrease")
    assert (found.exit_code, (own / "data/safer-anytown/measures/thefts.yml").is_file()) == (0, True)
    found = run("measure", "--root", own, "--title", "Fires")
    assert found.exit_code == 2
    assert "Missing option '--wanted'" in found.output
    assert "--unit" in run("measure", "--root", own, "--title", "Fires", "--wanted", "decrease").output


def test_somebody_who_has_had_enough_is_not_answered_for(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C stops the command, and nothing is written."""
    before = files(own)

    def stop(*_: object, **__: object) -> str:
        raise click.Abort from KeyboardInterrupt()

    monkeypatch.setattr("click.core.prompt", stop)
    assert run("measure", "--root", own, "--title", "Thefts").exit_code == 1
    assert files(own) == before
