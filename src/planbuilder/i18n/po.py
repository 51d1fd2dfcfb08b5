"""PO files as they are read and written here.

Babel reads the entries; it drops header fields and previous texts that it does not know and stamps dates into
what it writes. So entries are kept as plain values, and a file that says the same has the same bytes.
"""

import gettext
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_string
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, denormalize, normalize, read_po

from planbuilder.i18n.words import locale_of

TRANSLATOR = "X-Translator"
REVIEWED_BY = "X-Reviewed-By"
AUTONYM = "X-Autonym"
PLURAL_FORMS = "Plural-Forms"

_WIDTH = 110
_PLURAL_RULES = {"cy": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"}
"""Where Babel's rule has fewer forms than CLDR: its Welsh lacks the one for 0."""
_LINE = re.compile(r'(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*"(?:[^"\\]|\\.)*")?\s*')
"""What a line can be. Babel passes over what it does not understand, and a translation would be gone without a word."""
_HEADER = re.compile(r'^msgid ""\s*\nmsgstr ((?:"[^\n]*"[ \t]*\n?)+)', re.MULTILINE)

EntryId = tuple[str, str]
"""Context and source text: what a translation is looked up by. The interface's contexts are mostly empty."""


class UnreadablePoError(ValueError):
    """A PO file with a fault of form. Its text is a sentence for editors; `line` is where."""

    def __init__(self, why: str, line: int = 1) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True)
class TranslationStatus:
    """Who made a translation, and whether a speaker of the language has reviewed it."""

    translator: str = ""
    reviewed_by: str = ""

    @property
    def reviewed(self) -> bool:
        """Whether a speaker has read it. Pages of an unreviewed translation say so."""
        return bool(self.reviewed_by)


@dataclass(frozen=True)
class Entry:
    """One text to translate. `forms` holds its translation: one text, or one for each plural form."""

    source: str
    context: str = ""
    plural: str = ""
    forms: tuple[str, ...] = ()
    fuzzy: bool = False
    """True for a translation of another text than this: it is kept for translators and not shown."""
    placeholders: bool = False
    """True where `%(name)s` stands for something."""
    previous: str = ""
    """The source text that a fuzzy translation was made for."""
    hints: tuple[str, ...] = ()
    """What the program tells the translator."""
    comments: tuple[str, ...] = ()
    """What the translators tell each other."""
    places: tuple[str, ...] = ()
    line: int = 0
    """Where it was read."""

    @property
    def id(self) -> EntryId:
        """What the translation is looked up by."""
        return self.context, self.source

    @property
    def filled(self) -> bool:
        """Whether there is a translation, in every plural form."""
        return bool(self.forms) and all(self.forms)

    @property
    def current(self) -> bool:
        """Whether the translation may be shown."""
        return self.filled and not self.fuzzy


@dataclass(frozen=True)
class PoFile:
    """One catalogue: header fields in their order, entries in theirs, and those that are no longer asked for."""

    headers: dict[str, str]
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    comment: str = ""

    @property
    def status(self) -> TranslationStatus:
        """Who translated and who reviewed it, as the header says."""
        return TranslationStatus(self.headers.get(TRANSLATOR, ""), self.headers.get(REVIEWED_BY, ""))

    @property
    def plural_forms(self) -> str:
        """The header that says which number takes which form."""
        return self.headers.get(PLURAL_FORMS, "")

    @property
    def form_count(self) -> int:
        """How many plural forms the header declares."""
        found = re.search(r"nplurals\s*=\s*(\d+)", self.plural_forms)
        return int(found[1]) if found else 2


def new_headers(code: str, title: str) -> dict[str, str]:
    """The header of a new catalogue, with the usual plural rule of its language."""
    locale = locale_of(code)
    return {
        "Project-Id-Version": title,
        "Language": code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        PLURAL_FORMS: _PLURAL_RULES.get(locale.language) or get_plural(locale).plural_forms,
        TRANSLATOR: "",
        REVIEWED_BY: "",
    }


def _previous(comments: Iterable[str]) -> str:
    lines = [line[1:].strip() for line in comments if line.startswith("|")]
    quoted = [line.removeprefix("msgid ") for line in lines if line.startswith(('msgid "', '"'))]
    return denormalize("\n".join(["", *quoted]).strip()) if quoted else ""


def _entry(message: Message) -> Entry:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string or "",)
    one, other = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
    return Entry(
        source=one,
        context=message.context or "",
        plural=other,
        forms=tuple(str(form) for form in strings) if any(strings) else (),
        fuzzy=message.fuzzy,
        placeholders="python-format" in message.flags,
        previous=_previous(message.user_comments),
        hints=tuple(message.auto_comments),
        comments=tuple(line for line in message.user_comments if not line.startswith("|")),
        places=tuple(place for place, _ in message.locations),
        line=message.lineno or 0,
    )


_ahead: dict[bytes, PoFile] = {}


@contextmanager
def known(files: Mapping[bytes, PoFile]) -> Iterator[None]:
    """Inside the `with` block, files whose content has been parsed need not be parsed again."""
    _ahead.update(files)
    try:
        yield
    finally:
        _ahead.clear()


def parse(content: bytes) -> PoFile:
    """A PO file's content. Raises UnreadablePoError."""
    return _ahead.get(content) or _parsed(content)


def _parsed(content: bytes) -> PoFile:
    try:
        text = content.decode().replace("\r\n", "\n")
        _refuse_lines(text)
        catalogue = read_po(io.BytesIO(content), abort_invalid=True)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadablePoError("this is not UTF-8 – save the file as UTF-8", line) from None
    except PoFileError as error:
        raise UnreadablePoError(
            f"{error} – open and save it with a PO editor such as Poedit", error.lineno + 1
        ) from None
    except UnreadablePoError:
        raise
    except (ValueError, IndexError, AttributeError):
        raise UnreadablePoError("this is not a PO file – open and save it with a PO editor such as Poedit") from None
    header = _HEADER.search(text)
    fields = list(message_from_string(denormalize(header[1].strip())).items()) if header else []
    _refuse_rule(dict(fields).get(PLURAL_FORMS, ""), text)
    above = text[: header.start()].splitlines() if header else []
    return PoFile(
        headers={name: value.strip() for name, value in fields},
        entries=tuple(_entry(message) for message in catalogue if message.id),
        obsolete=tuple(_entry(message) for message in catalogue.obsolete.values()),
        comment="\n".join(line.lstrip("# ").rstrip() for line in above if not line.startswith("#,")),
    )


def _refuse_lines(text: str) -> None:
    """Raises UnreadablePoError for a line that is none of a PO file."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):
            raise UnreadablePoError(
                "this line can't be read – close its quotation mark, or save the file with a PO editor such as Poedit",
                number,
            )


def _refuse_rule(rule: str, text: str) -> None:
    """Raises UnreadablePoError for a rule of plural forms that can't be followed."""
    if not rule.strip() or "EXPRESSION" in rule:  # a template has none yet
        return
    found = re.fullmatch(r"\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;]+);?\s*", rule)
    try:
        if not found:
            raise ValueError(rule)
        choose = gettext.c2py(found[2])
        if not all(0 <= choose(n) < int(found[1]) for n in range(200)):
            raise ValueError(rule)
    except (ValueError, ArithmeticError, RecursionError):
        line = text[: text.find(PLURAL_FORMS)].count("\n") + 1
        raise UnreadablePoError(f"{PLURAL_FORMS} in the header is no rule – copy that of another file", line) from None


def read(path: Path) -> PoFile:
    """A PO file. Raises UnreadablePoError."""
    return parse(path.read_bytes())


def _lines(entry: Entry, form_count: int) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in entry.comments)
    yield from (f"#. {line}" for line in entry.hints)
    yield from (f"#: {place}" for place in entry.places)
    flags = ["fuzzy"] * entry.fuzzy + ["python-format"] * entry.placeholders
    if flags:
        yield f"#, {', '.join(flags)}"
    if entry.previous:
        yield from (f"#| {line}" for line in f"msgid {normalize(entry.previous, width=_WIDTH)}".splitlines())
    if entry.context:
        yield f"msgctxt {normalize(entry.context, width=_WIDTH)}"
    yield f"msgid {normalize(entry.source, width=_WIDTH)}"
    if entry.plural:
        yield f"msgid_plural {normalize(entry.plural, width=_WIDTH)}"
        forms = entry.forms or ("",) * form_count
        yield from (f"msgstr[{index}] {normalize(form, width=_WIDTH)}" for index, form in enumerate(forms))
    else:
        yield f"msgstr {normalize(entry.forms[0] if entry.forms else '', width=_WIDTH)}"


def serialise(file: PoFile) -> bytes:
    """The bytes of a PO file: nothing in them but what `file` says."""
    blocks = []
    header = "".join(f"{name}: {value}\n" for name, value in file.headers.items())
    comment = [f"# {line}".rstrip() for line in file.comment.splitlines()]
    blocks.append("\n".join([*comment, 'msgid ""', f"msgstr {normalize(header, width=_WIDTH)}"]))
    blocks += ["\n".join(_lines(entry, file.form_count)) for entry in file.entries]
    for entry in file.obsolete:
        lines = "\n".join(_lines(entry, file.form_count)).splitlines()
        blocks.append("\n".join(line if line.startswith("#") else f"#~ {line}" for line in lines))
    return ("\n\n".join(blocks) + "\n").encode()


def write(path: Path, file: PoFile) -> bool:
    """Write a PO file if it says something new; whether it did."""
    content = serialise(file)
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
