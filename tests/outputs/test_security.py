"""`security.txt` says whom to tell that the site is not safe, where a site has named somebody."""

from pathlib import Path

import pytest

from planbuilder.source import check
from tests.sites import climate

PLACE = ".well-known/security.txt"


def _with_contact(folder: Path, expires: str) -> Path:
    project = climate(folder)
    contact = f"security: {{email: safe@climate.example.org, expires: {expires}}}\nas_of:"
    project.edit("data/site.yml", "as_of:", contact)
    return project.root


def test_it_holds_what_the_standard_asks_for(tmp_path: Path) -> None:
    """RFC 9116: a contact and a day, both once; and where the file belongs."""
    project = climate(tmp_path)
    project.edit("data/site.yml", "as_of:", "security: {email: safe@climate.example.org, expires: 2026-12-31}\nas_of:")
    assert (project.build() / PLACE).read_text("utf-8").splitlines() == [
        "Contact: mailto:safe@climate.example.org",
        "Expires: 2026-12-31T23:59:59Z",
        "Preferred-Languages: en, pl",
        f"Canonical: https://climate.example.org/{PLACE}",
    ]


def test_a_site_without_a_contact_promises_none(tmp_path: Path) -> None:
    """No file, rather than one that leads nowhere."""
    assert not (climate(tmp_path).build() / PLACE).exists()


@pytest.mark.parametrize(
    ("expires", "level", "words"),
    [
        ("2026-01-31", "error", "was sure until 2026-01-31 only"),
        ("2027-06-01", "warning", "more than a year ahead"),
    ],
)
def test_an_old_contact_and_a_promise_for_ever_are_found(tmp_path: Path, expires: str, level: str, words: str) -> None:
    """The standard asks for a day less than a year ahead; the climate site is of 2026-02-01."""
    (found,) = (one for one in check(_with_contact(tmp_path, expires)) if "security" in one.field)
    assert (found.severity, words in found.sentence) == (level, True)


def test_a_contact_that_holds_is_no_finding(tmp_path: Path) -> None:
    """On its last day, too."""
    assert [one for one in check(_with_contact(tmp_path, "2026-02-01")) if "security" in one.field] == []
