"""Dates for a reader's own calendar (iCalendar, RFC 5545): one file for each way to take part, and one for all."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from planbuilder.exports.credits import credit_line
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.partnership import Partnership
from planbuilder.model.text import Text


def calendar_path(entity: Opportunity | Partnership) -> str:
    """Where a calendar lies below `data/`."""
    return f"{entity.key}/calendar.ics" if isinstance(entity, Partnership) else f"{entity.key}.ics"


def calendars(catalogue: Catalogue, partnership: Partnership) -> dict[str, bytes]:
    """The calendars of what has a date and is not over yet, by path below `data/`; none where there is nothing."""
    dated = [item for item in catalogue.opportunities(partnership) if _end(item, catalogue.today)]
    if not dated:
        return {}
    found = {calendar_path(item): _calendar(catalogue, item.title, [item]) for item in dated}
    return found | {calendar_path(partnership): _calendar(catalogue, partnership.name, dated)}


def _end(item: Opportunity, today: date) -> date | None:
    """The last day, if it is not over: what only opens has one day."""
    last = item.closes or item.opens
    return last if last and last >= today else None


def _calendar(catalogue: Catalogue, name: Text, dated: Sequence[Opportunity]) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - most sites have no dates, and it takes a while to load

    calendar = Calendar()
    calendar.add("prodid", "-//planbuilder//EN")
    calendar.add("version", "2.0")
    calendar.calendar_name = name.source
    documents = (item.source.document for item in dated if item.source)
    calendar.description = credit_line(catalogue, documents)
    calendar.refresh_interval = timedelta(days=1)
    for item in dated:
        calendar.add_component(_event(catalogue, item))
    year = catalogue.today.year
    calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + 10, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _event(catalogue: Catalogue, item: Opportunity) -> Any:
    """An event. Its UID stays; SEQUENCE tells a calendar that has it already of a move and of a cancellation."""
    from icalendar import Event  # noqa: PLC0415

    first, last = item.opens or item.closes, item.closes or item.opens
    if first is None or last is None:
        raise ValueError(f"{item.key} has no date")
    zone = ZoneInfo(catalogue.site.time_zone)
    event = Event()
    event.add("uid", f"{item.key}@{urlsplit(catalogue.site.address).hostname}")
    event.add("dtstamp", datetime.combine(catalogue.today, time(), UTC))
    event.add("sequence", bool(item.moved_from) + bool(item.cancelled))
    event.add("status", "CANCELLED" if item.cancelled else "CONFIRMED")
    if item.begins:
        event.add("dtstart", datetime.combine(first, time.fromisoformat(item.begins), zone))
        if item.ends:
            event.add("dtend", datetime.combine(last, time.fromisoformat(item.ends), zone))
    else:
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))  # whole days; the end is the first day that is not part of it
    event.add("summary", item.title.source)
    event.add("description", "\n\n".join(text.source for text in (item.cancelled, item.text) if text))
    if item.where:
        event.add("location", item.where.source)
    if item.web:
        event.add("url", item.web)
    return event
