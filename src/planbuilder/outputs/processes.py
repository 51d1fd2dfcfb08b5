"""The same work for several things at once, on all processors."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from planbuilder.outputs.garbage import tidied

T = TypeVar("T")
R = TypeVar("R")

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the forked processes do, and with what: they inherit it, so that nothing big has to be sent to them."""


def each(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """What the work gives for each thing, in order, as soon as it is known.

    On Linux the things are shared out among forked processes, which have all that the parent has in memory; what
    the work gives must be small, for it is sent back. Elsewhere, with one processor, or where threads are running
    (a fork would copy their locks), it is done one thing after another. Each piece of work throws away what it needed;
    of a single one that is left to whoever asks.
    """
    processes = min(_processes(), len(things))
    if processes < 2:
        yield from (tidied(work(thing)) if len(things) > 1 else work(thing) for thing in things)
        return
    gc.freeze()  # what is there stays: no process has to look through it, which would make a copy of it
    global _work  # noqa: PLW0603 – inherited by the processes that are forked here
    _work = work, things
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap(_do, range(len(things)))
    finally:
        _work = None
        gc.unfreeze()


@contextmanager
def meanwhile(work: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Do some work in a process of its own while the `with` block runs, if there is a processor for it. What is given
    waits for the result; without another process it does the work."""
    if _processes() < 2:
        yield work
        return
    global _work  # noqa: PLW0603 – as above
    _work = (lambda _: work()), (None,)
    try:
        with multiprocessing.get_context("fork").Pool(1) as pool:
            yield pool.apply_async(_do, (0,)).get
    finally:
        _work = None


def dealt(things: Sequence[T]) -> list[T]:
    """The things in an order in which `each` lets one process do most of those that are neighbours here: a part for
    each process, one thing of every part in turn. So what a process remembers serves it again."""
    parts = min(_processes(), len(things))
    length = -(-len(things) // parts) if parts else 0
    return [things[place] for first in range(length) for place in range(first, len(things), length)]


def _processes() -> int:
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _do(number: int) -> Any:
    if _work is None:
        raise RuntimeError("this process was not forked by each()")
    work, things = _work
    return tidied(work(things[number]))
