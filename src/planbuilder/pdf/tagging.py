"""The tags of a PDF file, mended: a chart is one figure with its description; what only adorns is no figure.

WeasyPrint makes a figure of every drawing. A chart is several drawings with words between them, so the description
stands in a drawing of no size, the first one in the element that holds the whole picture.
"""

from typing import Any

from planbuilder.charts.paper import ALT


def mend_tags(_document: Any, pdf: Any) -> None:
    """Mend the structure elements of a file that is about to be written (WeasyPrint's `finisher`)."""
    elements = {item.reference: item for item in pdf.objects if _is(item, "Type", "/StructElem")}
    for element in elements.values():
        if not _is(element, "S", "/Figure"):
            continue
        described = element.get("Alt")
        if described is not None and described.string.startswith(ALT):
            whole = elements[element["P"]]
            described.string = described.string.removeprefix(ALT)
            whole["S"], whole["Alt"], whole["A"] = "/Figure", described, element["A"]
        element["S"] = "/NonStruct"
        for name in ("Alt", "A"):
            element.pop(name, None)


def _is(item: Any, key: str, value: str) -> bool:
    return isinstance(item, dict) and item.get(key) == value
