"""The tags of a PDF file, mended, so that they are what PDF/UA-1 allows.

A chart is one figure with its description; what only adorns is no figure. A list has nothing in it but its items.
Everything that can be followed is part of the link that it stands in.
"""

from collections.abc import Mapping
from typing import Any

from planbuilder.charts.paper import ALT

_IN_A_LIST = ("/L", "/LI", "/Caption")


def mend_tags(_document: Any, pdf: Any) -> None:
    """Mend the structure elements of a file that is about to be written (WeasyPrint's `finisher`)."""
    objects: list[Any] = [item for item in pdf.objects if isinstance(item, dict)]
    found = {item.reference: item for item in objects if "Type" in item}
    elements = {reference: item for reference, item in found.items() if item["Type"] == "/StructElem"}
    for element in elements.values():
        if element["S"] == "/L":
            _only_items(element, elements)
        elif element["S"] == "/Figure":
            _figure(element, elements)
    moved = {reference: whole for reference in elements if (whole := _whole_link(reference, elements, found))}
    for item in objects:
        if "Nums" in item:  # which element each annotation belongs to
            item["Nums"][:] = [moved.get(entry, entry) if isinstance(entry, bytes) else entry for entry in item["Nums"]]


def _only_items(element: Any, elements: Mapping[Any, Any]) -> None:
    """WeasyPrint puts the `<div>` of a `<dl>` and the space between items into a list: they are no part of it."""
    for inner in (elements[kid] for kid in element["K"] if kid in elements):
        if inner["S"] not in _IN_A_LIST:
            inner["S"] = "/NonStruct"


def _figure(element: Any, elements: Mapping[Any, Any]) -> None:
    """WeasyPrint makes a figure of every drawing. A chart is several drawings with words between them, so the
    description stands in a drawing of no size, the first one in the element that holds the whole picture.
    """
    described = element.get("Alt")
    if described is not None and described.string.startswith(ALT):
        whole = elements[element["P"]]
        described.string = described.string.removeprefix(ALT)
        whole["S"], whole["Alt"], whole["A"] = "/Figure", described, element["A"]
    element["S"] = "/NonStruct"
    for name in ("Alt", "A"):
        element.pop(name, None)


def _whole_link(reference: Any, elements: Mapping[Any, Any], found: Mapping[Any, Any]) -> Any:
    """The outermost link that an element stands in, if WeasyPrint gave the element one of its own; that one has it now.

    It makes one for the `<a>` and one more for each element in it, such as words in another language, and a link in
    the link for what is generated, such as the number of a page.
    """
    element = elements[reference]
    own = [kid for kid in element["K"] if kid in found and found[kid]["Type"] == "/OBJR"]
    whole, above = None, element["P"]
    while own and above in elements:
        if elements[above]["S"] == "/Link":
            whole = above
        above = elements[above]["P"]
    if whole is None:
        return None
    if element["S"] == "/Link":
        element["S"] = "/Span"
    element["K"][:] = [kid for kid in element["K"] if kid not in own]
    elements[whole]["K"].extend(own)
    return whole
