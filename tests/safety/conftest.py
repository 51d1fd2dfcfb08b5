"""The same browser as the browser tests have."""

from tests.browser.conftest import browser

__all__ = ["browser"]
