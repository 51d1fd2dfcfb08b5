"""Whom to credit: the documents that facts are from, each with the licence that it states."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from planbuilder.exports.references import references
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.reference import DocumentRef
from planbuilder.model.registers import Document
from planbuilder.model.text import Text


class Credit(NamedTuple):
    """A document to credit, in words of one language."""

    document: Document
    attribution: str
    licence: str | None
    """None: the document states none."""


def original(text: Text) -> str:
    """A text in the language of the data, for files that are the same for readers of every language."""
    return text.source


def credited(
    catalogue: Catalogue, documents: Iterable[DocumentRef], plain: Callable[[Text], str] = original
) -> list[Credit]:
    """Whom to credit: documents, each once, in order of key."""
    found: Iterable[Document] = (catalogue.get(key) for key in sorted(set(documents)))
    return [Credit(one, plain(one.attribution), plain(one.licence) if one.licence else None) for one in found]


def credit_line(catalogue: Catalogue, documents: Iterable[DocumentRef], plain: Callable[[Text], str] = original) -> str:
    """Who publishes the site, and the documents with their licences, for files that have one line for all of it."""
    told = (
        " – ".join(text for text in (credit.attribution, credit.licence) if text)
        for credit in credited(catalogue, documents, plain)
    )
    return " · ".join([plain(catalogue.site.publisher.name), *told])


def documents_in(value: object) -> set[DocumentRef]:
    """The documents that an entity or a part of one names."""
    return {reference for reference in references(value) if isinstance(reference, DocumentRef)}
