"""The interface's messages, found in the code and the templates: what `planbuilder.pot` is made of."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from babel.messages.extract import extract
from jinja2 import Environment, nodes

from planbuilder.i18n.po import Entry, EntryId, PoFile

_SINGULAR = ("_", "gettext", "N_", "message", "markup", "say")
_PLURAL = ("ngettext", "plural", "markup_plural")
_IN_CONTEXT = ("message_in", "markup_in")

_KEYWORDS = {
    **dict.fromkeys(_SINGULAR),
    **dict.fromkeys(_PLURAL, (1, 2)),
    **dict.fromkeys(_IN_CONTEXT, ((1, "c"), 2)),
}
_EXTENSIONS = ("jinja2.ext.do", "jinja2.ext.loopcontrols")

COMMENT_TAGS = ("Translators:",)
"""A comment in the code that begins so is shown to translators."""


def _in_python(content: bytes) -> Iterator[Entry]:
    for _, message, comments, context in extract("python", io.BytesIO(content), _KEYWORDS, COMMENT_TAGS):
        one, other = (message, "") if isinstance(message, str) else (message[0], message[1])
        yield Entry(one, context or "", other, hints=tuple(comments))


def _asked(call: nodes.Call | nodes.Filter) -> tuple[str, list[str | None]]:
    """The name that is called and the texts it is given; None for what is not a literal text."""
    if isinstance(call, nodes.Filter):
        name, given = call.name, [call.node, *call.args]
    else:
        name, given = getattr(call.node, "name", getattr(call.node, "attr", "")), [*call.args]
    return name, [
        item.value if isinstance(item, nodes.Const) and isinstance(item.value, str) else None for item in given
    ]


def _in_template(content: bytes) -> Iterator[Entry]:
    tree = Environment(extensions=_EXTENSIONS, autoescape=True).parse(content.decode())
    calls: list[nodes.Call | nodes.Filter] = [*tree.find_all(nodes.Call), *tree.find_all(nodes.Filter)]
    for call in calls:
        match _asked(call):
            case name, [str(msgid), *_] if name in _SINGULAR:
                yield Entry(msgid)
            case name, [str(one), str(other), *_] if name in _PLURAL:
                yield Entry(one, plural=other)
            case name, [str(context), str(msgid), *_] if name in _IN_CONTEXT:
                yield Entry(msgid, context)


def _files(folders: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".html"):
                yield path, f"{folder.name}/{path.relative_to(folder).as_posix()}"


def extract_messages(*folders: Path) -> tuple[Entry, ...]:
    """Every message in the Python files and templates of some folders, with the files that ask for it.

    In the order of the files' names, so that messages of one page stand together.
    """
    found: dict[EntryId, Entry] = {}
    for path, shown in _files(folders):
        content = path.read_bytes()
        for entry in _in_python(content) if path.suffix == ".py" else _in_template(content):
            known = found.get(entry.id, entry)
            found[entry.id] = replace(
                known,
                plural=known.plural or entry.plural,
                hints=tuple(dict.fromkeys((*known.hints, *entry.hints))),
                places=tuple(dict.fromkeys((*known.places, shown))),
                placeholders=known.placeholders or "%(" in entry.source or "%(" in entry.plural,
            )
    return tuple(found.values())


def template(entries: tuple[Entry, ...]) -> PoFile:
    """The entries as `planbuilder.pot`."""
    headers = {
        "Project-Id-Version": "planbuilder",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return PoFile(headers, entries, comment="The words of planbuilder's pages. Made by: planbuilder translate extract")
