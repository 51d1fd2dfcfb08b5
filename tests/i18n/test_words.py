"""Numbers keep their order in right-to-left text, whatever letters stand before them."""

import pytest

from planbuilder.i18n import Language
from planbuilder.i18n.messages import Messages
from planbuilder.i18n.words import legible
from planbuilder.model.text import Text

LRM = "\u200e"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("جرائم 21% کم ہوئے", f"جرائم {LRM}21% کم ہوئے"),
        ("عمر 35-44 ہے", f"عمر {LRM}35-\u206044 ہے"),
        ("منصوبہ 2017–2020", f"منصوبہ {LRM}2017–\u20602020"),
        ("سال 2015/16 میں", f"سال {LRM}2015/16 میں"),
    ],
)
def test_a_number_with_signs_is_not_turned_round(written: str, shown: str) -> None:
    """UAX #9 would show %21, 44-35 and 2020–2017 after an Arabic letter."""
    assert legible(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "کل 22,021 جرائم، 2008 میں",
        "[باب](ref:safer-peterborough/reports/2015-16/sections/gangs)",
        "https://example.org/2017-20/",
    ],
)
def test_plain_numbers_and_addresses_stay_as_they_are(text: str) -> None:
    """A mark in an address would break the link."""
    assert legible(text) == text


def test_messages_and_plan_text_of_a_right_to_left_language_are_legible() -> None:
    """Both come through the language; a left-to-right one gets no marks."""
    messages = Messages({("", "95% limits"): "حدود 95%"})
    texts = {("p#title", "Plan 2017–2020"): "منصوبہ 2017–2020"}
    urdu = Language("ur", messages, texts)
    assert urdu.message("95% limits") == f"حدود {LRM}95%"
    assert urdu.plain(Text("Plan 2017–2020", "p#title")) == f"منصوبہ {LRM}2017–\u20602020"
    polish = Language("pl", Messages({("", "95% limits"): "granice 95%"}), {})
    assert polish.message("95% limits") == "granice 95%"


def test_the_comma_is_the_languages_own() -> None:
    """A Latin comma between two Latin names in an Urdu sentence would be turned round with them."""
    assert Language("ur").comma == "، "
    assert Language("pl").comma == ", "


def test_a_phrase_of_isolated_values_has_the_direction_of_its_sentence() -> None:
    """The first strong letter decides elsewhere; in a phrase like `label: value` a browser finds none."""
    urdu = Language(
        "ur", Messages({("", "%(label)s: %(value)s"): "%(label)s: %(value)s", ("", "Most: %(m)s"): "%(m)s"})
    )
    phrase = urdu.message("%(label)s: %(value)s", label="چوری", value="5%")
    assert urdu.message("Most: %(m)s", m=phrase) == f"\u2067{phrase}\u2069"
    assert urdu.markup("Most: %(m)s", m=phrase) == f'<bdi dir="rtl">{phrase}</bdi>'
    assert urdu.markup("Most: %(m)s", m="5%") == "<bdi>5%</bdi>"


def test_a_title_that_begins_with_a_latin_name_stays_right_to_left() -> None:
    """The first letter alone would turn the whole title round."""
    urdu = Language("ur", Messages({("", "Next: %(title)s"): "اگلا: %(title)s"}))
    assert urdu.message("Next: %(title)s", title="CCTV سے") == "اگلا: \u2067CCTV سے\u2069"
    assert urdu.markup("Next: %(title)s", title="CCTV سے") == 'اگلا: <bdi dir="rtl">CCTV سے</bdi>'
    assert urdu.message("Next: %(title)s", title="NHS 111") == "اگلا: \u2068NHS 111\u2069"
