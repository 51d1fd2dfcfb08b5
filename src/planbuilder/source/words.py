"""Pydantic's errors, in words for editors: a known name instead of a type, and what to do."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planbuilder.model.entity import Entity
from planbuilder.source import fields, links
from planbuilder.source.near import nearest
from planbuilder.source.problem import Problem
from planbuilder.source.tree import Loc, Tree

_SET_BY_LOADER = {"key", "order"}
_REMEDIES = {
    "flag": "write true or false",
    "email": "write it as name@example.org",
    "number": "write digits only, such as 17322",
    "target": "keep value: or change:",
    "web": "write https:// and the rest of the address",
}
_FORMS = {
    "languages": "write the code of a language, such as cy",
    "to": "write the key of what the page shows now, or the path of a page, such as glossary/",
    "branch": "write the name of a branch of letters, digits and - _ . /, such as main",
    "reply_days": "write a number of days, such as 10",
}
_MOST = 100
_COLON_SPOILT = re.compile(r"(\w+)[\s:;=]")
_NUMBER_AND_WORDS = re.compile(r"(-?[\d,]{1,20}(?:\.\d{1,6})?) ?([^\d\s,._]\D*)")
EMPTY = ("this is empty", "write its value, or delete it")
NO_BLOCK = ("this should be a block of keys", "write its keys: on lines of their own, indented")
_SHAPES = {
    "model_type": NO_BLOCK,
    "tuple_type": ("this should be a list", "begin each item with - on a line of its own"),
    "string_type": ("this should be text", "write words here, not a list or a block of keys"),
}


def problems(error: ValidationError, tree: Tree, base: Loc, entity: type[Entity]) -> Iterator[Problem]:
    """The Problems of one entity that stands at `base` of its file: the first hundred, and how many there are."""
    details = error.errors(include_url=False)
    if len(details) > _MOST:
        yield Problem(
            *tree.at(base),
            "",
            f"there are {len(details):,} faults here",
            f"put the first {_MOST} right, and check again",
        )
    spoilt = {found for detail in details if (found := _key_with_spoilt_colon(detail))}
    for detail in details[:_MOST]:
        loc = detail["loc"]
        if detail["type"] == "missing" and loc in spoilt:
            continue  # it is there, and told
        empty = detail["input"] is None and detail["type"] != "missing"
        if empty and isinstance(loc[-1], str):
            continue  # an empty key is told where the file is read
        sentence, remedy = EMPTY if empty else _say(detail, entity)
        missing = detail["type"] == "missing"
        where = tree.at(base + (loc[:-1] if missing else loc), key=detail["type"] == "extra_forbidden")
        shown = loc[:-1] if missing or detail["type"] == "extra_forbidden" else loc
        yield Problem(*where, fields.path(base + shown, tree), sentence, remedy)


def _key_with_spoilt_colon(detail: ErrorDetails) -> Loc | None:
    """Where the key stands that was meant with title:Foo or title; Foo."""
    *above, written = detail["loc"] or ("",)
    begun = _COLON_SPOILT.match(str(written))
    return (*above, begun[1]) if begun and detail["type"] == "extra_forbidden" else None


def _say(detail: ErrorDetails, entity: type[Entity]) -> tuple[str, str]:
    """Sentence and remedy."""
    loc, kind = detail["loc"], detail["type"]
    if kind == "missing":
        return f'"{loc[-1]}" is missing', f"add {loc[-1]}: …"
    if kind == "extra_forbidden":
        return unknown_key(str(loc[-1]), fields.names_at(entity, loc[:-1]))
    if kind == "literal_error":
        return _choice(detail["input"], re.findall(r"'([^']*)'", detail.get("ctx", {}).get("expected", "")))
    if kind == "string_pattern_mismatch":
        return f'"{_short(detail["input"])}" does not have the form that is needed here', _form(loc)
    if kind in _SHAPES:
        return _SHAPES[kind]
    sentence, dash, remedy = detail["msg"].partition(" – ")
    if kind == "flag":
        return f'"{_short(detail["input"])}" is neither true nor false', _REMEDIES["flag"]
    if kind == "number" and (found := _NUMBER_AND_WORDS.fullmatch(str(detail["input"]).strip())):
        remedy = f"write {found[1].replace(',', '')}, without {_short(found[2])}"
    if kind == "web":
        sentence += links.real_host(str(detail["input"]))
    return sentence, remedy if dash else _REMEDIES.get(kind, "correct it")


def unknown_key(written: str, known: list[str]) -> tuple[str, str]:
    """Words for a key that there is not, with the nearest one that there is."""
    if written == "id":
        return 'unknown key "id"', "delete it: the id is the name of the file"
    choices = [name for name in known if name not in _SET_BY_LOADER]
    if written == "status" and {"updates", "due"} <= {*choices}:  # of an action
        return (
            "a status is what somebody reported on a day",
            "write updates: [{status: done, on: 2026-10-01}], with the day of the report",
        )
    if (begun := _COLON_SPOILT.match(written)) and begun[1] in choices:
        return f'after "{begun[1]}" a colon and a space are missing', f"write {begun[1]}: and then the value"
    return f'unknown key "{_short(written)}"', known_names(written, choices)


def set_by_loader(name: str) -> tuple[str, str]:
    """Words for a key that the name of the file gives already."""
    return f'"{name}" must not be written here', "delete it: it is taken from the name of the file"


def known_names(written: str, choices: list[str]) -> str:
    """The nearest of several names, or all of them where none is near."""
    if near := nearest(written, choices):
        return f"did you mean {near}?"
    return f"delete it, or use one of: {', '.join(choices)}" if choices else "delete it"


_SAME = {"event": "attend", "meeting": "attend", "course": "attend", "help": "get_support", "survey": "have_your_say"}
"""What editors say, and the choice that it is."""


def _choice(written: Any, choices: list[str]) -> tuple[str, str]:
    if choices == ["1"]:
        remedy = "use the version of planbuilder that they were written for, or bring them up to date and write 1"
        return f"the data are in version {_short(written)} of the format, and this planbuilder reads version 1", remedy
    if not isinstance(written, str):
        return "this should be one word", f"write one of: {', '.join(choices)}"
    word = written.lower().replace(" ", "_")
    near = _SAME.get(word) if _SAME.get(word) in choices else nearest(word, choices)
    hint = f"did you mean {near}? " if near else ""
    return f'"{_short(written)}" is not one of the choices', f"{hint}write one of: {', '.join(choices)}"


def _form(loc: tuple[int | str, ...]) -> str:
    name = next((step for step in reversed(loc) if isinstance(step, str)), "")
    return _FORMS.get(name, "look how other files write it")


def _short(written: Any) -> str:
    text = " ".join(str(written).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
