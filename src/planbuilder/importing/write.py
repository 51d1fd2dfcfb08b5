"""The file of a measure with new observations at the end of its own: text in, text out."""

import csv
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO

from planbuilder.model.measure import Observation
from planbuilder.model.period import Period

_FIELDS = [name for name in Observation.model_fields if name != "source"]
_LIST = re.compile(r"^observations:[ \t]*(?:#.*)?\n((?:[ \t]+.*\n|[ \t]*\n|- .*\n|#.*\n)*)", re.MULTILINE)


def with_additions(path: str, text: str, additions: Iterable[Observation]) -> str:
    """A measure's .csv or .yml with more observations. Raises ValueError where they can't be put into the YAML."""
    new = [_written(item) for item in sorted(additions, key=lambda item: item.period)]
    return _csv(text, new) if path.endswith(".csv") else _yaml(text, new)


def _written(item: Observation) -> dict[str, str]:
    """The fields of an observation as editors write them, without those that hold of themselves."""
    fields = item.model_fields_set
    return {name: _plain(getattr(item, name)) for name in _FIELDS if name in fields}


def _plain(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case Period():
            return value.text
    return str(value)


def _csv(text: str, new: list[dict[str, str]]) -> str:
    rows = list(csv.DictReader(StringIO(text, newline=""))) if text.strip() else []
    given = [name.strip() for name in text.split("\n", 1)[0].split(",")] if text.strip() else ["period", "value"]
    more = [name for name in _FIELDS if name not in given and any(name in item for item in new)]
    out = StringIO(newline="")
    if text.strip() and not more:
        out.write(text if text.endswith("\n") else f"{text}\n")
        csv.DictWriter(out, given, lineterminator="\n").writerows(new)
        return out.getvalue()
    writer = csv.DictWriter(out, [*given, *more], lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows([*({str(k).strip(): v for k, v in row.items()} for row in rows), *new])
    return out.getvalue()


def _yaml(text: str, new: list[dict[str, str]]) -> str:
    whole = text if text.endswith("\n") else f"{text}\n"
    if "\nobservations:" not in f"\n{whole}":
        lines = "".join(f"  - {_flow(item)}\n" for item in new)
        return f"{whole}observations:\n{lines}"
    found = _LIST.search(whole)
    if found is None:
        raise ValueError("the observations stand on one line in this file – put each on a line of its own, as in - {…}")
    block = found[1].rstrip()
    indent = re.match(r"[ \t]*(?=- )", block.lstrip("\n"))
    lines = "".join(f"{indent[0] if indent else '  '}- {_flow(item)}\n" for item in new)
    end = found.start(1) + len(block)
    return f"{whole[:end]}\n{lines}{whole[end:].removeprefix(chr(10))}"


def _flow(item: dict[str, str]) -> str:
    """One observation on one line; words in quotes, so that no sign in them means anything."""
    quoted = {
        name: json.dumps(value, ensure_ascii=False) if name in ("note", "area", "group") else value
        for name, value in item.items()
    }
    return "{" + ", ".join(f"{name}: {value}" for name, value in quoted.items()) + "}"
