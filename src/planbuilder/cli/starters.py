"""What `planbuilder new` writes: the files in `starters/`, filled with an editor's answers."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from string import Template

from planbuilder import __version__
from planbuilder.cli.editor_settings import SETTINGS
from planbuilder.source import names

FOLDER = Path(__file__).parent / "starters"
_PLAIN = re.compile(r"[^\W\d_][\w ’–.,()/-]*")
_WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off"}


class Starter(Template):
    """A file with places to fill: %%{title}. The sign $ belongs to workflows."""

    delimiter = "%%"


def fill(name: str, values: Mapping[str, str]) -> str:
    """A starter file with its places filled. Raises KeyError for a place without a value."""
    return Starter((FOLDER / name).read_text("utf-8")).substitute(values)


def scalar(words: str) -> str:
    """Words as one YAML value on one line, in quotes only where they need some."""
    words = " ".join(words.split())
    if _PLAIN.fullmatch(words) and words.lower() not in _WORDS_OF_YAML:
        return words
    return json.dumps(words, ensure_ascii=False)  # a JSON text is a YAML text


def site(answers: Mapping[str, str], today: date) -> dict[str, str]:
    """Every file of a small site: path → text.

    `answers` are title, summary, address, publisher, partnership, area, plan, start and end, as an editor gives them.
    """
    partnership, plan = (
        names.made_from(answers["partnership"]) or "our-partnership",
        f"{answers['start'][:4]}-{answers['end'][:4]}",
    )
    values = {name: scalar(words) for name, words in answers.items()} | {
        "start": answers["start"],
        "end": answers["end"],
        "partnership_summary": scalar(f"They work together for {answers['area']}."),
        "publisher_id": names.made_from(answers["publisher"]) or "our-council",
        "title_plain": answers["title"],
        "today": today.isoformat(),
        "version": __version__,
        **{f"year_{number}": str(today.year - 4 + number) for number in (1, 2, 3)},
    }
    files = {}
    for path in sorted((FOLDER / "site").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(FOLDER / "site").as_posix()
            files[_target(name, partnership, plan)] = fill(f"site/{name}", values)
    return {**files, **{path: settings() for path, settings in SETTINGS.items()}}


def _target(name: str, partnership: str, plan: str) -> str:
    """Where a starter file goes. Names with a dot in front would be left out of a wheel."""
    name = name.replace("data/partnership/plan/", f"data/{partnership}/plans/{plan}/")
    return name.replace("data/partnership/", f"data/{partnership}/").replace("dot-", ".", name.startswith("dot-"))
