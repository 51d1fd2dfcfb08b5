"""`make fuzz`: what editors and strangers send in, spoilt at random for as long as one likes.

A small project that is in order has one file spoilt: signs exchanged, pieces doubled or taken out, and put in what has
broken readers of YAML, CSV, Markdown and PO before. Whatever comes of it, the checker has to end with sentences that
name a place in the file, within seconds of the processor's time. Hypothesis finds the smallest input that fails.
"""

import sys
import tempfile
import time
from pathlib import Path

import click
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.source.small_project import GOOD, project

from planbuilder.i18n import translated
from planbuilder.source import DataError, Problem, check, load

MOST_SECONDS = 4
"""Of the processor, for a check and a load, each of which has two."""
EACH_TIME = 200
FILES = {
    **{f"data/{path}": text.encode() for path, text in GOOD.items()},
    "data/anytown/measures/road-casualties.csv": b"period,value,status\n2013,88,final\n2014,75,\n",
    "data/anytown/plans/2017-2020/sections/1-why.md": b"---\ntitle: Why\n---\n\n## So\n\nA [word](ref:anytown).\n",
    "data/anytown/translations/cy.po": b'msgid ""\nmsgstr "Language: cy\\n"\n\nmsgctxt "a#b"\nmsgid "x"\nmsgstr "y"\n',
    "data/redirects.yml": b"old/: {to: anytown}\n",
    "content/pages/en/about.md": b"---\ntitle: About\n---\n\nSome [words](privacy.md) and `code`.\n",
    "content/pages/en/privacy.md": b"---\ntitle: Privacy\n---\n\nWords.\n",
}
_YAML = ("[", "]", "{", "}", "- ", "? ", ": ", ":\n", "&a ", "*a", "!!python/name:os.system ", "<<: ", "---\n", "...\n",
         "%YAML 1.1\n", "|\n", ">-\n", '"', "'", "\\", "\t", "\r\n", "~")  # fmt: skip
_UNICODE = ("\0", "\x1b", "\u202e", "\ufeff", "\ue000/", "\U000e0041", "\u2028", "é", "e\u0301", "٣")
_MARKDOWN = ("[x](javascript:x)", "[x](//e.org)", "![", "](", "<a:", "[a]: ", "ref:", "{{ 7*7 }}", "](../../")
_NUMBERS = ("1e999", "0x1F", "-0", "1_000", "12:30:45", "2016-13-45", "0000-00-00", "9" * 400, "NaN")
_TABLES = ("=cmd|' /C calc'!A0", '"a""b', ";", "msgid ", "msgstr[9] ", "#, fuzzy\n", '"\\x00"\n', "Plural-Forms: x\\n")
_MANY = tuple(sign * times for sign in ("[", "{", "- ", "> ", "a: ", "`", "*", "\\") for times in (25, 3_000))
_NO_TEXT = (b"\xff", b"\xed\xa0\x80", b"\xff\xfe")
PIECES = [*(piece.encode() for piece in _YAML + _UNICODE + _MARKDOWN + _NUMBERS + _TABLES + _MANY), *_NO_TEXT]


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the project, and what it holds now."""
    path = draw(st.sampled_from(sorted(FILES)))
    content = FILES[path]
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 40)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4) | st.just(content[start:end] * 3))
        content = content[:start] + piece + content[end:]
    return path, content


def judge(path: str, content: bytes) -> None:
    """Raises AssertionError when the checker does not end as it must; any other exception is a fault as well."""
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder))
        for other in {path, "content/pages/en/privacy.md"}:
            (root / other).parent.mkdir(parents=True, exist_ok=True)
            (root / other).write_bytes(FILES[other])
        (root / path).write_bytes(content)
        started = time.process_time()
        problems = check(root)
        try:
            translated(load(root), root)
        except DataError as refused:
            problems += refused.problems
        spent = time.process_time() - started
        assert spent < MOST_SECONDS, f"{spent:.1f} seconds"
        for problem in problems:
            _judge(problem, root)


def _judge(problem: Problem, root: Path) -> None:
    """A sentence has to help an editor: a place that the file has, what to do, and nothing a terminal would obey."""
    file = root / problem.path
    text = file.read_bytes() if file.is_file() else b""
    assert 1 <= problem.line <= text.count(b"\n") + text.count(b"\r") + 2, problem
    assert problem.column >= 1, problem
    assert problem.sentence, problem
    assert problem.remedy, problem
    assert str(problem).isprintable(), problem


def main() -> None:
    """Spoil for so many minutes, five if none are given."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 5
    end = time.monotonic() + 60 * minutes
    start = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    rounds = 0
    while time.monotonic() < end:
        limits = settings(max_examples=EACH_TIME, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        seed(start + rounds)(limits(given(spoilt())(lambda one: judge(*one))))()
        rounds += 1
    click.echo(f"{EACH_TIME * rounds:,} spoilt files: each was read, or told of. The next seed is {start + rounds}.")


if __name__ == "__main__":
    main()
