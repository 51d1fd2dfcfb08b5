"""What pages say to machines: true, complete where it is known, and unable to leave its script element."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.sites import Project, climate

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOSTILE = "</script><script>window.__run=1</script><!--<script>"
LICENCE = "Open Government Licence v3.0"
INVOLVED = "data/riverbank/plans/2025-2030/get-involved.yml"
MEASURE = "en/riverbank/measures/emissions/index.html"
EVENT = """
open-day:
  title: Open day
  kind: attend
  text: Come and see **warm homes**.
  organisation: riverbank-council
  where: Town hall
  opens: 2026-03-01
  closes: 2026-03-02
"""


def blocks(page: Path) -> list[Any]:
    """What a page says, read as a machine does."""
    return [json.loads(found) for found in _BLOCK.findall(page.read_text("utf-8"))]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented climate plan, with an open day."""
    project = climate(tmp_path_factory.mktemp("linked"))
    project.edit("data/documents.yml", "  attribution: Riv", f"  licence: {LICENCE}\n  attribution: Riv")
    with_open_day(project)
    return project.build()


def with_open_day(project: Project) -> None:
    """Add something to come along to."""
    file = project.root / INVOLVED
    file.write_text(file.read_text("utf-8") + EVENT, "utf-8")


def test_a_measure_with_figures_is_a_dataset_whose_files_exist(site: Path) -> None:
    """From its first to its last day, with its CSV and JSON."""
    (told,) = blocks(site / MEASURE)
    assert (told["@context"], told["@type"]) == ("https://schema.org", "Dataset")
    assert told["temporalCoverage"] == "2022-01-01/2025-12-31"
    assert told["url"] == "https://climate.example.org/en/riverbank/measures/emissions/"
    (work,) = told["isBasedOn"]
    assert (work["name"], work["license"]["name"]) == ("Riverbank Climate Plan 2025–2030", LICENCE)
    assert told["creditText"] == "Riverbank Council, Climate Plan 2025–2030 (invented)."
    files = {item["contentUrl"]: item["encodingFormat"] for item in told["distribution"]}
    assert sorted(files.values()) == ["application/json", "text/csv", "text/csv"]  # that of the chart, and all rows
    assert all((site / address.removeprefix("https://climate.example.org/")).is_file() for address in files)


def test_a_partnership_is_an_organisation_with_members(site: Path) -> None:
    """Each member once, by name."""
    (told,) = blocks(site / "en/riverbank/index.html")
    assert told["@type"] == "Organization"
    assert [member["name"] for member in told["member"]] == ["Riverbank Council", "Riverbank Energy Co-operative"]


def test_only_what_has_a_day_is_an_event(site: Path) -> None:
    """The pages of a plan and of its partnership tell of the open day, without markup, and of no other way to join.

    It has one address, wherever it is listed.
    """
    for page in ("en/riverbank/2025-2030/get-involved", "pl/riverbank/get-involved"):
        ((told,),) = blocks(site / page / "index.html")
        assert (told["@type"], told["startDate"], told["endDate"]) == ("Event", "2026-03-01", "2026-03-02")
        assert (told["location"]["name"], told["description"]) == ("Town hall", "Come and see warm homes.")
        assert told["url"] == f"https://climate.example.org/{page[:2]}/riverbank/2025-2030/get-involved/#open-day"
        assert told["organizer"]["name"] == "Riverbank Council"


def test_a_sensitive_page_says_nothing_to_machines(tmp_path: Path) -> None:
    """A preview that tells its name could be seen by somebody else."""
    project = climate(tmp_path)
    project.edit("data/riverbank/measures/emissions.yml", "short: Emissions", "short: Emissions\nsensitive: true")
    assert blocks(project.build() / MEASURE) == []


@pytest.mark.browser
def test_hostile_words_stay_data_in_chromium(tmp_path: Path, browser: Browser) -> None:
    """Nothing of them runs, the policy is not violated, and the data is still the words."""
    project = climate(tmp_path)
    project.edit(
        "data/riverbank/measures/emissions.yml",
        "title: Carbon dioxide that Riverbank emits in a year",
        f"title: '{HOSTILE}'",
    )
    page = browser.new_page()
    page.add_init_script(
        "window.__violations = [];"
        "document.addEventListener('securitypolicyviolation', (e) => window.__violations.push(e.effectiveDirective));"
    )
    page.goto((project.build() / MEASURE).as_uri())
    told = json.loads(page.locator('script[type="application/ld+json"]').text_content() or "")
    assert told["name"].startswith(HOSTILE)
    assert page.locator("script:not([src]):not([type='application/ld+json'])").count() == 0
    assert page.evaluate("window.__run") is None
    violations = page.evaluate("window.__violations")
    page.close()
    assert [item for item in violations if item.startswith("script-src-elem")] == []
