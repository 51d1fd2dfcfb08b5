"""The picture beside a link that is shared: a plan as a sheet with a line for each of its priorities.

It has no words. They stand beside it, in the reader's language, and are drawn by the reader's own device.
"""

import io
from functools import lru_cache

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.plan import Plan

SIZE = (1200, 630)
"""Width and height in pixels, as social networks ask for them."""

SITE_PICTURE = "pictures/site.png"
"""The picture of every page that belongs to no plan, or to a sensitive subject: a sheet with nothing on it."""

_COLOURS = {
    "red": 0xB71C1C,
    "pink": 0x880E4F,
    "purple": 0x4A148C,
    "deep purple": 0x311B92,
    "indigo": 0x283593,
    "blue": 0x0D47A1,
    "light blue": 0x01579B,
    "cyan": 0x006064,
    "teal": 0x004D40,
    "green": 0x1B5E20,
    "light green": 0x33691E,
    "lime": 0x4E5A12,
    "yellow": 0x6B5300,
    "amber": 0x7A4A00,
    "orange": 0x8A3B00,
    "deep orange": 0x9C2B0B,
    "brown": 0x3E2723,
    "grey": 0x424242,
    "blue grey": 0x263238,
    "black": 0x000000,
}
"""Material's primary colours, dark enough for white."""
_LEVELS = 16
"""Steps between the colour and white: what the edges of round shapes need."""
_FINE = 2
"""Drawn so many times larger, so that edges are smooth."""
_MOST_LINES = 7
_GREY = 190


def picture_path(plan: Plan) -> str:
    """Where the picture of a plan lies, from the site's root."""
    return f"pictures/{plan.partnership_key}/{plan.id}.png"


def pictures(catalogue: Catalogue, primary: str) -> dict[str, bytes]:
    """The picture of each plan, and that of the site, by path. `primary` is Material's name of the site's colour."""
    found = {SITE_PICTURE: _drawn((), primary)}
    for plan in catalogue.all(Plan):
        priorities = catalogue.priorities(plan)
        lengths = tuple(len(item.actions) + len(item.measures) for item in priorities if not item.sensitive)
        found[picture_path(plan)] = _drawn(lengths, primary)
    return found


@lru_cache(maxsize=4_096)
def _drawn(lengths: tuple[int, ...], primary: str) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - takes a while to load, and only a build needs it

    width, height = SIZE
    image = Image.new("L", (width * _FINE, height * _FINE), 0)
    draw = ImageDraw.Draw(image)

    def bar(x: int, y: int, wide: int, high: int, level: int, radius: int) -> None:
        corners = (x * _FINE, y * _FINE, (x + wide) * _FINE, (y + high) * _FINE)
        draw.rounded_rectangle(corners, radius * _FINE, level)

    bar(250, 70, 700, height, 255, 24)  # the sheet; it goes on below the picture
    bar(310, 125, 420, 40, 0, 20)
    for line, length in enumerate(lengths[:_MOST_LINES]):
        top = 225 + line * 62
        bar(310, top, 32, 32, 0, 16)
        bar(368, top + 4, 90 + 36 * min(length, 12), 24, _GREY, 12)
    levels = image.reduce(_FINE).point([value * _LEVELS // 256 for value in range(256)])
    levels.putpalette(_palette(_COLOURS.get(primary.replace("-", " "), _COLOURS["indigo"])))
    content = io.BytesIO()
    levels.save(content, "PNG", bits=4, optimize=True)
    return content.getvalue()


def _palette(colour: int) -> list[int]:
    """The steps from a colour to white."""
    parts = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    return [part + (255 - part) * level // (_LEVELS - 1) for level in range(_LEVELS) for part in parts]
