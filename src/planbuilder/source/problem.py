"""What is wrong with the data, told so that an editor can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Problem:
    """One thing to put right. `path` is relative to the project; line and column count from 1."""

    path: str
    line: int
    column: int
    field: str
    """Where in the file, in words: `observation 2 (2014): value`; empty for the file itself."""
    sentence: str
    """What is wrong."""
    remedy: str
    """What to do about it."""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}: "
        field = f"{self.field}: " if self.field else ""
        kind = "" if self.severity == "error" else f"{self.severity}: "
        said = f"{where}{kind}{field}{self.sentence} – {self.remedy}"
        return " ".join(said.split())  # a value of several lines may be quoted in it


def of_file(path: str, sentence: str, remedy: str) -> Problem:
    """A Problem with a file as a whole."""
    return Problem(path, 1, 1, "", sentence, remedy)


class DataError(Exception):
    """The data can't become a site. Holds every problem of every file, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Fault(Exception):  # noqa: N818 – it becomes a Problem as soon as the file is known
    """A fault at a place of one file, while the file is being read."""

    def __init__(self, line: int, column: int, sentence: str, remedy: str) -> None:
        super().__init__(sentence)
        self.line, self.column, self.sentence, self.remedy = line, column, sentence, remedy

    def problem(self, path: str) -> Problem:
        """The fault as a Problem of a file."""
        return Problem(path, self.line, self.column, "", self.sentence, self.remedy)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by path, line and column, each once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda item: (item.path, item.line, item.column, item.field, item.sentence)))
