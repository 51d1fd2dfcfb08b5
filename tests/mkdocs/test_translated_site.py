"""A page in another language: what is translated, what is not, and that every reader can tell which."""

from pathlib import Path

import pytest

from tests.sites import climate

PLAN = "riverbank/2025-2030"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented climate plan, two titles of which are in Polish."""
    return climate(tmp_path_factory.mktemp("translated")).build()


def _page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def test_a_translated_title_stands_bare(site: Path) -> None:
    """It is in the page's own language."""
    assert "<h1>Plan klimatyczny Riverbank 2025–2030</h1>" in _page(site, f"pl/{PLAN}")


def test_an_untranslated_sentence_is_marked_and_announced(site: Path) -> None:
    """With its language and direction, and a notice in the reader's language above it."""
    page = _page(site, f"pl/{PLAN}")
    assert '<span lang="en" dir="ltr">Riverbank wants to emit less than half' in page
    assert 'class="pb-hint pb-foreign"' in page
    assert 'class="pb-hint pb-foreign"' not in _page(site, f"en/{PLAN}")


def test_a_translation_of_words_that_were_changed_is_never_shown(site: Path) -> None:
    """The reader gets the original instead."""
    assert not [path for path in site.rglob("*.html") if "Tego zdania nikt" in path.read_text("utf-8")]


def test_a_draft_translation_says_so(site: Path) -> None:
    """Nobody who speaks the language has read it: the page says that, in the language."""
    assert 'class="pb-hint pb-translation"' in _page(site, f"pl/{PLAN}")
    assert 'class="pb-hint pb-translation"' not in _page(site, f"en/{PLAN}")


def test_every_page_is_there_in_every_language(site: Path) -> None:
    """At the same place, so that the switch of languages always leads on."""
    pages = {
        code: {path.relative_to(site / code) for path in (site / code).rglob("index.html")} for code in ("en", "pl")
    }
    assert pages["en"] == pages["pl"]


def test_safety_text_that_nobody_checked_stands_beside_the_original(tmp_path: Path) -> None:
    """A wrong word in it could cost more than a second line does."""
    project = climate(tmp_path)
    folder = project.root / "data/translations"
    folder.mkdir()
    (folder / "pl.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: pl\\n"\n\n'
        'msgctxt "support-services/emergency#what"\n'
        'msgid "Police, ambulance and fire service, when somebody is in danger."\n'
        'msgstr "Policja, pogotowie i straż."\n',
        "utf-8",
    )
    page = _page(project.build(), "pl/riverbank/get-involved")
    assert "Policja, pogotowie i straż." in page
    assert ">Police, ambulance and fire service, when somebody is in danger.</span>" in page


def test_a_seventh_language_is_a_catalogue_and_a_line(tmp_path: Path) -> None:
    """No code: Romanian comes with a catalogue beside the site and its code in site.yml."""
    project = climate(tmp_path)
    project.edit("data/site.yml", "languages: [en, pl]", "languages: [en, pl, ro]")
    folder = project.root / "locale/ro/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "planbuilder.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ro\\n"\n\n'
        'msgid "Glossary"\nmsgstr "Glosar"\n',
        "utf-8",
    )
    site = project.build()
    page = _page(site, "ro/glossary")
    assert '<html lang="ro" dir="ltr"' in page
    assert "<h1>Glosar</h1>" in page
    assert 'hreflang="ro"' in _page(site, "en/glossary")
    assert "1 septembrie 2026" in _page(site, "ro/riverbank/measures/emissions")
