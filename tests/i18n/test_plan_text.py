"""What there is to translate is found in the model itself, and translations find their way back."""

from pathlib import Path

import pytest

from planbuilder.i18n import languages, plan_text, po, translated
from planbuilder.i18n.merge import merge
from planbuilder.model.registers import Unit
from planbuilder.source import DataError, load

SITE = """\
schema: 1
title: Plans
summary: What is planned.
address: https://plans.example.org/
languages: [en, pl, la]
publisher: {name: A council}
accessibility: {prepared: 2026-01-01, reviewed: 2026-01-01, tested: With machines only.}
"""
PARTNERSHIP = """\
name: Safer Town
kind: community_safety_partnership
area: {name: Town}
summary: Bodies that work together.
about: |
  First part,
  in two lines.

  - an item
  - another item
contacts:
  - role: Community safety team
    telephone: 01733 747474
"""
UNITS = "person: {one: person, other: people}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with one partnership."""
    (tmp_path / "data" / "town").mkdir(parents=True)
    (tmp_path / "data" / "site.yml").write_text(SITE)
    (tmp_path / "data" / "units.yml").write_text(UNITS)
    (tmp_path / "data" / "town" / "partnership.yml").write_text(PARTNERSHIP)
    return tmp_path


def write_polish(project: Path, owner: str, **translations: str) -> None:
    """A PO file that translates some sources (given with _ for spaces)."""
    known = {source.replace("_", " "): text for source, text in translations.items()}
    wanted = plan_text.entries(load(project, None))[owner]
    file = merge(wanted, po.PoFile(po.new_headers("pl", "x")))
    content = po.serialise(file).decode()
    for source, text in known.items():
        content = content.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{text}"')
    path = plan_text.path_of(project, owner, "pl")
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)


def test_every_text_is_found(project: Path) -> None:
    """Nested texts too, prose by paragraph; and nothing that is no text."""
    found = [(entry.context, entry.source) for entry in plan_text.entries(load(project, None))["town"]]
    assert found == [
        ("town#name", "Safer Town"),
        ("town#name", "Town"),
        ("town#summary", "Bodies that work together."),
        ("town#about", "First part, in two lines."),
        ("town#about", "- an item\n- another item"),
        ("town#role", "Community safety team"),
    ]


def test_site_words_and_registers_belong_to_the_site(project: Path) -> None:
    """They have a file of their own, units with their plural and their fraction."""
    found = {entry.id: entry for entry in plan_text.entries(load(project, None))[plan_text.SITE]}
    assert ("site#title", "Plans") in found
    assert found["units/person#one", "%(n)s person"].plural == "%(n)s people"
    assert {context for context, _ in found if context.startswith("units/")} == {
        "units/person#one",
        "units/person#fraction",
        "units/person#other",
    }


def test_translations_reach_the_language(project: Path) -> None:
    """From the PO file to the words of a page."""
    write_polish(project, "town", Bodies_that_work_together="x", Safer_Town="Bezpieczne Miasto")
    catalogue = translated(load(project, None), project)
    polish = languages(catalogue)["pl"]
    (partnership,) = catalogue.partnerships
    assert polish.plain(partnership.name) == "Bezpieczne Miasto"
    assert not polish.words(partnership.summary).current


def test_units_from_their_file_decline_by_its_header(project: Path) -> None:
    """The site's file brings its own plural rule, though the interface has none in this language."""
    write_polish(project, "")
    path = plan_text.path_of(project, "", "pl")
    forms = 'msgstr[0] "%(n)s osoba"\nmsgstr[1] "%(n)s osoby"\nmsgstr[2] "%(n)s osób"'
    path.write_text(path.read_text().replace('msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""', forms))
    path.rename(plan_text.path_of(project, "", "la"))
    catalogue = translated(load(project, None), project)
    unit = catalogue.all(Unit)[0]
    latin = languages(catalogue)["la"]
    assert [latin.count_of(n, unit) for n in (1, 3, 5)] == ["1 osoba", "3 osoby", "5 osób"]


def test_fuzzy_translations_are_not_read(project: Path) -> None:
    """A translation of another text than this is not shown."""
    write_polish(project, "town", Safer_Town="Bezpieczne Miasto")
    path = plan_text.path_of(project, "town", "pl")
    path.write_text(path.read_text().replace('msgctxt "town#name"', '#, fuzzy\nmsgctxt "town#name"'))
    assert ("town#name", "Safer Town") not in plan_text.read_translations(project, ["pl"])["pl"]


def test_unreadable_files_are_told_all_at_once(project: Path) -> None:
    """As problems with file and line, like all faults of the data."""
    for owner in ("", "town"):
        path = plan_text.path_of(project, owner, "pl")
        path.parent.mkdir()
        path.write_text('msgid "a"\nmsgstr "b"\nnonsense\n')
    with pytest.raises(DataError) as refused:
        plan_text.read_translations(project, ["pl"])
    assert [(problem.path, problem.line) for problem in refused.value.problems] == [
        ("data/town/translations/pl.po", 3),
        ("data/translations/pl.po", 3),
    ]


def test_a_further_language_needs_no_code(project: Path) -> None:
    """A catalogue in the site's own locale folder and one word in site.yml make a language."""
    folder = project / "locale" / "la" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    content = 'msgid ""\nmsgstr ""\n"X-Autonym: Latina\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
    content += 'msgid "Home"\nmsgstr "Domus"\n\n'
    content += 'msgid "%(n)s measure"\nmsgid_plural "%(n)s measures"\nmsgstr[0] "%(n)s mensurae"\n'
    (folder / "planbuilder.po").write_text(content)
    latin = languages(load(project, None), (project / "locale",))["la"]
    assert (latin.autonym, latin.message("Home")) == ("Latina", "Domus")
    assert latin.plural("%(n)s measure", "%(n)s measures", 1) == "1 mensurae"


def test_site_owner_overrides_a_word(project: Path) -> None:
    """The site's own catalogue lies over planbuilder's."""
    folder = project / "locale" / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "planbuilder.po").write_text('msgid "%(first)s to %(last)s"\nmsgstr "%(first)s aż po %(last)s"\n')
    polish = languages(load(project, None), (project / "locale",))["pl"]
    assert polish.range("5", "8") == "5 aż po 8"
    assert polish.plural("%(n)s percentage point", "%(n)s percentage points", 5) == "5 punktów procentowych"
