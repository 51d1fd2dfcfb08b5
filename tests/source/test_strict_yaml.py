"""Reading YAML: text in, nested texts and their places out, or one fault with a place."""

import re
import time
import unicodedata

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planbuilder.source import characters, strict_yaml
from planbuilder.source.problem import Fault
from planbuilder.source.tree import Tree, Value


def read(content: bytes) -> Tree:
    return strict_yaml.parse("x.yml", characters.decode(content))


def refused(content: bytes) -> Fault:
    with pytest.raises(Fault) as fault:
        read(content)
    return fault.value


def test_every_scalar_stays_the_text_that_was_written() -> None:
    """Nothing is a number, a date or a truth value before a field says so."""
    written = b"a: 1.10\nb: no\nc: 12:30\nd: 010\ne: 2016-01-01\nf: 1_000\ng: 1e5\nh: 0x1F\n"
    assert read(written).value == {
        "a": "1.10",
        "b": "no",
        "c": "12:30",
        "d": "010",
        "e": "2016-01-01",
        "f": "1_000",
        "g": "1e5",
        "h": "0x1F",
    }


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_what_yaml_calls_null_is_nothing(nothing: str) -> None:
    """A key without a value is told of as empty, however it is written."""
    assert read(f"a: {nothing}\n".encode()).value == {"a": None}


@pytest.mark.parametrize("quoted", ['""', "''", '"~"', "'null'"])
def test_what_is_quoted_is_text(quoted: str) -> None:
    """Quotation marks turn even null into a word."""
    assert read(f"a: {quoted}\n".encode()).value == {"a": quoted[1:-1]}


def test_places_count_characters_from_one() -> None:
    """Line and column are those that an editor shows, behind letters of several bytes too."""
    tree = read("a: é\nliste:\n  - {ключ: [x, y]}\n".encode())
    path, place = tree.find(("liste", 0, "ключ", 1))
    assert (path, place.line, place.column) == ("x.yml", 3, 16)
    assert tree.at(("liste",)) == ("x.yml", 2, 1)
    assert tree.at(("liste", 0, "ключ"), key=True) == ("x.yml", 3, 6)
    assert tree.at(("a",)) == ("x.yml", 1, 4)


def test_a_place_that_is_not_there_is_that_of_what_is_around_it() -> None:
    """A missing key is told of where its block begins."""
    assert read(b"a:\n  b: 1\n").at(("a", "missing", 3)) == ("x.yml", 1, 1)


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_byte_order_mark_make_no_difference(bom: bytes, line_end: bytes) -> None:
    """A file of a Windows editor says the same as any other, at the same places."""
    plain = read(b"a: one\nb: |\n  two\n  three\n")
    other = read(bom + b"a: one\nb: |\n  two\n  three\n".replace(b"\n", line_end))
    assert other.value == plain.value == {"a": "one", "b": "two\nthree\n"}
    assert other.at(("b",)) == plain.at(("b",))


def test_text_is_composed_however_it_was_typed() -> None:
    """A letter and its accent are one character, in keys and escapes too."""
    assert read('cafe\u0301: Cafe\u0301\nb: "Cafe\\u0301"\n'.encode()).value == {"café": "Café", "b": "Café"}


@pytest.mark.parametrize("content", [b"a: caf\xe9", b"a: 1\nb: \xff\n", b"\xc0\x80", b"a: \xed\xa0\x80"])
def test_what_is_not_utf8_is_refused_at_its_place(content: bytes) -> None:
    """The message names the byte and says what to do."""
    fault = refused(content)
    assert "is not UTF-8" in fault.sentence
    assert fault.remedy == "save the file as UTF-8"
    assert fault.line == 1 + content.count(b"\n", 0, 7 if b"b:" in content else 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_refused(encoding: str) -> None:
    """UTF-16 with or without a mark is not read as something else."""
    assert "UTF-16" in refused("a: b\n".encode(encoding)).sentence


@pytest.mark.parametrize("code", [*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0)])
def test_control_characters_are_refused_plain_and_escaped(code: int) -> None:
    """A character that a terminal or browser obeys is not published, however it is written."""
    plain = refused(f'a: b\nc: "x{chr(code)}y"'.encode())
    assert f"U+{code:04X}" in plain.sentence
    assert (plain.line, plain.column) == (2, 6)
    assert f"U+{code:04X}" in refused(f'a: "x\\u{code:04x}y"'.encode()).sentence


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_characters_that_turn_text_around_are_refused(code: int) -> None:
    """A text reads as what it is (Trojan Source)."""
    assert "direction" in refused(f"a: x{chr(code)}y".encode()).sentence
    assert "direction" in refused(f'a: "x\\u{code:04x}y"'.encode()).sentence


@pytest.mark.parametrize("code", [0xFEFF, 0x2028, 0x2029, 0xE000, 0xF8FF, 0xFFFE, 0xE0041, 0xF0000, 0x10FFFD])
def test_other_characters_that_nobody_sees_are_refused(code: int) -> None:
    """Separators, tags and private characters have no place in a text."""
    assert refused(f"a: x{chr(code)}y".encode()).line == 1


@pytest.mark.parametrize("code", [0x200C, 0x200D, 0x200E, 0x200F, 0xA0, 0xAD, 0x1F6A8])
def test_joiners_and_direction_marks_stay(code: int) -> None:
    """Urdu and Punjabi need them."""
    assert read(f"a: x{chr(code)}y".encode()).value == {"a": f"x{chr(code)}y"}


def test_depth_is_limited_at_32() -> None:
    """A list of 31 lists is read, one more is refused, a hundred thousand at once."""
    assert read(b"a: " + b"[" * 31 + b"]" * 31).value
    fault = refused(b"a: " + b"[" * 32 + b"]" * 32)
    assert (fault.line, fault.column) == (1, 35)
    started = time.process_time()
    refused(b"a: " + b"[" * 100_000)
    refused(b"a: " + b"{a: " * 50_000)
    refused(b"".join(b"  " * depth + b"k:\n" for depth in range(500)))
    assert time.process_time() - started < 1


def test_the_number_of_items_is_limited() -> None:
    """Twenty thousand items are enough for any file of a plan."""
    just = b"a:\n" + b"- x\n" * (strict_yaml.MOST_ITEMS - 2)
    assert len(just) < characters.LARGEST_FILE
    assert read(just).value
    assert "20,000 items" in refused(just + b"- x\n").sentence


def test_the_size_of_a_file_is_limited() -> None:
    """One mebibyte is read, one byte more is not."""
    line = b"# " + b"x" * 97 + b"\n"
    just = (b"a: b\n" + line * 10_486)[: characters.LARGEST_FILE]
    assert len(just) == characters.LARGEST_FILE
    assert read(just).value == {"a": "b"}
    assert "larger than 1 MB" in refused(just + b"x").sentence


def test_the_longest_text_is_forty_thousand_characters() -> None:
    """The limit itself is allowed."""
    assert read(b"a: " + b"9" * 40_000).value == {"a": "9" * 40_000}


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"\n\n~\n", b"\xff\xfea\0", b"\0\0\0\0", b"#" * 1_048_577])
def test_what_is_wrong_with_a_whole_file_is_told_at_its_beginning(content: bytes) -> None:
    """There is no better place."""
    fault = refused(content)
    assert (fault.line, fault.column) == (1, 1)


@pytest.mark.parametrize("digits", [40_001, 100_000])
def test_an_endless_number_is_refused_before_anyone_reads_it(digits: int) -> None:
    """Digits cost time to convert, so they are counted first."""
    assert "longer than" in refused(b"a: " + b"9" * digits).sentence


def test_a_key_is_no_longer_than_a_hundred_characters() -> None:
    """The limit itself is allowed."""
    assert read(b"a" * 100 + b": 1").value
    assert "longer than 200" in refused(b"a" * 201 + b": 1").sentence


def test_the_second_of_two_equal_keys_is_pointed_at() -> None:
    """Composed and decomposed letters are the same key."""
    fault = refused("é: 1\nb: 2\ne\u0301: 3\n".encode())
    assert (fault.line, fault.column) == (3, 1)
    assert "first on line 1" in fault.sentence


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "||||||| base", ">>>>>>> other"])
def test_the_first_conflict_marker_is_named(marker: str) -> None:
    """What git left to be decided is told as that, not as bad YAML."""
    fault = refused(f"a: 1\n{marker}\nb: 2\n".encode())
    assert (fault.line, fault.sentence) == (2, "merge conflict marker on line 2")


def test_lines_of_front_matter_are_counted_in_the_whole_file() -> None:
    """A fault in keys that begin on the second line is told with the file's own line."""
    assert strict_yaml.parse("x.md", "a: 1\n", first_line=2).at(("a",)) == ("x.md", 2, 4)
    with pytest.raises(Fault) as fault:
        strict_yaml.parse("x.md", "a: 1\na: 2\n", first_line=2)
    assert fault.value.line == 3


SIGNS = st.sampled_from(list(":-[]{},'\"|>&*!#?%\t\\\r@`~ \nab\u00e9\u202e"))
IDIOMS = st.sampled_from(
    ["b: ", "- ", "\n  ", "\n    ", "|\n", ">-\n", "<<: ", "%YAML 1.1\n", "---\n", "...\n", '"\\x00"']
)


def outcome(content: bytes) -> Tree | Fault:
    try:
        return read(content)
    except Fault as fault:
        return fault


@settings(max_examples=400)
@given(st.lists(SIGNS | IDIOMS, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is written, the outcome is a mapping of texts or one fault inside the file."""
    found = outcome(text.encode("utf-8", "surrogatepass"))
    if isinstance(found, Tree):
        _all_placed(found, found.value, ())
    else:
        assert 1 <= found.line <= text.count("\n") + text.count("\r") + 2
        assert found.column >= 1
        assert found.sentence
        assert found.remedy


@settings(max_examples=300)
@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No file makes the reader fail in a way of its own."""
    found = outcome(content)
    assert isinstance(found, Fault) or isinstance(found.value, dict)


def _all_placed(tree: Tree, value: Value, loc: tuple[str | int, ...]) -> None:
    """Every value is text, nothing, or a block of such, and has a place in the file."""
    assert value is None or isinstance(value, str | list | dict)
    _, place = tree.find(loc)
    assert 1 <= place.line <= tree.text.count("\n") + 2
    inside: dict[str | int, Value] = {}
    inside |= value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    assert place.children.keys() == inside.keys()
    for step, inner in inside.items():
        _all_placed(tree, inner, (*loc, step))
    if not loc:
        assert tree.lines == {key: inner.key_line for key, inner in place.children.items()}


KEYS = st.text("abcdefghijé-_ ", min_size=1, max_size=10).map(str.strip).filter(bool)
VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_what_a_yaml_writer_writes_is_read_back(data: dict[str, Value]) -> None:
    """Quoted text comes back as it was, composed."""
    written = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    assume(re.search(r"\\U?\w+[^\x00-\x7f]", written) is None)  # an accent behind \U0002A51E would fall on its E
    found = read(written.encode())
    assert found.value == _composed(data)
    _all_placed(found, found.value, ())


def _composed(value: Value) -> Value:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [_composed(item) for item in value]
        case dict():
            return {unicodedata.normalize("NFC", key): _composed(item) for key, item in value.items()}
    return value


def test_a_comma_in_braces_is_told_where_it_cuts_a_text() -> None:
    """`{one: 5 in 100,000 people}` has a key `000 people` for YAML; an editor knows of no such key."""
    fault = refused(b"a: {one: 5 in 100,000 people, b: c}\n")
    assert (fault.line, fault.column) == (1, 19)
    assert "in {…}, a comma begins the next key" in fault.sentence
    assert read(b"a: {one: x, b: }\n").value == {"a": {"one": "x", "b": None}}
