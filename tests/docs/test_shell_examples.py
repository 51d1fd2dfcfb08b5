"""Every command that the documentation shows is understood: no option is misspelt, no argument is missing."""

import shlex

import click
import pytest

from planbuilder.cli import main
from tests.docs.reading import blocks, pages

SHOWN = [
    pytest.param(line, id=f"{page.stem}: {line}")
    for page in pages()
    for block in blocks(page)
    if block.language == "sh"
    for line in block.text.splitlines()
    if line.startswith("planbuilder ")
]


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_as_it_is_shown_is_understood(line: str) -> None:
    """By the parser of the command line itself; nothing is run."""
    words = shlex.split(line)[1:]
    context = click.Context(main, info_name="planbuilder")
    command: click.Command | None = main
    while isinstance(command, click.Group):
        command = command.get_command(context, words.pop(0))
    assert command is not None
    _, left, _ = command.make_parser(click.Context(command)).parse_args(words)
    assert left == []
