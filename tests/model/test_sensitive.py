"""Which measures' pages offer a quick exit."""

from pathlib import Path

from planbuilder.model.measure import Measure
from planbuilder.source import load
from tests.source.small_project import PLACES, with_measure


def _sensitive(root: Path, more: str) -> bool:
    catalogue = load(with_measure(root, more))
    key = PLACES["measure"].removesuffix(".yml")
    (measure,) = (item for item in catalogue.all(Measure) if item.key == key)
    return catalogue.sensitive(measure)


def test_a_measure_that_says_so_is_sensitive_though_no_priority_uses_it(tmp_path: Path) -> None:
    """Domestic abuse crimes in a report are as dangerous to be seen reading as in a plan."""
    assert _sensitive(tmp_path / "said", "sensitive: true\n")
    assert not _sensitive(tmp_path / "unsaid", "")
