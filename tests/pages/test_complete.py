"""The page of what plans and reports have to contain."""

import re
from pathlib import Path

from planbuilder.i18n.languages import languages
from planbuilder.pages import complete
from planbuilder.pages.edition import Edition
from planbuilder.pages.page import Page
from planbuilder.source import load
from tests.source.small_project import project

PROFILE = """\
title: What a plan has to contain
about: plan
requirements:
  - {id: steps, text: Steps., check: has_actions, verified: true}
  - {id: money, text: Money., check: has_funding%s}
  - {id: meeting, text: A meeting., check: by_hand, verified: true}
"""


def pages(root: Path) -> list[Page]:
    """The pages in English."""
    catalogue = load(root)
    known = languages(catalogue)
    return [draft.page() for draft in complete.pages(Edition(catalogue, known["en"], known))]


def test_each_requirement_has_its_result_in_words_and_its_place(tmp_path: Path) -> None:
    """Not by an icon alone; where it stands is linked."""
    (page,) = pages(project(tmp_path, {"profiles/law.yml": PROFILE % ""}))
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td></tr>', page.body)
    told = [tuple(re.sub(r"<[^>]+>", "", cell).strip() for cell in row) for row in rows]
    assert told == [
        ("Steps.", "found", "Safer roads"),
        ("Money.", "not found", "–"),
        ("A meeting.", "a person has to read it", "–"),
    ]
    assert "anytown/2017-2020/safer-roads/" in rows[0][2]
    assert "Found: 1. Not found: 1. For a person to read: 1." in page.body


def test_readers_are_told_that_nobody_has_compared_it_with_the_law(tmp_path: Path) -> None:
    """Until somebody has."""
    told = "Nobody has compared this list with the text of the law."
    (page,) = pages(project(tmp_path / "a", {"profiles/law.yml": PROFILE % ""}))
    assert told in page.body
    (page,) = pages(project(tmp_path / "b", {"profiles/law.yml": PROFILE % ", verified: true"}))
    assert told not in page.body


def test_without_lists_there_is_no_page(tmp_path: Path) -> None:
    """Nothing is said of what nobody asks for."""
    assert pages(project(tmp_path)) == []
