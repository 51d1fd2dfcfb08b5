"""Dates for a reader's own calendar (iCalendar, RFC 5545): one file for each way to take part, and one for all."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.partnership import Partnership


def calendar_path(entity: Opportunity | Partnership) -> str:
    """Where a calendar lies below `data/`."""
    return f"{entity.key}/calendar.ics" if isinstance(entity, Partnership) else f"{entity.key}.ics"


def calendars(catalogue: Catalogue, partnership: Partnership) -> dict[str, bytes]:
    """The calendars of what has a date and is not over yet, by path below `data/`; none where there is nothing."""
    dated = [item for item in catalogue.opportunities(partnership) if _end(item, catalogue.today)]
    if not dated:
        return {}
    found = {calendar_path(item): _calendar(catalogue, [item]) for item in dated}
    return found | {calendar_path(partnership): _calendar(catalogue, dated)}


def _end(item: Opportunity, today: date) -> date | None:
    """The last day, if it is not over: what only opens has one day."""
    last = item.closes or item.opens
    return last if last and last >= today else None


def _calendar(catalogue: Catalogue, dated: Iterable[Opportunity]) -> bytes:
    from icalendar import Calendar, Event  # noqa: PLC0415 - most sites have no dates, and it takes a while to load

    calendar = Calendar()
    calendar.add("prodid", "-//planbuilder//EN")
    calendar.add("version", "2.0")
    stamp = datetime.combine(catalogue.today, time(), UTC)
    host = urlsplit(catalogue.site.address).hostname
    for item in dated:
        first, last = item.opens or item.closes, item.closes or item.opens
        if first is None or last is None:
            raise ValueError(f"{item.key} has no date")
        event = Event()
        event.add("uid", f"{item.key}@{host}")
        event.add("dtstamp", stamp)
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))  # whole days; the end is the first day that is not part of it
        event.add("summary", item.title.source)
        event.add("description", item.text.source)
        if item.where:
            event.add("location", item.where.source)
        if item.web:
            event.add("url", item.web)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
