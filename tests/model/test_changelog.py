"""A change log says only what can be told."""

import pytest
from pydantic import ValidationError

from planbuilder.model.changelog import LoggedChange


@pytest.mark.parametrize(("what", "result"), [("target_result_changed", "improving"), ("verdict_changed", "met")])
def test_directions_and_targets_have_results_of_their_own(what: str, result: str) -> None:
    """A log that mixes them, by a slip or on purpose, is a mistake with a sentence and no failure of the build."""
    change = {"about": "anytown/measures/x", "what": what, "was_result": {"result": "cannot_tell"}}
    with pytest.raises(ValidationError, match=f"{what} can't have the result {result} – delete this change"):
        LoggedChange.model_validate({**change, "result": {"result": result}})
