"""The frame around every page: the theme's main template, filled from a Page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from planbuilder.exports import PICTURE_SIZE, SITE_PICTURE
from planbuilder.i18n import Language
from planbuilder.mkdocs.theme import with_assets
from planbuilder.model.forge import Forge
from planbuilder.outputs.headers import META_POLICY, editor_directives
from planbuilder.pages.bidi import isolated
from planbuilder.pages.edition import Edition
from planbuilder.pages.links import ROOT, place, up_from
from planbuilder.pages.page import Link, Page
from planbuilder.pages.searching import PATH as SEARCH


@dataclass(frozen=True)
class Alternate:
    """The same page in another language."""

    code: str
    autonym: str
    direction: str
    href: str
    absolute: str
    current: bool


@dataclass(frozen=True)
class Look:
    """What the site owner sets in mkdocs.yml as Material's documentation says, and the built assets."""

    palette: Mapping[str, str]
    assets: Mapping[str, str]
    """The name of each asset, with what its content has in its file's name."""
    assets_folder: Path
    templates: tuple[Path, ...]
    """The folders where templates may lie before planbuilder's own: the site owner's first."""

    @classmethod
    def read(cls, overrides: tuple[Path, ...], palette: Mapping[str, str]) -> "Look":
        """Read the manifest of the built assets. Raises FileNotFoundError when they have not been built."""
        folder = with_assets(overrides)
        manifest = folder / "assets" / "manifest.json"
        return cls(palette, json.loads(manifest.read_text("utf-8")), folder, overrides)


@dataclass(frozen=True)
class Chrome:
    """Puts a page of one edition into its frame."""

    edition: Edition
    look: Look
    translation_note: Markup
    prose: frozenset[str] = frozenset()
    """The paths of the site's own prose: its frame links only to what there is."""

    def whole(self, page: Page, root: bool = False, robots: str = "") -> str:
        """The finished HTML of a page; with `root` as the site's front door, which stands above the languages.

        `robots` is what search engines are told, such as `noindex`.
        """
        context = {**self._context(page), "robots": robots}
        if root:
            return place(self._template.render({**context, "canonical": context["x_default"]}), "")
        html = self._template.render(context)
        language = self.edition.language
        if language.direction == "rtl":
            html = isolated(html, language.source)
        return place(html, up_from(f"{page.language}/{page.path}"))

    def not_found(self, page: Page) -> str:
        """The page for addresses that don't exist: it is served anywhere, so its links start at the site's base."""
        base = Markup("/") + self.edition.catalogue.site.address.split("://", 1)[1].partition("/")[2].strip("/")
        return place(self._template.render(self._context(page)), base if base.endswith("/") else f"{base}/")

    def editor(self, forge: Forge) -> str:
        """The page with forms for editors, which has no frame: what shows the forms fills it."""
        site = self.edition.catalogue.site
        return str(
            self.edition.render(
                "edit.html",
                site=site,
                policy=editor_directives(forge),
                files=forge.folder(site.branch, "data"),
                favicon=self.look.assets["favicon.svg"],
            )
        )

    @cached_property
    def _template(self) -> Any:
        return self.edition.environment.get_template("main.html")

    @cached_property
    def _shared(self) -> dict[str, Any]:
        catalogue, _ = self.edition.catalogue, self.edition.language.markup
        return {
            "site": catalogue.site,
            "updated": Markup.escape(self.edition.language.date(catalogue.today)),
            "palette": self.look.palette,
            "csp": META_POLICY,
            "picture_size": PICTURE_SIZE,
            "asset": lambda name: f"{ROOT}assets/{self.look.assets[name]}",
            "translation_note": self.translation_note,
            "fixed": self._fixed,
            "site_menu": (
                Link("", _("Home")),
                Link("how-we-judge-progress/", _("How we judge progress")),
                Link("glossary/", _("Glossary")),
                Link("a-z/", _("A to Z")),
                *((Link("about/", _("About this site")),) if "about/" in self.prose else ()),
            ),
            "footer_links": (
                *((Link("for-editors/", _("For editors")),) if "for-editors/" in self.prose else ()),
                Link("accessibility/", _("Accessibility statement")),
                *((Link("privacy/", _("Privacy")),) if "privacy/" in self.prose else ()),
                Link("about-the-data/", _("About the data")),
                Link("open-data/", _("Open data")),
                *((Link("changes/", _("What changed")),) if self.edition.changes.told else ()),
                *((Link("translations/", _("Translations")),) if len(self.edition.languages) > 1 else ()),
            ),
        }

    @cached_property
    def _rendered(self) -> dict[tuple[Any, ...], Markup]:
        return {}

    def _fixed(self, partial: str, **given: Any) -> Markup:
        """A part of the frame that knows of the page only what it is given: rendered once for the same things."""
        key = (partial, *given.values())
        if key not in self._rendered:
            self._rendered[key] = self.edition.render(partial, **self._shared, **given)
        return self._rendered[key]

    def _context(self, page: Page) -> dict[str, Any]:
        site = self.edition.catalogue.site
        base = site.address.rstrip("/")
        alternates = tuple(self._alternate(language, page, base) for language in self.edition.languages.values())
        source = site.languages[0]
        own = source if page.mostly_foreign else page.language
        edit = site.forge.editing(site.branch, page.edit) if site.forge and page.edit else None
        menu = [link.path for link in self._shared["site_menu"]]
        return {
            **self._shared,
            "page": page,
            "at": page.path if page.path in (*menu, SEARCH) else None,
            "within": next((path for path in menu if path and page.path.startswith(path)), None),
            "alternates": alternates,
            "canonical": f"{base}/{own}/{page.path}",
            "x_default": f"{base}/{source}/{page.path}" if page.path else f"{base}/",
            "edit_href": edit,
            "picture": f"{base}/{SITE_PICTURE if page.sensitive else page.picture}",
        }

    def _alternate(self, language: Language, page: Page, base: str) -> Alternate:
        return Alternate(
            language.code,
            language.autonym,
            language.direction,
            self.edition.href(page.path, language.code),
            f"{base}/{language.code}/{page.path}",
            language.code == page.language,
        )
