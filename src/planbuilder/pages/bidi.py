"""Values of another direction, kept apart from the words around them as HTML does it."""

import re

from markupsafe import Markup

_ELEMENTS = {"\u2067": '<bdi dir="rtl">', "\u2068": "<bdi>", "\u2069": "</bdi>"}
_SIGNS = "".join(_ELEMENTS)
_PLACES = re.compile(rf"<svg\b.*?</svg>|<[^>]*>|[{_SIGNS}]", re.DOTALL)
_LEFT_OUT = dict.fromkeys(map(ord, _SIGNS))


def isolated(html: Markup) -> Markup:
    """Isolating characters, which plain messages of right-to-left languages hold, as `<bdi>` elements.

    In attributes and drawings, which hold no elements, they are left out: a value stands there alone.
    """

    def mend(match: re.Match[str]) -> str:
        return _ELEMENTS.get(match[0]) or match[0].translate(_LEFT_OUT)

    return Markup(_PLACES.sub(mend, html))  # noqa: S704 – markup goes in
