"""`planbuilder check`, as an editor runs it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planbuilder.cli import main
from tests.source.small_project import project, with_measure


def run(*arguments: str | Path, environment: dict[str, str] | None = None) -> Result:
    """The command's result, with nothing of this machine's environment that it reads."""
    return CliRunner().invoke(
        main, ["check", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": None, **(environment or {})}
    )


def test_data_in_order_is_said_so(tmp_path: Path) -> None:
    """One sentence, and success."""
    result = run("--root", project(tmp_path))
    assert result.output == "The data is in order: no errors, no warnings.\n"
    assert result.exit_code == 0


def test_errors_are_printed_one_a_line_and_fail(tmp_path: Path) -> None:
    """The number of errors and what follows from them stands last."""
    result = run("--root", with_measure(tmp_path, "wantd: 1\nkind: x\n"))
    *problems, count = result.output.splitlines()
    assert [line.split(": ")[0] for line in problems] == [
        "data/anytown/measures/spoilt.yml:4:1",
        "data/anytown/measures/spoilt.yml:5:7",
    ]
    assert count == "2 errors: nothing can be published until the errors are put right."
    assert result.exit_code == 1


def test_warnings_do_not_fail(tmp_path: Path) -> None:
    """What the source may have got wrong can be published."""
    text = (Path(__file__).parents[1] / "source/doubtful/measure-percentages.yml").read_text(encoding="utf-8")
    result = run("--root", project(tmp_path, {"anytown/measures/road-casualties.yml": text}))
    assert result.output.splitlines()[-1] == "1 warning: the site can be published."
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(["--today", "2017-12-01"], {}), ([], {"SOURCE_DATE_EPOCH": "1512086400"})],
)
def test_the_day_is_that_of_the_command_line_or_the_environment(
    arguments: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    """In December nobody has checked the emergency number since May."""
    result = run("--root", project(tmp_path), *arguments, environment=environment)
    assert "nobody has checked this service since 2017-05-01" in result.output


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--today", "soon"], {}, '"soon" is not a date'),
        ([], {"SOURCE_DATE_EPOCH": "soon"}, 'SOURCE_DATE_EPOCH is "soon"'),
    ],
)
def test_a_day_that_is_none_is_refused(
    arguments: list[str], environment: dict[str, str], said: str, tmp_path: Path
) -> None:
    """With the usage, not a traceback."""
    result = run("--root", project(tmp_path), *arguments, environment=environment)
    assert said in result.output
    assert result.exit_code == 2


def test_an_empty_folder_is_told_of(tmp_path: Path) -> None:
    """Somebody ran the command elsewhere."""
    result = run("--root", tmp_path)
    assert result.output.startswith("data:1:1: there is no folder data here")
    assert result.exit_code == 1


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "anytown#name"
msgid "Safer Anytown"
msgstr "Anytown Ddiogelach"

msgctxt "anytown/plans/2017-2020#title"
msgid "An older title"
msgstr "Hen deitl"

#, fuzzy
msgctxt "anytown#summary"
msgid "They work together so that people are safe."
msgstr "Maent yn cydweithio."

msgctxt "anytown/plans/2000-2003#title"
msgid "Gone"
msgstr "Wedi mynd"
"""


def test_translations_of_texts_that_changed_are_told_of(tmp_path: Path) -> None:
    """Once for each file, with how many there are; those of what is gone are no one's work."""
    root = project(tmp_path, {"anytown/translations/cy.po": PO})
    result = run("--root", root)
    assert result.exit_code == 0
    assert (
        "data/anytown/translations/cy.po:9:1: warning: 2 translations are of a text that has changed" in result.output
    )


def test_a_translation_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """As it would be when the site is built."""
    root = project(tmp_path, {"anytown/translations/cy.po": b'msgid "\xe9"\n'})
    result = run("--root", root)
    assert result.exit_code == 1
    assert "data/anytown/translations/cy.po:" in result.output
    assert "this is not UTF-8" in result.output
