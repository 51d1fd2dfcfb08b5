"""Every message in code and templates is found, and Polish has them all."""

from pathlib import Path

import pytest

import planbuilder
from planbuilder.i18n import po
from planbuilder.i18n.consistency import faults
from planbuilder.i18n.interface import extract_messages, template

PACKAGE = Path(planbuilder.__file__).parent
THEME = PACKAGE.parent.parent / "theme_overrides"
COMPLETE = ("pl",)
"""Languages whose interface is whole; a message more in the code needs its translation."""


def test_python_and_templates(tmp_path: Path) -> None:
    """All ways to ask for a message, over several lines, in calls and filters."""
    (tmp_path / "a.py").write_text(
        "language.message('On %(day)s', day=x)\nedition.language.markup(\n"
        "  'Two '\n  'parts'\n)\nlanguage.plural('%(n)s cat', '%(n)s cats', n)\nTABLE = {1: N_('Later')}\n"
        "language.message_in('status', 'Open')\nlanguage.message(name)\n"
        "def tell(message): say('Not a message')\nlanguage.message(f'{name} is none either')\n"
    )
    (tmp_path / "b.html").write_text(
        "{{ _('Home') }}{% if x %}{{ ngettext('%(n)s dog', '%(n)s dogs', 2) }}{% endif %}"
        "{{ language.message('Plain') }}{{ 'Filtered' | _ }}{{ _(name) }}{% do f(_('Deep')) %}"
        "<p title='{{ say('Hint') }}'>"
    )
    found = {(entry.context, entry.source, entry.plural) for entry in extract_messages(tmp_path)}
    assert found == {
        ("", "On %(day)s", ""),
        ("", "Two parts", ""),
        ("", "%(n)s cat", "%(n)s cats"),
        ("", "Later", ""),
        ("status", "Open", ""),
        ("", "Home", ""),
        ("", "%(n)s dog", "%(n)s dogs"),
        ("", "Plain", ""),
        ("", "Filtered", ""),
        ("", "Deep", ""),
        ("", "Hint", ""),
    }


def test_places_have_no_line_numbers(tmp_path: Path) -> None:
    """A line more above a message does not change the template."""
    path = tmp_path / "a.py"
    path.write_text("_('Home')\n_('Home')\n")
    before = po.serialise(template(extract_messages(tmp_path)))
    path.write_text("\n\n_('Home')\n\n_('Home')\n")
    assert po.serialise(template(extract_messages(tmp_path))) == before


@pytest.mark.parametrize("code", COMPLETE)
def test_catalogue_is_complete(code: str) -> None:
    """Every message has a current translation – else run: planbuilder translate extract, and translate."""
    file = po.read(PACKAGE / "locale" / code / "LC_MESSAGES" / "planbuilder.po")
    current = {entry.id for entry in file.entries if entry.current}
    folders = [PACKAGE, THEME] if THEME.is_dir() else [PACKAGE]
    assert [entry.id for entry in extract_messages(*folders) if entry.id not in current] == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "locale").rglob("*.po")), ids=lambda path: path.parts[-3])
def test_catalogue_is_sound(path: Path) -> None:
    """Placeholders, figures and plural forms are those of the source."""
    assert list(faults(po.read(path))) == []
