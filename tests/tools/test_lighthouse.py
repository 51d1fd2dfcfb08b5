"""What `make lighthouse` makes of Lighthouse's reports."""

from typing import Any

from tools.lighthouse import CATEGORIES, failures, scores, speed


def report(performance: float, benchmark: float = 1_000) -> dict[str, Any]:
    """As Lighthouse writes it, of a page that is slow, or not, and good in all else."""
    parts = [{"id": "total-blocking-time", "weight": 30}, {"id": "diagnostics", "weight": 0}]
    categories = {name: {"score": 1, "auditRefs": []} for name in CATEGORIES}
    slow = {"score": performance, "displayValue": "400 ms"}
    return {
        "categories": categories | {"performance": {"score": performance, "auditRefs": parts}},
        "audits": {"total-blocking-time": slow, "diagnostics": {"score": 0}},
        "environment": {"benchmarkIndex": benchmark},
    }


def test_the_median_counts() -> None:
    """One slow moment changes nothing; a slow page does."""
    assert scores([report(1), report(0.6), report(1)])["performance"] == 100
    assert scores([report(1), report(0.6), report(0.6)])["performance"] == 60
    assert speed([report(1, 200.5), report(1, 900), report(1, 1_400)]) == 900


def test_what_costs_points_is_told() -> None:
    """With its value, and nothing that has no weight."""
    assert [*failures(report(0.6))] == ["performance: total-blocking-time 0.6 400 ms"]
    assert [*failures(report(1))] == []
