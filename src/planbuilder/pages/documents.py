"""A plan as documents to print and to lay out in a library: the whole of it, and two pages that sum it up.

A document is complete HTML, made to be turned into a PDF file by `planbuilder.pdf`. What it says depends on the data
and the language alone, so its fingerprint tells whether a file that was made from it is still true.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from markupsafe import Markup

from planbuilder.charts import on_paper
from planbuilder.model.period import Period
from planbuilder.model.plan import Plan
from planbuilder.pages.bidi import isolated
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_status
from planbuilder.pages.links import ROOT, document_path, path_of
from planbuilder.pages.one_page import everything
from planbuilder.pages.summary import points

Kind = Literal["plan", "summary"]
SIZE = "SIZE"
"""Stands in a document for the class that sets the size of its text."""
SIZES = ("pb-size-1", "pb-size-2", "pb-size-3")
"""From the largest on; a document that has to fit on some pages takes the largest that does."""
LEAFLET_PAGES = 2

_LINK = re.compile(rf'href="{ROOT}([^"]*)"')
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class Document:
    """One document, of one plan in one language."""

    path: str
    """Where its file lies, below `pdf/` and in the site: `en/safer-peterborough/2017-2020/….pdf`."""
    kind: Kind
    html: str

    @cached_property
    def fingerprint(self) -> str:
        """The same for documents that say and show the same."""
        return hashlib.sha256(self.html.encode()).hexdigest()

    @property
    def most_pages(self) -> int | None:
        """How many pages it may have."""
        return LEAFLET_PAGES if self.kind == "summary" else None

    def in_size(self, size: str) -> str:
        """The HTML with its text in one of SIZES."""
        return self.html.replace(SIZE, size, 1)


def documents(edition: Edition, note: Markup) -> Iterator[Document]:
    """The documents of every plan that we hold. `note` is what readers of an unreviewed translation are told.

    They link to no files: on paper nobody can follow them.
    """
    edition = replace(edition, downloads={}, documents={})
    for plan in edition.catalogue.all(Plan):
        if plan.held:
            yield _document(edition, plan, "plan", note, **_whole(edition, plan))
            yield _document(edition, plan, "summary", note, **points(edition, plan), services=_emergency(edition))


def _whole(edition: Edition, plan: Plan) -> dict[str, Any]:
    body = edition.abbreviations.explained(edition.render("one_page.html", plan=plan, **everything(edition, plan)))
    return {"body": body, "headings": edition.headings(body)}


def _emergency(edition: Edition) -> list[Any]:
    """The numbers that everybody should have: for emergencies, and the police's."""
    return [service for service in edition.catalogue.support() if service.telephone][:2]


def _document(edition: Edition, plan: Plan, kind: Kind, note: Markup, **context: Any) -> Document:
    language, catalogue = edition.language, edition.catalogue
    html = edition.render(
        "document/whole.html" if kind == "plan" else "document/leaflet.html",
        kind=kind,
        title=edition.name(plan.title),
        plan=plan,
        partnership=catalogue.partnership(plan),
        site=catalogue.site,
        status=plan_status(edition, plan),
        address=edition.absolute(path_of(plan)),
        note=note,
        month=language.period(Period.parse(f"{catalogue.today:%Y-%m}")),
        quoted=quoted,
        **context,
    )
    placed = _linked(on_paper(html, language.direction), edition, plan)
    if language.direction == "rtl":
        head, start, body = placed.partition("<body ")
        placed = f"{head}{isolated(start + body, language.source)}"
    return Document(f"{language.code}/{document_path(language.code, plan, kind)}", kind, placed)


def quoted(words: str) -> Markup:
    """Words as a string of CSS, in a style element: nothing in it can end the string or the element."""
    return Markup(json.dumps(str(words), ensure_ascii=False).replace("<", r"\3c "))  # noqa: S704 - no markup is left


def _linked(html: str, edition: Edition, plan: Plan) -> str:
    """The HTML with its links leading to the place in the document, or else to the site."""
    there = set(_ID.findall(html))
    site = edition.catalogue.site.address.rstrip("/")
    base = f"{edition.language.code}/{path_of(plan)}"

    def lead(match: re.Match[str]) -> str:
        own = match[1].removeprefix(base) if match[1].startswith(base) else ""
        inside = own.partition("#")[2] or own.strip("/").replace("about/", "section-")
        return f'href="#{inside}"' if inside in there else f'href="{site}/{match[1]}"'

    return _LINK.sub(lead, html)
