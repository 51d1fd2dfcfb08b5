"""The page `/edit/`: forms in the browser for the commonest edits, for a site that has switched them on.

Sveltia CMS shows the forms and talks to the forge; its files are built assets. What is made here is the page around it
and its configuration: which files can be edited, with which form, and what can be chosen today.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.forge import Forge
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.model.report import Report
from planbuilder.model.site import Site
from planbuilder.outputs.forms import form
from planbuilder.source.layout import REFERENCES

FOLDER = "edit"
"""Where it stands in the site, and where its built files lie among the assets."""


@dataclass(frozen=True)
class Edit:
    """One kind of file that has a form. `first` are the keys for which it is opened most often."""

    kind: str
    label: str
    path: str
    first: tuple[str, ...] = ()


FIGURES = Edit("measure", "figures", "measures", ("title", "observations", "next_update"))
ACTIONS = Edit("priority", "actions", "priorities", ("title", "actions"))
REGISTERS = {
    Partnership: (Edit("get-involved", "Get involved", "get-involved.yml"),),
    Plan: (
        Edit("plan-get-involved", "Get involved", "get-involved.yml"),
        Edit("achievements", "Achievements", "achievements.yml"),
    ),
    Report: (Edit("report-achievements", "Achievements", "achievements.yml"),),
}
"""Lists of entries in one file, by whose they are."""
EDITS = (FIGURES, ACTIONS, *(edit for edits in REGISTERS.values() for edit in edits))


def config(catalogue: Catalogue) -> str:
    """The configuration as JSON. Lists of today's ids stand in it once each; `lists` says which one a form uses."""
    site = catalogue.site
    lists: dict[str, list[dict[str, str]]] = {}
    made = {
        "backend": backend(site),
        "site": site.address,
        "forms": {edit.kind: form(edit.kind, edit.first) for edit in EDITS},
        "collections": [one for owner in catalogue.partnerships for one in _collections(catalogue, owner, lists)],
        "lists": lists,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


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


def _collections(
    catalogue: Catalogue, partnership: Partnership, lists: dict[str, list[dict[str, str]]]
) -> Iterator[dict[str, Any]]:
    """A partnership's figures, the actions of each of its plans, and its lists of entries."""
    name = (partnership.short or partnership.name).source
    plans = [plan for plan in catalogue.plans(partnership) if plan.held]
    if catalogue.measures(partnership):
        yield _folder(catalogue, FIGURES, partnership, name, lists)
    for plan in plans:
        if catalogue.priorities(plan):
            yield _folder(catalogue, ACTIONS, plan, f"{name} {plan.id}", lists)
    owners = (partnership, *plans, *catalogue.reports(partnership))
    files = [_file(catalogue, edit, owner, lists) for owner in owners for edit in REGISTERS[type(owner)]]
    label = f"{name}: achievements, ways to get involved"
    yield {"name": f"{partnership.id}-lists", "label": label, "files": files}


def _folder(
    catalogue: Catalogue, edit: Edit, owner: Partnership | Plan, name: str, lists: dict[str, list[dict[str, str]]]
) -> dict[str, Any]:
    return {
        "name": f"{owner.key.replace('/', '-')}-{edit.path}",
        "label": f"{name}: {edit.label}",
        "folder": f"data/{owner.key}/{edit.path}",
        "extension": "yml",
        "format": "entity",
        "summary": "{{title}}",
        "form": edit.kind,
        "lists": _lists(catalogue, owner, lists),
    }


def _file(
    catalogue: Catalogue, edit: Edit, owner: Partnership | Plan | Report, lists: dict[str, list[dict[str, str]]]
) -> dict[str, Any]:
    of = "" if isinstance(owner, Partnership) else f", {owner.id}"
    return {
        "name": f"{owner.key.replace('/', '-')}-{edit.path.removesuffix('.yml')}",
        "label": f"{edit.label}{of}",
        "file": f"data/{owner.key}/{edit.path}",
        "format": "register",
        "form": edit.kind,
        "lists": _lists(catalogue, owner, lists),
    }


def _lists(
    catalogue: Catalogue, owner: Partnership | Plan | Report, lists: dict[str, list[dict[str, str]]]
) -> dict[str, str]:
    """For each kind of reference, the name of the list of what can be chosen in an owner's files."""
    named = {}
    plan = "" if isinstance(owner, Partnership) else owner.key
    for reference, entity in REFERENCES.items():
        found = []
        for one in catalogue.all(entity):
            if written := reference.briefly(one.key, owner.partnership_key, plan):
                found.append({"value": written, "label": f"{_called(one)} ({written})"})
        found.sort(key=lambda choice: (choice["value"].count("/"), choice["label"].casefold()))
        named[reference.kind] = next((name for name, known in lists.items() if known == found), "")
        if not named[reference.kind]:
            named[reference.kind] = f"{reference.kind} {len(lists) + 1}"
            lists[named[reference.kind]] = found
    return named


def _called(entity: Any) -> str:
    """What an entity is called, in the words of its file."""
    for name in ("title", "name", "term", "one", "other"):
        if words := getattr(entity, name, None):
            return str(words)
    return str(entity.id)
