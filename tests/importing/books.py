"""Workbooks for tests, made as Excel makes them."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Change = Callable[[Worksheet], object]


def book(rows: Sequence[Sequence[object]], change: Change | None = None, title: str = "Figures") -> bytes:
    """A workbook with one sheet; `change` has the last word on it."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, text: bytes) -> bytes:
    """A workbook with one more file in it, or with one exchanged."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, text)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    """One file of a workbook."""
    with zipfile.ZipFile(BytesIO(content)) as old:
        return old.read(name)
