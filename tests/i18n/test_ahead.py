"""Translations that another process has parsed are those that would be parsed here."""

from pathlib import Path

import pytest

from planbuilder.i18n import po
from planbuilder.i18n.ahead import parsed

GOOD = b"""msgid ""
msgstr ""
"Language: pl\\n"

msgctxt "town#name"
msgid "Town"
msgstr "Miasto"
"""


def test_what_is_parsed_ahead_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project's files and planbuilder's own words in their language; an unreadable file is left to others."""
    folder = tmp_path / "data/town/translations"
    folder.mkdir(parents=True)
    (folder / "pl.po").write_bytes(GOOD)
    (folder / "cy.po").write_bytes(b"msgid")
    files = parsed(tmp_path)
    assert files[GOOD] == po.parse(GOOD)
    assert len(files) == 3  # with both languages' interface
    with po.known(files):
        monkeypatch.setattr(po, "read_po", lambda *_, **__: pytest.fail("parsed again"))
        assert all(po.parse(content) is file for content, file in files.items())
    with pytest.raises(pytest.fail.Exception, match="parsed again"):
        po.parse(GOOD)
