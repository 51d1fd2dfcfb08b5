"""What the gate finds, and how it is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A rule that a page breaks, in a setting or for a checker of HTML, and where."""

    rule: str
    page: str
    where: str


def report(findings: Iterable[Finding]) -> Iterator[str]:
    """Lines, by rule and by page."""
    by_rule: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        by_rule[finding.rule][finding.page].append(finding.where)
    for rule, pages in sorted(by_rule.items()):
        yield f"{rule}: {len(pages)} {'page' if len(pages) == 1 else 'pages'}"
        for page, places in sorted(pages.items()):
            yield f"  {page}: {'; '.join(dict.fromkeys(places))}"
