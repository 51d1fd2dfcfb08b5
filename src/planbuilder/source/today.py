"""The day for which the site is built. Never the clock: the same data give the same site."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from planbuilder.model.entity import Entity
from planbuilder.model.period import Period
from planbuilder.source.leaves import leaves

_DAYS = (Period, date)
_LOOK_AHEAD = {"start", "end", "due", "opens", "closes", "moved_from", "by", "next_update", "trajectory", "until"}
"""Fields whose dates say nothing about how new the data are."""


def from_environment(environment: Mapping[str, str]) -> date | None:
    """The day that SOURCE_DATE_EPOCH (seconds since 1970, UTC) names; None where it is not set.

    Raises ValueError with a sentence when it is not a number of seconds.
    """
    written = environment.get("SOURCE_DATE_EPOCH", "")
    if not written:
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f'SOURCE_DATE_EPOCH is "{written[:40]}", which is not a number of seconds') from None


def newest(entities: Iterable[Entity]) -> date:
    """The newest day that the data tell of: the end of an observation's period, the day of a report."""
    days = [date(1970, 1, 1)]
    for entity in entities:
        for loc, value in leaves(entity):
            if isinstance(value, _DAYS) and not _LOOK_AHEAD.intersection(map(str, loc)):
                days.append(value.end if isinstance(value, Period) else value)
    return max(days)
