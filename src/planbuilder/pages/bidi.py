"""Values of another direction, kept apart from the words around them as HTML does it."""

import re

from markupsafe import Markup

_OPEN, _CLOSE = "\u2068", "\u2069"
_PLACES = re.compile(rf"<svg\b.*?</svg>|<[^>]*>|[{_OPEN}{_CLOSE}]", re.DOTALL)


def isolated(html: Markup) -> Markup:
    """Isolating characters, which plain messages of right-to-left languages hold, as `<bdi>` elements.

    In attributes and drawings, which hold no elements, they are left out: a value stands there alone.
    """

    def mend(match: re.Match[str]) -> str:
        if match[0] == _OPEN:
            return "<bdi>"
        if match[0] == _CLOSE:
            return "</bdi>"
        return match[0].replace(_OPEN, "").replace(_CLOSE, "")

    return Markup(_PLACES.sub(mend, html))  # noqa: S704 – markup goes in
