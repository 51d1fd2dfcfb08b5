"""One build after another of one project: reading the data, writing the site beside the old one, publishing it.

MkDocs' events ask for the steps one by one (`events`); when only data have changed, the builder that lives on
asks for them without MkDocs (`builder`).
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import TemplateError

from planbuilder.i18n import Language, languages, po, translated
from planbuilder.i18n.ahead import parsed
from planbuilder.mkdocs import prose
from planbuilder.mkdocs.chrome import Look
from planbuilder.mkdocs.memory import Memory
from planbuilder.mkdocs.selection import Selection
from planbuilder.mkdocs.shards import Shards
from planbuilder.mkdocs.site import Build, Read, Site
from planbuilder.mkdocs.tree import Tree
from planbuilder.mkdocs.watch import Watch
from planbuilder.model.catalogue import Catalogue
from planbuilder.outputs.linkcheck import LinkCheck
from planbuilder.outputs.processes import meanwhile
from planbuilder.outputs.staging import StagingError
from planbuilder.pages import drafts
from planbuilder.pages.page import Page
from planbuilder.pdf import Shelf
from planbuilder.source import DataError, Loader


class BuildError(Exception):
    """The build did not publish anything. The message is for the person who builds."""


class Job:
    """Builds the site of a project folder: `read`, `write`, `publish`.

    What it `remembers` of pages saves making them; if it is `lasting`, it builds more than once. `only` names the pages
    that are wanted, all if nothing is named.
    """

    def __init__(
        self,
        root: Path,
        *,
        remembers: bool = False,
        lasting: bool = False,
        only: Sequence[str] = (),
        watch: Watch | None = None,
    ) -> None:
        self.root = root
        self.memory = Memory(remembers or lasting, lasting)
        self.tree = Tree(Path(), lasting)
        self.shards = Shards()
        """Parts that were built apart, whose pages are used."""
        self.watch = watch or Watch()
        self.outdated = 0
        """How many PDF files say something else than the site, and are not published."""
        self._only = only
        self.prose: dict[str, dict[str, Page]] = {}
        """The site's prose as MkDocs has converted it: path → language → page."""
        self._loader = Loader(root)
        self._links = LinkCheck()
        self._build: Build | None = None
        self._is_ready = False
        self._site: Site | None = None
        self._look: Look | None = None
        self._today: date | None = None

    def read(self, target: Path, today: date | None, look: Look) -> Build:
        """Read the data for a site at `target`. Raises BuildError with everything that is wrong with them."""
        try:
            with self.watch.stage("reading and checking the data"):
                catalogue, known = self._spoken(today)
        except DataError as error:
            raise BuildError("\n".join(_problem_lines(error))) from None
        if target != self.tree.target:
            self.close()
            self.tree = Tree(target, self.tree.lasting)
        self._look, self._today = look, today
        read = Read(catalogue, self._loader.digests)
        shelf = None if self.tree.lasting else Shelf.of(self.root)
        with self.watch.stage("open data and PDF files"):
            build = Build.of(read, known, look, self.memory, self.watch, shelf)
        if not self.tree.lasting:
            self._loader.forget()
        self.outdated = len(shelf.made) - len(build.documents) if shelf else 0
        return build

    def _spoken(self, today: date | None) -> tuple[Catalogue, dict[str, Language]]:
        """The data with their translations, and the languages. Another process parses these for the first build; in
        later ones hardly any is different."""
        is_first = self._look is None
        with meanwhile(partial(parsed, self.root)) if is_first else nullcontext(dict) as translations:
            catalogue = self._loader.load(today).catalogue
            with po.known(translations()):
                catalogue = translated(catalogue, self.root)
                return catalogue, languages(catalogue, (self.root / "locale",))

    def read_again(self) -> Build:
        """Read the data for the same site as before. Raises BuildError."""
        if self._look is None:
            raise RuntimeError("nothing was read before")
        return self.read(self.tree.target, self._today, self._look)

    def write(self, build: Build) -> list[str]:
        """Write the site beside the published one; gives what is wrong with its links. Raises BuildError."""
        try:
            wanted = Selection.of(self._only, build.catalogue) if self._only else None
        except LookupError as error:
            raise BuildError(str(error.args[0])) from None
        try:
            writer = self.tree.begin()
            if not writer.before:
                self.memory.pages = self.shards.intact()
            editions = {code: chrome.edition for code, chrome in build.chromes.items()}
            pages = prose.drafts(self.prose, editions)
            if wanted:
                self._site = build.write_part(writer, pages, wanted.holds)
                return []  # links may lead to what is not here: they are looked at when all parts come together
            self._site = build.write(writer, pages)
            self._build = build if self.tree.lasting else None
            self.shards.copy(self._site.pages, writer)
        except (OSError, StagingError, TemplateError) as error:
            self.close()
            raise BuildError(_sentence(error, self.tree)) from None
        except BaseException:
            self.close()
            raise
        with self.watch.stage("checking links"):
            return self._site.broken_links(self._links)

    def publish(self) -> None:
        """Put the site that was written in its place. Raises BuildError."""
        if self._site is None:
            raise RuntimeError("nothing was written")
        try:
            with self.watch.stage("publishing"):
                self.tree.publish(self._site.files)
        except (OSError, StagingError) as error:
            self.close()
            raise BuildError(_sentence(error, self.tree)) from None

    def get_ready(self) -> None:
        """Do what the next build will need, after a build that was published: so it is quick already."""
        if self._build is None or not self.tree.files:
            return
        if not self._is_ready:
            for chrome in self._build.chromes.values():
                for draft in {draft.make: draft for draft in drafts(chrome.edition)}.values():
                    chrome.whole(draft.page())
            self._is_ready = True
        with suppress(OSError, StagingError):
            self.tree.catch_up()

    def close(self) -> None:
        """Leave nothing beside the site."""
        self.tree.discard()


def _problem_lines(error: DataError) -> Iterator[str]:
    yield from (str(problem) for problem in error.problems)
    count = len(error.problems)
    yield f"{count} {'error' if count == 1 else 'errors'}: nothing was published, and the site that was there stays"


def _sentence(error: Exception, tree: Tree) -> str:
    match error:
        case TemplateError():
            return f"{_place_of(error)}: the template can't be used: {error.message}"
        case OSError():
            return f"{tree.target}: the site can't be written: {error.strerror}"
    return str(error)


def _place_of(error: TemplateError) -> str:
    """The template and line of an error, as far as the error knows them."""
    name = getattr(error, "filename", None) or getattr(error, "name", None) or "a template"
    line = getattr(error, "lineno", None)
    return f"{name}:{line}" if line else str(name)
