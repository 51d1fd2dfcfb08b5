"""Markdown with keys above it: YAML between two lines `---`, then the text."""

from dataclasses import replace

from planbuilder.source import strict_yaml
from planbuilder.source.problem import Fault
from planbuilder.source.tree import Place, Tree

_LINE = "---"


def parse(path: str, text: str) -> Tree:
    """The keys, and the text under the key `text`. Raises Fault."""
    lines = text.split("\n")
    if lines[0].rstrip() != _LINE:
        raise Fault(1, 1, "the keys above the text are missing", "begin the file with the lines ---, title: … and ---")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _LINE), None)
    if end is None:
        raise Fault(1, 1, "the keys above the text have no end", "write a line --- between the keys and the text")
    keys = strict_yaml.parse(path, "\n".join(lines[1:end]) + "\n", first_line=2)
    if "text" in keys.value:
        place = keys.place.children["text"]
        raise Fault(place.key_line, place.key_column, "the text stands below the keys", "delete text:")
    below, line = "\n".join(lines[end + 1 :]), end + 2

    def places() -> Place:
        return replace(keys.place, children={**keys.place.children, "text": Place(line, 1)})

    return Tree(path, text, {**keys.value, "text": below}, {**keys.lines, "text": line}, places)
