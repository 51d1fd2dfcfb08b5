"""A translation must say the figures, links and placeholders of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.i18n import Language, po
from planbuilder.i18n.consistency import doubts, faults, figures
from planbuilder.i18n.po import Entry, PoFile

HEADERS = po.new_headers("pl", "p")
LANGUAGES = [Language(code) for code in ("en", "pl", "lt", "pt", "ro", "ur")]


def found(entry: Entry) -> list[str]:
    """The sentences of all faults of one entry."""
    return [fault.sentence for fault in faults(PoFile(HEADERS, (entry,)))]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("from 22,021 to 17,322", "z 22\u00a0021 do 17\u00a0322"),
        ("a fall of 12.5%", "spadek o 12,5%"),
        ("In 2016, 75 people", "75 osób w 2016 r."),
        ("See [the page](ref:a/b).", "Zobacz [stronę](ref:a/b)."),
        ("- one\n- two", "- raz\n- dwa"),
        ("call 101", "zadzwoń pod 101"),
        ("call 101", "١٠١ پر کال کریں"),
        ("write to a.b@example.org.", "napisz na a.b@example.org"),
    ],
)
def test_faithful(source: str, translation: str) -> None:
    """The language's own way of writing numbers is no difference."""
    assert found(Entry(source, "p#text", forms=(translation,))) == []


@pytest.mark.parametrize(
    ("source", "translation", "word"),
    [
        ("from 22,021", "z 22 012", "lacks the figure 22021"),
        ("75 people", "osoby", "lacks the figure 75"),
        ("people", "75 osób", "has the figure 75"),
        ("[a](https://example.org/x)", "[a](https://example.org/y)", "lacks the link https://example.org/x"),
        ("- one\n- two", "- raz", "2 list items and the translation 1"),
        ("## Title\n\nText", "Text", "headings"),
        ("text", "te\u202ext", "U+202E"),
    ],
)
def test_unfaithful(source: str, translation: str, word: str) -> None:
    """What changed is named."""
    assert any(word in sentence for sentence in found(Entry(source, "p#text", forms=(translation,))))


def test_placeholders() -> None:
    """Unknown, missing and broken placeholders are faults; a plural may leave the number out of one form."""
    assert found(Entry("from %(a)s", forms=("z %(b)s",), placeholders=True))[0].startswith("the placeholder %(b)s")
    assert "missing" in found(Entry("from %(a)s", forms=("z",), placeholders=True))[0]
    assert "lone %" in found(Entry("from %(a)s", forms=("%(a)s 5 % x",), placeholders=True))[0]
    plural = Entry("%(n)s day", "", "%(n)s days", ("jeden dzień", "%(n)s dni", "%(n)s dni"), placeholders=True)
    assert found(plural) == []


def test_doubled_percent_sign_is_a_sign() -> None:
    """`%%` beside a placeholder is right, three signs are not."""
    assert found(Entry("%(a)s to 100%%", forms=("%(a)s do 100%%",), placeholders=True)) == []
    assert found(Entry("%(a)s to 100%%", forms=("%(a)s do 100%%%",), placeholders=True)) != []


def test_number_of_plural_forms() -> None:
    """A plural needs as many forms as its header declares."""
    entry = Entry("%(n)s day", "", "%(n)s days", ("%(n)s dzień", "%(n)s dni"), placeholders=True)
    assert "2 plural forms" in found(entry)[0]


def test_fuzzy_and_empty_are_not_judged() -> None:
    """Nobody sees them."""
    assert found(Entry("75", "p#text", forms=("76",), fuzzy=True)) == []
    assert found(Entry("75", "p#text")) == []


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False), st.sampled_from(LANGUAGES))
def test_formatted_numbers_are_the_same_figure(value: object, language: Language) -> None:
    """However a language formats a number, it is the same figure as in English."""
    assert figures(language.number(value)) == figures(LANGUAGES[0].number(value))  # type: ignore[arg-type]


LONG = "Peterborough has the second highest share of people who speak little or no English."


@pytest.mark.parametrize(
    ("source", "translation", "word"),
    [
        (LONG, "Krótko.", "% as long as its source"),
        ("short", "to jest o wiele, wiele dłuższe zdanie niż jego źródło", ""),
        (LONG, LONG, "the translation is the source itself"),
        ("Salvation Army", "Salvation Army", ""),
        ("The IOM scheme grows", "Program rozwija się i rozwija", "IOM does not appear"),
        ("The IOM scheme grows", "Program IOM rozwija się", ""),
    ],
)
def test_what_is_only_doubtful_is_said_and_fails_nothing(source: str, translation: str, word: str) -> None:
    """Length, untouched originals and lost abbreviations: somebody should look, and names may stay."""
    file = PoFile(HEADERS, (Entry(source, "p#text", forms=(translation,)),))
    assert list(faults(file)) == []
    told = [fault.sentence for fault in doubts(file)]
    assert any(word in sentence for sentence in told) if word else told == []


def test_strong_text_stays_strong() -> None:
    """Markup is part of what is said."""
    assert found(Entry("a **b** c", "p#text", forms=("a b c",))) == [
        "the source has 1 stretches of strong text and the translation 0"
    ]
