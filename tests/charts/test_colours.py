"""Colours that can be told apart: on the page, from their neighbours, under their labels (WCAG 2.2, 1.4.3, 1.4.11)."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

STYLES = (Path(__file__).parents[2] / "theme_overrides" / "css" / "chart.css").read_text()
PAGES = {"light": "#ffffff", "dark": "#1e2129"}


def _palette(theme: str) -> dict[str, str]:
    """The custom properties of a theme."""
    blocks = {
        "light": STYLES.split(":root {", 1)[1].split("}", 1)[0],
        "dark": STYLES.split('[data-md-color-scheme="slate"] {', 1)[1].split("}", 1)[0],
    }
    return dict(re.findall(r"--chart-([\w-]+): (#[0-9a-f]{6})", blocks[theme]))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", PAGES)
@pytest.mark.parametrize("slot", range(1, 7))
def test_each_colour_stands_out_from_the_page(theme: str, slot: int) -> None:
    """3:1 at least, for lines and bars."""
    assert _contrast(_palette(theme)[str(slot)], PAGES[theme]) >= 3


@pytest.mark.parametrize("theme", PAGES)
def test_neighbours_stand_out_from_each_other(theme: str) -> None:
    """3:1 at least from part to part of a stacked bar."""
    palette = _palette(theme)
    colours = [palette[str(slot)] for slot in range(1, 7)]
    assert [round(_contrast(*pair), 2) for pair in pairwise(colours) if _contrast(*pair) < 3] == []


@pytest.mark.parametrize("theme", PAGES)
@pytest.mark.parametrize("slot", range(1, 7))
def test_words_inside_a_part_can_be_read(theme: str, slot: int) -> None:
    """4.5:1 at least."""
    palette = _palette(theme)
    assert _contrast(palette[str(slot)], palette[f"on-{slot}"]) >= 4.5


@pytest.mark.parametrize("theme", PAGES)
def test_the_paper_is_the_page(theme: str) -> None:
    """Open markers and gaps have the page's own colour."""
    assert _palette(theme)["paper"] == PAGES[theme]


def test_the_two_colours_of_two_series_differ_in_lightness_too() -> None:
    """Who sees no hue tells 1 from 4 by lightness, besides by dash or hatching."""
    for theme in PAGES:
        palette = _palette(theme)
        assert _contrast(palette["1"], palette["4"]) >= 3
