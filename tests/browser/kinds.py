"""Pages of every kind: what is looked at where looking at every page takes too long."""

from collections import defaultdict

from tests.browser.conftest import ServedSite

NAMES = frozenset(
    {
        "a-z",
        "about",
        "about-the-data",
        "accessibility",
        "achievements",
        "alignment",
        "checkable",
        "commitments",
        "consultation",
        "figures",
        "foreword",
        "get-involved",
        "glossary",
        "history",
        "how-we-judge-progress",
        "measures",
        "money",
        "print",
        "privacy",
        "ratings",
        "recommendations",
        "reports",
        "risks",
        "scanning",
        "search",
        "summary",
        "tables",
        "translations",
        "updates",
        "for-editors",
        "open-data",
        "completeness",
    }
)
"""The parts of an address that are the same for every partnership, plan and report."""


def kind(url: str, address: str) -> str:
    """The kind of a page: its address without its language, with a star for every name that data give."""
    parts = url.removeprefix(f"{address}/").strip("/").split("/")[1:]
    return "/".join(part if part in NAMES else "*" for part in parts)


def sample(site: ServedSite, shift: int, each: int = 2) -> list[str]:
    """Some pages of every kind, in other languages and of other plans for each shift. `make gate` takes all pages."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for url in site.pages():
        kinds[kind(url, site.address)].append(url)
    chosen = []
    for place, found in enumerate(kinds.values()):
        step = max(1, len(found) // each)
        start = (place + shift * 7) % step
        chosen += found[start::step][:each]
    return chosen
