"""A file that a form has changed is the file that it was, but for the change."""

import json
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest

from planbuilder.source.strict_yaml import parse

ROOT = Path(__file__).parents[2]
NODE = Path(__file__).parent / "edit_in_node.mjs"

MEASURE = """\
# Counted by the council, each spring.
title: Trees that were planted
unit: trees   # not hedges
wanted: increase
definition: >-
  Every tree with a trunk that one can
  walk around.
observations:
  - {period: 2024, value: 12}  # the first year
  # The nursery had burnt down.
  - {period: 2025, value: 7.50, note: 'A bad year, all in all'}
source: {document: plan, section: "2: Trees"}
"""


def written(*asked: tuple[str, Any]) -> list[str]:
    """The text of each file after its new values were saved; None keeps the values."""
    result = subprocess.run(["node", NODE], input=json.dumps(asked), capture_output=True, text=True, check=True)
    found: list[str] = json.loads(result.stdout)
    return found


def changed(text: str, *path: str | int, to: Any) -> str:
    """The text after one value was changed in the form."""
    value: Any = parse("x.yml", text).value
    place = value
    for step in path[:-1]:
        place = place[step]
    match place:
        case list() if path[-1] == len(place):
            place.append(to)
        case _:
            place[path[-1]] = to
    return written((text, value))[0]


def differences(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_file_that_nobody_changed_keeps_every_byte() -> None:
    """Of this repository's data, whatever their authors did: comments, folded lines, quotes, spaces."""
    files = [path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yml"))]
    assert written(*((text, None) for text in files)) == files


def test_a_new_figure_is_one_new_line() -> None:
    """Written as those beside it are."""
    after = changed(
        MEASURE, "observations", 2, to={"period": "2026", "value": "31", "status": "provisional", "note": ""}
    )
    assert differences(MEASURE, after) == ([], ["  - {period: 2026, value: 31, status: provisional}"])


@pytest.mark.parametrize(
    ("path", "to", "gone", "new"),
    [
        (("unit",), "people", "unit: trees   # not hedges", "unit: people   # not hedges"),
        (("observations", 0, "value"), "13", "  - {period: 2024, value: 12}  # the first year",
         "  - {period: 2024, value: 13}  # the first year"),
        (("observations", 1, "status"), "revised",
         "  - {period: 2025, value: 7.50, note: 'A bad year, all in all'}",
         "  - {period: 2025, value: 7.50, note: 'A bad year, all in all', status: revised}"),
        (("title",), "Trees: planted", "title: Trees that were planted", 'title: "Trees: planted"'),
    ],
)  # fmt: skip
def test_a_changed_value_changes_its_own_words(path: tuple[str | int, ...], to: str, gone: str, new: str) -> None:
    """The comment behind it, the quotes and digits beside it stay."""
    assert differences(MEASURE, changed(MEASURE, *path, to=to)) == ([gone], [new])


def test_a_new_key_stands_where_the_form_has_it() -> None:
    """Long texts are folded, and paragraphs keep their lines."""
    sentence = "They are counted on the first Sunday in May, by whoever comes along, and no hedge counts as a tree."
    value = {**parse("x.yml", MEASURE).value}
    value = {
        "title": value.pop("title"),
        "short": "Trees",
        "caveats": [sentence, "Few."],
        **value,
        "why": "One.\n\nTwo.",
    }
    (after,) = written((MEASURE, value))
    gone, new = differences(MEASURE, after)
    assert gone == []
    assert new == [
        "short: Trees",
        "caveats:",
        "  - >-",
        *(f"    {line}" for line in textwrap.wrap(sentence, 107)),
        "  - Few.",
        "why: |",
        "  One.",
        "",
        "  Two.",
    ]
    assert after.index("short: Trees") < after.index("unit:")


def test_what_is_taken_out_takes_nothing_with_it() -> None:
    """An observation, and a key of its own."""
    value: Any = parse("x.yml", MEASURE).value
    del value["observations"][0], value["definition"]
    (after,) = written((MEASURE, value))
    gone, new = differences(MEASURE, after)
    assert new == []
    assert gone == [
        "definition: >-", "  Every tree with a trunk that one can", "  walk around.",
        "  - {period: 2024, value: 12}  # the first year",
    ]  # fmt: skip


def test_empty_fields_and_boxes_that_are_not_ticked_are_not_written() -> None:
    """A form gives every field back; a file says what is said."""
    value = {**parse("x.yml", MEASURE).value, "short": "", "caveats": [], "sensitive": False, "target": {"by": None}}
    assert written((MEASURE, value)) == [MEASURE]
    assert "sensitive: true" in written((MEASURE, {**value, "sensitive": True}))[0]


def test_a_file_that_is_not_there_yet_is_written_whole() -> None:
    """The first achievement of a plan."""
    (text,) = written(
        ("", {"first-street": {"title": "The first street", "text": "All of Mill Lane.", "headline": False}})
    )
    assert text == "first-street:\n  title: The first street\n  text: All of Mill Lane.\n"


def test_lines_of_windows_stay() -> None:
    """A file with its line ends keeps them, in new lines too."""
    after = changed(MEASURE.replace("\n", "\r\n"), "observations", 2, to={"period": "2026", "value": "31"})
    assert after.count("\r\n") == after.count("\n") == MEASURE.count("\n") + 1
