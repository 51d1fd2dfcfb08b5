"""Who a partnership is, and all its measures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from planbuilder.model.partnership import Member, MemberRole, Partnership
from planbuilder.model.reference import PlanRef
from planbuilder.model.text import Text
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import partnership_menu, partnership_trail, plan_status
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


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each partnership."""
    for partnership in edition.catalogue.partnerships:
        yield _partnership(edition, partnership)


def _partnership(edition: Edition, partnership: Partnership) -> Page:
    catalogue, language = edition.catalogue, edition.language
    return edition.page(
        f"{partnership.id}/",
        "partnership.html",
        title=edition.name(partnership.name),
        heading=language.text(partnership.name),
        description=edition.name(partnership.summary),
        breadcrumb=partnership_trail(edition, partnership)[:1],
        menu=partnership_menu(edition, partnership),
        edit=edition.origin(partnership),
        partnership=partnership,
        by_role=_by_role(edition, partnership.members),
        plan_status=lambda plan: plan_status(edition, plan),
        plan_titles=lambda plans: _titles(edition, plans),
        names=lambda texts: [edition.name(text) for text in texts],
        governance=_tree(partnership),
    )


def _by_role(edition: Edition, members: Iterable[Member]) -> list[tuple[Role, list[Member]]]:
    grouped = ((role, [m for m in members if m.role == key]) for key, role in _roles(edition).items())
    return [(role, found) for role, found in grouped if found]


def _titles(edition: Edition, plans: Iterable[PlanRef]) -> list[str]:
    return [edition.name(edition.catalogue.get(plan).title) for plan in plans]


def _tree(partnership: Partnership) -> list[Text]:
    return [body.name for body in partnership.governance]
