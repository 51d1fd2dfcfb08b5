"""The site of this repository, built once for all tests of what was written."""

from pathlib import Path

import pytest

from planbuilder.mkdocs.build import build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its folder."""
    return build(ROOT, tmp_path_factory.mktemp("outputs") / "site").folder
