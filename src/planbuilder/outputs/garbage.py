"""When Python looks for garbage, and when the system gets memory back: a build makes much and throws little away."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

R = TypeVar("R")


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python not look for garbage meanwhile, which was a sixth of a build: it looks through everything again and
    again as the number of objects grows. Work that takes long throws away its own with `tidied`."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.freeze()
            gc.unfreeze()  # now all that was made counts as old: the next look is only for what comes
            gc.enable()


def tidied(found: R) -> R:
    """Throw away what was needed to find something. What is left behind is not looked through again."""
    gc.collect(1)
    return found


def give_back() -> None:
    """Give the memory of what was let go back to the system. The C library keeps it for itself, where Python's small
    objects can't use it; on systems without glibc's way to ask for it nothing is done."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
