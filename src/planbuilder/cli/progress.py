"""How far a build is, on a terminal; nothing where nobody looks, as in continuous integration."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from planbuilder.mkdocs.watch import Watch

_LONG = 200
"""With fewer pages than this a build is over before anybody can read a bar."""


@contextmanager
def shown_pages() -> Iterator[Watch]:
    """A watch that shows a bar with the number of pages while a long build runs."""
    if not sys.stderr.isatty():
        yield Watch()
        return
    with ExitStack() as stack:
        bars: list[Any] = []

        def pages(done: int, of: int) -> None:
            if of < _LONG:
                return
            if not bars:
                bars.append(
                    stack.enter_context(click.progressbar(length=of, label="Pages", show_pos=True, file=sys.stderr))
                )
            for bar in bars:
                bar.update(done - bar.pos)

        yield Watch(pages)
