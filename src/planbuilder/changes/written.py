"""The change log as text: `data/changes.yml`."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from planbuilder.model.changelog import ChangeLog
from planbuilder.model.entity import Part
from planbuilder.model.period import Period

_HEAD = """\
# What changed on the site, newest first. Made by: planbuilder changes
# You may delete a change that should not be told, such as one that names a person. Write none yourself.
"""
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9 _/-]*[A-Za-z0-9]")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def written(log: ChangeLog) -> str:
    """The file. Reading it gives the same log."""
    return _HEAD + "".join(["entries:\n", *_lines(log)] if log.entries else ["entries: []\n"])


def _lines(log: ChangeLog) -> Iterator[str]:
    for entry in log.entries:
        yield f"  - on: {entry.on.isoformat()}\n    revision: {_quoted(entry.revision)}\n    changes:\n"
        for change in entry.changes:
            yield f"      - {_flow(_fields(change))}\n"


def _fields(part: Part) -> dict[str, Any]:
    """The keys that say something, in the order of the model."""
    fields = type(part).model_fields
    said = {name: getattr(part, name) for name in fields}
    return {name: value for name, value in said.items() if value is not None and value != fields[name].default}


def _flow(fields: dict[str, Any]) -> str:
    return f"{{{', '.join(f'{name}: {_plain(value)}' for name, value in fields.items())}}}"


def _plain(value: Any) -> str:
    match value:
        case Part():
            return _flow(_fields(value))
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case Period():
            return value.text if re.fullmatch(r"[\d/-]+", value.text) else _quoted(value.text)
    words = str(value)
    return words if _BARE.fullmatch(words) and words.lower() not in _WORDS_OF_YAML else _quoted(words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
