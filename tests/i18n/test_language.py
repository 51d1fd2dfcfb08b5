"""Messages and plan text come in the reader's language, or honestly in another."""

from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup

from planbuilder.i18n import Language, Words
from planbuilder.i18n.messages import Messages
from planbuilder.model.measure import Measure, MeasureKind
from planbuilder.model.period import Period
from planbuilder.model.reference import UnitRef
from planbuilder.model.registers import Unit
from planbuilder.model.text import Prose, Text

POLISH_FORMS = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
WELSH_FORMS = "nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);"

PEOPLE = Unit(key="units/person", one=Text("person", "units/person#one"), other=Text("people", "units/person#other"))
TITLE = Text("Road safety", "p/plans/x#title")
POLISH = Language(
    "pl",
    Messages(
        {
            ("", "From %(first)s & on"): "Od %(first)s & dalej",
            ("status", "Open"): "Otwarte",
            ("", "Open"): "Otwórz",
            ("fraction", "%(n)s measures"): "%(n)s miernika",
        },
        {("", "%(n)s measure"): ("%(n)s miernik", "%(n)s mierniki", "%(n)s mierników")},
        POLISH_FORMS,
    ),
    {
        ("p/plans/x#title", "Road safety"): "Bezpieczeństwo na drogach",
        ("units/person#one[0]", "%(n)s person"): "%(n)s osoba",
        ("units/person#one[1]", "%(n)s person"): "%(n)s osoby",
        ("units/person#one[2]", "%(n)s person"): "%(n)s osób",
        ("units/person#fraction", "%(n)s people"): "%(n)s osoby",
        ("", "Plural-Forms"): POLISH_FORMS,
        ("p#text", "First."): "Pierwszy.",
        ("p#text", "Last."): "Ostatni.",
        ("p#", "X-Reviewed-By"): "Anna",
    },
)
URDU = Language("ur", Messages({("", "From %(first)s"): "%(first)s سے"}))
ENGLISH = Language("en")


def test_english_is_itself() -> None:
    """English needs no catalogue, and is not marked as a fallback."""
    assert ENGLISH.message("From %(first)s", first="A") == "From A"
    assert ENGLISH.markup("From %(first)s", first="A") == "From A"
    assert ENGLISH.text(TITLE) == "Road safety"
    assert ENGLISH.words(TITLE).current


def test_values_are_escaped_and_markup_is_kept() -> None:
    """HTML escapes the message and plain values, once, and leaves Markup alone."""
    assert POLISH.markup("From %(first)s & on", first="<b>") == "Od &lt;b&gt; &amp; dalej"
    assert POLISH.markup("From %(first)s & on", first=Markup("<b>x</b>")) == "Od <b>x</b> &amp; dalej"


def test_plain_text_has_no_tags() -> None:
    """Markup that is put into plain text loses its tags: an attribute never shows them."""
    assert POLISH.message("From %(first)s & on", first=Markup("<b>x &amp; y</b>")) == "Od x & y & dalej"


def test_missing_message_is_marked() -> None:
    """A message without a translation is English, and HTML says so."""
    assert POLISH.markup("New & %(a)s", a="x") == '<span lang="en" dir="ltr">New &amp; x</span>'
    assert not POLISH.translates("New & %(a)s")


def test_context_tells_messages_apart() -> None:
    """The same English can be two messages."""
    assert (POLISH.message("Open"), POLISH.message_in("status", "Open")) == ("Otwórz", "Otwarte")


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "1 miernik"),
        (2, "2 mierniki"),
        (5, "5 mierników"),
        (12, "12 mierników"),
        (22, "22 mierniki"),
        (0, "0 mierników"),
    ],
)
def test_plural_forms(n: int, expected: str) -> None:
    """The form follows the catalogue's own Plural-Forms header."""
    assert POLISH.plural("%(n)s measure", "%(n)s measures", n) == expected


def test_plural_of_a_fraction_has_its_own_message() -> None:
    """Fractions take a form that no whole number has."""
    assert POLISH.plural("%(n)s measure", "%(n)s measures", Decimal("2.5")) == "2,5 miernika"


def test_welsh_has_five_forms() -> None:
    """A header with five forms rules as well as one with three."""
    forms = ("%(n)s ci", "%(n)s ci un", "%(n)s gi", "%(n)s chi", "%(n)s chi chwech")
    welsh = Language("cy", Messages({}, {("", "%(n)s dog"): forms}, WELSH_FORMS))
    said = [welsh.plural("%(n)s dog", "%(n)s dogs", n) for n in (1, 2, 3, 6, 10)]
    assert said == ["1 ci un", "2 gi", "3 chi", "6 chi chwech", "10 ci"]


def test_missing_plural_is_english_and_marked() -> None:
    """Without a translation, English's two forms are used."""
    assert POLISH.markup_plural("%(n)s cat", "%(n)s cats", 1) == '<span lang="en" dir="ltr">1 cat</span>'
    assert POLISH.plural("%(n)s cat", "%(n)s cats", 2) == "2 cats"


def test_big_number_in_a_plural_is_formatted() -> None:
    """%(n)s is written as the language writes numbers."""
    assert POLISH.plural("%(n)s measure", "%(n)s measures", 22021) == "22\u00a0021 mierników"


def test_values_speak_the_language() -> None:
    """Numbers, days, periods and plan texts are formatted where they are put in."""
    said = [
        POLISH.message("From %(first)s & on", first=value)
        for value in (22021, date(2016, 4, 1), Period.parse("2016-04"), TITLE, Words("Dom", "pl"))
    ]
    expected = ["22\u00a0021", "1 kwietnia 2016", "kwiecień 2016", "Bezpieczeństwo na drogach", "Dom"]
    assert said == [f"Od {value} & dalej" for value in expected]


def test_right_to_left_text_isolates_values() -> None:
    """A value cannot pull its neighbours out of order: isolates in plain text, bdi in HTML."""
    assert URDU.message("From %(first)s", first="A 1") == "\u2068A 1\u2069 سے"
    assert URDU.markup("From %(first)s", first="A & 1") == "<bdi>A &amp; 1</bdi> سے"
    assert URDU.markup("From %(first)s", first=Markup('<a href="/">01733</a>')) == '<bdi><a href="/">01733</a></bdi> سے'


def test_the_size_of_a_file_is_one_value() -> None:
    """Rounded up; the sentence isolates number and unit together, or a reader of Urdu would see KB 42."""
    assert [ENGLISH.kilobytes(size) for size in (0, 1, 1024, 1025, 42 * 1024, 1_263_616)] == (
        [f"{n}\u00a0KB" for n in ("0", "1", "1", "2", "42", "1,234")]
    )
    assert URDU.markup("From %(first)s", first=URDU.kilobytes(43_008)) == "<bdi>42\u00a0KB</bdi> سے"
    assert URDU.message("From %(first)s", first=URDU.kilobytes(43_008)) == "\u206842\u00a0KB\u2069 سے"


def test_words_of_another_language_are_marked_in_a_message() -> None:
    """A source-language name inside a translated sentence has its own lang and dir."""
    other = Text("Police & more", "x#name")
    assert URDU.markup("From %(first)s", first=other) == '<span lang="en" dir="ltr">Police &amp; more</span> سے'


def test_translated_text_is_bare() -> None:
    """A current translation needs no mark."""
    assert POLISH.text(TITLE) == "Bezpieczeństwo na drogach"
    assert POLISH.words(TITLE) == Words("Bezpieczeństwo na drogach", "pl", "ltr", current=True)


def test_stale_translation_is_not_shown() -> None:
    """When the source changed, readers get the source, marked, and never the old translation."""
    changed = Text("Road & rail safety", TITLE.context)
    assert POLISH.words(changed) == Words("Road & rail safety", "en", "ltr", current=False)
    assert POLISH.text(changed) == '<span lang="en" dir="ltr">Road &amp; rail safety</span>'
    assert POLISH.plain(changed) == "Road & rail safety"


def test_a_documents_name_is_no_text_that_waits_for_a_translation() -> None:
    """It stands as it was printed, marked with its language, and in no span, by which pages count what is missing."""
    name = Text("Plan & review", "documents/x#title")
    assert POLISH.cited(name) == '<cite lang="en" dir="ltr">Plan &amp; review</cite>'
    assert POLISH.cited(TITLE) == "Bezpieczeństwo na drogach"
    assert ENGLISH.cited(name) == "Plan &amp; review"


def test_same_words_elsewhere_are_not_translated() -> None:
    """A translation belongs to its place."""
    assert not POLISH.words(Text("Road safety", "elsewhere#title")).current


def test_prose_is_translated_whole_or_in_passages() -> None:
    """Prose is current when all its paragraphs are; passages show those that are."""
    whole, partly = Prose("First.\n\nLast.", "p#text"), Prose("First.\n\nNew.\n\nNewer.\n\nLast.", "p#text")
    assert POLISH.words(whole).text == "Pierwszy.\n\nOstatni."
    assert not POLISH.words(partly).current
    assert [(words.text, words.lang) for words in POLISH.passages(partly)] == [
        ("Pierwszy.", "pl"),
        ("New.\n\nNewer.", "en"),
        ("Ostatni.", "pl"),
    ]


@pytest.mark.parametrize(
    ("n", "expected"),
    [("75", "75 osób"), ("1", "1 osoba"), ("3", "3 osoby"), ("112", "112 osób"), ("12.5", "12,5 osoby")],
)
def test_units_decline(n: str, expected: str) -> None:
    """A number takes the form of its unit, fractions included."""
    assert POLISH.count_of(Decimal(n), PEOPLE) == expected


def test_untranslated_unit() -> None:
    """Without a translation the unit is the source's, in its right form."""
    assert [ENGLISH.count_of(n, PEOPLE) for n in (1, 75)] == ["1 person", "75 people"]
    assert URDU.count_of(75, PEOPLE) == "75 people"


def measure(kind: MeasureKind, decimals: int = 0) -> Measure:
    """A measure of a kind."""
    return Measure(
        key="p/measures/m", title=TITLE, unit=UnitRef.of("units/person"), kind=kind, decimals=decimals, wanted="monitor"
    )


@pytest.mark.parametrize(
    ("kind", "spoken", "short"),
    [
        ("count", "1,200.5 people", "1,200.5"),
        ("rate", "1,200.5 people", "1,200.5"),
        ("percentage", "1,200.5%", "1,200.5%"),
        ("currency", "£1,200.50", "£1,200.50"),
    ],
)
def test_value_of_a_measure(kind: MeasureKind, spoken: str, short: str) -> None:
    """The kind of a measure decides how its values are said, with all published decimals."""
    assert ENGLISH.value(Decimal("1200.5"), measure(kind), PEOPLE) == spoken
    assert ENGLISH.short_value(Decimal("1200.5"), measure(kind)) == short


def test_computed_values_are_rounded_to_the_measure() -> None:
    """A quotient has more decimals than any published value: it is cut to those of the measure."""
    assert ENGLISH.value(Decimal(200) / 3, measure("percentage", 1), PEOPLE) == "66.7%"


def test_points_and_qualifiers() -> None:
    """Differences of percentages are points; a source's qualifier stays with its number."""
    said = [ENGLISH.points(1), ENGLISH.points(3), ENGLISH.points(Decimal("1.5"))]
    assert said == ["1 percentage point", "3 percentage points", "1.5 percentage points"]
    assert ENGLISH.qualified("64 people", "about") == "about 64 people"
    assert ENGLISH.qualified("64 people", None) == "64 people"


def test_autonyms_and_directions() -> None:
    """The language switch shows each language's own name."""
    codes = ("en", "pl", "lt", "pt", "ur", "cy")
    names = ["English", "Polski", "Lietuvių", "Português", "اردو", "Cymraeg"]
    assert [Language(code).autonym for code in codes] == names
    assert [Language(code).direction for code in codes] == ["ltr", "ltr", "ltr", "ltr", "rtl", "ltr"]


def test_language_that_cldr_does_not_know() -> None:
    """Such a language is named by its catalogue and formatted as English."""
    romani = Language("rmx", Messages(autonym="romani"))
    assert (romani.autonym, romani.number(22021), romani.direction) == ("Romani", "22,021", "ltr")


def test_who_reviewed_is_known() -> None:
    """Pages can say whether a speaker has read a translation."""
    assert POLISH.status_of("p").reviewed
    assert not POLISH.status_of("other").reviewed
    assert not POLISH.status.reviewed
