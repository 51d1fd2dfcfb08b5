"""Which ids, and so which names of files and folders, can be used."""

import re
import unicodedata
from functools import lru_cache

from planbuilder.model.reference import ID

LONGEST = 64

_LANGUAGES = re.compile(
    "a[abefkmnrsvyz]|b[aeghimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|h[aeiortuyz]|i[adegikostu]|"
    "j[av]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnrsty]|n[abdeglnorvy]|o[cjmrs]|p[ailst]|qu|r[mnouw]|s[acdegiklmnoqrstuvw]|"
    "t[aeghiklnorstwy]|u[grkz]|v[eio]|w[ao]|xh|y[io]|z[ahu]"
)
"""All codes of two letters (ISO 639-1)."""
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))])
_SCRIPTS = frozenset({"constructor", "prototype", "hasownproperty", "tostring", "valueof"})
_SITE = frozenset({"assets", "search", "index", "404", "sitemap", "robots", "data", "api", "edit"})
_REGISTERS = frozenset(
    {"site", "organisations", "documents", "glossary", "units", "support-services", "profiles", "changes", "redirects"}
)
_PAGES = frozenset(
    {"a-z", "about", "about-the-data", "accessibility", "achievements", "alignment", "changes", "commitments"}
    | {"completeness", "due"}
    | {"consultation", "contradictions", "finance", "for-editors", "get-involved", "glossary", "history"}
    | {"how-we-judge-progress", "measures", "plans", "print", "priorities", "privacy", "reports", "scanning"}
    | {"sections", "summary", "translations", "updates", "checkable", "figures", "foreword", "money", "ratings"}
    | {"recommendations", "risks", "tables", "open-data"}
)
PROSE = frozenset({"about", "privacy", "for-editors"})
"""Pages that a site writes itself, in `content/pages`."""


@lru_cache(maxsize=65_536)
def fault(name: str) -> tuple[str, str] | None:
    """What is wrong with a name for a file, folder or entry, and the remedy; None when it is fine."""
    if not ID.fullmatch(name):
        return (
            f'"{shown(name)}" can\'t be a name',
            f"call it {suggestion(name)}: lower-case letters, digits and hyphens only",
        )
    if len(name) > LONGEST:
        return f'"{name[:LONGEST]}…" is longer than {LONGEST} characters', "choose a shorter name"
    if name in _DEVICES:
        return f'"{name}" is a device on Windows, where such a file can\'t be opened', "choose another name"
    if name in _SCRIPTS | _SITE:
        return f'"{name}" is reserved for the site itself', "choose another name"
    return None


def page_fault(name: str, *, top: bool = False) -> tuple[str, str] | None:
    """The same for a partnership (`top`), plan or priority, whose name becomes part of an address."""
    if name in _PAGES or (top and name in _REGISTERS):
        return f'"{name}" is the name of another page', "choose another name"
    return None


def path_fault(path: str) -> tuple[str, str] | None:
    """What is wrong with the old path of a page, below the language folder; None when it is fine."""
    first, _, rest = path.partition("/")
    if language_fault(first):
        return (
            f'"{shown(path)}" begins with a language',
            f"write {shown(rest) or 'the path'}: it holds in every language",
        )
    if not all(ID.fullmatch(part) for part in path.removesuffix("/").split("/")):
        remedy = "write what stands behind the language in the old address, such as anytown/2017-2020/old-name/"
        return f'"{shown(path)}" is not the path of a page', remedy
    return None


@lru_cache(maxsize=65_536)
def language_fault(name: str) -> tuple[str, str] | None:
    """The same for files and folders: languages stand first in every address."""
    if _LANGUAGES.fullmatch(name):
        return f'"{name}" is the code of a language', "choose a longer name"
    return None


def suggestion(name: str) -> str:
    """A permitted name near the one given."""
    return made_from(name) or "something-else"


def made_from(words: str) -> str:
    """A name made from words, accents left out; "" where they have no letter or digit that a name may have."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:LONGEST].strip("-")


def shown(name: str) -> str:
    """A name from the file system, safe to print on one line."""
    return "".join(c if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF else f"\\u{ord(c):04x}" for c in name)
