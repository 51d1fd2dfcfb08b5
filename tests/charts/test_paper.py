"""Drawings for paper: nothing in them needs a style sheet, and their words are HTML."""

import re

from planbuilder.charts.paper import COLOURS, on_paper
from tests.sites import ROOT

PICTURE = (
    '<div class="pb-chart__picture" role="img" aria-labelledby="c-title" aria-describedby="c-alt">'
    '<div class="pb-chart__canvas" aria-hidden="true"><svg class="pb-chart__plot pb-chart__plot--start-2" width="100%" '
    'height="5em"><line class="pb-chart__grid" x1="0" y1="1em" x2="100%" y2="1em"/>'
    '<text class="pb-chart__tick" x="0" y="1.35em" dx="-0.5em" text-anchor="end">A &amp; B</text>'
    '<g class="pb-chart__line pb-chart__c4 pb-chart__dash-4"><line x1="4%" y1="1em" x2="96%" y2="2em"/></g>'
    '<text class="pb-chart__tick pb-chart__narrow" x="0" y="2em">phone</text></svg></div></div>'
    '<p id="c-alt" hidden>It fell &lt; 5.</p>'
)


def test_the_palette_is_that_of_the_screen() -> None:
    """chart.css says it first."""
    css = (ROOT / "theme_overrides/css/chart.css").read_text("utf-8")
    assert tuple(re.findall(r"--chart-\d: (#[0-9a-f]{6});", css)[:6]) == COLOURS


def test_words_leave_the_drawing_for_the_place_they_had() -> None:
    """A label stands in a box beside its point; what is for phones only is left out."""
    paper = on_paper(PICTURE, "ltr")
    assert "<text" not in paper
    assert "phone" not in paper
    label = re.search(r'<div class="pb-paper__label pb-chart__tick" style="([^"]*)" dir="ltr">A &amp; B</div>', paper)
    assert label
    assert label[1] == "left:0;top:1.35em;margin-left:-20.50em;text-align:right"


def test_in_right_to_left_a_label_ends_on_the_other_side() -> None:
    """SVG counts start and end in the direction of reading."""
    assert "margin-left:-0.50em;text-align:left" in on_paper(PICTURE, "rtl")


def test_shapes_have_their_colours_and_dashes_as_attributes() -> None:
    """So a renderer without the style sheet shows the same."""
    (line,) = re.findall(r'<line x1="4%"[^>]*>', on_paper(PICTURE, "ltr"))
    assert f'stroke="{COLOURS[3]}"' in line
    assert 'stroke-dasharray="8 6"' in line


def test_a_picture_begins_with_its_description() -> None:
    """For the tags of the PDF file."""
    assert "<title>\ue001It fell &lt; 5.</title>" in on_paper(PICTURE, "ltr")


def test_what_adorns_keeps_its_shape() -> None:
    """A pictogram is lines of one colour."""
    assert on_paper('<svg class="pb-picture" stroke="currentColor"><path d="M0 0"/></svg>', "ltr") == (
        f'<svg class="pb-picture" stroke="{COLOURS[0]}"><path d="M0 0"/></svg>'
    )
