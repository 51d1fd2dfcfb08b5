"""Where each page stands, and links that stay right on any host and in any folder.

Links are written from the site's root behind a mark (`ROOT`) while a page is being made, and become relative
when the page is put in its place: so a template needs not know which page it is part of, and the site works
below any address, from a folder, and in a preview.
"""

import re
import unicodedata

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
from planbuilder.model.report import Commitment, Contradiction, Report, Update
from planbuilder.model.table import FinanceTable
from planbuilder.model.text import Text

ROOT = "\ue000/"
"""A private-use character, which the loader refuses in data, before every link of this site."""


def place(html: str, up: str) -> str:
    """The HTML with every link of the site made relative. `up` leads to the root: `../../`, or an absolute base."""
    return html.replace(ROOT, up or "./")


def up_from(path: str) -> str:
    """What leads from a page (`en/safer-peterborough/`) to the site's root."""
    return "../" * path.count("/")


_PLACES: dict[type[Entity], str] = {
    Partnership: "{owner}/",
    Plan: "{owner}/{id}/",
    Priority: "{owner}/{plan}/{id}/",
    Section: "{owner}/{plan}/about/{id}/",
    Measure: "{owner}/measures/{id}/",
    Achievement: "{owner}/{plan}/achievements/#{id}",
    Consultation: "{owner}/{plan}/consultation/",
    Opportunity: "{owner}/{plan}/get-involved/#{id}",
    Commitment: "{owner}/{plan}/commitments/#{id}",
    FinanceTable: "{owner}/{plan}/about/",
    Contradiction: "{owner}/#disagree-{id}",
    Report: "{owner}/reports/{id}/",
    Document: "about-the-data/#document-{id}",
    Organisation: "about-the-data/#organisation-{id}",
    GlossaryTerm: "glossary/#{id}",
}
_PLACES_IN_REPORTS: dict[type[Entity], str] = {
    Section: "{owner}/reports/{plan}/{id}/",
    Achievement: "{owner}/reports/{plan}/achievements/#{id}",
    FinanceTable: "{owner}/reports/{plan}/money/",
}
"""Of what belongs to a report, where that is another place than in a plan."""
_PLACES_OUTSIDE_PLANS: dict[type[Entity], str] = {Opportunity: "{owner}/get-involved/#{id}"}


def path_of(entity: Entity) -> str:
    """The path of the page that shows an entity, below the language folder, with an anchor for a part of a page.

    Raises LookupError for an entity that no page shows.
    """
    kind, plan = type(entity), entity.plan_key
    places = _PLACES_IN_REPORTS if "/reports/" in plan else {} if plan else _PLACES_OUTSIDE_PLANS
    pattern = places.get(kind) or _PLACES.get(kind)
    if pattern is None:
        raise LookupError(f"no page shows {entity.key}")
    return pattern.format(owner=entity.partnership_key, plan=plan.rsplit("/", 1)[-1], id=entity.id)


def document_path(code: str, plan: Plan, kind: str) -> str:
    """The path of a plan's document in a language, below the language folder. `kind` is plan or summary.

    The file's name says what it is: it will lie among many others in a reader's downloads.
    """
    return f"{path_of(plan)}{plan.partnership_key}-{plan.id}-{kind}-{code}.pdf"


def update_path(report: Report, update: Update) -> str:
    """The path of what a report says of one priority; its name is that of the update's title.

    A title that an earlier update has too, or that no plain letters are in, gets the update's number.
    """
    place = next(index for index, one in enumerate(report.updates) if one is update)
    name = _plain_name(update.title)
    if not name or name in map(_plain_name, (one.title for one in report.updates[:place])):
        name = f"{name}-{place + 1}".lstrip("-")
    return f"{path_of(report)}updates/{name}/"


def _plain_name(title: Text) -> str:
    bare = unicodedata.normalize("NFD", title.source.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", bare))[:60].strip("-")
