"""Links are written from the site's root and fit wherever the page is put."""

import pytest

from planbuilder.pages.links import ROOT, place, up_from


@pytest.mark.parametrize(
    ("page", "expected"),
    [("en/", "../en/plan/"), ("en/plan/", "../../en/plan/"), ("", "./en/plan/")],
)
def test_a_link_becomes_relative_to_its_page(page: str, expected: str) -> None:
    """However deep the page lies, the link leads to the same place."""
    assert place(f"{ROOT}en/plan/", up_from(page)) == expected


def test_the_page_for_unknown_addresses_has_links_from_the_sites_base() -> None:
    """It is served at any address, so relative links would lead astray."""
    assert place(f"{ROOT}en/", "/plans/") == "/plans/en/"
