"""The interface's messages, found in the code and the templates: what `planbuilder.pot` is made of."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, nodes

from planbuilder.i18n.po import Entry, EntryId, PoFile

_SINGULAR = ("_", "gettext", "N_", "message", "markup")
_PLAIN = "say"
"""What templates call `language.message`; in Python that name means other things."""
_PLURAL = ("ngettext", "plural", "markup_plural", "ngettext_noop")
_IN_CONTEXT = ("message_in", "markup_in")

_EXTENSIONS = ("jinja2.ext.do", "jinja2.ext.loopcontrols")


def _entry(name: str, given: Sequence[object]) -> Entry | None:
    """The message that a call asks for; None where its text is not written out in the call."""
    match name, given:
        case name, [str(msgid), *_] if name in _SINGULAR:
            return Entry(msgid)
        case name, [str(one), str(other), *_] if name in _PLURAL:
            return Entry(one, plural=other)
        case name, [str(context), str(msgid), *_] if name in _IN_CONTEXT:
            return Entry(msgid, context)
    return None


def _in_python(content: bytes) -> Iterator[Entry | None]:
    calls = [node for node in ast.walk(ast.parse(content)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        yield _entry(name, [getattr(argument, "value", None) for argument in call.args])


def _in_template(content: bytes) -> Iterator[Entry | None]:
    tree = Environment(extensions=_EXTENSIONS, autoescape=True).parse(content.decode())
    calls: list[nodes.Call | nodes.Filter] = [*tree.find_all(nodes.Call), *tree.find_all(nodes.Filter)]
    for call in sorted(calls, key=lambda call: call.lineno):
        if isinstance(call, nodes.Filter):
            name, given = call.name, [call.node, *call.args]
        else:
            name, given = getattr(call.node, "name", getattr(call.node, "attr", "")), [*call.args]
        yield _entry("message" if name == _PLAIN else name, [getattr(argument, "value", None) for argument in given])


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
            if entry is None:
                continue
            known = found.get(entry.id, entry)
            found[entry.id] = replace(
                known,
                plural=known.plural or entry.plural,
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
