"""Whose changes stand where: of the site, a partnership, a plan, a priority or a measure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from planbuilder.changes import Change, Subject, Told, recalled
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.priority import Priority
from planbuilder.pages.links import path_of

Owner = Partnership | Plan | Priority | Measure
"""What has changes of its own. The whole site is None."""

_NEW = ("added", "added_whole")


@dataclass(frozen=True)
class ChangeIndex:
    """The change log of a site, for each owner."""

    catalogue: Catalogue

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Everything, newest first."""
        return recalled(self.catalogue)

    def of(self, owner: Owner | None) -> tuple[Told, ...]:
        """What changed about an owner and all that belongs to it, newest first; last, when it came to the site."""
        if owner is None:
            return self.told
        around = self._by_partnership.get(owner.partnership_key)
        if not around:
            return ()
        belongs = self._belongs(owner)
        own = [item for item in around if belongs(item.about.key)]
        return (*own, *self._beginning(owner, own))

    @cached_property
    def _by_partnership(self) -> dict[str, list[Told]]:
        found: dict[str, list[Told]] = {}
        for item in self.told:
            found.setdefault(item.about.owner, []).append(item)
        return found

    def _belongs(self, owner: Owner) -> Callable[[str], bool]:
        used = {measure.key for measure in self.catalogue.measures(owner)} if isinstance(owner, Plan | Priority) else ()
        return lambda key: key == owner.key or key.startswith(f"{owner.key}/") or key in used

    def _beginning(self, owner: Owner, own: list[Told]) -> Iterator[Told]:
        """What came with something larger is new on the same day."""
        if any(item.about.key == owner.key and item.changes[0].kind in _NEW for item in own):
            return
        for item in self._by_partnership.get(owner.partnership_key, ()):
            if owner.key.startswith(f"{item.about.key}/") and item.changes[0].kind in _NEW:
                subject = Subject.of(owner)
                sensitive = self.catalogue.sensitive(owner)
                yield Told(item.on, item.revision, owner.key, subject, (Change.of("added", subject),), sensitive)
                return

    def path(self, owner: Owner | None) -> str:
        """The page that tells an owner's changes, below the language folder; empty where there is none.

        A measure or priority has one when more is to be told than that it is there.
        """
        found = self.of(owner)
        enough = 1 if owner is None or isinstance(owner, Partnership | Plan) else 2
        return f"{_base(owner)}changes/" if len(found) >= enough else ""

    def feed(self, owner: Owner | None) -> str:
        """The feed of an owner's changes; empty where there is none.

        A sensitive subject has none: a list of subscriptions would name it for whoever looks at it.
        """
        hidden = owner is not None and self.catalogue.sensitive(owner)
        return f"{_base(owner)}changes/feed.atom" if self.of(owner) and not hidden else ""

    def lately(self, most: int) -> tuple[Told, ...]:
        """The newest changes that may stand on any page."""
        return tuple(item for item in self.told if not item.sensitive and item.about.type != "Site")[:most]

    def where(self, told: Told) -> str:
        """The path of the page that shows what changed; empty where no page does."""
        entity = self.catalogue.entities.get(told.about.key)
        while entity is not None:
            try:
                return path_of(entity)
            except LookupError:
                entity = self._around(entity)
        return ""

    def _around(self, entity: Entity) -> Entity | None:
        """What an entity without a page of its own belongs to."""
        key = entity.plan_key if entity.plan_key != entity.key else ""
        return self.catalogue.entities.get(key)


def _base(owner: Owner | None) -> str:
    return path_of(owner) if owner is not None else ""


def by_day(told: tuple[Told, ...]) -> Iterator[tuple[Told, ...]]:
    """What was told together, newest first."""
    for _, group in groupby(told, key=lambda item: item.on):
        yield tuple(group)
