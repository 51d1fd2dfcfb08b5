"""The accessibility statement says what is so: a statement with gaps left in it is not published."""

import re
from collections.abc import Iterator

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.text import Text
from planbuilder.source.checks.finding import Finding
from planbuilder.source.leaves import leaves

_GAP = re.compile(
    r"\[[\w ,.'’/-]*\]|<[\w'’-]+ [\w ,.'’-]+>|\{+[\w ,'’-]*\}+|_{3,}|\?{2,}"
    r"|\b(?:lorem ipsum|placeholder|todo|tbc|tbd|fixme|x{3,})\b",
    re.IGNORECASE,
)
"""What models of statements leave to be filled in."""


def gaps(catalogue: Catalogue) -> Iterator[Finding]:
    """No gap of a model statement is left in what readers are told of accessibility, and of who runs the site."""
    for loc, value in leaves(catalogue.site):
        if (
            loc[0] in ("accessibility", "publisher")
            and isinstance(value, Text)
            and (found := _GAP.search(value.source))
        ):
            sentence = f'"{found[0]}" is left here to be filled in, and the accessibility statement would say it'
            yield Finding(catalogue.site.key, loc, sentence, "write what is so, or delete it", "error")


CHECKS = (gaps,)
