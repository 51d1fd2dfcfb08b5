"""What PDF files tell those who don't see them, read with pypdf."""

from collections.abc import Iterator

import pypdf


def alternative_texts(pdf: pypdf.PdfReader) -> Iterator[str]:
    """The alternative texts of a file's pictures."""
    for number in range(1, int(str(pdf.trailer["/Size"]))):
        found = pdf.get_object(number)
        if isinstance(found, pypdf.generic.DictionaryObject) and "/Alt" in found:
            yield str(found["/Alt"])
