"""What a file says, before anyone asks what it means: nested values, and where each of them stands."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

Value = dict[str, "Value"] | list["Value"] | str | None
Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions."""


NOTHING: "Mapping[str | int, Place]" = MappingProxyType({})
"""Shared by all places that nothing stands in."""


def _nothing() -> "Mapping[str | int, Place]":
    return NOTHING


@dataclass(slots=True)
class Place:
    """Where a value stands; `key_line` and `key_column` where its key does. Lines and columns count from 1."""

    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    children: "Mapping[str | int, Place]" = field(default_factory=_nothing)
    path: str = ""
    """The file, where it is not that of the whole tree."""


@dataclass(frozen=True)
class Tree:
    """A file as it was read: `value` is what it says, `text` the whole of it in words, `lines` where the outermost keys
    stand. `find_places` reads where everything else does."""

    path: str
    text: str
    value: dict[str, Value]
    lines: Mapping[str, int]
    find_places: Callable[[], Place]

    @cached_property
    def place(self) -> Place:
        """Where everything stands. Most files are never asked."""
        return self.find_places()

    def find(self, loc: Sequence[str | int]) -> tuple[str, Place]:
        """The file and place of a value, or of the nearest thing around it that is in the file."""
        path, place = self.path, self.place
        for step in loc:
            inner = place.children.get(step)
            if inner is None:
                break
            place, path = inner, inner.path or path
        return path, place

    def at(self, loc: Sequence[str | int], *, key: bool = False) -> tuple[str, int, int]:
        """File, line and column to name for a value: its own, or its key's if that is asked or it is a block."""
        path, place = self.find(loc)
        if place.key_line and (key or place.children):
            return path, place.key_line, place.key_column
        return path, place.line, place.column

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def offset(self, line: int, column: int) -> int:
        """The offset in `text` of a line and column of the file."""
        return self._line_starts[min(line, len(self._line_starts)) - 1] + column - 1

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset in `text`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def get(self, loc: Sequence[str | int]) -> Value:
        """The value at a place; None where there is nothing."""
        value: Value = self.value
        for step in loc:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value
