"""The built style sheet: readable in every palette, dark without a script, nothing from elsewhere."""

import gzip
import json
import re
from functools import cache
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "theme_overrides" / "assets"
PRIMARIES = [
    *("red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green"),
    *(
        "light-green",
        "lime",
        "yellow",
        "amber",
        "orange",
        "deep-orange",
        "brown",
        "grey",
        "blue-grey",
        "white",
        "black",
    ),
]
"""Every primary colour that Material's documentation offers."""
AA = 4.5
SLATE = "[data-md-color-scheme=slate]"
SYSTEM = ":root:not([data-md-color-scheme])"


@cache
def styles() -> str:
    """What `npm run build` made."""
    manifest = json.loads((ASSETS / "manifest.json").read_text())
    return (ASSETS / str(manifest["site.css"])).read_text()


@cache
def rules() -> list[tuple[str, str, str]]:
    """Every rule: the media queries around it, its selector, its declarations."""
    found, around = [], [""]
    for before, brace in re.findall(r"([^{}]*)([{}])", styles()):
        if brace == "{":
            around.append(before.rsplit(";", 1)[-1])
        else:
            selector = around.pop()
            if not selector.startswith("@"):
                found.append((" ".join(item for item in around if item.startswith("@")), selector, before))
    return found


def declared(selector: str, name: str) -> str:
    """The last colour that a rule for just this selector gives to a custom property."""
    colour = re.compile(re.escape(name) + r":\s*(#\w+)")
    return str([match[1] for _, own, body in rules() if own == selector and (match := colour.search(body))][-1])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    shares = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("primary", PRIMARIES)
def test_links_are_readable_in_every_palette(primary: str) -> None:
    """Material's own teal links are 3.8:1 on white; ours pass AA on every tinted ground, light and dark."""
    own = f"[data-md-color-primary={primary}]"
    grounds = ("surface", "raised", "good-ground", "bad-ground", "plain-ground", "warn-ground")
    for scheme, where in ((":root", own), (SLATE, f"{SLATE}{own}")):
        link = declared(where, "--md-typeset-a-color")
        assert all(contrast(link, declared(scheme, f"--pb-{ground}")) >= AA for ground in grounds)


@pytest.mark.parametrize("primary", [name for name in PRIMARIES if name not in {"white", "black"}])
def test_header_is_readable_in_every_palette(primary: str) -> None:
    """Words in the header are white, or nearly black on the light colours."""
    light = primary in {"lime", "yellow", "amber", "orange"}
    ground = declared(f"[data-md-color-primary={primary}]", "--md-primary-fg-color")
    words = "#212121" if light else "#ffffff"  # 87 % black lets a little of the ground through
    assert contrast(ground, words) >= AA


@pytest.mark.parametrize(("words", "ground"), [("text", "surface"), ("muted", "surface"), ("text", "raised")])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_has_the_contrast_of_level_aaa(words: str, ground: str, scheme: str) -> None:
    """Running text and small print, on the page's tinted areas and cards."""
    where = ":root" if scheme == "default" else SLATE
    assert contrast(declared(where, f"--pb-{words}"), declared(where, f"--pb-{ground}")) >= 7


@pytest.mark.parametrize("tone", ["good", "bad", "plain", "warn"])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_verdicts_are_readable_on_their_ground(tone: str, scheme: str) -> None:
    """Words of a badge on its tint."""
    where = ":root" if scheme == "default" else SLATE
    assert contrast(declared(where, f"--pb-{tone}"), declared(where, f"--pb-{tone}-ground")) >= 7


def test_dark_follows_the_system_without_a_script() -> None:
    """Each rule of the dark scheme has a twin for prefers-color-scheme, where no choice is stored."""
    chosen = [(own.replace(SLATE, SYSTEM), body) for _, own, body in rules() if SLATE in own]
    system = [(own, body) for media, own, body in rules() if SYSTEM in own and "prefers-color-scheme:dark" in media]
    assert chosen
    assert chosen == system


def test_dark_colours_stay_off_paper() -> None:
    """A stored choice for dark does not blacken a printed page."""
    assert all("screen" in media for media, own, _ in rules() if SLATE in own or SYSTEM in own)


def test_style_sheet_loads_nothing_from_elsewhere() -> None:
    """No font, picture or style of a third party."""
    assert "@import" not in styles()
    assert not re.findall(r"url\(['\"]?(?:https?:)?//", styles())


def test_first_view_stays_small() -> None:
    """Style sheet and scripts of every page, compressed."""
    manifest = json.loads((ASSETS / "manifest.json").read_text())
    sizes = {name: len(gzip.compress((ASSETS / manifest[name]).read_bytes())) for name in manifest}
    assert sizes["site.css"] <= 14 * 1024
    assert sizes["site.js"] + sizes["scheme.js"] <= 4 * 1024
