"""Problems as others read them: a terminal, the annotations of a code host, a code scanner, a script."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

import click

from planbuilder import __version__
from planbuilder.source import Problem, Severity

_COLOURS: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_GITHUB: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_GITLAB: Mapping[Severity, str] = {"error": "critical", "warning": "minor", "note": "info"}
_RULES: Mapping[Severity, str] = {
    "error": "Nothing can be published until this is put right.",
    "warning": "This can be published, but somebody should look at it.",
    "note": "A fault of the source that readers are told of.",
}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def counted(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity, the gravest first."""
    found: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
    for problem in problems:
        found[problem.severity] += 1
    return found


def summary(problems: Iterable[Problem]) -> str:
    """How many there are, and what follows from them."""
    counts = counted(problems)
    found = [f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in counts.items() if number]
    if not found:
        return "The data is in order: no errors, no warnings."
    end = "nothing can be published until the errors are put right" if counts["error"] else "the site can be published"
    return f"{', '.join(found)}: {end}."


def text(problems: tuple[Problem, ...]) -> str:
    """One problem a line, its place in the colour of its severity, and a last line that sums up.

    The words alone say all: click takes the colours out where the output is no terminal.
    """
    lines = []
    for problem in problems:
        place, colon, rest = str(problem).partition(": ")
        lines.append(click.style(f"{place}{colon}", fg=_COLOURS[problem.severity]) + rest)
    return "\n".join([*lines, summary(problems)])


def github(problems: tuple[Problem, ...]) -> str:
    """Workflow commands: GitHub shows each beside its line in the pull request."""
    lines = []
    for problem in problems:
        places = {"file": problem.path, "line": problem.line, "col": problem.column}
        properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items())
        lines.append(f"::{_GITHUB[problem.severity]} {properties}::{_escaped(_message(problem))}")
    return "\n".join([*lines, summary(problems)])


def _escaped(value: str, more: str = "") -> str:
    """Text that can't end a workflow command or begin another one."""
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in value)


def gitlab(problems: tuple[Problem, ...]) -> str:
    """A Code Quality report: GitLab shows it in the merge request."""
    return _json([_gitlab_issue(problem, earlier) for problem, earlier in _with_twins(problems)])


def _gitlab_issue(problem: Problem, earlier: int) -> dict[str, Any]:
    # No line in it: a problem that only moved is not a new one.
    told = "\0".join((problem.path, problem.field, problem.sentence, str(earlier)))
    return {
        "description": _message(problem),
        "check_name": f"planbuilder-{problem.severity}",
        "fingerprint": hashlib.sha256(told.encode()).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def _with_twins(problems: tuple[Problem, ...]) -> Iterable[tuple[Problem, int]]:
    """Each problem, with how many before it say the same of the same field."""
    seen: dict[tuple[str, str, str], int] = {}
    for problem in problems:
        same = (problem.path, problem.field, problem.sentence)
        yield problem, seen.get(same, 0)
        seen[same] = seen.get(same, 0) + 1


def sarif(problems: tuple[Problem, ...]) -> str:
    """SARIF 2.1.0, for code scanning and for editors that show it."""
    rules = [{"id": f"data-{kind}", "shortDescription": {"text": words}} for kind, words in _RULES.items()]
    driver = {"name": "planbuilder", "version": __version__, "rules": rules}
    results = [_sarif_result(problem) for problem in problems]
    runs = [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]
    return _json({"$schema": _SARIF, "version": "2.1.0", "runs": runs})


def _sarif_result(problem: Problem) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(problem.path)},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": f"data-{problem.severity}",
        "level": problem.severity,
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": place}],
    }


def as_json(problems: tuple[Problem, ...]) -> str:
    """All that is known, for scripts. `version` changes when a name or a meaning does."""
    listed = [
        {
            "severity": problem.severity,
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "field": problem.field,
            "sentence": problem.sentence,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return _json({"version": 1, "counts": counted(problems), "problems": listed})


def _message(problem: Problem) -> str:
    field = f"{problem.field}: " if problem.field else ""
    return " ".join(f"{field}{problem.sentence} – {problem.remedy}".split())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[tuple[Problem, ...]], str]] = {
    "text": text,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "json": as_json,
}
"""What `planbuilder check --format` can write."""
