"""The page `/edit/`: forms in the browser for the commonest edits, for a site that has switched them on.

Sveltia CMS shows the forms and talks to the forge; its files are built assets. What is made here is the page around it
and its configuration: which files can be edited, with which form, and what can be chosen today.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.forge import Forge
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.reference import Reference
from planbuilder.model.report import Report
from planbuilder.model.site import Site
from planbuilder.outputs.forms import Field, chosen, form
from planbuilder.source.layout import REFERENCES

FOLDER = "edit"
"""Where it stands in the site, and where its built files lie among the assets."""


Owner = Partnership | Plan | Report


@dataclass(frozen=True)
class Edit:
    """One kind of file that has a form. `first` are the keys for which it is opened most often."""

    kind: str
    path: str
    first: tuple[str, ...] = ()
    label: str = ""


FIGURES = Edit("measure", "measures", ("title", "observations", "next_update"))
ACTIONS = Edit("priority", "priorities", ("title", "actions", "actions.text", "actions.updates"))
_INVOLVED, _ACHIEVED = "Events and ways to get involved", "Achievements"
_EVENT = ("title", "kind", "text", "opens", "closes", "begins", "ends", "where")
REGISTERS: dict[type[Entity], tuple[Edit, ...]] = {
    Partnership: (Edit("get-involved", "get-involved.yml", _EVENT, _INVOLVED),),
    Plan: (
        Edit("plan-get-involved", "get-involved.yml", _EVENT, _INVOLVED),
        Edit("achievements", "achievements.yml", label=_ACHIEVED),
    ),
    Report: (Edit("report-achievements", "achievements.yml", label=_ACHIEVED),),
}
"""Lists of entries in one file, by whose they are."""
EDITS = (FIGURES, ACTIONS, *(edit for edits in REGISTERS.values() for edit in edits))


Choices = list[dict[str, str]]


def config(catalogue: Catalogue) -> str:
    """The configuration as JSON. Each list of today's ids stands in it once; `lists` says which ones a form uses."""
    site, made = catalogue.site, _Collections(catalogue, {edit.kind: form(edit.kind, edit.first) for edit in EDITS}, {})
    whole = {
        "backend": backend(site),
        "site": site.address,
        "forms": made.forms,
        "collections": [one for owner in catalogue.partnerships for one in made.of(owner)],
        "lists": made.lists,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def backend(site: Site) -> dict[str, Any]:
    """How the forge is reached and editors sign in. The site has a repository."""
    forge = Forge.of(site.repository or "")
    found: dict[str, Any] = {"name": forge.kind, "repo": forge.path, "branch": site.branch}
    if forge.kind == "gitlab":
        found |= {"base_url": forge.origin, "api_root": f"{forge.origin}/api/v4"}
    match forge.kind, site.edit_sign_in:
        case _, None:
            return {**found, "auth_methods": ["token"]}
        case "gitlab", application:
            return {**found, "auth_type": "pkce", "app_id": application}
        case _, service:
            return {**found, "base_url": service}


@dataclass(frozen=True)
class _Collections:
    """Makes the entries of the menu: a folder, or several files. `lists` is filled on the way."""

    catalogue: Catalogue
    forms: Mapping[str, list[Field]]
    lists: dict[str, Choices]

    def of(self, partnership: Partnership) -> Iterator[dict[str, Any]]:
        """A partnership's figures, the actions of each of its plans, and its lists of entries."""
        several = len(self.catalogue.partnerships) > 1
        whose = f" – {(partnership.short or partnership.name).source}" if several else ""
        plans = [plan for plan in self.catalogue.plans(partnership) if plan.held]
        if self.catalogue.measures(partnership):
            yield self._folder(FIGURES, partnership, f"Figures{whose}")
        for plan in plans:
            if self.catalogue.priorities(plan):
                yield self._folder(ACTIONS, plan, f"Actions {plan.id}{whose}")
        owners: tuple[Owner, ...] = (partnership, *plans, *self.catalogue.reports(partnership))
        files = [self._file(edit, owner) for owner in owners for edit in REGISTERS[type(owner)]]
        yield {"name": f"{partnership.id}-lists", "label": f"Events, achievements{whose}", "files": files}

    def _folder(self, edit: Edit, owner: Owner, label: str) -> dict[str, Any]:
        folder = f"{owner.key}/{edit.path}"
        rest = {"folder": f"data/{folder}", "extension": "yml", "format": "entity", "summary": "{{title}}"}
        return {"name": folder.replace("/", "-"), "label": label, **rest, **self._form(edit, owner)}

    def _file(self, edit: Edit, owner: Owner) -> dict[str, Any]:
        file = f"{owner.key}/{edit.path}"
        label = edit.label if isinstance(owner, Partnership) else f"{edit.label}, {owner.id}"
        name = file.removesuffix(".yml").replace("/", "-")
        return {"name": name, "label": label, "file": f"data/{file}", "format": "register", **self._form(edit, owner)}

    def _form(self, edit: Edit, owner: Owner) -> dict[str, Any]:
        """Which form, and for each kind of reference in it the name of the list of what can be chosen there."""
        kinds = chosen(self.forms[edit.kind])
        named = {one.kind: self._list(one, entity, owner) for one, entity in REFERENCES.items() if one.kind in kinds}
        return {"form": edit.kind, "lists": named}

    def _list(self, reference: type[Reference], entity: type[Entity], owner: Owner) -> str:
        name = reference.register or f"{reference.kind} in {owner.key}"
        if name not in self.lists:
            found = self._choices(reference, entity, owner)
            twin = next((other for other, known in self.lists.items() if known == found), None)
            if twin:
                return twin
            self.lists[name] = found
        return name

    def _choices(self, reference: type[Reference], entity: type[Entity], owner: Owner) -> Choices:
        """Everything that a file of the owner can refer to, as briefly as it can be written; the nearest first."""
        plan = "" if isinstance(owner, Partnership) else owner.key
        known = ((reference.briefly(one.key, owner.partnership_key, plan), one) for one in self.catalogue.all(entity))
        found = [{"value": brief, "label": f"{_called(one)} ({brief})"} for brief, one in known if brief]
        return sorted(found, key=lambda choice: (choice["value"].count("/"), choice["label"].casefold()))


def _called(entity: Entity) -> str:
    """What an entity is called, in the words of its file."""
    words = (getattr(entity, name, None) for name in ("title", "name", "term", "other"))
    return str(next((one for one in words if one), entity.id))
