"""One language of the site: what templates can say, and how a page is put together."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from planbuilder.exports import SITE_PICTURE, calendar_path, csv_path, description_path
from planbuilder.exports import path_of as data_path
from planbuilder.i18n import Language, Words
from planbuilder.i18n.coverage import Shares
from planbuilder.i18n.quantities import KILOBYTE
from planbuilder.model.answers import Answers, Question
from planbuilder.model.catalogue import QUESTIONS, Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.text import Prose, Text
from planbuilder.pages.abbreviations import Abbreviations
from planbuilder.pages.changelog import ChangeIndex, Owner
from planbuilder.pages.compiled import COMPILED, DirectEnvironment
from planbuilder.pages.links import ROOT, document_path, path_of
from planbuilder.pages.markdown import to_html
from planbuilder.pages.money import Money
from planbuilder.pages.page import NOTHING, Heading, Link, Menu, Page
from planbuilder.pages.speech import Speech, groupby_theme

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_FALLBACK = re.compile(r"<(span|div) lang=\"([^\"]+)\"[^>]*>(.*?)</\1>", re.DOTALL)
_ANCHOR = re.compile(r"</?a\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")

P = ParamSpec("P")
R = TypeVar("R")

_SHARED: dict[str, Callable[..., Any]] = {}


def shared(find: Callable[Concatenate["Edition", P], R]) -> Callable[Concatenate["Edition", P], R]:
    """Make a function of an edition, and perhaps an entity, a question: many pages ask it, and it is answered once.

    Like the catalogue's own questions it is answered from entities alone.
    """
    name = f"{find.__module__}.{find.__qualname__}"
    QUESTIONS.add(name)

    @wraps(find)
    def asked(edition: "Edition", /, *about: P.args, **named: P.kwargs) -> R:
        things: tuple[Any, ...] = (*about, *named.values())
        question = (name, *(entity.key for entity in things))
        return edition.answers.ask(question, lambda: find(edition, *about, **named))

    _SHARED[name] = asked
    return asked


@dataclass(frozen=True)
class Edition:
    """The catalogue as one language shows it. `overrides` are the folders where templates may lie before
    planbuilder's own: the site owner's first."""

    catalogue: Catalogue
    language: Language
    languages: Mapping[str, Language]
    overrides: Path | tuple[Path, ...] | None = None
    coverage: Shares = field(default_factory=dict)
    """How much of the plan text is translated, by language and owner."""
    downloads: Mapping[str, int] = field(default_factory=dict)
    """The files of open data, which all languages share: path below `data/` → bytes."""
    documents: Mapping[str, int] = field(default_factory=dict)
    """The PDF files of this language that say what its pages say: path below the language folder → bytes."""
    log: ChangeIndex | None = None
    """What changed, the same in all languages, where they share it."""

    @cached_property
    def answers(self) -> Answers:
        """What pages have asked about this language of the data."""
        return Answers(self.catalogue.answers)

    def answer(self, question: Question) -> Any:
        """The answer to a question that was noted, perhaps with another edition. Raises LookupError when what it is
        about is not there."""
        name, *about = question
        if name == "download":
            return self.download(about[0])
        if name == "document":
            return self.pdf_bytes(about[0])
        if name == "coverage":
            return self.coverage
        if name == "changes":
            index = self._changes
            return tuple(repr((told, self.name(told.about.title), index.where(told))) for told in index.told)
        if name in _SHARED:
            return _SHARED[name](self, *(self.catalogue.entities[key] for key in about))
        return self.catalogue.answer(question)

    @cached_property
    def environment(self) -> Environment:
        """The templates' environment: it escapes, and an unknown name is an error."""
        package = PackageLoader("planbuilder", "templates")
        loader = ChoiceLoader([FileSystemLoader(self.overrides), package]) if self.overrides else package
        environment = DirectEnvironment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=COMPILED,
            auto_reload=False,  # an edition lives for one build
            extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
        )
        environment.globals.update(self.words, catalogue=self.catalogue, language=self.language)
        environment.globals.update(Speech(self.catalogue, self.language).functions())
        environment.globals.update(Money(self.language).functions())
        environment.filters["groupby_theme"] = groupby_theme
        return environment

    @cached_property
    def words(self) -> dict[str, Any]:
        """The functions with which templates speak: messages, plan text, links."""
        return {
            "_": self.language.markup,
            "say": self.language.message,  # for attributes, which hold no markup
            "ngettext": self.language.markup_plural,
            "text": self.language.text,
            "cited": self.language.cited,
            "safe_text": self.safe_text,
            "plain": self.language.plain,
            "prose": self.prose,
            "href": self.href,
            "link": self.link,
            "file_href": self.href,
            "path_of": path_of,
            "document_path": document_path,
            "calendar_path": calendar_path,
            "data_path": data_path,
            "csv_path": csv_path,
            "description_path": description_path,
            "data_href": self.data_href,
            "data_address": self.data_address,
            "data_size": self.data_size,
            "download": self.download,
            "changes_path": self.changes_path,
            "last_change": self.last_change,
            "pdf_bytes": self.pdf_bytes,
            "once": self.once,
        }

    def safe_text(self, text: Text) -> Markup:
        """A text that somebody's safety may hang on: a translation that no speaker has checked never stands alone."""
        shown = self.language.text(text)
        if self.language.status.reviewed or not self.language.words(text).current or self._is_source:
            return shown
        original = self.languages[self.language.source]
        return Markup('{}<br><span lang="{}" dir="{}" class="pb-original">{}</span>').format(
            shown, original.code, original.direction, text.source
        )

    @property
    def _is_source(self) -> bool:
        return self.language.code == self.language.source

    def prose(self, text: Prose, deeper: int = 0) -> Markup:
        """A prose text as HTML. Paragraphs that are not translated are marked with their language."""
        return Markup("").join(self._passage(words, deeper) for words in self.language.passages(text))

    def _passage(self, words: Words, deeper: int) -> Markup:
        html = to_html(words.text, self.resolve, deeper)
        if words.lang == self.language.code:
            return html
        return Markup('<div lang="{}" dir="{}">{}</div>').format(words.lang, words.direction, html)

    def resolve(self, key: str) -> str:
        """The link for what a text names after `ref:`: the key of an entity, or the path of a page."""
        entity = self.catalogue.find(key)
        return self.link(entity) if entity is not None else self.href(key)

    def href(self, path: str, code: str = "") -> str:
        """The link to a page or file below the language folder (of another language with `code`)."""
        return f"{ROOT}{code or self.language.code}/{path}"

    def data_href(self, path: str) -> str:
        """The link to a file of open data."""
        return f"{ROOT}data/{path}"

    def data_address(self, path: str) -> str:
        """The address of a file of open data, for programs."""
        return f"{self.catalogue.site.address.rstrip('/')}/data/{path}"

    def download(self, path: str) -> int | None:
        """The size of a file of open data in bytes, rounded up to what readers are told, so that a page that tells it
        stays as it is when the file grows by a digit; None where there is no such file."""
        self.answers.note(("download", path))
        return _rounded(self.downloads.get(path))

    def data_size(self, path: str) -> str:
        """The size of a file of open data, as the language writes it."""
        return self.language.kilobytes(self.download(path) or 0)

    def pdf_bytes(self, path: str) -> int | None:
        """The same for a PDF file of this language; None where there is none that says what the pages say."""
        self.answers.note(("document", path))
        return _rounded(self.documents.get(path))

    def absolute(self, path: str) -> str:
        """The full address of a page or file below the language folder, for machines."""
        return f"{self.catalogue.site.address.rstrip('/')}/{self.language.code}/{path}"

    def link(self, entity: Entity) -> str:
        """The link to the page that shows an entity."""
        return self.href(path_of(entity))

    def render(self, template: str, **context: Any) -> Markup:
        """A template of the content as HTML."""
        return Markup(self.environment.get_template(template).render(context))  # noqa: S704 – the template escapes

    def once(self, template: str, item: Entity, **given: Hashable) -> Markup:
        """A part that shows one entity, in this language: rendered once for all pages and builds that show it so. Its
        template knows it as `item`, and what else is `given`."""
        return self.catalogue.answers.piece(
            (template, *given.items()), self.language.code, item.key, lambda: self.render(template, item=item, **given)
        )

    def page(
        self,
        path: str,
        template: str,
        *,
        title: str,
        description: str,
        heading: Markup | None = None,
        shown: Iterable[Entity] = (),
        breadcrumb: tuple[Link, ...] = (),
        menu: Menu | None = None,
        status: Markup = NOTHING,
        edit: str = "",
        files: Mapping[str, bytes] | None = None,
        feed: Link | None = None,
        picture: str = SITE_PICTURE,
        **context: Any,
    ) -> Page:
        """Render a template into a page. `shown` are the entities whose sensitivity the page inherits."""
        body = self.abbreviations.explained(self.render(template, feed=feed, **context))
        return Page(
            path=path,
            language=self.language.code,
            title=title,
            description=description,
            heading=heading if heading is not None else Markup.escape(title),
            body=body,
            headings=self.headings(body),
            breadcrumb=breadcrumb,
            menu=menu,
            status=status,
            sensitive=any(self.catalogue.sensitive(entity) for entity in shown),
            edit=edit,
            foreign=_foreign(body),
            files=files or {},
            feed=feed,
            picture=picture,
        )

    @property
    def changes(self) -> ChangeIndex:
        """What changed, for each part of the site."""
        self.answers.note(("changes",))
        return self._changes

    def changes_path(self, owner: Owner | None) -> str:
        """The page that tells what changed about an owner; empty where there is none."""
        return self.changes.path(owner)

    def last_change(self, owner: Owner | None) -> date:
        """The day of the last change of an owner that has some."""
        return self.changes.of(owner)[0].on

    def headings(self, body: Markup) -> tuple[Heading, ...]:
        """The headings of a rendered body, for a table of contents."""
        return tuple(_headings(body))

    @cached_property
    def _changes(self) -> ChangeIndex:
        return self.log or ChangeIndex(self.catalogue)

    @property
    @shared
    def abbreviations(self) -> Abbreviations:
        """The glossary's abbreviations, in this language."""
        plain = self.language.plain
        terms = ((term, term.abbreviation) for term in self.catalogue.glossary())
        return Abbreviations({plain(short): plain(term.term) for term, short in terms if short})

    def origin(self, entity: Entity) -> str:
        """The file an editor changes to change an entity."""
        return self.catalogue.origin(entity)

    def name(self, text: Text) -> str:
        """A text as plain words, for titles and other places that can't mark a language."""
        return self.language.plain(text)


def _rounded(size: int | None) -> int | None:
    return None if size is None else -(-size // KILOBYTE) * KILOBYTE


def _headings(body: str) -> Iterator[Heading]:
    for match in _HEADING.finditer(body):
        label = _ANCHOR.sub("", match[3]).strip()  # a link can't hold another one
        yield Heading(int(match[1]), match[2], Markup(label))  # noqa: S704 – from a rendered page


def _foreign(body: str) -> float:
    """The share of a page's words that stand in the source language.

    `text()` and `prose()` mark such text with a span or a div, in which no further span or div occurs.
    """
    whole = len(_TAG.sub("", body)) or 1
    return min(1.0, sum(len(_TAG.sub("", match[3])) for match in _FALLBACK.finditer(body)) / whole)
