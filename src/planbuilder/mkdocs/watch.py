"""Watching a build: how far it is, and where the time goes."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


def _nothing(done: int, of: int) -> None:
    """Nobody looks."""


@dataclass
class Watch:
    """Notes the time of each stage. `pages` hears how many pages are made, of how many."""

    pages: Callable[[int, int], None] = _nothing
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage, in order of the first time that it began."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the `with` block to a stage."""
        started = time.perf_counter()
        self.seconds.setdefault(name, 0.0)
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - started
