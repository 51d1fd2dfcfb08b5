"""The first use of an abbreviation on a page says what it stands for."""

from markupsafe import Markup

from planbuilder.pages.abbreviations import Abbreviations

WORDS = Abbreviations({"ASB": "anti-social behaviour", "IOM": "Integrated Offender Management", "A&amp;E": "x"})


def test_only_the_first_use_is_explained() -> None:
    """A reader needs it once."""
    html = WORDS.explained(Markup("<p>ASB and ASB, then IOM.</p>"))
    assert html == (
        '<p><abbr title="anti-social behaviour">ASB</abbr> and ASB, then '
        '<abbr title="Integrated Offender Management">IOM</abbr>.</p>'
    )


def test_headings_links_and_attributes_are_left_alone() -> None:
    """Names of links and of regions stay what they are; a part of a longer word is no abbreviation."""
    html = Markup('<h2 id="ASB">ASB</h2><a href="#ASB">ASB</a><p title="ASB">ASBO, non-ASB</p>')
    assert WORDS.explained(html) == html


def test_a_site_without_abbreviations_stays_as_it_is() -> None:
    """Nothing to explain, nothing changed."""
    assert Abbreviations({}).explained(Markup("<p>ASB</p>")) == "<p>ASB</p>"
