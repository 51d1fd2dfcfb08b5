"""The languages of a site."""

from pathlib import Path

from planbuilder.i18n.language import Language
from planbuilder.i18n.messages import read_messages
from planbuilder.model.catalogue import Catalogue


def languages(catalogue: Catalogue, folders: tuple[Path, ...] = ()) -> dict[str, Language]:
    """A `Language` for each code in `site.yml`, in its order; the first is the source language.

    `folders` are the site's own `locale` folders, if it has any: they add languages and override words.
    """
    source = catalogue.site.languages[0]
    return {
        code: Language(code, read_messages(code, folders), catalogue.translations.get(code), source)
        for code in catalogue.site.languages
    }
