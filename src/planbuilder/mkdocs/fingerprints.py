"""What stands for the answers to questions, to see whether they are still the same in another build."""

import hashlib
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

import planbuilder
from planbuilder.mkdocs.chrome import Look
from planbuilder.mkdocs.digests import digest
from planbuilder.mkdocs.reach import owner_of
from planbuilder.model.answers import Question
from planbuilder.model.catalogue import QUESTIONS
from planbuilder.model.entity import Entity
from planbuilder.pages.edition import Edition

TEMPLATES = Path(planbuilder.__file__).parent / "templates"
"""Those that come with planbuilder."""

_NONE: Mapping[tuple[str, str], str] = {}
GONE = b"gone"
"""Stands for the answer to a question about something that is not there any more."""


class Fingerprints:
    """What stands for every answer that one language of a build gives.

    An entity stands for all that its file says of it and for its translations; a list for its members in order;
    anything else for what it says.
    """

    def __init__(
        self,
        edition: Edition,
        entities: Mapping[str, bytes],
        before: "Fingerprints | None" = None,
        same: Container[str] = (),
    ) -> None:
        """`before` are those of the last build: if its translations are the very same, they are not gone through, and
        questions about entities of the partnerships `same` have the answers that they had."""
        self._edition = edition
        self._entities = entities
        self._translations: Mapping[tuple[str, str], str] = edition.catalogue.translations.get(
            edition.language.code, _NONE
        )
        if before and before._translations is not self._translations:
            before = None
        self._translated: dict[str, bytes] = before._translated if before else _by_entity(self._translations)
        self._before: Mapping[Question, bytes] = before._known if before else {}
        self._same = same
        self._known: dict[Question, bytes] = {}

    def of(self, question: Question) -> bytes:
        """What stands for the answer to a question."""
        found = self._known.get(question)
        if found is None:
            found = self._known[question] = self._still(question) or self._found(question)
        return found

    def different(self, before: Mapping[Question, bytes], asked: Iterable[Question]) -> set[Question]:
        """Those of some questions that have another answer than `before`, or had none. The same as to compare what
        `of` gives, which would be called a hundred thousand times for a large site."""
        known, still, found, then = self._known, self._still, self._found, before.get
        different = set[Question]()
        for question in asked:
            now = known.get(question)
            if now is None:
                now = known[question] = still(question) or found(question)
            if then(question) != now:
                different.add(question)
        return different

    def _still(self, question: Question) -> bytes | None:
        """What stood for an answer in the last build, if nothing can have changed that it is found from."""
        from_entities = question[0] in QUESTIONS and len(question) > 1
        return self._before.get(question) if from_entities and owner_of(question[1]) in self._same else None

    def _found(self, question: Question) -> bytes:
        if question[0] == "find":  # more than half of all questions, and the answer's digest lies at hand
            return self._of_entity(question[1]) if question[1] in self._entities else GONE
        try:
            return self._stands_for(self._edition.answer(question))
        except LookupError:
            return GONE

    def _of_entity(self, key: str) -> bytes:
        return self._entities[key] + self.translations(key)

    def all(self, questions: Iterable[Question]) -> dict[Question, bytes]:
        """What stands for the answers to several questions."""
        return {question: self.of(question) for question in questions}

    def translations(self, key: str) -> bytes:
        """What stands for the translations of an entity's words; of the site's own with an empty key."""
        return self._translated.get(key, b"")

    def _stands_for(self, answer: Any) -> bytes:
        if isinstance(answer, Entity):
            return self._of_entity(answer.key)
        if isinstance(answer, tuple | list):
            return digest(*map(self._stands_for, answer))
        return repr(answer).encode()


def _by_entity(translations: Mapping[tuple[str, str], str]) -> dict[str, bytes]:
    found: dict[str, Any] = {}
    for (context, source), text in translations.items():
        key = context.partition("#")[0]
        if key not in found:
            found[key] = hashlib.blake2b(digest_size=16)
        found[key].update(f"{context}\0{source}\0{text}\0".encode())
    return {key: made.digest() for key, made in found.items()}


def frame_of(editions: Mapping[str, Edition], now: Mapping[str, Fingerprints], look: Look) -> bytes:
    """What stands for all that every page depends on: settings, languages, today's date, templates, look."""
    source = next(iter(editions.values()))
    parts = [repr((source.catalogue.today, [*editions], look.palette, look.assets)).encode()]
    for code, edition in editions.items():
        parts += [now[code].of(("find", source.catalogue.site.key)), now[code].translations("")]
        parts.append(repr(edition.language.messages).encode())
    for folder in (*look.templates, TEMPLATES):
        for path in sorted(folder.rglob("*.html")):
            parts += [path.relative_to(folder).as_posix().encode(), path.read_bytes()]
    return digest(*parts)
