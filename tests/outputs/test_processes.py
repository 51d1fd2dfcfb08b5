"""Work that is shared out comes back in order, and what goes wrong in a process goes wrong here."""

import gc
import os

import pytest

from planbuilder.outputs.garbage import uncollected
from planbuilder.outputs.processes import dealt, each, meanwhile


def test_results_come_in_the_order_of_the_things() -> None:
    """Even a function that was made on the spot can be shared out."""
    factor = 3
    assert [*each(lambda number: number * factor, [3, 1, 2])] == [9, 3, 6]


def test_neighbours_are_done_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two processes that take turns, each has a half. None is lost, however many there are."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr("threading.active_count", lambda: 1)  # other tests may have left one, such as a server's
    assert dealt([1, 2, 3, 4, 5]) == [1, 4, 2, 5, 3]
    assert dealt([]) == []
    for length in range(1, 20):
        assert sorted(dealt(range(length))) == [*range(length)]


def test_nothing_to_do_is_done() -> None:
    """No things, no results."""
    assert [*each(str, [])] == []


def test_an_error_in_the_work_is_raised() -> None:
    """It is not lost with the process."""
    with pytest.raises(ZeroDivisionError):
        list(each(lambda number: 1 // number, [1, 0]))


@pytest.mark.parametrize("processors", [1, 2])
def test_work_is_done_beside_other_work(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    """In a process of its own, if there is a processor for it; what goes wrong there is raised here."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {*range(processors)})
    monkeypatch.setattr("threading.active_count", lambda: 1)
    here = os.getpid()
    with meanwhile(os.getpid) as found:
        assert (found() == here) == (processors == 1)
    with meanwhile(lambda: 1 // 0) as found, pytest.raises(ZeroDivisionError):
        found()


def test_meanwhile_nobody_looks_for_garbage() -> None:
    """Python's own search is off in the block and in the processes that are forked there."""
    with uncollected():
        assert [*each(lambda _: gc.isenabled(), [1, 2])] == [False, False]
    assert gc.isenabled()


def test_afterwards_what_was_made_counts_as_old() -> None:
    """Else the next look, which comes at once, would go through all of it."""
    with uncollected():
        made: list[list[int]] = [[] for _ in range(10_000)]
    assert len(gc.get_objects(generation=0)) < len(made) / 2


def test_after_an_error_it_is_looked_for_again() -> None:
    """A preview goes on after a build that failed."""

    def fail() -> None:
        with uncollected():
            list(each(lambda number: 1 // number, [0, 1]))

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.isenabled()


def test_what_a_piece_of_work_leaves_behind_is_thrown_away() -> None:
    """A long build does not grow by the rings of objects that each page leaves."""

    def rings(_: int) -> int:
        for _ in range(1_000):
            ring: list[object] = []
            ring.append(ring)
        return len(gc.get_objects())

    with uncollected():
        counts = [*each(rings, range(20))]
    assert max(counts) - min(counts) < 2_000
