"""Fill in every translation of a generated project with words of the same length: its text, with other letters."""

from dataclasses import replace
from pathlib import Path

from planbuilder.i18n import plan_text, po
from planbuilder.source import load

_LETTERS = str.maketrans("aceloszu", "ąćęłóśżū")


def other_letters(words: str) -> str:
    """Words as no reader would write them, and as long."""
    return words.translate(_LETTERS)


def translate(root: Path) -> None:
    """Write the PO files of all languages but the first. Markdown's signs and all figures stay as they are."""
    catalogue = load(root)
    for language in catalogue.site.languages[1:]:
        for owner, entries in plan_text.entries(catalogue).items():
            filled = tuple(replace(entry, forms=(other_letters(entry.source),)) for entry in entries)
            po.write(plan_text.path_of(root, owner, language), po.PoFile(po.new_headers(language, owner), filled))
