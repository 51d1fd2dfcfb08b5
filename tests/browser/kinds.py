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
        "changes",
        "checkable",
        "commitments",
        "consultation",
        "due",
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


def sample(site: ServedSite, shift: int) -> list[str]:
    """A page of every kind, in another language and of another plan for each shift. `make gate` takes all pages."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for url in site.pages():
        kinds[kind(url, site.address)].append(url)
    return [found[(place + shift * 7) % len(found)] for place, found in enumerate(kinds.values())]
