"""Work that is shared out comes back in order, and what goes wrong in a process goes wrong here."""

import pytest

from planbuilder.outputs.processes import each


def test_results_come_in_the_order_of_the_things() -> None:
    """Even a function that was made on the spot can be shared out."""
    factor = 3
    assert [*each(lambda number: number * factor, [3, 1, 2])] == [9, 3, 6]


def test_nothing_to_do_is_done() -> None:
    """No things, no results."""
    assert [*each(str, [])] == []


def test_an_error_in_the_work_is_raised() -> None:
    """It is not lost with the process."""
    with pytest.raises(ZeroDivisionError):
        list(each(lambda number: 1 // number, [1, 0]))
