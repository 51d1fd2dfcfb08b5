"""What one build remembers for the next in the same process, so that only what shows a change is made again.

A page is kept when all questions that it was made from have the same answers, and when what every page depends on
(`frame`) is the same. Anything that can't be told for sure is made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from planbuilder.exports import SCHEMA_PATH, files_of, schema_file
from planbuilder.mkdocs.chrome import Look
from planbuilder.mkdocs.digests import digest
from planbuilder.mkdocs.fingerprints import Fingerprints, frame_of
from planbuilder.mkdocs.writing import Made, Name
from planbuilder.model.answers import Pieces, Question
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.partnership import Partnership
from planbuilder.outputs.processes import each
from planbuilder.pages.draft import Draft
from planbuilder.pages.edition import Edition


@dataclass(frozen=True)
class Exported:
    """The files of open data of one partnership, and the questions that they were made from."""

    files: Mapping[str, bytes]
    asked: frozenset[Question]


@dataclass
class Memory:
    """The pages of the last build, and what their questions were answered with."""

    lasting: bool = True
    """Whether there will be another build: else nothing is worth remembering."""
    frame: bytes = b""
    pages: Mapping[str, Mapping[Name, Made]] = field(default_factory=dict)
    answers: Mapping[str, Mapping[Question, bytes]] = field(default_factory=dict)
    """Language → question → what stood for its answer."""
    prose: frozenset[str] = frozenset()
    exported: Mapping[str, Exported] = field(default_factory=dict)
    """By key of the partnership."""
    indexes: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    """Language → the files of its search index, by path."""
    indexed: dict[str, Any] = field(default_factory=dict)
    """Language → what these were made from."""
    pieces: Pieces = field(default_factory=dict)
    """What several pages show."""
    now: Mapping[str, Fingerprints] = field(default_factory=dict)
    """What stands for the answers in the build that is going on, by language."""
    changed: dict[str, set[Question]] = field(default_factory=dict)
    """Language → the questions that have another answer now, found when somebody wants to know."""

    @contextmanager
    def listening(self, catalogue: Catalogue) -> Iterator[set[Question]]:
        """The questions that are asked inside the `with` block, if they are worth noting."""
        if self.lasting:
            with catalogue.answers.noting() as asked:
                yield asked
        else:
            yield set()

    def kept(self, draft: Draft) -> Made | None:
        """The page that the last build made of a draft, if it would be the same now."""
        code = draft.edition.language.code
        made = self.pages.get(code, {}).get(draft.name)
        return made if made and self._same(code, made.asked) else None

    def _same(self, code: str, asked: frozenset[Question]) -> bool:
        """Whether all these questions have the answers that they had in the last build."""
        if code not in self.changed:
            before, now = self.answers[code], self.now[code]
            changed = {question for question, answer in before.items() if answer != now.of(question)}
            known = {question for made in self.pages.get(code, {}).values() for question in made.asked}
            self.changed[code] = changed | (known - before.keys())
        return asked.isdisjoint(self.changed[code])

    def begin(self, editions: Mapping[str, Edition], entities: Callable[[], Mapping[str, bytes]], look: Look) -> None:
        """Begin a build. `entities` gives what stands for each of them."""
        if not self.lasting:
            return
        known = entities()
        self.changed = {}
        self.now = {code: Fingerprints(edition, known, self.now.get(code)) for code, edition in editions.items()}
        frame = frame_of(editions, self.now, look)
        if frame != self.frame:
            self.forget()
        self.frame = frame
        next(iter(editions.values())).catalogue.answers.keep(self.pieces, self._stamp)

    def _stamp(self, code: str, asked: Iterable[Question]) -> bytes:
        return digest(*(self.now[code].of(question) for question in asked))

    def around(self, prose: frozenset[str]) -> None:
        """Tell which prose there is: frames link to it, so with other prose no page is kept."""
        if prose != self.prose:
            self.pages = {}
        self.prose = prose

    def recall(
        self,
        frame: bytes,
        prose: frozenset[str],
        answers: Mapping[str, Mapping[Question, bytes]],
        pages: Mapping[str, Mapping[Name, Made]],
    ) -> None:
        """Remember the pages of a build in another process."""
        self.frame, self.prose, self.answers, self.pages = frame, prose, answers, pages

    def forget(self) -> None:
        """Keep nothing."""
        self.pages, self.exported, self.indexes, self.pieces = {}, {}, {}, {}

    def end(self, pages: Mapping[str, Mapping[Name, Made]]) -> None:
        """Remember what was made."""
        if not self.lasting:
            return
        asked = {code: {q for one in made.values() for q in one.asked} for code, made in pages.items()}
        source = next(iter(asked))
        asked[source].update(question for one in self.exported.values() for question in one.asked)
        self.pages = pages
        self.answers = {code: self.now[code].all(questions) for code, questions in asked.items()}

    def searched(self, code: str, of: Any) -> bool:
        """Whether the search index of a language would be the same when it is made of something; remembers what."""
        same = code in self.indexes and bool(self.indexed.get(code) == of)
        self.indexed[code] = of
        return same

    def export(self, catalogue: Catalogue) -> Mapping[str, bytes]:
        """All files of open data, by path below `data/`; those of the last build where they would be the same now."""
        language, partnerships = catalogue.site.languages[0], catalogue.partnerships
        kept = {key: known for key, known in self.exported.items() if self._same(language, known.asked)}
        stale = [one for one in partnerships if one.key not in kept]
        made = each(lambda one: self._exported(catalogue, one), stale)
        kept |= {one.key: files for one, files in zip(stale, made, strict=True)}
        self.exported = {one.key: kept[one.key] for one in partnerships}
        of_all = {path: content for one in self.exported.values() for path, content in one.files.items()}
        return {SCHEMA_PATH: schema_file(), **of_all}

    def _exported(self, catalogue: Catalogue, partnership: Partnership) -> Exported:
        with self.listening(catalogue) as asked:
            catalogue.find(partnership.key)
            files = files_of(catalogue, partnership)
        return Exported(files, frozenset(asked))
