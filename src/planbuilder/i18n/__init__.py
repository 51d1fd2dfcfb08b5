"""Everything that depends on the reader's language. The only package that knows Babel."""

from planbuilder.i18n.language import Language, Value
from planbuilder.i18n.languages import languages
from planbuilder.i18n.messages import N_, ngettext_noop
from planbuilder.i18n.plan_text import read_translations, translated
from planbuilder.i18n.po import TranslationStatus
from planbuilder.i18n.words import Direction, Words

__all__ = [
    "N_",
    "Direction",
    "Language",
    "TranslationStatus",
    "Value",
    "Words",
    "languages",
    "ngettext_noop",
    "read_translations",
    "translated",
]
