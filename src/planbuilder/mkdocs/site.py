"""Write the whole site into a folder: every language's pages, the front door, and what belongs beside them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from planbuilder.exports import pictures
from planbuilder.i18n import Language
from planbuilder.i18n.coverage import published
from planbuilder.mkdocs.chrome import Chrome, Look
from planbuilder.mkdocs.memory import Exported, Memory
from planbuilder.mkdocs.records import written
from planbuilder.mkdocs.shards import FILE
from planbuilder.mkdocs.watch import Watch
from planbuilder.mkdocs.writing import Made, Name, SiteWriter, sharing
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.plan import Plan
from planbuilder.outputs import editor, redirects, search, security
from planbuilder.outputs.garbage import give_back
from planbuilder.outputs.headers import headers_file
from planbuilder.outputs.linkcheck import LinkCheck, PageLinks, links_in, links_of
from planbuilder.outputs.processes import dealt, each
from planbuilder.outputs.sitemap import robots, sitemap
from planbuilder.pages import Draft, a_to_z, drafts, front_door, listed, moved, not_found, translation_note
from planbuilder.pages.changelog import ChangeIndex
from planbuilder.pages.documents import documents
from planbuilder.pages.edition import Edition
from planbuilder.pages.links import path_of
from planbuilder.pdf import Shelf

PIECES, FEWEST, FEW = 50, 16, 40
"""Into so many pieces the pages are divided, of so many pages at least: small ones keep all processors busy to the
end. A few pages, as after an edit, are made at once: that is quicker than starting processes, and this one remembers
what it has converted and formatted."""

Prose = Mapping[str, Mapping[str, Draft]]
"""The pages of the site's own prose: path → language → draft."""


@dataclass(frozen=True)
class Site:
    """A site as it was written: what each page left behind, and what else there is."""

    pages: Mapping[str, Mapping[Name, Made]]
    """Language → draft → page, in order."""
    beside: Mapping[str, bytes]
    """The files that belong to no page of a language: path → digest."""
    links: Sequence[PageLinks]
    """Of these files."""
    misled: Sequence[str] = ()
    """Sentences about redirects that lead nowhere, or away from a page that there is; and about two pages of one
    address."""

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The digest of every file, by its path."""
        found = dict(self.beside)
        for made in self._made():
            found |= made.files
        return found

    def broken_links(self, check: LinkCheck) -> list[str]:
        """What is wrong with the links of all that was written."""
        return [*self.misled, *check.broken((*(made.links for made in self._made()), *self.links), self.files)]

    def _made(self) -> Iterator[Made]:
        for by_name in self.pages.values():
            yield from by_name.values()


@dataclass(frozen=True)
class Read:
    """The data as they are now. `digests` gives what stands for each entity."""

    catalogue: Catalogue
    digests: Callable[[], Mapping[str, bytes]]


@dataclass(frozen=True)
class Build:
    """One build of one site: the data, its languages and the look."""

    catalogue: Catalogue
    chromes: Mapping[str, Chrome]
    memory: Memory
    watch: Watch
    data: list[Exported] = field(default_factory=list)
    """The files of open data, which all languages share."""
    documents: Mapping[str, bytes] = field(default_factory=dict)
    """The PDF files that say what the site says, by path."""

    @classmethod
    def of(
        cls,
        read: Read,
        languages: Mapping[str, Language],
        look: Look,
        memory: Memory,
        watch: Watch,
        shelf: Shelf | None = None,
    ) -> "Build":
        """Put a build together."""
        catalogue = read.catalogue
        shares = published(catalogue, [*languages][1:]) if len(languages) > 1 else {}
        sizes: dict[str, int] = {}  # filled below: the editions tell first whether the files are still the same
        papers: dict[str, dict[str, int]] = {code: {} for code in languages}  # so are these
        log = ChangeIndex(catalogue)
        editions = {
            code: Edition(catalogue, language, languages, look.templates, shares, sizes, papers[code], log)
            for code, language in languages.items()
        }
        memory.begin(editions, read.digests, look)
        data = memory.export(catalogue)
        sizes.update((path, len(content)) for one in data for path, content in one.files.items())
        true = _documents(editions, shelf) if shelf and shelf.made else {}
        for code, sized in papers.items():
            sized.update(_below(true, f"{code}/"))
        chromes = {code: Chrome(edition, look, translation_note(edition)) for code, edition in editions.items()}
        return cls(catalogue, chromes, memory, watch, data, true)

    @property
    def source(self) -> Chrome:
        """The edition in the language that the data is written in."""
        return self.chromes[self.catalogue.site.languages[0]]

    def write(self, writer: SiteWriter, prose: Prose) -> Site:
        """Write everything that the folder does not hold yet."""
        return self._framed(prose)._write(writer, prose)

    def write_part(self, writer: SiteWriter, prose: Prose, wanted: Callable[[Draft], bool]) -> Site:
        """Write those pages that are wanted, what they need to be looked at, and the records of them."""
        return self._framed(prose)._write_part(writer, prose, wanted)

    def _framed(self, prose: Prose) -> "Build":
        self.memory.around(frozenset(prose))
        framed = {code: replace(chrome, prose=frozenset(prose)) for code, chrome in self.chromes.items()}
        return replace(self, chromes=framed)

    def _write_part(self, writer: SiteWriter, prose: Prose, wanted: Callable[[Draft], bool]) -> Site:
        units = ([draft for draft in unit if wanted(draft)] for unit in self._units(prose))
        pages: dict[str, dict[Name, Made]] = {code: {} for code in self.chromes}
        for draft, made in self._made(writer, [unit for unit in units if unit]):
            pages[draft.code][draft.name] = made
        writer.assets(self.source.look.assets_folder)
        self.memory.end(pages)
        writer.write(FILE, b"".join(written(self.memory)))
        return Site(pages, dict(writer.files), ())

    def _write(self, writer: SiteWriter, prose: Prose) -> Site:
        with self.watch.stage("what stands beside the pages"):
            links = self._open_data(writer)
        with self.watch.stage("pages"):
            pages = self._pages(writer, prose)
        with self.watch.stage("what stands beside the pages"):
            links += self._beside(writer, pages)
        with self.watch.stage("search index"):
            self._search(writer, pages)
        self.memory.end(pages)
        there = {made.path for by_name in pages.values() for made in by_name.values()}
        misled = (*redirects.problems(self.catalogue, there), *_twice(pages))
        return Site(pages, dict(writer.files), links, misled)

    def _pages(self, writer: SiteWriter, prose: Prose) -> dict[str, dict[Name, Made]]:
        """Make the pages, the A to Z last: it lists the others."""
        found: dict[str, dict[Name, Made]] = {code: {} for code in self.chromes}
        for draft, made in self._made(writer, self._units(prose)):
            found[draft.code][draft.name] = made
        lists = [[self._a_to_z(code, made)] for code, made in found.items()]
        return {draft.code: _with(found[draft.code], draft.name, made) for draft, made in self._made(writer, lists)}

    def _units(self, prose: Prose) -> list[list[Draft]]:
        """Every page, each in all its languages: one process makes them, which so remembers what they share."""
        units: dict[Name, list[Draft]] = {}
        for code, chrome in self.chromes.items():
            for draft in (*drafts(chrome.edition), *(by_language[code] for by_language in prose.values())):
                units.setdefault(draft.name, []).append(draft)
        return list(units.values())

    def _made(self, writer: SiteWriter, units: Sequence[Sequence[Draft]]) -> Iterator[tuple[Draft, Made]]:
        """Every page in order: kept, where it would be the same now, or made, on all processors."""
        kept = [[self.memory.kept(draft) for draft in unit] for unit in units]
        stale = [
            [draft for draft, page in zip(unit, pages, strict=True) if page is None]
            for unit, pages in zip(units, kept, strict=True)
        ]
        made = iter(self._making(writer, [unit for unit in stale if unit]))
        for unit, pages in zip(units, kept, strict=True):
            yield from ((draft, page or next(made)) for draft, page in zip(unit, pages, strict=True))

    def _making(self, writer: SiteWriter, units: Sequence[Sequence[Draft]]) -> list[Made]:
        """Pages, in order. Those of one plan show the same charts and tables, so one process makes them if it can."""
        together = sorted(units, key=lambda unit: unit[0].owner)
        size = FEW if len(units) <= FEW else max(-(-len(units) // PIECES), FEWEST)
        pieces = dealt([together[start : start + size] for start in range(0, len(units), size)])

        def work(piece: Sequence[Sequence[Draft]]) -> list[Made]:
            return [self._one(draft, writer) for unit in piece for draft in unit]

        made: dict[tuple[str, Name], Made] = {}
        known: dict[Any, Any] = {}
        total = sum(map(len, units))
        for piece, pages in zip(pieces, each(work, pieces), strict=True):
            names = ((draft.code, draft.name) for unit in piece for draft in unit)
            made |= zip(names, (sharing(page, known) if len(pieces) > 1 else page for page in pages), strict=True)
            self.watch.pages(len(made), total)
        return [made[draft.code, draft.name] for unit in units for draft in unit]

    def _one(self, draft: Draft, writer: SiteWriter) -> Made:
        """Make and write one page in one language."""
        with self.memory.listening(self.catalogue) as asked:
            page, code = draft.page(), draft.code
            html = self.chromes[code].whole(page)
        path = f"{code}/{page.path}index.html"
        files = {path: html.encode(), **{f"{code}/{name}": content for name, content in page.files.items()}}
        return Made(
            path=page.path,
            files={name: writer.put(name, content) for name, content in files.items()},
            links=self._links(path, html, page.files),
            entry=search.entry(page),
            listed=listed(page),
            in_list=draft.in_list,
            foreign=page.mostly_foreign,
            asked=frozenset(asked),
        )

    def _a_to_z(self, code: str, made: Mapping[Name, Made]) -> Draft:
        return a_to_z(self.chromes[code].edition, tuple(one.listed for one in made.values() if one.in_list))

    def _links(self, path: str, html: str, files: Mapping[str, bytes]) -> PageLinks:
        """The links of a page and of the files that belong to it."""
        address = self.catalogue.site.address
        found = links_of(path, html, address)
        inside = (links_in(f"{path.partition('/')[0]}/{name}", content, address) for name, content in files.items())
        return replace(found, wanted=found.wanted.union(*(one.wanted for one in inside)))

    def _beside(self, writer: SiteWriter, pages: Mapping[str, Mapping[Name, Made]]) -> list[PageLinks]:
        """Write what belongs to no language, and the pages that stand where others were; gives the links in them."""
        assets = writer.assets(self.source.look.assets_folder)
        for path, content in pictures(self.catalogue, self.source.look.palette.get("primary", "")).items():
            writer.write(path, content)
        html = {
            "index.html": self.source.whole(front_door(self.source.edition), root=True),
            "404.html": self.source.not_found(not_found(self.source.edition)),
            **dict(self._moved(pages)),
        }
        if self.catalogue.site.editor:
            html[f"{editor.FOLDER}/index.html"] = self.source.editor(self.catalogue.site.editor)
            self._editor(writer)
        files = self._for_machines(pages)
        for path, content in (*files.items(), *self.documents.items()):
            writer.write(path, content)
        for path, page in html.items():
            writer.write(path, page.encode())
        address = self.catalogue.site.address
        return [
            *(links_of(path, page, address) for path, page in html.items()),
            *(links_in(path, content, address) for path, content in (*assets.items(), *files.items())),
        ]

    def _open_data(self, writer: SiteWriter) -> list[PageLinks]:
        """Write the open data; gives the links in them. They are let go before the pages are made, unless the next
        build may write them again: those of a large site are a tenth of all that is in memory."""
        links: list[PageLinks] = []
        for number, one in enumerate(self.data):
            for path, content in one.files.items():
                writer.write(f"data/{path}", content, one.digests[path])
            links += one.links
            if not self.memory.resident:
                self.data[number] = replace(one, files={})
        if not self.memory.resident:
            give_back()
        return links

    def _editor(self, writer: SiteWriter) -> None:
        """Write what the page for editors loads."""
        built = self.source.look.assets_folder / "assets" / editor.FOLDER
        for file in sorted(built.rglob("*")):
            if file.is_file():
                writer.write(f"{editor.FOLDER}/{file.relative_to(built).as_posix()}", file.read_bytes())
        writer.write(f"{editor.FOLDER}/config.json", editor.config(self.catalogue).encode())

    def _moved(self, pages: Mapping[str, Mapping[Name, Made]]) -> Iterator[tuple[str, str]]:
        """The pages that tell readers where a page has gone, by path."""
        for code, by_name in pages.items():
            chrome = self.chromes[code]
            for page in moved.pages(chrome.edition, {one.path: one.listed.label for one in by_name.values()}):
                yield f"{code}/{page.path}index.html", chrome.whole(page, robots="noindex")

    def _for_machines(self, pages: Mapping[str, Mapping[Name, Made]]) -> dict[str, bytes]:
        """What search engines and web hosts read, by path."""
        site, tags = self.catalogue.site, {code: code for code in self.chromes}
        made = [(code, one) for code, by_name in pages.items() for one in by_name.values()]
        fallback = frozenset(f"{code}/{one.path}" for code, one in made if one.foreign)
        texts = {
            "sitemap.xml": sitemap(site.address, {one.path for _, one in made}, tags, fallback),
            "robots.txt": robots(site.address),
            "_headers": headers_file(self.catalogue.site),
        }
        if rules := redirects.rules(self.catalogue):
            texts["_redirects"] = redirects.netlify_and_cloudflare(rules)
        if site.security:
            texts[security.PATH] = security.security_txt(site.security, site.address, site.languages)
        return {path: text.encode() for path, text in texts.items()}

    def _search(self, writer: SiteWriter, pages: Mapping[str, Mapping[Name, Made]]) -> None:
        catalogue, source = self.catalogue, self.source.edition.language.code
        followed = tuple(path_of(plan) for plan in catalogue.all(Plan) if catalogue.later(plan))
        entries = {code: [one.entry for one in by_name.values()] for code, by_name in pages.items()}
        source_entries = entries[source]

        def index(code: str) -> Mapping[str, bytes]:
            return search.index(
                entries[code],
                self.chromes[code].edition.language,
                source=source_entries if code != source else (),
                followed=followed,
                quick_exit=catalogue.site.quick_exit,
            )

        stale = [code for code in pages if not self.memory.searched(code, (entries[code], source_entries, followed))]
        for code, files in zip(stale, each(index, stale), strict=True):
            self.memory.indexes[code] = {f"{code}/{path}": content for path, content in files.items()}
        for code in pages:
            for path, content in self.memory.indexes[code].items():
                writer.write(path, content)


def _with(made: Mapping[Name, Made], name: Name, a_to_z: Made) -> dict[Name, Made]:
    """The pages with the A to Z behind those that it lists."""
    before = {name: one for name, one in made.items() if one.in_list}
    return {**before, name: a_to_z, **{name: one for name, one in made.items() if name not in before}}


def _documents(editions: Mapping[str, Edition], shelf: Shelf) -> dict[str, bytes]:
    """The PDF files of all languages that are still true."""

    def true(code: str) -> list[str]:
        return shelf.true(documents(editions[code], translation_note(editions[code])))

    return {path: shelf.read(path) for paths in each(true, [*editions]) for path in paths}


def _below(files: Mapping[str, bytes], folder: str) -> dict[str, int]:
    """The sizes of the files in a folder, by path below it."""
    return {path.removeprefix(folder): len(content) for path, content in files.items() if path.startswith(folder)}


def _twice(pages: Mapping[str, Mapping[Name, Made]]) -> Iterator[str]:
    """A sentence for each address that more than one page has: one of them would be lost."""
    for code, by_name in pages.items():
        paths = Counter(made.path for made in by_name.values())
        for path in sorted(path for path, times in paths.items() if times > 1):
            yield f"{code}/{path}index.html: {paths[path]} pages have this address – give one of them another name"
