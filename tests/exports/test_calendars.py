"""Dates that a reader can put into a calendar."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from planbuilder.source import check
from tests.exports.test_linked_data import blocks, with_open_day
from tests.sites import GOLDEN, climate, tree

LONDON = ZoneInfo("Europe/London")
HEARING = """
hearing:
  title: Hearing, and more; over lunch
  kind: have_your_say
  text: Tell us.
  closes: 2026-04-30
talk:
  title: Evening talk
  kind: attend
  text: Questions are welcome.
  opens: 2026-07-02
  closes: 2026-07-02
  begins: "18:30"
  ends: "20:00"
  moved_from: 2026-06-25
  source: {document: climate-plan}
walk:
  title: Walk by the river
  kind: attend
  text: With boots.
  opens: 2026-03-14
  begins: "09:30"
  cancelled: The path is under water.
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
    times = {name: (event["DTSTART"].dt, event.get("DTEND")) for name, event in found.items()}
    assert {name: (first, last and last.dt) for name, (first, last) in times.items()} == {
        "Open day": (date(2026, 3, 1), date(2026, 3, 3)),
        "Hearing, and more; over lunch": (date(2026, 4, 30), date(2026, 5, 1)),
        "Evening talk": (datetime(2026, 7, 2, 18, 30, tzinfo=LONDON), datetime(2026, 7, 2, 20, tzinfo=LONDON)),
        "Walk by the river": (datetime(2026, 3, 14, 9, 30, tzinfo=LONDON), None),
    }
    assert {event["DTSTAMP"].dt for event in found.values()} == {datetime(2026, 2, 1, tzinfo=UTC)}
    assert str(found["Open day"]["LOCATION"]) == "Town hall"


def test_each_event_has_a_file_that_its_page_links_to(site: Path) -> None:
    """In every language; what is over has none."""
    files = [path for path in tree(site / "data") if path.endswith(".ics") and not path.endswith("/calendar.ics")]
    assert len(files) == 4
    for path in files:
        (event,) = events(site, path).values()
        assert event["UID"] == f"{path.removesuffix('.ics')}@climate.example.org"
        for code in ("en", "pl"):
            page = (site / code / "riverbank/2025-2030/get-involved/index.html").read_text("utf-8")
            assert f'data/{path}" download>' in page


def test_a_time_is_that_of_the_clock_in_summer_and_winter(site: Path) -> None:
    """The file brings its time zone with it, so that no program has to know it."""
    content = (site / "data/riverbank/calendar.ics").read_text("utf-8")
    assert "DTSTART;TZID=Europe/London:20260702T183000" in content
    assert content.count("BEGIN:VTIMEZONE") == 1
    (talk,) = (event for event in vobject.readOne(content).vevent_list if event.summary.value == "Evening talk")
    assert talk.dtstart.value.astimezone(UTC) == datetime(2026, 7, 2, 17, 30, tzinfo=UTC)
    (walk,) = (event for event in vobject.readOne(content).vevent_list if event.summary.value == "Walk by the river")
    assert walk.dtstart.value.astimezone(UTC) == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def test_a_calendar_that_has_an_event_learns_of_its_move_and_its_end(site: Path) -> None:
    """The id stays, the number of the sequence rises, and what is cancelled says why."""
    found = events(site, "riverbank/calendar.ics")
    told = {name: (int(event["SEQUENCE"]), str(event["STATUS"])) for name, event in found.items()}
    assert told == {
        "Open day": (0, "CONFIRMED"),
        "Hearing, and more; over lunch": (0, "CONFIRMED"),
        "Evening talk": (1, "CONFIRMED"),
        "Walk by the river": (1, "CANCELLED"),
    }
    assert str(found["Walk by the river"]["DESCRIPTION"]).startswith("The path is under water.\n")


def test_every_calendar_is_valid_and_says_whose_it_is(site: Path) -> None:
    """As vobject sees it, which is not ours: it demands what RFC 5545 does. Publisher and credit stand in each."""
    files = sorted((site / "data").rglob("*.ics"))
    assert len(files) == 5
    for file in files:
        (calendar,) = vobject.readComponents(file.read_text("utf-8"))
        assert calendar.validate(raiseException=True), file
        assert calendar.description.value.startswith("Riverbank Climate Partnership")
    talk = vobject.readOne(next(file for file in files if file.stem == "talk").read_text("utf-8"))
    assert " · " in talk.description.value


def test_readers_see_the_time_the_move_and_the_cancellation(site: Path) -> None:
    """On the page, in their language; and machines are told the same."""
    page = (site / "pl/riverbank/get-involved/index.html").read_text("utf-8")
    for words in ("Odwołane: ", "The path is under water.", "18:30", "25 czerwca 2026", "riverbank/calendar.ics<"):
        assert words in page
    (told,) = blocks(site / "pl/riverbank/get-involved/index.html")
    named = {item["name"]: item for item in told}
    assert named["Evening talk"]["startDate"] == "2026-07-02T18:30:00+01:00"
    assert named["Evening talk"]["eventStatus"] == "https://schema.org/EventRescheduled"
    assert named["Evening talk"]["previousStartDate"] == "2026-06-25"
    assert named["Walk by the river"]["eventStatus"] == "https://schema.org/EventCancelled"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('begins: "18:30"', "a time without a day"),
        ('opens: 2026-07-02\n  ends: "18:30"', "it ends at a time, and begins at none"),
        ('opens: 2026-07-02\n  begins: "18:30"\n  ends: "18:00"', "it ends before it begins"),
        ("opens: 2026-07-02\n  moved_from: 2026-07-02", "moved to the day from which it was moved"),
        ("opens: 2026-07-02\n  begins: 6.30 pm", '"6.30 pm" is not a time of day – write hours and minutes'),
    ],
)
def test_a_time_that_can_not_be_is_told(tmp_path: Path, lines: str, said: str) -> None:
    """With file and line."""
    project = climate(tmp_path)
    file = project.root / "data/riverbank/plans/2025-2030/get-involved.yml"
    entry = f"talk:\n  title: Evening talk\n  kind: attend\n  text: Come.\n  {lines}\n"
    file.write_text(file.read_text("utf-8") + entry, "utf-8")
    (problem,) = (item for item in check(project.root) if item.path.endswith("get-involved.yml"))
    assert said in str(problem)
    assert str(problem).startswith("data/riverbank/plans/2025-2030/get-involved.yml:")


def test_without_dates_there_is_no_calendar() -> None:
    """An empty file would promise something."""
    assert [path for path in tree(GOLDEN / "climate" / "expected") if path.endswith(".ics")] == []
