"""The checker compares what is claimed with what the figures show."""

from pathlib import Path

from tests.sites import climate

from planbuilder.source import Problem, check
from planbuilder.verdict.claims import CHECKS

PRIORITY = "data/riverbank/plans/2025-2030/priorities/1-warm-homes.yml"


def _found(tmp_path: Path, stated: str) -> list[Problem]:
    project = climate(tmp_path)
    project.edit(PRIORITY, "- {measure: emissions}", f"- {{measure: emissions, stated: {stated}}}")
    return [problem for problem in check(project.root, more=CHECKS) if "figures of emissions" in problem.sentence]


def test_a_claim_that_the_figures_contradict_is_a_warning(tmp_path: Path) -> None:
    """Emissions fell by a fifth, and a fall is wanted: that is no worsening."""
    (problem,) = _found(tmp_path, "getting_worse")
    assert (problem.path, problem.severity) == (PRIORITY, "warning")
    assert "states that it gets worse, and the figures of emissions show an improvement" in problem.sentence


def test_no_change_is_a_claim_too(tmp_path: Path) -> None:
    """In line with last year, says the source; the figures say otherwise."""
    assert len(_found(tmp_path, "no_change")) == 1


def test_a_claim_that_the_figures_bear_out_is_silent(tmp_path: Path) -> None:
    """Nothing to mend."""
    assert _found(tmp_path, "improving") == []
