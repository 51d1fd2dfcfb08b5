"""Where everything stands in a YAML file: read when a message has to name a place, which few files need."""

import unicodedata

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from planbuilder.source.tree import NOTHING, Place


def of(text: str, first_line: int = 1) -> Place:
    """The places in a text that `strict_yaml` has read: only for such a one is this safe. `first_line` is the line of
    the file on which it begins."""
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    return _place(node, first_line) if node else Place(first_line, 1)


def said(value: str, style: str | None) -> str:
    """What a scalar says. Only in double quotes can a character be written as an escape, so only there is it not yet
    in NFC."""
    return unicodedata.normalize("NFC", value.replace("\r", "\n")) if style == '"' else value


def _place(node: Node, first_line: int) -> Place:
    inside: dict[str | int, Place] = {}
    if isinstance(node, MappingNode):
        for key, value in node.value:
            place = inside[said(key.value, key.style)] = _place(value, first_line)
            place.key_line, place.key_column = _position(key, first_line)
    elif isinstance(node, SequenceNode):
        inside |= {index: _place(value, first_line) for index, value in enumerate(node.value)}
    return Place(*_position(node, first_line), children=inside or NOTHING)


def _position(node: Node, first_line: int) -> tuple[int, int]:
    return node.start_mark.line + first_line, node.start_mark.column + 1
