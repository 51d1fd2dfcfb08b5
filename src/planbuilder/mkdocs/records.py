"""What is remembered of pages, as JSON: so that pages built on one machine can be used on another.

Nothing in a record is taken on trust: a page counts only while its questions have the same answers, and its files
only while they have the content that the record names (`job`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from markupsafe import Markup

import planbuilder
from planbuilder.mkdocs.memory import Memory
from planbuilder.mkdocs.writing import Made, Name
from planbuilder.model.answers import Question
from planbuilder.outputs.linkcheck import PageLinks
from planbuilder.outputs.search import Entry, Label
from planbuilder.pages.registers import Listed

T = TypeVar("T", bound=tuple[str, ...])


def written(memory: Memory) -> Iterator[bytes]:
    """The records of all pages that a memory holds: lines of JSON, for all in one they are too much for a large site.

    First what holds for all, then a line for each question with what stands for its answer in each language, for each
    link, and for each page.
    """
    questions, links = _numbered(made.asked for made in _pages(memory)), _numbered(_links(memory))
    head = {"version": planbuilder.__version__, "frame": memory.frame.hex(), "prose": sorted(memory.prose)}
    yield _line({**head, "codes": [*memory.answers], "questions": len(questions), "links": len(links)})
    for question in questions:
        yield _line([question, [answers.get(question, b"").hex() for answers in memory.answers.values()]])
    yield from map(_line, links)
    for code, by_name in memory.pages.items():
        for name, made in by_name.items():
            yield _line([code, [*name], _page(made, questions, links)])


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _pages(memory: Memory) -> Iterable[Made]:
    return (made for by_name in memory.pages.values() for made in by_name.values())


def _links(memory: Memory) -> Iterable[Iterable[tuple[str, str]]]:
    return (made.links.wanted for made in _pages(memory))


def _numbered(found: Iterable[Iterable[T]]) -> dict[T, int]:
    """Everything once, in order, with its number."""
    return {one: number for number, one in enumerate(sorted({one for some in found for one in some}))}


def _page(made: Made, questions: Mapping[Question, int], links: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    entry, listed, own = made.entry, made.listed, made.links
    return {
        "path": made.path,
        "files": {path: digest.hex() for path, digest in made.files.items()},
        "links": [own.path, sorted(own.ids), sorted(links[link] for link in own.wanted), sorted(own.twice)],
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
        lines = map(json.loads, content.splitlines())
        head = next(lines)
        if head["version"] != planbuilder.__version__:
            return None
        told = [(tuple(question), digests) for question, digests in islice(lines, head["questions"])]
        questions = [question for question, _ in told]
        links = [tuple(link) for link in islice(lines, head["links"])]
        answers = {
            code: {question: bytes.fromhex(digests[place]) for question, digests in told if digests[place]}
            for place, code in enumerate(head["codes"])
        }
        pages: dict[str, dict[Name, Made]] = {code: {} for code in head["codes"]}
        for code, name, page in lines:
            pages[code][tuple(name)] = _made(page, questions, links)
        return Records(bytes.fromhex(head["frame"]), frozenset(head["prose"]), answers, pages)
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration, RecursionError):
        return None


def _made(page: Mapping[str, Any], questions: list[Question], links: list[tuple[str, str]]) -> Made:
    entry = page["entry"]
    path, ids, wanted, twice = page["links"]
    where, label, above = page["listed"]
    return Made(
        path=page["path"],
        files={name: bytes.fromhex(digest) for name, digest in page["files"].items()},
        links=PageLinks(path, frozenset(ids), frozenset(links[number] for number in wanted), frozenset(twice)),
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
