"""The accessibility statement says what the regulations ask for, and no more than is so."""

from pathlib import Path

import pytest

from planbuilder.source import DataError, check, load
from tests.sites import Project, climate

PAGE = "en/accessibility/index.html"
FACTS = "  tested:"


def _statement(project: Project) -> str:
    html = (project.build() / PAGE).read_text("utf-8")
    return " ".join(html.partition("<h1")[2].partition("</article>")[0].split())


def _with(folder: Path, more: str) -> Project:
    project = climate(folder)
    project.edit("data/site.yml", FACTS, f"{more}{FACTS}")
    return project


def test_every_part_of_the_form_is_there(tmp_path: Path) -> None:
    """Status, non-compliance, burden, scope, contact, enforcement and preparation each have a heading."""
    said = _statement(climate(tmp_path))
    headings = ("feedback", "enforcement", "compliance", "falls-short", "burden", "out-of-scope", "preparation")
    assert all(f'id="{name}"' in said for name in headings)
    assert "https://www.equalityadvisoryservice.com/" in said


def test_each_barrier_stands_under_its_reason_with_what_helps(tmp_path: Path) -> None:
    """What it is, the criterion, the alternative, the day; once in the summary, once with its reason."""
    project = _with(
        tmp_path,
        "  barriers:\n"
        "    - {what: Old maps have no words., criterion: 1.1.1, instead: Ring us., mended_by: 2027-03-01}\n"
        "    - {what: The archive has no headings., why: burden}\n"
        "    - {what: Films before 2020 have no captions., why: out_of_scope}\n",
    )
    said = _statement(project)
    short, burden, scope = (
        said.partition(f'id="{first}"')[2].partition(f'id="{last}"')[0]
        for first, last in (("falls-short", "burden"), ("burden", "out-of-scope"), ("out-of-scope", "preparation"))
    )
    assert "Old maps have no words." in short
    assert "success criterion 1.1.1" in short
    assert "Ring us." in short
    assert "1 March 2027" in short
    assert "The archive has no headings." in burden
    assert "Films before 2020 have no captions." in scope
    assert said.count("Old maps have no words.") == 2


@pytest.mark.parametrize("status", ["", "  status: not\n"])
def test_no_site_is_called_fully_compliant(tmp_path: Path, status: str) -> None:
    """Not even one that knows of no barrier and passed every test."""
    project = _with(tmp_path, status)
    (project.root / "data" / "accessibility-test.yml").write_text(
        "day: 2026-01-20\npages: 12\nof: 1500\nsettings: 13\nfindings: 0\n"
        "tools:\n  - {name: axe-core, version: 4.14.1}\n",
        "utf-8",
    )
    said = _statement(project)
    assert "fully compliant" not in said
    assert "not compliant" in said if status else "partially compliant" in said
    assert "On 20 January 2026 a program opened 12 pages" in said
    assert "Pages of this website on that day: 1,500." in said
    assert "axe-core 4.14.1" in said


def test_a_site_that_nobody_can_write_to_says_so(tmp_path: Path) -> None:
    """It is a shortfall, not something to keep quiet about; a contact form mends it."""
    project = climate(tmp_path)
    site = project.root / "data" / "site.yml"
    site.write_text("\n".join(line for line in site.read_text("utf-8").splitlines() if "email:" not in line), "utf-8")
    said = _statement(project)
    assert "There is no contact form and no address to write to." in said.partition('id="falls-short"')[2]
    project.edit("data/site.yml", FACTS, f"  contact: https://council.example.org/contact/\n{FACTS}")
    said = _statement(project)
    assert "https://council.example.org/contact/" in said
    assert "no contact form" not in said


@pytest.mark.parametrize(
    "gap", ["[describe how you tested]", "TBC", "By <name of the auditor>.", "On ____.", "{date}", "Lorem ipsum dolor."]
)
def test_a_gap_of_a_model_statement_is_never_published(tmp_path: Path, gap: str) -> None:
    """Neither check nor build let it pass, and they say where it is."""
    project = climate(tmp_path)
    project.edit("data/site.yml", FACTS, f'  barriers: [{{what: "Maps. {gap}"}}]\n{FACTS}')
    with pytest.raises(DataError) as error:
        load(project.root)
    (problem,) = error.value.problems
    assert problem.path == "data/site.yml"
    assert "left here to be filled in" in problem.sentence
    assert check(project.root) == (problem,)


def test_ordinary_words_are_no_gap(tmp_path: Path) -> None:
    """Parentheses, a question, a number of a thing to do."""
    words = '{what: "Maps (of 1998) are pictures. Why? Age. To do: 3 < 4."}'
    project = _with(tmp_path, f"  barriers: [{words}]\n")
    assert load(project.root).site.accessibility.barriers
