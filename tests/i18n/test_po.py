"""PO files: what is written is what was read, and broken files are told plainly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.i18n import po
from planbuilder.i18n.po import Entry, PoFile

SAMPLE = b"""# Words of one plan.
msgid ""
msgstr ""
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : "
"2);\\n"
"X-Translator: Jan\\n"
"X-Reviewed-By: Anna\\n"

# be careful with this one
#. a hint
#, fuzzy
#| msgid "Old source"
msgctxt "p#title"
msgid "New source"
msgstr "Stare"

msgctxt "units/person#one"
msgid "%(n)s person"
msgid_plural "%(n)s people"
msgstr[0] "%(n)s osoba"
msgstr[1] "%(n)s osoby"
msgstr[2] "%(n)s os\xc3\xb3b"

#~ msgctxt "p#gone"
#~ msgid "Gone"
#~ msgstr "Nie ma"
"""

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip() == text)


def test_everything_is_read() -> None:
    """Header fields of ours, folded lines, comments, previous texts, plurals and obsolete entries."""
    file = po.parse(SAMPLE)
    fuzzy, plural = file.entries
    assert (file.status.translator, file.status.reviewed_by, file.comment) == ("Jan", "Anna", "Words of one plan.")
    assert file.plural_forms.endswith(": 2);")
    assert file.form_count == 3
    assert (fuzzy.fuzzy, fuzzy.previous, fuzzy.comments, fuzzy.hints) == (
        True,
        "Old source",
        ("be careful with this one",),
        ("a hint",),
    )
    assert plural.forms == ("%(n)s osoba", "%(n)s osoby", "%(n)s osób")
    assert [entry.id for entry in file.obsolete] == [("p#gone", "Gone")]


def test_written_twice_is_the_same() -> None:
    """Reading and writing settles at once: no dates, no order that changes."""
    once = po.serialise(po.parse(SAMPLE))
    assert po.serialise(po.parse(once)) == once
    assert b"Date" not in once
    assert b'#| msgid "Old source"' in once
    assert b'#~ msgid "Gone"' in once


@given(source=words, translation=words, context=words)
def test_any_text_survives(source: str, translation: str, context: str) -> None:
    """Quotes, backslashes, long lines, any script: texts come back as they were."""
    entry = Entry(source, context, forms=(translation,))
    (read,) = po.parse(po.serialise(PoFile(po.new_headers("pl", "x"), (entry,)))).entries
    assert (read.source, read.context, read.forms) == (source, context, (translation,))


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        (b'msgid "a"\nmsgstr "b"\nmsgnonsense "c"\n', 3, "PO editor"),
        (b'msgid "a"\nmsgid "b"\nmsgstr "c"\n', 1, "PO editor"),
        (b'msgid "a"\nmsgstr "\xff"\n', 2, "UTF-8"),
    ],
)
def test_broken_files(content: bytes, line: int, word: str) -> None:
    """A file with a fault of form is refused with its place and a remedy."""
    with pytest.raises(po.UnreadablePoError, match=word) as refused:
        po.parse(content)
    assert refused.value.line == line


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=3; plural=__import__(1);",
        "nplurals=99999999; plural=0;",
        "nplurals=2; plural=1/n;",
        "nplurals=2; plural=5;",
        "x",
    ],
)
def test_a_plural_rule_that_cannot_be_followed_is_refused_at_its_line(rule: str) -> None:
    """It would end the build, or choose a form that is not there."""
    with pytest.raises(po.UnreadablePoError, match="Plural-Forms in the header is no rule") as caught:
        po.parse(f'# Words\nmsgid ""\nmsgstr ""\n"Plural-Forms: {rule}\\n"\n'.encode())
    assert caught.value.line == 4


@pytest.mark.parametrize("line", ['msgid "a', "msgid a", 'msgstr[x] "a"', '"a" b', "word"])
def test_a_line_that_would_be_passed_over_is_told(line: str) -> None:
    """A quotation mark that is not closed must not make a translation disappear."""
    with pytest.raises(po.UnreadablePoError) as caught:
        po.parse(f'msgid "b"\nmsgstr "c"\n\n{line}\nmsgstr "d"\n'.encode())
    assert caught.value.line in (4, 5)
