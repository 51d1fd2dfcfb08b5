"""What is remembered of pages, as JSON: so that pages built on one machine can be used on another.

Nothing in a record is taken on trust: a page counts only while its questions have the same answers, and its files
only while they have the content that the record names (`job`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

import planbuilder
from planbuilder.mkdocs.memory import Memory
from planbuilder.mkdocs.writing import Made, Name
from planbuilder.model.answers import Question
from planbuilder.outputs.linkcheck import PageLinks
from planbuilder.outputs.search import Entry, Label
from planbuilder.pages.registers import Listed


def written(memory: Memory) -> bytes:
    """The records of all pages that a memory holds."""
    questions = {question: number for number, question in enumerate(sorted({*_asked(memory)}))}
    return json.dumps(
        {
            "version": planbuilder.__version__,
            "frame": memory.frame.hex(),
            "prose": sorted(memory.prose),
            "questions": [*questions],
            "answers": {
                code: {
                    str(questions[question]): digest.hex()
                    for question, digest in answers.items()
                    if question in questions
                }
                for code, answers in memory.answers.items()
            },
            "pages": {
                code: [[[*name], _page(made, questions)] for name, made in pages.items()]
                for code, pages in memory.pages.items()
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def _asked(memory: Memory) -> Iterable[Question]:
    return (question for pages in memory.pages.values() for made in pages.values() for question in made.asked)


def _page(made: Made, questions: Mapping[Question, int]) -> dict[str, Any]:
    entry, listed = made.entry, made.listed
    return {
        "path": made.path,
        "files": {path: digest.hex() for path, digest in made.files.items()},
        "links": [made.links.path, sorted(made.links.ids), sorted(made.links.wanted), sorted(made.links.twice)],
        "entry": {
            "title": entry.title.__dict__,
            "where": [label.__dict__ for label in entry.where],
            "description": entry.description,
            "headings": [[id_, label.__dict__] for id_, label in entry.headings],
            "words": entry.words,
            "sensitive": entry.sensitive,
        },
        "listed": [listed.path, listed.label, listed.where],
        "in_list": made.in_list,
        "foreign": made.foreign,
        "asked": sorted(questions[question] for question in made.asked),
    }


@dataclass(frozen=True)
class Records:
    """What a memory held when it was written down."""

    frame: bytes
    prose: frozenset[str]
    answers: Mapping[str, Mapping[Question, bytes]]
    pages: Mapping[str, Mapping[Name, Made]]


def read(content: bytes) -> Records | None:
    """The records that were written; None for what is damaged, or of another version of planbuilder."""
    try:
        found = json.loads(content)
        questions = [tuple(question) for question in found["questions"]]
        records = Records(
            bytes.fromhex(found["frame"]),
            frozenset(found["prose"]),
            {
                code: {questions[int(number)]: bytes.fromhex(digest) for number, digest in known.items()}
                for code, known in found["answers"].items()
            },
            {
                code: {tuple(name): _made(page, questions) for name, page in known}
                for code, known in found["pages"].items()
            },
        )
        return records if found["version"] == planbuilder.__version__ else None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _made(page: Mapping[str, Any], questions: list[Question]) -> Made:
    entry = page["entry"]
    path, ids, wanted, twice = page["links"]
    where, label, above = page["listed"]
    return Made(
        path=page["path"],
        files={name: bytes.fromhex(digest) for name, digest in page["files"].items()},
        links=PageLinks(path, frozenset(ids), frozenset((one, anchor) for one, anchor in wanted), frozenset(twice)),
        entry=Entry(
            path=page["path"],
            title=Label(**entry["title"]),
            where=tuple(Label(**one) for one in entry["where"]),
            description=entry["description"],
            headings=tuple((id_, Label(**one)) for id_, one in entry["headings"]),
            words={stem: (count, form) for stem, (count, form) in entry["words"].items()},
            sensitive=entry["sensitive"],
        ),
        listed=Listed(where, Markup(label), None if above is None else Markup(above)),  # noqa: S704 – as it was written
        in_list=page["in_list"],
        foreign=page["foreign"],
        asked=frozenset(questions[number] for number in page["asked"]),
    )
