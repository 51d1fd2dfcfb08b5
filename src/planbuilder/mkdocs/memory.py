"""What one build remembers for the next in the same process, so that only what shows a change is made again.

A page is kept when all questions that it was made from have the same answers, and when what every page depends on
(`frame`) is the same. Anything that can't be told for sure is made again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from planbuilder.exports import SCHEMA_PATH, files_of, schema_file
from planbuilder.mkdocs.chrome import Look
from planbuilder.mkdocs.digests import digest
from planbuilder.mkdocs.fingerprints import Fingerprints, frame_of
from planbuilder.mkdocs.reach import Standing, out_of_reach
from planbuilder.mkdocs.writing import Made, Name
from planbuilder.model.answers import Pieces, Question
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.partnership import Partnership
from planbuilder.outputs.linkcheck import PageLinks, links_in
from planbuilder.outputs.processes import each
from planbuilder.pages.draft import Draft
from planbuilder.pages.edition import Edition


@dataclass(frozen=True)
class Exported:
    """The files of open data of one partnership, what is known of them, and the questions that they were made from."""

    files: Mapping[str, bytes]
    """By path below `data/`."""
    digests: Mapping[str, bytes]
    links: Sequence[PageLinks]
    asked: frozenset[Question] = frozenset()

    @classmethod
    def of(cls, files: Mapping[str, bytes], address: str, asked: Iterable[Question] = ()) -> "Exported":
        """Files of a site with an address."""
        links = tuple(links_in(f"data/{path}", content, address) for path, content in files.items())
        return cls(files, {path: digest(content) for path, content in files.items()}, links, frozenset(asked))


@dataclass
class Memory:
    """The pages of the last build, and what their questions were answered with."""

    lasting: bool = True
    """Whether there will be another build: else nothing is worth remembering."""
    resident: bool = True
    """Whether that will be in this process, so that also what no file remembers is of use."""
    frame: bytes = b""
    pages: Mapping[str, Mapping[Name, Made]] = field(default_factory=dict)
    answers: Mapping[str, Mapping[Question, bytes]] = field(default_factory=dict)
    """Language → question → what stood for its answer."""
    asked: Mapping[str, Collection[Question]] = field(default_factory=dict)
    """Language → all questions of its pages, as far as they were made in this process."""
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
    standing: Standing | None = None
    """What there was in the last build that began."""
    changed: dict[str, set[Question]] = field(default_factory=dict)
    """Language → the questions of its pages that have another answer now, found when somebody wants to know."""

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
        if not made:
            return None
        if code not in self.changed:
            asked = self.asked.get(code) or _asked(self.pages[code].values())
            self.changed[code] = self.now[code].different(self.answers[code], asked)
        return made if made.asked.isdisjoint(self.changed[code]) else None

    def begin(self, editions: Mapping[str, Edition], entities: Callable[[], Mapping[str, bytes]], look: Look) -> None:
        """Begin a build. `entities` gives what stands for each of them."""
        if not self.lasting:
            return
        known = entities()
        self.changed = {}
        catalogue = next(iter(editions.values())).catalogue
        before = self.standing
        self.standing = Standing.of(catalogue, known, before) if self.resident else None
        same = out_of_reach(before, self.standing) if before and self.standing else ()
        self.now = {code: Fingerprints(edition, known, self.now.get(code), same) for code, edition in editions.items()}
        frame = frame_of(editions, self.now, look)
        if frame != self.frame:  # with another day or other templates, the same entities give other answers
            self.forget()
            self.now = {code: Fingerprints(edition, known) for code, edition in editions.items()}
        self.frame = frame
        catalogue.answers.keep(self.pieces, self._stamp)

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
        self.frame, self.prose, self.answers, self.pages, self.asked = frame, prose, answers, pages, {}

    def forget(self) -> None:
        """Keep nothing."""
        self.pages, self.exported, self.indexes, self.pieces = {}, {}, {}, {}

    def end(self, pages: Mapping[str, Mapping[Name, Made]]) -> None:
        """Remember what was made."""
        if not self.lasting:
            return
        asked = {code: _asked(made.values()) for code, made in pages.items()}
        asked[next(iter(asked))] |= _asked(self.exported.values())
        self.pages, self.asked = pages, asked
        self.answers = {code: self.now[code].all(questions) for code, questions in asked.items()}

    def searched(self, code: str, of: Any) -> bool:
        """Whether the search index of a language would be the same when it is made of something; remembers what."""
        same = code in self.indexes and bool(self.indexed.get(code) == of)
        self.indexed[code] = of
        return same

    def export(self, catalogue: Catalogue) -> list[Exported]:
        """All files of open data; those of the last build where they would be the same now."""
        language, partnerships = catalogue.site.languages[0], catalogue.partnerships
        asked = _asked(self.exported.values())
        changed = self.now[language].different(self.answers[language], asked) if asked else ()
        kept = {key: known for key, known in self.exported.items() if known.asked.isdisjoint(changed)}
        of_all = Exported.of({SCHEMA_PATH: schema_file()}, catalogue.site.address)  # first: each process needs it
        stale = [one for one in partnerships if one.key not in kept]
        made = each(lambda one: self._exported(catalogue, one), stale)
        kept |= {one.key: files for one, files in zip(stale, made, strict=True)}
        exported = {one.key: kept[one.key] for one in partnerships}
        if self.resident:
            self.exported = exported
        return [of_all, *exported.values()]

    def _exported(self, catalogue: Catalogue, partnership: Partnership) -> Exported:
        with self.listening(catalogue) as asked:
            catalogue.find(partnership.key)
            files = files_of(catalogue, partnership)
        return Exported.of(files, catalogue.site.address, asked)


def _asked(made: Iterable[Made | Exported]) -> set[Question]:
    """All questions that something was made from."""
    return set[Question]().union(*(one.asked for one in made))
