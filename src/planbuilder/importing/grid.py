"""What a spreadsheet is before anybody asks what its columns mean: rows of words."""

from dataclasses import dataclass

LARGEST = 5_000_000
"""Bytes of a file."""


class SheetError(Exception):
    """The file can't be used at all; the message says why and what to do."""


@dataclass(frozen=True)
class Row:
    """One row as a person sees it. `line` is its number in the file."""

    line: int
    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()
    """Columns whose cell is part of a merged one that begins in a row above; its words stand here too."""
    wrong: str = ""
    """Why the row can't be used, where its file alone tells."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it of its own."""
        return not any(cell and column not in self.merged for column, cell in enumerate(self.cells))


@dataclass(frozen=True)
class Grid:
    """The rows of a sheet that are not empty, in order, and its name where it has one."""

    rows: tuple[Row, ...]
    name: str = ""
