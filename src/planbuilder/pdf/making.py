"""Make the files that are missing or no longer true, on all processors."""

from collections.abc import Sequence
from dataclasses import dataclass

from planbuilder.outputs.garbage import uncollected
from planbuilder.outputs.processes import each
from planbuilder.pages.documents import Document
from planbuilder.pdf.render import PdfError, render, weasyprint
from planbuilder.pdf.shelf import Made, Shelf


@dataclass(frozen=True)
class Done:
    """What came of it."""

    made: int
    kept: int
    pages: int
    """Of all files."""
    failed: tuple[str, ...]
    """Sentences on the files that could not be made."""


def make(shelf: Shelf, documents: Sequence[Document]) -> Done:
    """Bring a shelf up to date. Raises PdfError where the library is missing."""
    true = {item.path: shelf.made[item.path] for item in documents if shelf.holds(item)}
    todo = [item for item in documents if item.path not in true]
    todo.sort(key=lambda item: len(item.html), reverse=True)  # the longest first: all processors end together
    if todo:
        weasyprint()  # once, before the work is shared out

    def work(document: Document) -> Made | str:
        try:
            rendered = render(document)
        except PdfError as error:
            return str(error)
        shelf.put(document.path, rendered.content)
        return Made(document.fingerprint, rendered.pages)

    with uncollected():
        results = dict(zip((item.path for item in todo), each(work, todo), strict=True))
    made = {path: result for path, result in results.items() if isinstance(result, Made)}
    listed = true | made
    shelf.list_up(listed)
    failed = tuple(result for result in results.values() if isinstance(result, str))
    return Done(len(made), len(true), sum(entry.pages for entry in listed.values()), failed)
