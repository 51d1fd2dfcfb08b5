"""What an editor perhaps meant."""

import difflib
from collections.abc import Iterable

_ALIKE = 0.75
"""Two typing errors in a word of ten letters; less alike words would be a riddle rather than help."""


def nearest(written: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like what was written, or the only one that begins with it; None if none is near."""
    choices = list(choices)
    if close := difflib.get_close_matches(written, choices, 1, _ALIKE):
        return close[0]
    longer = [choice for choice in choices if len(written) > 2 and choice.startswith(written)]
    return longer[0] if len(longer) == 1 else None
