"""What an editor reads is said whole, where it stands, with the remedy: words are as much a promise as the refusal."""

from collections.abc import Callable
from functools import partial

import pytest

from planbuilder.source import characters, front_matter, links, rows, strict_yaml
from planbuilder.source.problem import Fault

Said = tuple[int, int, str, str]
SECOND = "delete the line --- and what follows, or use a file of its own"
MISSING = "the colon after a key is missing here"
SECOND_COLON = 'a second ": " stands on this line, or the line is indented too far'
INDENT = "put the text in double quotes, or indent the line as those above"
COMMA = "put a text with a comma in it in double quotes, or write the colon behind a key"
EXTRA = "delete it, or put the text in double quotes"
NO_KEYS = (1, 1, "the keys above the text are missing", "begin the file with the lines ---, title: … and ---")
NO_END = (1, 1, "the keys above the text have no end", "write a line --- between the keys and the text")
LONG = strict_yaml.LONGEST_KEY


def fault_of(parse: Callable[[str], object], text: str) -> Said:
    with pytest.raises(Fault) as raised:
        parse(text)
    fault = raised.value
    return fault.line, fault.column, fault.sentence, fault.remedy


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n  b: c\n \td: e\n", (3, 2, "a tab can't be used to indent", "use spaces")),
        ("", (1, 1, "this file is empty", "write its keys and values, or delete the file")),
        ("# a remark\n", (1, 1, "this file is empty", "write its keys and values, or delete the file")),
        ("---\n...\n", (1, 1, "this file is empty", "write its keys and values, or delete the file")),
        ("a: b\n---\nc: d\n", (2, 1, "a second document begins here", SECOND)),
        ("a: {b: c, d}\n", (1, 11, '"d" has no value here: in {…}, a comma begins the next key', COMMA)),
        ("a: {b:c, d: e}\n", (1, 5, 'after "b" a colon and a space are missing', "write b: and then the value")),
        ("a:b\nc: d\n", (1, 1, 'after "a" a colon and a space are missing', "write a: and then the value")),
        ("# a note\na b\nc: d\n", (2, 1, MISSING, "write key: value")),
        ("a: b\nc d\ne: f\n", (2, 1, MISSING, "write key: value")),
        ("a:\n  - b c\n    d: e\n", (2, 5, MISSING, "write key: value")),
        ("a:\n  b; c\n  d: e\n", (2, 3, 'after "b" a colon and a space are missing', "write b: and then the value")),
        ("a: b\n  c\n  d: e\n", (3, 4, SECOND_COLON, INDENT)),
        ("a: b\n", None),
        ("- a\n", (1, 1, "this should be keys with values", "write one key: value a line")),
        ("%YAML 1.1\n---\na: b\n", (1, 1, "a YAML directive (%) is not allowed", "delete the line")),
        ("b: 1\na: c\nb: 2\n", (3, 1, '"b" stands here a second time (first on line 1)', "keep one of the two")),
        ("a: *b\n", (1, 4, '"*b" is a YAML alias, which is not allowed', EXTRA)),
        ("a: &b c\n", (1, 4, '"&b" is a YAML anchor, which is not allowed', EXTRA)),
        ("a: !b c\n", (1, 4, '"!b" is a YAML tag, which is not allowed', EXTRA)),
        ("<<: b\n", (1, 1, "<< is a YAML merge key, which is not allowed", "write the keys themselves")),
        ("[a]: b\n", (1, 1, "a key must be one plain word", "write the key: before its value")),
        ('"": b\n', (1, 1, "a key is empty here", "write a word before the colon")),
        ("a" * LONG + ": b\n", None),
        (
            "a" * (LONG + 1) + ": b\n",
            (1, 1, f"this key is longer than {LONG} characters", "write the key: before its value"),
        ),
    ],
)
def test_yaml(text: str, said: Said | None) -> None:
    """The place, the sentence, the remedy; what is at a limit passes."""
    parse = partial(strict_yaml.parse, "x.yml")
    if said is None:
        assert parse(text).value
    else:
        assert fault_of(parse, text) == said


def test_a_hidden_character_is_told_at_the_text_that_holds_it() -> None:
    """It can't be seen, so its text has to be named by line and column."""
    line, column, *_ = fault_of(partial(strict_yaml.parse, "x.yml"), 'a: b\nc:   "\\u202E"\n')
    assert (line, column) == (2, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Words.\n", NO_KEYS),
        (" ---\na: b\n---\n", NO_KEYS),
        ("---\na: b\n", NO_END),
        ("---\na: b\ntext: c\n---\n", (3, 1, "the text stands below the keys", "delete text:")),
        ("---\na: b\na: c\n---\n", (3, 1, '"a" stands here a second time (first on line 1)', "keep one of the two")),
    ],
)
def test_keys_above_a_text(text: str, said: Said) -> None:
    """In lines of the whole file."""
    assert fault_of(partial(front_matter.parse, "x.md"), text) == said


def test_a_text_below_its_keys_is_where_it_stands() -> None:
    """Spaces after the lines --- do no harm; the text begins below the second one."""
    found = front_matter.parse("x.md", "--- \ntitle: A\n---  \n\nWords.\n---\n")
    assert found.value == {"title": "A", "text": "\nWords.\n---\n"}
    assert (found.path, found.text) == ("x.md", "--- \ntitle: A\n---  \n\nWords.\n---\n")
    place = found.place.children["text"]
    assert (place.line, place.column) == (4, 1)
    assert found.place.children["title"].line == 2


def test_a_table_without_rows() -> None:
    """The remedy names the columns that every table needs."""
    remedy = "begin it with a line of column names: period, value"
    assert fault_of(partial(rows.parse, "x.csv"), " \n") == (1, 1, "this file is empty", remedy)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("> " * 20 + "a", (0, "this line is indented or nested too deep", "write it flatter")),
        ("[" * 20, None),
        ("[" * 21, (20, "more than 20 square brackets are open at once here", "close them with ]")),
        ("a ![b](c)", (2, "a picture can't stand in a text", "delete it, and say in words what it shows")),
        ("![a](b) ![c](d)", (0, "a picture can't stand in a text", "delete it, and say in words what it shows")),
        ("[a]: b", (0, "the address of a link stands apart from its words", "write [words](https://…)")),
    ],
)
def test_links(text: str, said: tuple[int, str, str] | None) -> None:
    """What is wrong with a text, and where in it."""
    found = [(wrong.offset, wrong.sentence, wrong.remedy) for wrong in links.faults(text, markdown=True)]
    assert found[:1] == ([said] if said else [])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", ("a link leads nowhere", "write its address between the round brackets")),
        ("a b", ('"a b" has a space or an invisible character in it', "write the address in one piece")),
        ("tel:x", ('"x" is not a telephone number', "write tel: and digits")),
        ("x:y", ('a link must not lead to "x:y"', "write https://… or, for a page of this site, ref: and its key")),
        ("mailto:x", ('"x" is not an e-mail address', "write it as name@example.org")),
        ("tel:+44-1733", None),
    ],
)
def test_addresses(address: str, said: tuple[str, str] | None) -> None:
    """What is wrong with the address of a link."""
    assert links.address_fault(address) == said


def test_where_the_rows_of_a_table_stand() -> None:
    """The file, its first line, then each row in its own, and each cell where it begins and where its key would be."""
    values, place = rows.parse("x.csv", "period,value\n2015,3\n\n2016, 4\n")
    assert values == [{"period": "2015", "value": "3"}, {"period": "2016", "value": " 4"}]
    assert (place.line, place.column, place.path) == (1, 1, "x.csv")
    row = place.children[1]
    assert (row.line, row.column) == (4, 1)
    cell = row.children["value"]
    assert (cell.line, cell.column, cell.key_line, cell.key_column) == (4, 6, 4, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n\u202e", (2, 1, "the invisible character U+202E turns the direction of the text around", "delete it")),
        ("a\nb\u0007", (2, 2, "the control character U+0007 can't be published", "delete it")),
        ("ab\u2028", (1, 3, "the control character U+2028 can't be published", "delete it")),
    ],
)
def test_characters_that_nobody_sees(text: str, said: Said) -> None:
    """Which one it is, since it can't be seen, and where."""
    assert fault_of(lambda words: characters.decode(words.encode()), text) == said


def test_ends_of_lines_are_alike() -> None:
    """Those of Windows, of old Macintoshes and ours."""
    assert characters.decode(b"a\r\nb\rc\n") == "a\nb\nc\n"
