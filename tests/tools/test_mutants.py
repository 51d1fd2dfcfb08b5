"""What `make mutants` draws, and what it says of it."""

from tools.mutants import report, sample

MUTANTS = {
    "source.rows": {f"planbuilder.source.rows.x_parse__mutmut_{number}": "killed" for number in range(1, 41)},
    "pages.bidi": {"planbuilder.pages.bidi.x_isolated__mutmut_1": "survived"},
}


def test_the_same_mutants_are_drawn_every_time() -> None:
    """So many of each module, or all where it has fewer."""
    drawn = sample(MUTANTS, 15)
    assert drawn == sample(MUTANTS, 15)
    assert {module: len(states) for module, states in drawn.items()} == {"source.rows": 15, "pages.bidi": 1}


def test_what_no_test_noticed_is_named() -> None:
    """And counts against the rest; so does what was not tried."""
    told = report(MUTANTS, sample(MUTANTS, 15))
    assert "**15 of 16 noticed: 93.8 %.**" in told
    assert "| `source.rows` | 40 | 15 | 15 |" in told
    assert "- `planbuilder.pages.bidi.x_isolated__mutmut_1`: survived\n" in told
