"""The page of what is due this quarter."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from planbuilder.i18n.languages import languages
from planbuilder.pages import due
from planbuilder.pages.edition import Edition
from planbuilder.source import load
from tests.source.small_project import GOOD, project

PRIORITY = "anytown/plans/2017-2020/priorities/1-safer-roads.yml"
MEASURE = "anytown/measures/road-casualties.yml"
ACTIONS = """\
  - {text: Lower the speed limit., lead: anytown-council, due: 2017-05-01}
  - {text: Ask people., due: 2017-06-20}
"""
FILES = {
    PRIORITY: GOOD[PRIORITY].replace("  - {text: Lower the speed limit., lead: anytown-council}\n", ACTIONS),
    MEASURE: GOOD[MEASURE] + "owner: anyshire-police\nnext_update: 2017-06-30\n",
    "units.yml": GOOD["units.yml"],
}


def told(root: Path, files: Mapping[str, str] | None = None) -> list[str]:
    """What the page says in English on 1 June 2017: headings and rows."""
    catalogue = load(project(root, files))
    known = languages(catalogue)
    (page,) = (draft.page() for draft in due.pages(Edition(catalogue, known["en"], known)))
    found = re.findall(r"<h2[^>]*>.*?</h2>|<tr><th scope=\"row\">.*?</tr>|<p>.*?</p>", page.body)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", part)).split()) for part in found]


def test_what_is_due_stands_below_who_leads_it(tmp_path: Path) -> None:
    """What is overdue says so in a word; what nobody leads comes last."""
    assert told(tmp_path, FILES) == [
        "Anyshire Police",
        "New figures: People hurt on the roads 30 June 2017",
        "Anytown Council",
        "Action: Lower the speed limit. 1 May 2017, overdue",
        "Nobody is named",
        "Action: Ask people. 20 June 2017",
    ]


def test_a_publisher_that_also_leads_has_one_heading(tmp_path: Path) -> None:
    """It is the same body, whichever file its name stands in."""
    files = {
        **FILES,
        "support-services.yml": GOOD["support-services.yml"].replace("  checked_on: 2017-05-01\n", ""),
    }
    said = told(tmp_path, files)
    assert said.count("Anytown Council") == 1
    place = said.index("Anytown Council")
    assert said[place + 1] == "Compare with the service's own page: Emergency services Never done yet"
    assert said[place + 2].startswith("Action: Lower")


def test_nothing_due_is_said(tmp_path: Path) -> None:
    """A page without a list would look broken."""
    assert told(tmp_path) == ["Nothing is due until 30 June 2017."]
