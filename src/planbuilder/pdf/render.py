"""One document as the bytes of a PDF file (PDF/UA-1). The same document gives the same bytes with the same fonts."""

import logging
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn

from planbuilder.pages.documents import SIZES, Document
from planbuilder.pdf.tagging import mend_tags

MISSING = (
    'PDF files need WeasyPrint and the libraries it draws with – run: pip install "planbuilder[pdf]", and on Debian '
    "or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"
)
_VARIANT = "pdf/ua-1"


class PdfError(Exception):
    """A PDF file can't be made. The message is for the person who asked for it."""


@dataclass(frozen=True)
class Rendered:
    """A finished file."""

    content: bytes
    pages: int


@cache
def weasyprint() -> Any:
    """The library. Raises PdfError with what to install where it or one of its own libraries is missing."""
    try:
        import weasyprint as found  # noqa: PLC0415 - slow, and not every site has it
    except (ImportError, OSError):  # OSError: Pango or another system library
        raise PdfError(MISSING) from None
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it warns of style rules that are meant for others
    return found


def render(document: Document) -> Rendered:
    """The file of a document, in the largest text that fits its number of pages.

    Raises PdfError where it does not fit in the smallest, or where WeasyPrint is missing.
    """
    for size in SIZES if document.most_pages else SIZES[1:2]:
        laid_out = (
            weasyprint()
            .HTML(string=document.in_size(size), url_fetcher=_nothing_else)
            .render(pdf_variant=_VARIANT, pdf_tags=True)
        )
        if document.most_pages is None or len(laid_out.pages) <= document.most_pages:
            content = laid_out.write_pdf(
                finisher=mend_tags,
                pdf_variant=_VARIANT,
                pdf_tags=True,
                pdf_identifier=bytes.fromhex(document.fingerprint[:32]),
            )
            return Rendered(content, len(laid_out.pages))
    raise PdfError(
        f"{document.path}: this takes more than {document.most_pages} pages – shorten the summaries of the priorities, "
        "or make fewer achievements headlines"
    )


def _nothing_else(url: str, *_: Any, **__: Any) -> NoReturn:
    """Documents hold all that they show: nothing is fetched, from the network or from a disk."""
    raise ValueError(f"documents fetch nothing, and this one asks for {url}")
