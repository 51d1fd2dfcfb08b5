"""Welsh lists are joined as people write them, and its plural rule has all six forms."""

import pytest
from babel import Locale

from planbuilder.i18n import Language
from planbuilder.i18n.messages import plural_rule
from planbuilder.i18n.po import PLURAL_FORMS, new_headers
from planbuilder.i18n.welsh import and_before

WELSH = Language("cy")


def test_a_before_consonants_and_ac_before_vowels() -> None:
    """A list ends in "a" or "ac", never in CLDR's "a(c)", and has no comma before it."""
    assert WELSH.list(["coch", "gwyn", "melyn"]) == "coch, gwyn a melyn"
    assert WELSH.list(["Peterborough", "Abertawe"]) == "Peterborough ac Abertawe"
    assert WELSH.list(["Ely"]) == "Ely"
    assert WELSH.list([]) == ""


def test_html_items() -> None:
    """In HTML the first letter decides, not the tag, the quotation mark or the escaped sign before it."""
    assert str(WELSH.markup_list(["x", "“Iechyd”"])) == "x ac “Iechyd”"
    assert and_before('<a href="x">Heddlu</a>') == "a"
    assert and_before('<b lang="en">Ely</b>') == "ac"
    assert and_before("&lt;Bwrdd") == "a"


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("ŵyn", "ac"),
        ("wythnos", "ac"),
        ("Wrecsam", "a"),
        ("Wisbech", "a"),
        ("ysgol", "ac"),
        ("Youth", "a"),
        ("Ynys Môn", "ac"),
        ("haf", "a"),
        ("…", "a"),
    ],
)
def test_w_and_y(following: str, expected: str) -> None:
    """W and y count as what they sound like."""
    assert and_before(following) == expected


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("1", "ac"),
        ("1.5%", "ac"),
        ("11", "ac"),
        ("11,250", "ac"),
        ("8", "ac"),
        ("80", "ac"),
        ("£8,000", "ac"),
        ("10", "a"),
        ("100", "a"),
        ("1,000", "a"),
        ("1998", "a"),
        ("2016/17", "a"),
        ("75 o bobl", "a"),
    ],
)
def test_numbers(following: str, expected: str) -> None:
    """Numbers count as they are said: "ac 1", since it is said "un"; but "a 10", which is "deg"."""
    assert and_before(following) == expected


def test_new_catalogues_have_the_forms_of_cldr() -> None:
    """A new Welsh catalogue chooses another form exactly where CLDR does, and has one for 0."""
    rule = plural_rule(new_headers("cy", "x")[PLURAL_FORMS])
    categories = ["zero", "one", "two", "few", "many", "other"]
    plural_form = Locale.parse("cy").plural_form
    assert [categories[rule(n)] for n in range(200)] == [plural_form(n) for n in range(200)]
