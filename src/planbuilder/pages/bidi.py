"""What has a direction of its own on a right-to-left page, kept apart from the words around it as HTML does it."""

import re

_ELEMENTS = {"\u2067": '<bdi dir="rtl">', "\u2068": "<bdi>", "\u2069": "</bdi>"}
_SIGNS = "".join(_ELEMENTS)
_LEFT_OUT = dict.fromkeys(map(ord, _SIGNS))
_ADDRESS = r"https?://[!-;=?-~]*[A-Za-z0-9/]"
_LATIN = rf"{_ADDRESS}|[A-Za-z]{{2,}}(?:(?:[ \u00a0.,/’'–-]|&#39;|&amp;){{0,3}}[A-Za-z0-9]+)*"
_PLACES = re.compile(
    r"<(?P<whole>svg|title|script)\b.*?</(?P=whole)>"
    r'|<(?P<marked>span|div|a|bdi|li|cite|h2) (?:[^>]* )?lang="[^"]*"[^>]*>.*?</(?P=marked)>'
    r"|<[^>]*>|&[#\w]+;"
    rf"|(?P<sign>[{_SIGNS}])|(?P<latin>{_LATIN})",
    re.DOTALL,
)


def isolated(html: str, language: str) -> str:
    """A right-to-left page with `<bdi>` around values, phrases, addresses and names in Latin letters.

    Plain messages hold isolating characters, which become elements; in attributes and drawings, which hold none,
    they are left out: a value stands there alone. What is in Latin letters is marked as being in `language`, the one
    that the data are written in. What is marked with a language already stays as it is.
    """

    def mend(match: re.Match[str]) -> str:
        if match["sign"]:
            return _ELEMENTS[match[0]]
        if match["latin"]:
            return f'<bdi lang="{language}" dir="ltr">{match[0]}</bdi>'
        return match[0].translate(_LEFT_OUT)

    return _PLACES.sub(mend, html)
