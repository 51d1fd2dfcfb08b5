"""Dates that a reader can put into a calendar."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.exports.test_linked_data import with_open_day
from tests.sites import GOLDEN, climate, tree

HEARING = """
hearing:
  title: Hearing, and more; over lunch
  kind: have_your_say
  text: Tell us.
  closes: 2026-04-30
over:
  title: Long over
  kind: attend
  text: It was good.
  opens: 2025-04-30
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented climate plan with an open day, a hearing, and something that is over."""
    project = climate(tmp_path_factory.mktemp("calendar"))
    with_open_day(project)
    file = project.root / "data/riverbank/plans/2025-2030/get-involved.yml"
    file.write_text(file.read_text("utf-8") + HEARING, "utf-8")
    return project.build()


def events(site: Path, path: str) -> dict[str, Any]:
    """The events of a file, read by a calendar's library, by title."""
    calendar = Calendar.from_ical((site / "data" / path).read_bytes())
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def test_what_is_to_come_is_in_the_partnerships_calendar(site: Path) -> None:
    """In whole days: the end is the day after the last; a closing date stands for itself; what is over is out."""
    found = events(site, "riverbank/calendar.ics")
    assert {name: (event["DTSTART"].dt, event["DTEND"].dt) for name, event in found.items()} == {
        "Open day": (date(2026, 3, 1), date(2026, 3, 3)),
        "Hearing, and more; over lunch": (date(2026, 4, 30), date(2026, 5, 1)),
    }
    assert {event["DTSTAMP"].dt for event in found.values()} == {datetime(2026, 2, 1, tzinfo=UTC)}
    assert str(found["Open day"]["LOCATION"]) == "Town hall"


def test_each_event_has_a_file_that_its_page_links_to(site: Path) -> None:
    """In every language; what is over has none."""
    files = [path for path in tree(site / "data") if path.endswith(".ics") and not path.endswith("/calendar.ics")]
    assert len(files) == 2
    for path in files:
        (event,) = events(site, path).values()
        assert event["UID"] == f"{path.removesuffix('.ics')}@climate.example.org"
        for code in ("en", "pl"):
            page = (site / code / "riverbank/2025-2030/get-involved/index.html").read_text("utf-8")
            assert f'data/{path}" download>' in page


def test_without_dates_there_is_no_calendar() -> None:
    """An empty file would promise something."""
    assert [path for path in tree(GOLDEN / "climate" / "expected") if path.endswith(".ics")] == []
