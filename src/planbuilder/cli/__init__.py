"""The `planbuilder` command: a table of thin commands, each of which imports its work only when it runs."""

import atexit
import gc
import importlib
from typing import Any

import click

# As a process ends, Python would look through all that is in memory once more: a third of the time of a large check.
atexit.register(gc.freeze)

COMMANDS = {
    "new": "planbuilder.cli.new",
    "check": "planbuilder.cli.check",
    "complete": "planbuilder.cli.complete",
    "diff": "planbuilder.cli.diff",
    "changes": "planbuilder.cli.changes",
    "due": "planbuilder.cli.due",
    "import": "planbuilder.cli.import_",
    "schema": "planbuilder.cli.schema",
    "pdf": "planbuilder.cli.pdf",
    "build": "planbuilder.cli.build",
    "shards": "planbuilder.cli.shards",
    "merge": "planbuilder.cli.merge",
    "serve": "planbuilder.cli.serve",
    "deploy": "planbuilder.cli.deploy",
    "headers": "planbuilder.cli.headers",
    "redirects": "planbuilder.cli.redirects",
    "links": "planbuilder.cli.links",
    "translate": "planbuilder.cli.translate",
}
"""The commands: each module has a `click` command called `command`."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A file that the system does not give is an editor's matter, and gets a sentence."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.filename is None:
                raise
            raise click.ClickException(f"{error.filename}: {error.strerror} – nothing more was done") from None


@click.command(cls=_Commands)
@click.version_option(package_name="planbuilder")
def main() -> None:
    """Publish a partnership's plan: begin a site, check the data, build the site, preview it, translate it."""
