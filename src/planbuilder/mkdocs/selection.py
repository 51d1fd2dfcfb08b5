"""Some of a site's pages: those of a partnership, a plan or a report, a language, or what belongs to the whole site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.plan import Plan
from planbuilder.model.report import Report
from planbuilder.pages.draft import Draft
from planbuilder.source.near import nearest

SITE = "site"
"""The name of what belongs to no partnership."""


@dataclass(frozen=True)
class Selection:
    """What is wanted: any of the owners (all, if none is named) in any of the languages (likewise).

    An owner is a partnership, `partnership/plan`, or `site`.
    """

    owners: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], catalogue: Catalogue) -> "Selection":
        """What `--only` names. Raises LookupError with a sentence about a name that stands for nothing."""
        owners, languages = {*_owners(catalogue)}, {*catalogue.site.languages}
        for name in names:
            if name not in owners | languages:
                near = nearest(name, owners | languages)
                remedy = f"did you mean {near}?" if near else "name a partnership, a plan of one, a language, or site"
                raise LookupError(f'--only: nothing is called "{name}" – {remedy}')
        wanted = frozenset(names)
        return cls(wanted & owners, wanted & languages)

    def holds(self, draft: Draft) -> bool:
        """Whether a page is among what is wanted."""
        parts = draft.owner.split("/")
        names = {parts[0], f"{parts[0]}/{parts[-1]}"} if draft.owner else {SITE}
        return (not self.owners or bool(names & self.owners)) and (not self.languages or draft.code in self.languages)


def _owners(catalogue: Catalogue) -> Iterable[str]:
    yield SITE
    for partnership in catalogue.partnerships:
        yield partnership.key
        for kind in (Plan, Report):
            yield from (f"{partnership.key}/{one.id}" for one in catalogue.of(partnership, kind))


def shards(catalogue: Catalogue) -> list[Mapping[str, str]]:
    """The parts of a site that can be built apart: each partnership, and what belongs to none, in each language."""
    owners = (SITE, *(partnership.key for partnership in catalogue.partnerships))
    return [
        {"name": f"{owner}-{code}", "arguments": f"--only {owner} --only {code}"}
        for owner, code in product(owners, catalogue.site.languages)
    ]
