"""Questions to the data that are answered once, and a note of which were asked while something was made.

What is made from the answers to the same questions is the same: so a page has to be made again only when one of
its questions has another answer now (`planbuilder.mkdocs.memory`). Therefore pages learn nothing of the data but by
questions.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

R = TypeVar("R")

Question = tuple[str, ...]
"""Its name, and what is asked about in words: keys of entities, names of types."""


class Answers:
    """The answers that have been found, and the questions that are being asked.

    `beside` shares the note of another one: whoever listens there hears the questions that are asked here too.
    """

    def __init__(self, beside: "Answers | None" = None) -> None:
        self._found: dict[Question, Any] = {}
        self._note: list[set[Question] | None] = beside._note if beside else [None]

    def ask(self, question: Question, find: Callable[[], R]) -> R:
        """The answer to a question; found by `find`, when it is asked for the first time.

        The questions that `find` asks in turn are not noted: what matters is whether this answer is another.
        """
        listening = self._note[0]
        if listening is not None:
            listening.add(question)
        if question in self._found:
            return cast("R", self._found[question])
        self._note[0] = None
        try:
            answer = self._found[question] = find()
        finally:
            self._note[0] = listening
        return answer

    def note(self, question: Question) -> None:
        """Note a question whose answer lies at hand."""
        if self._note[0] is not None:
            self._note[0].add(question)

    @contextmanager
    def noting(self) -> Iterator[set[Question]]:
        """The questions that are asked inside the `with` block."""
        outer, asked = self._note[0], set[Question]()
        self._note[0] = asked
        try:
            yield asked
        finally:
            self._note[0] = outer
