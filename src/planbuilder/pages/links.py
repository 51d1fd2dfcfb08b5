"""Where each page stands, and links that stay right on any host and in any folder.

Links are written from the site's root behind a mark (`ROOT`) while a page is being made, and become relative
when the page is put in its place: so a template needs not know which page it is part of, and the site works
below any address, from a folder, and in a preview.
"""

from planbuilder.model.achievement import Achievement
from planbuilder.model.consultation import Consultation
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.organisation import Organisation
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan, Section
from planbuilder.model.priority import Priority
from planbuilder.model.registers import Document, GlossaryTerm
from planbuilder.model.report import Commitment, Contradiction, Report
from planbuilder.model.table import FinanceTable

ROOT = "\ue000/"
"""A private-use character, which the loader refuses in data, before every link of this site."""


def place(html: str, up: str) -> str:
    """The HTML with every link of the site made relative. `up` leads to the root: `../../`, or an absolute base."""
    return html.replace(ROOT, up or "./")


def up_from(path: str) -> str:
    """What leads from a page (`en/safer-peterborough/`) to the site's root."""
    return "../" * path.count("/")


def path_of(entity: Entity) -> str:
    """The path of the page that shows an entity, below the language folder, with an anchor for a part of a page.

    Raises TypeError for an entity that no page shows.
    """
    owner, plan = entity.partnership_key, entity.plan_key.rsplit("/", 1)[-1]
    reported = "/reports/" in entity.plan_key
    match entity:
        case Partnership():
            return f"{owner}/"
        case Plan():
            return f"{owner}/{entity.id}/"
        case Priority():
            return f"{owner}/{plan}/{entity.id}/"
        case Report():
            return f"{owner}/reports/{entity.id}/"
        case Section() if reported:
            return f"{owner}/reports/{plan}/{entity.id}/"
        case Section():
            return f"{owner}/{plan}/about/{entity.id}/"
        case FinanceTable() if reported:
            return f"{owner}/reports/{plan}/"
        case FinanceTable():
            return f"{owner}/{plan}/about/"
        case Commitment():
            return f"{owner}/{plan}/commitments/#{entity.id}"
        case Contradiction():
            return f"{owner}/#disagree-{entity.id}"
        case Achievement() if reported:
            return f"{owner}/reports/{plan}/#{entity.id}"
        case Measure():
            return f"{owner}/measures/{entity.id}/"
        case Achievement():
            return f"{owner}/{plan}/achievements/#{entity.id}"
        case Consultation():
            return f"{owner}/{plan}/consultation/"
        case Opportunity() if plan:
            return f"{owner}/{plan}/get-involved/#{entity.id}"
        case Opportunity():
            return f"{owner}/get-involved/#{entity.id}"
        case Document() | Organisation():
            return f"about-the-data/#{entity.id}"
        case GlossaryTerm():
            return f"glossary/#{entity.id}"
    raise TypeError(f"no page shows {entity.key}")
