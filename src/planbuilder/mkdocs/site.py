"""Write the whole site into a folder: every language's pages, the front door, and what belongs beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from planbuilder.exports import open_data
from planbuilder.i18n import Language
from planbuilder.i18n.coverage import published
from planbuilder.mkdocs.chrome import Chrome, Look
from planbuilder.mkdocs.writing import Made, Name, SiteWriter
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.plan import Plan
from planbuilder.outputs import search, security
from planbuilder.outputs.headers import headers_file
from planbuilder.outputs.linkcheck import PageLinks, broken, links_of
from planbuilder.outputs.processes import each
from planbuilder.outputs.sitemap import robots, sitemap
from planbuilder.pages import Draft, a_to_z, drafts, front_door, listed, not_found, translation_note
from planbuilder.pages.edition import Edition
from planbuilder.pages.links import path_of

CHUNKS = 50
"""Into so many pieces the pages are divided: small ones keep all processors busy to the end."""

A_TO_Z: Name = ("a_to_z",)

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
    """Of the pages among these."""

    @property
    def files(self) -> dict[str, bytes]:
        """The digest of every file, by its path."""
        found = dict(self.beside)
        for made in self._made():
            found |= made.files
        return found

    def broken_links(self) -> list[str]:
        """What is wrong with the links of all that was written."""
        return broken((*(made.links for made in self._made()), *self.links), self.files)

    def _made(self) -> Iterator[Made]:
        for by_name in self.pages.values():
            yield from by_name.values()


@dataclass(frozen=True)
class Build:
    """One build of one site: the data, its languages and the look."""

    catalogue: Catalogue
    chromes: Mapping[str, Chrome]
    data: Mapping[str, bytes] = field(default_factory=dict)
    """The files of open data, by path below `data/`: one for all languages."""

    @classmethod
    def of(
        cls, catalogue: Catalogue, languages: Mapping[str, Language], look: Look, overrides: tuple[Path, ...]
    ) -> "Build":
        """Put a build together."""
        shares = published(catalogue, [*languages][1:])
        data = open_data(catalogue)
        sizes = {path: len(content) for path, content in data.items()}
        editions = {
            code: Edition(catalogue, language, languages, overrides, shares, sizes)
            for code, language in languages.items()
        }
        return cls(catalogue, {code: Chrome(e, look, translation_note(e)) for code, e in editions.items()}, data)

    @property
    def source(self) -> Chrome:
        """The edition in the language that the data is written in."""
        return self.chromes[self.catalogue.site.languages[0]]

    def write(self, folder: Path, prose: Prose, assets: Path) -> Site:
        """Write everything into a folder. `assets` is where the built assets lie, with their manifest."""
        framed = {code: replace(chrome, prose=frozenset(prose)) for code, chrome in self.chromes.items()}
        return replace(self, chromes=framed)._write(folder, prose, assets)

    def _write(self, folder: Path, prose: Prose, assets: Path) -> Site:
        pages = self._pages(folder, prose)
        beside = SiteWriter(folder)
        beside.assets(assets)
        for path, content in self.data.items():
            beside.bytes(f"data/{path}", content)
        links = self._beside(beside, pages)
        self._search(beside, pages)
        return Site(pages, beside.files, links)

    def _pages(self, folder: Path, prose: Prose) -> dict[str, dict[Name, Made]]:
        """Write the pages. A page is made in all its languages by one process, which so remembers what they share."""
        units = self._units(prose)
        size = -(-len(units) // CHUNKS)
        chunks = [units[start : start + size] for start in range(0, len(units), size)]
        found: dict[str, dict[Name, Made]] = {code: {} for code in self.chromes}
        for chunk, made in zip(chunks, each(lambda chunk: self._made(chunk, folder), chunks), strict=True):
            for draft, one in zip((draft for unit in chunk for draft in unit), made, strict=True):
                found[draft.edition.language.code][draft.name] = one
        lists = each(lambda code: self._made([[self._a_to_z(code, found[code])]], folder), [*found])
        return {code: _listed_last(by_name, one) for (code, by_name), (one,) in zip(found.items(), lists, strict=True)}

    def _units(self, prose: Prose) -> list[list[Draft]]:
        """Every page, each in all its languages."""
        units: dict[Name, list[Draft]] = {}
        for code, chrome in self.chromes.items():
            for draft in (*drafts(chrome.edition), *(by_language[code] for by_language in prose.values())):
                units.setdefault(draft.name, []).append(draft)
        return list(units.values())

    def _made(self, units: Sequence[Sequence[Draft]], folder: Path) -> list[Made]:
        writer = SiteWriter(folder)
        return [self._one(draft, writer) for unit in units for draft in unit]

    def _one(self, draft: Draft, writer: SiteWriter) -> Made:
        """Make and write one page in one language."""
        page, code = draft.page(), draft.edition.language.code
        path, html = f"{code}/{page.path}index.html", self.chromes[code].whole(page)
        files = {path: writer.html(path, html)}
        for name, content in page.files.items():
            files[f"{code}/{name}"] = writer.bytes(f"{code}/{name}", content)
        return Made(
            path=page.path,
            files=files,
            links=links_of(path, html),
            entry=search.entry(page),
            listed=listed(page),
            in_list=draft.in_list,
            foreign=page.mostly_foreign,
        )

    def _a_to_z(self, code: str, made: Mapping[Name, Made]) -> Draft:
        return a_to_z(self.chromes[code].edition, tuple(one.listed for one in made.values() if one.in_list))

    def _beside(self, writer: SiteWriter, pages: Mapping[str, Mapping[Name, Made]]) -> list[PageLinks]:
        """Write what belongs to no language; gives the links of the pages among it."""
        site = self.catalogue.site
        standing = {
            "index.html": self.source.whole(front_door(self.source.edition), root=True),
            "404.html": self.source.not_found(not_found(self.source.edition)),
        }
        for path, html in standing.items():
            writer.html(path, html)
        made = [(code, one) for code, by_name in pages.items() for one in by_name.values()]
        fallback = frozenset(f"{code}/{one.path}" for code, one in made if one.foreign)
        tags = {code: code for code in self.chromes}
        writer.bytes("sitemap.xml", sitemap(site.address, {one.path for _, one in made}, tags, fallback).encode())
        writer.bytes("robots.txt", robots(site.address).encode())
        writer.bytes("_headers", headers_file().encode())
        if site.security:
            writer.bytes(security.PATH, security.security_txt(site.security, site.address, site.languages).encode())
        return [links_of(path, html) for path, html in standing.items()]

    def _search(self, writer: SiteWriter, pages: Mapping[str, Mapping[Name, Made]]) -> None:
        catalogue, source = self.catalogue, self.source.edition.language.code
        followed = tuple(path_of(plan) for plan in catalogue.all(Plan) if catalogue.later(plan))
        entries = {code: [one.entry for one in by_name.values()] for code, by_name in pages.items()}

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


def _listed_last(made: Mapping[Name, Made], a_to_z: Made) -> dict[Name, Made]:
    """The pages with the A to Z behind those that it lists."""
    before = {name: one for name, one in made.items() if one.in_list}
    return {**before, A_TO_Z: a_to_z, **{name: one for name, one in made.items() if name not in before}}
