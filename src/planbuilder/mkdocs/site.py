"""Write the whole site into a folder: every language's pages, the front door, and what belongs beside them."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from planbuilder.exports import open_data
from planbuilder.i18n import Language
from planbuilder.i18n.coverage import published
from planbuilder.mkdocs.chrome import Chrome, Look
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.plan import Plan
from planbuilder.outputs import search, security
from planbuilder.outputs.headers import headers_file
from planbuilder.outputs.linkcheck import PageLinks, broken, links_of
from planbuilder.outputs.processes import each
from planbuilder.outputs.sitemap import robots, sitemap
from planbuilder.pages import front_door, not_found, pages, translation_note
from planbuilder.pages.documents import documents
from planbuilder.pages.edition import Edition
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page
from planbuilder.pdf import Shelf


@dataclass
class SiteWriter:
    """Writes pages below a folder, and remembers what it wrote, so that links can be checked at the end."""

    folder: Path
    links: list[PageLinks] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    def html(self, path: str, html: str) -> None:
        """Write a page. `path` is the file's place in the site."""
        self.links.append(links_of(path, html))
        self.bytes(path, html.encode("utf-8"))

    def bytes(self, path: str, content: bytes) -> None:
        """Write a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        self.files.add(path)

    def broken_links(self) -> list[str]:
        """What is wrong with the links of all that was written."""
        return broken(self.links, self.files)


@dataclass(frozen=True)
class Build:
    """One build of one site: the data, its languages and the look."""

    catalogue: Catalogue
    chromes: Mapping[str, Chrome]
    data: Mapping[str, bytes] = field(default_factory=dict)
    """The files of open data, by path below `data/`: one for all languages."""
    documents: Mapping[str, bytes] = field(default_factory=dict)
    """The PDF files that say what the site says, by path."""

    @classmethod
    def of(
        cls,
        catalogue: Catalogue,
        languages: Mapping[str, Language],
        look: Look,
        overrides: tuple[Path, ...],
        shelf: Shelf,
    ) -> "Build":
        """Put a build together."""
        shares = published(catalogue, [*languages][1:])
        data = open_data(catalogue)
        sizes = {path: len(content) for path, content in data.items()}
        editions = {
            code: Edition(catalogue, language, languages, overrides, shares, sizes)
            for code, language in languages.items()
        }
        made = _documents(editions, shelf) if shelf.made else {}
        chromes = {
            code: Chrome(replace(e, documents=_below(made, f"{code}/")), look, translation_note(e))
            for code, e in editions.items()
        }
        return cls(catalogue, chromes, data, made)

    @property
    def source(self) -> Chrome:
        """The edition in the language that the data is written in."""
        return self.chromes[self.catalogue.site.languages[0]]

    def write(self, writer: SiteWriter, prose: Mapping[str, Mapping[str, Page]]) -> None:
        """Write everything. `prose` holds the pages of site prose: path → language → page."""
        framed = {code: replace(chrome, prose=frozenset(prose)) for code, chrome in self.chromes.items()}
        replace(self, chromes=framed)._write(writer, prose)

    def _write(self, writer: SiteWriter, prose: Mapping[str, Mapping[str, Page]]) -> None:
        written = dict(
            zip(
                self.chromes, each(lambda code: self._edition(code, writer.folder, prose), [*self.chromes]), strict=True
            )
        )
        for edition in written.values():
            writer.links += edition.links
            writer.files |= edition.files
        fallback = frozenset(f"{code}/{path}" for code, edition in written.items() for path in edition.foreign)
        self._beside(writer, {path for edition in written.values() for path in edition.paths}, fallback)
        self._search(writer, {code: edition.entries for code, edition in written.items()})

    def _edition(self, code: str, folder: Path, prose: Mapping[str, Mapping[str, Page]]) -> "WrittenEdition":
        """Write the pages of one language."""
        writer, chrome, written = SiteWriter(folder), self.chromes[code], WrittenEdition()
        for page in self._pages(chrome, prose):
            writer.html(f"{code}/{page.path}index.html", chrome.whole(page))
            for name, content in page.files.items():
                writer.bytes(f"{code}/{name}", content)
            written.paths.add(page.path)
            written.entries.append(search.entry(page))
            if page.mostly_foreign:
                written.foreign.add(page.path)
        return replace(written, links=writer.links, files=writer.files)

    def _pages(self, chrome: Chrome, prose: Mapping[str, Mapping[str, Page]]) -> Iterator[Page]:
        yield from pages(chrome.edition)
        yield from (by_language[chrome.edition.language.code] for by_language in prose.values())

    def _beside(self, writer: SiteWriter, paths: Iterable[str], fallback: frozenset[str]) -> None:
        site = self.catalogue.site
        for path, content in self.data.items():
            writer.bytes(f"data/{path}", content)
        for path, content in self.documents.items():
            writer.bytes(path, content)
        writer.html("index.html", self.source.whole(front_door(self.source.edition), root=True))
        writer.html("404.html", self.source.not_found(not_found(self.source.edition)))
        tags = {code: code for code in self.chromes}
        writer.bytes("sitemap.xml", sitemap(site.address, paths, tags, fallback).encode())
        writer.bytes("robots.txt", robots(site.address).encode())
        writer.bytes("_headers", headers_file().encode())
        if site.security:
            writer.bytes(security.PATH, security.security_txt(site.security, site.address, site.languages).encode())

    def _search(self, writer: SiteWriter, entries: Mapping[str, list[search.Entry]]) -> None:
        catalogue, source = self.catalogue, self.source.edition.language.code
        followed = tuple(path_of(plan) for plan in catalogue.all(Plan) if catalogue.later(plan))

        def index(code: str) -> Mapping[str, bytes]:
            return search.index(
                entries[code],
                self.chromes[code].edition.language,
                source=entries[source] if code != source else (),
                followed=followed,
                quick_exit=catalogue.site.quick_exit,
            )

        for code, files in zip(self.chromes, each(index, [*self.chromes]), strict=True):
            for path, content in files.items():
                writer.bytes(f"{code}/{path}", content)


def _documents(editions: Mapping[str, Edition], shelf: Shelf) -> dict[str, bytes]:
    """The PDF files of all languages that are still true."""

    def true(code: str) -> list[str]:
        return shelf.true(documents(editions[code], translation_note(editions[code])))

    return {path: shelf.read(path) for paths in each(true, [*editions]) for path in paths}


def _below(files: Mapping[str, bytes], folder: str) -> dict[str, int]:
    """The sizes of the files in a folder, by path below it."""
    return {path.removeprefix(folder): len(content) for path, content in files.items() if path.startswith(folder)}


@dataclass(frozen=True)
class WrittenEdition:
    """What the pages of one language leave behind: links to check, files, paths, entries for the search."""

    links: list[PageLinks] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    """The paths of pages that are mostly in the source language."""
    entries: list[search.Entry] = field(default_factory=list)


def copy_assets(overrides: Path, writer: SiteWriter) -> None:
    """Copy the built assets: those that the manifest names, and nothing else."""
    for source in sorted((overrides / "assets").rglob("*")):
        if source.is_file() and source.name != "manifest.json":
            path = f"assets/{source.relative_to(overrides / 'assets').as_posix()}"
            (writer.folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, writer.folder / path)
            writer.files.add(path)
