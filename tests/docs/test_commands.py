"""The page on the commands tells of all of them, and of what they really say."""

import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from planbuilder.cli import COMMANDS, main
from planbuilder.cli.deploying import NEXT
from planbuilder.cli.problem_formats import FORMATS
from tests.docs.reading import PAGES, WORLD, blocks, start, write

PAGE = PAGES / "commands.md"


def test_every_command_is_listed() -> None:
    """A new one is not forgotten."""
    text = PAGE.read_text("utf-8")
    assert set(re.findall(r"^\| `planbuilder (\w+)`", text, re.MULTILINE)) == set(COMMANDS)


def test_every_format_of_the_checker_is_listed() -> None:
    """In the order of its help."""
    table = PAGE.read_text("utf-8").partition("| Format |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == list(FORMATS)


def test_every_host_is_listed() -> None:
    """In the order of the command's help, each with the command that writes its files."""
    text = (PAGES / "deployment.md").read_text("utf-8")
    assert re.findall(r"^\| `planbuilder deploy ([\w-]+)`", text, re.MULTILINE) == list(NEXT)


def test_the_example_of_a_change_is_what_is_said(tmp_path: Path) -> None:
    """One figure of the worked partnership, corrected."""
    before = write(start(WORLD, tmp_path / "before"), WORLD)
    shutil.copytree(before, tmp_path / "after")
    measure = tmp_path / "after/data/ambermouth/measures/evening-assaults.yml"
    measure.write_text(measure.read_text("utf-8").replace("value: 301", "value: 310"), "utf-8")
    said = CliRunner().invoke(main, ["diff", str(before), str(tmp_path / "after")]).output
    (told,) = (block for block in blocks(PAGE) if block.told_by("tells you:"))
    assert said == told.text


def test_every_example_command_is_understood(tmp_path: Path) -> None:
    """No option is misspelt: the examples run in a site just begun."""
    runner = CliRunner()
    assert runner.invoke(main, ["new", "site", str(tmp_path)], input="\n" * 7).exit_code == 0
    done = runner.invoke(
        main,
        ["new", "measure", "--root", str(tmp_path), "--title", "Bicycles stolen", "--unit", "crime", "--wanted",
         "decrease"],
        input="\n",
    )  # fmt: skip
    assert done.exit_code == 0
    assert '--title "Bicycles stolen" --unit crime --wanted decrease' in PAGE.read_text("utf-8")
