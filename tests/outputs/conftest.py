"""The site of this repository, built once for all tests of what was written."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def site(own_site: Path) -> Path:
    """Its folder."""
    return own_site
