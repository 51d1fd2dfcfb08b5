"""Who a partnership is, and all its measures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from planbuilder.model.partnership import GovernanceBody, Member, MemberRole, Partnership
from planbuilder.model.reference import PlanRef
from planbuilder.model.report import Contradiction
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import with_feed
from planbuilder.pages.frame import partnership_menu, partnership_trail, plan_status
from planbuilder.pages.linked_data import of_partnership
from planbuilder.pages.page import Page


@dataclass(frozen=True)
class Role:
    """A member's role, with what it means."""

    id: str
    label: Markup
    meaning: Markup


def _roles(edition: Edition) -> dict[MemberRole, Role]:
    _ = edition.language.markup
    return {
        "responsible_authority": Role(
            "responsible",
            _("Responsible authorities"),
            _("The law makes these bodies work together to cut crime and disorder."),
        ),
        "co_operating_body": Role(
            "co-operating", _("Co-operating bodies"), _("They must help with the partnership’s work.")
        ),
        "invitee": Role("invited", _("Invited to take part"), _("The partnership asked them to join.")),
        "supporting": Role("supporting", _("Supporters"), _("They support the work without a formal seat.")),
    }


def pages(edition: Edition) -> Iterator[Draft]:
    """A page for each partnership."""
    for partnership in edition.catalogue.partnerships:
        yield _partnership(edition, partnership)


@drafted
def _partnership(edition: Edition, partnership: Partnership) -> Page:
    catalogue, language = edition.catalogue, edition.language
    page = edition.page(
        f"{partnership.id}/",
        "partnership.html",
        title=edition.name(partnership.name),
        heading=language.text(partnership.name),
        description=edition.name(partnership.summary),
        breadcrumb=partnership_trail(edition, partnership)[:1],
        menu=partnership_menu(edition, partnership),
        edit=edition.origin(partnership),
        **with_feed(edition, partnership),
        partnership=partnership,
        by_role=_by_role(edition, partnership.members),
        plan_status=lambda plan: plan_status(edition, plan),
        plan_titles=lambda plans: _titles(edition, plans),
        names=lambda texts: [edition.name(text) for text in texts],
        governance=_tree(partnership.governance),
        contradictions=catalogue.of(partnership, Contradiction),
    )
    return replace(page, linked_data=of_partnership(edition, partnership))


def _by_role(edition: Edition, members: Iterable[Member]) -> list[tuple[Role, list[Member]]]:
    """Members under their roles; an organisation that several plans name stands there once, with all of them."""
    grouped = ((role, _joined(m for m in members if m.role == key)) for key, role in _roles(edition).items())
    return [(role, found) for role, found in grouped if found]


def _joined(members: Iterable[Member]) -> list[Member]:
    found: dict[str, Member] = {}
    for member in members:
        other = found.get(member.organisation)
        plans = dict.fromkeys((*(other.plans if other else ()), *member.plans))
        found[member.organisation] = (other or member).model_copy(update={"plans": tuple(plans)})
    return list(found.values())


def _titles(edition: Edition, plans: Iterable[PlanRef]) -> list[str]:
    return [edition.name(edition.catalogue.get(plan).title) for plan in plans]


@dataclass(frozen=True)
class Branch:
    """A governance body and those that report to it."""

    body: GovernanceBody
    below: tuple["Branch", ...]


def _tree(bodies: tuple[GovernanceBody, ...]) -> tuple[Branch, ...]:
    """The bodies as the texts order them: each stands below the first body that it reports to."""
    names = {body.name.source for body in bodies}

    def parent(body: GovernanceBody) -> str:
        above = [name.source for name in body.reports_to if name.source in names and name.source != body.name.source]
        return above[0] if above else ""

    def branches(name: str, seen: frozenset[str]) -> tuple[Branch, ...]:
        return tuple(
            Branch(body, branches(body.name.source, seen | {body.name.source}))
            for body in bodies
            if parent(body) == name and body.name.source not in seen
        )

    return branches("", frozenset())
