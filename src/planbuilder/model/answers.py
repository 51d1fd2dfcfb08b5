"""Questions to the data that are answered once, and a note of which were asked while something was made.

What is made from the answers to the same questions is the same: so a page, or a piece that several pages show, has to
be made again only when one of its questions has another answer now (`planbuilder.mkdocs.memory`). Therefore pages
learn nothing of the data but by questions.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, cast

R = TypeVar("R")

Question = tuple[str, ...]
"""Its name, and what is asked about in words: keys of entities, names of types."""


Stamp = Callable[[str, Iterable[Question]], bytes]
"""What stands for the answers to questions in one language: other answers have another one."""


@dataclass(frozen=True)
class Piece:
    """What several pages show, the questions that it was made from, and what stood for their answers."""

    made: Any
    asked: tuple[Question, ...]
    stamp: bytes


_Place = tuple[Hashable, str, str]
"""A piece's name, its language, and the key of the entity that it is made of."""
Pieces = MutableMapping[_Place, Piece]


class Answers:
    """The answers that have been found, and the questions that are being asked.

    `beside` shares the note of another one: whoever listens there hears the questions that are asked here too.
    """

    def __init__(self, beside: "Answers | None" = None) -> None:
        self._found: dict[Question, Any] = {}
        self._pieces: Pieces = {}
        self._kept: Pieces = {}
        self._stamp: Stamp = lambda _, __: b""
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

    def keep(self, pieces: Pieces, stamp: Stamp) -> None:
        """Use the pieces of earlier builds while the answers are the same, and put new ones there."""
        self._kept, self._stamp = pieces, stamp

    def piece(self, name: Hashable, code: str, about: str, make: Callable[[], R]) -> R:
        """What is made of the entity with the key `about` in a language, made once for all pages that show it.

        `name` tells it from everything else that is made of the entity; `make` learns what else it needs by questions.
        """
        place = name, code, about
        known = self._pieces.get(place)
        if known is None:
            known = self._pieces[place] = self._still_true(place) or self._new(place, make)
        if (listening := self._note[0]) is not None:
            listening.update(known.asked)
        return cast("R", known.made)

    def _still_true(self, place: _Place) -> Piece | None:
        known = self._kept.get(place)
        return known if known and known.stamp == self._stamp_of(place, known.asked) else None

    def _new(self, place: _Place, make: Callable[[], Any]) -> Piece:
        with self.noting() as asked:
            made = make()
        questions = tuple(sorted({*asked, ("find", place[2])}))
        piece = self._kept[place] = Piece(made, questions, self._stamp_of(place, questions))
        return piece

    def _stamp_of(self, place: _Place, asked: Iterable[Question]) -> bytes:
        with self.noting():  # answers are asked for here too, but nothing is made from them
            return self._stamp(place[1], asked)

    @contextmanager
    def noting(self) -> Iterator[set[Question]]:
        """The questions that are asked inside the `with` block."""
        outer, asked = self._note[0], set[Question]()
        self._note[0] = asked
        try:
            yield asked
        finally:
            self._note[0] = outer
