"""What a change means to readers, for a terminal, for the page of a pull request, or for a script."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from planbuilder.changes import Change, clause, name, sentences
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.partnership import Partnership

ENGLISH = Language("en")
NOTHING = "Nothing changes for readers."
_WHOLE_SITE = "The whole site"
_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|~-]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}

Changes = tuple[Change, ...]


def _groups(changes: Changes, new: Catalogue) -> Iterator[tuple[str, Changes]]:
    """The changes of each partnership under its name, then those of the whole site."""
    for owner, group in groupby(changes, key=lambda change: change.about.owner):
        partnership = new.entities.get(owner)
        yield partnership.name.source if isinstance(partnership, Partnership) else owner, tuple(group)


def _headed(changes: Changes, new: Catalogue) -> Iterator[tuple[str, Changes]]:
    owners = {item.key for item in new.partnerships}
    of_site = tuple(change for change in changes if not _has_owner(change, owners))
    yield from _groups(tuple(change for change in changes if _has_owner(change, owners)), new)
    if of_site:
        yield _WHOLE_SITE, of_site


def _has_owner(change: Change, owners: Iterable[str]) -> bool:
    return change.about.owner in owners or change.about.type == "Partnership"


def text(changes: Changes, new: Catalogue) -> str:
    """A heading for each partnership, and a line for each thing that changes."""
    lines: list[str] = []
    for heading, group in _headed(changes, new):
        lines += [heading, *(f"  {sentence}" for sentence in sentences(group, ENGLISH))]
    return "\n".join(lines) or NOTHING


def markdown(changes: Changes, new: Catalogue) -> str:
    """A list below each partnership's heading. Words of the data mean nothing to Markdown in it."""
    blocks = ["## What this means to readers"]
    for heading, group in _headed(changes, new):
        listed = "\n".join(f"- {_plain(sentence)}" for sentence in sentences(group, ENGLISH))
        blocks += [f"### {_plain(heading)}", listed]
    return "\n\n".join(blocks if changes else [*blocks, NOTHING])


def _plain(words: str) -> str:
    """Words that stay words: no markup, no HTML, no mention of a person who would get mail."""
    escaped = _MARKS.sub(r"\\\g<0>", words)
    return "".join(_HTML.get(sign, sign) for sign in escaped).replace("://", ":&#47;/").replace("www.", "www&#46;")


def as_json(changes: Changes, new: Catalogue) -> str:
    """Each change by itself, for scripts. `version` changes when a name or a meaning does."""
    listed = [
        {
            "kind": change.kind,
            "key": change.key,
            "file": new.origins[change.key].path if change.key in new.origins else None,
            "about": name(change.about, ENGLISH),
            "clause": clause(change, ENGLISH),
        }
        for change in changes
    ]
    return json.dumps({"version": 1, "changes": listed}, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Changes, Catalogue], str]] = {"text": text, "markdown": markdown, "json": as_json}
"""What `planbuilder diff --format` can write."""
