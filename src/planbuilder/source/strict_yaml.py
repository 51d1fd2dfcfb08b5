"""YAML as editors of plans need it: mappings, lists and texts, and nothing that surprises.

One pass over the events of the C parser. Every scalar stays text, the field decides what it is;
where it stands is found when a message needs it (`places`). Anchors, aliases, tags, merge keys,
several documents and duplicate keys are refused, and so is whatever could exhaust the machine.
"""

import re

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from planbuilder.source import places, yaml_words
from planbuilder.source.characters import position, refuse_hidden
from planbuilder.source.problem import Fault
from planbuilder.source.tree import Tree, Value

DEEPEST = 32
MOST_ITEMS = 20_000
LONGEST_SCALAR = 40_000
LONGEST_KEY = 200
_TAB = re.compile(r"^ *\t", re.MULTILINE)


def parse(path: str, text: str, first_line: int = 1) -> Tree:
    """Read one YAML mapping. `first_line` is the line of the file on which `text` begins.

    Raises Fault at the first thing that is wrong.
    """
    try:
        if tab := _TAB.search(text):
            raise Fault(*position(text, tab.end() - 1), "a tab can't be used to indent", "use spaces")
        reader = _Reader(text)
        value = reader.document()
    except Fault as fault:
        fault.line += first_line - 1
        raise
    lines = {key: line + first_line - 1 for key, line in reader.lines.items()}
    return Tree(path, text, value, lines, lambda: places.of(text, first_line))


class _Reader:
    """Walks the events of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parser = yaml.CLoader(text)
        self.items = 0
        self.lines: dict[str, int] = {}
        """Where the keys of the outermost mapping stand."""

    def next(self) -> Event:
        try:
            return self.parser.get_event()  # type: ignore[return-value]  # None only after the end, never passed
        except yaml.YAMLError as error:
            raise yaml_words.fault(error, self.text) from None

    def document(self) -> dict[str, Value]:
        self.next()  # the stream's start
        start = self.next()
        if isinstance(start, StreamEndEvent):
            raise Fault(1, 1, "this file is empty", "write its keys and values, or delete the file")
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            raise _at(start, "a YAML directive (%) is not allowed", "delete the line")
        outermost = self.next()
        value = self.value(outermost, 1)
        self.next()  # the document's end
        after = self.next()
        if not isinstance(after, StreamEndEvent):
            raise _at(
                after, "a second document begins here", "delete the line --- and what follows, or use a file of its own"
            )
        if value is None:
            raise Fault(1, 1, "this file is empty", "write its keys and values, or delete the file")
        if not isinstance(value, dict):
            raise _at(outermost, "this should be keys with values", "write one key: value a line")
        return value

    def value(self, event: Event, depth: int) -> Value:
        self.items += 1
        if self.items > MOST_ITEMS:
            raise _at(event, f"this file has more than {MOST_ITEMS:,} items", "divide it into smaller files")
        if depth > DEEPEST:
            raise _at(event, f"this is nested more than {DEEPEST} levels deep", "write it flatter")
        if isinstance(event, ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event)
            return _text(event)
        _refuse_extras(event)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(depth)
        return self.mapping(event, depth)

    def sequence(self, depth: int) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            values.append(self.value(event, depth + 1))
        return values

    def mapping(self, start: Event, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            key = _key(event)
            if key in values:
                sentence = f'"{key}" stands here a second time (first on line {lines[key]})'
                raise _at(event, sentence, "keep one of the two")
            lines[key] = _position(event)[0]
            inner = self.next()
            if isinstance(start, MappingStartEvent) and start.flow_style and _without_colon(event, inner):
                raise _at(event, *yaml_words.without_value(key))
            values[key] = self.value(inner, depth + 1)
        if depth == 1:
            self.lines = lines
        return values


def _without_colon(key: Event, value: Event) -> bool:
    """Whether a value is nothing at all, where its key ends."""
    if not isinstance(value, ScalarEvent) or value.value or value.style or not key.end_mark or not value.start_mark:
        return False
    return (key.end_mark.line, key.end_mark.column) == (value.start_mark.line, value.start_mark.column)


def _position(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _at(event: Event, sentence: str, remedy: str) -> Fault:
    return Fault(*_position(event), sentence, remedy)


def _refuse_extras(event: Event) -> None:
    remedy = "delete it, or put the text in double quotes"
    if isinstance(event, AliasEvent):
        raise _at(event, f'"*{_short(event.anchor)}" is a YAML alias, which is not allowed', remedy)
    if isinstance(event, NodeEvent) and event.anchor is not None:
        raise _at(event, f'"&{_short(event.anchor)}" is a YAML anchor, which is not allowed', remedy)
    if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
        raise _at(event, f'"{_short(event.tag)}" is a YAML tag, which is not allowed', remedy)


def _short(name: object) -> str:
    return str(name)[:40]


def _text(event: ScalarEvent) -> str | None:
    value: str = event.value
    if len(value) > LONGEST_SCALAR:
        raise _at(event, f"this text is longer than {LONGEST_SCALAR:,} characters", "shorten it")
    if not event.style and value in ("", "~", "null", "Null", "NULL"):
        return None
    if event.style == '"':
        refuse_hidden(value, *_position(event))
    return places.said(value, event.style)


def _key(event: Event) -> str:
    if not isinstance(event, ScalarEvent):
        if isinstance(event, AliasEvent):
            _refuse_extras(event)
        raise _at(event, "a key must be one plain word", "write the key: before its value")
    _refuse_extras(event)
    if event.value == "<<" and not event.style:
        raise _at(event, "<< is a YAML merge key, which is not allowed", "write the keys themselves")
    key = _text(event)
    if not key:
        raise _at(event, "a key is empty here", "write a word before the colon")
    if len(key) > LONGEST_KEY:
        raise _at(event, f"this key is longer than {LONGEST_KEY} characters", "write the key: before its value")
    return key
