"""Every command that the documentation shows is understood: no option is misspelt, no argument is missing."""

import shlex

import click
import pytest

from planbuilder.cli import COMMANDS, main
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
    assert words[0] in COMMANDS
    context = click.Context(main, info_name="planbuilder")
    command = main.get_command(context, words.pop(0))  # type: ignore[attr-defined]
    while isinstance(command, click.Group):
        command = command.get_command(context, words.pop(0))
    inner = click.Context(command, resilient_parsing=False)
    _, left, _ = command.make_parser(inner).parse_args(words)
    assert left == []
