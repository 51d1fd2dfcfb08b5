"""Whom to credit: the documents that facts are from, each with the licence that it states."""

from collections.abc import Callable, Iterable

from planbuilder.exports.references import references
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.reference import DocumentRef
from planbuilder.model.registers import Document
from planbuilder.model.text import Text


def credited(catalogue: Catalogue, documents: Iterable[DocumentRef]) -> list[Document]:
    """Documents, each once, in order of key."""
    return [catalogue.get(key) for key in sorted(set(documents))]


def credit_line(catalogue: Catalogue, documents: Iterable[DocumentRef], plain: Callable[[Text], str]) -> str:
    """Who publishes the site, and the documents with their licences, for files that have one line for all of it."""
    told = (
        " – ".join(plain(text) for text in (document.attribution, document.licence) if text)
        for document in credited(catalogue, documents)
    )
    return " · ".join([plain(catalogue.site.publisher.name), *told])


def documents_in(value: object) -> set[DocumentRef]:
    """The documents that an entity or a part of one names."""
    return {reference for reference in references(value) if isinstance(reference, DocumentRef)}
