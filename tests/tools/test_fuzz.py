"""The fuzzer would notice: every way in which the checker could fail an editor ends its run."""

from pathlib import Path

import pytest

from planbuilder.source import Problem
from tools import fuzz


@pytest.mark.parametrize("path", sorted(fuzz.FILES))
def test_what_is_in_order_and_what_is_not_text_pass(path: str) -> None:
    """The files that it begins with, and bytes that no file may hold: a plain refusal is no finding."""
    fuzz.judge(path, fuzz.FILES[path])
    fuzz.judge(path, fuzz.FILES[path] + b"\xff")


@pytest.mark.parametrize(
    "problem",
    [
        Problem("data/site.yml", 0, 1, "", "this is wrong", "write another"),
        Problem("data/site.yml", 900, 1, "", "this is wrong", "write another"),
        Problem("data/site.yml", 1, 0, "", "this is wrong", "write another"),
        Problem("data/site.yml", 1, 1, "", "", "write another"),
        Problem("data/site.yml", 1, 1, "", "this is wrong", ""),
        Problem("data/site.yml", 1, 1, "", "\x1b[2J", "write another"),
    ],
)
def test_a_sentence_that_helps_nobody_is_a_finding(problem: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    """No place, no words, no remedy, or signs that a terminal obeys."""
    monkeypatch.setattr(fuzz, "check", lambda _root: (problem,))
    with pytest.raises(AssertionError):
        fuzz.judge("data/site.yml", fuzz.FILES["data/site.yml"])


def test_an_exception_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor would see a traceback."""

    def check(_root: Path) -> tuple[Problem, ...]:
        raise RecursionError

    monkeypatch.setattr(fuzz, "check", check)
    with pytest.raises(RecursionError):
        fuzz.judge("data/site.yml", fuzz.FILES["data/site.yml"])
