"""The configuration of `/edit/`: which files have forms, what can be chosen in them, and with whom the page talks."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.forge import Forge
from planbuilder.outputs.editor import backend, config
from planbuilder.outputs.headers import editor_directives
from planbuilder.source import load
from tests.sites import climate

ROOT = Path(__file__).parents[2]
ON = "repository: {address}\nedit_in_browser: true\n{more}as_of:"


def site(tmp_path: Path, address: str = "https://github.com/anytown/plans", more: str = "") -> Catalogue:
    """The climate plan with the page switched on."""
    project = climate(tmp_path)
    project.edit("data/site.yml", "as_of:", ON.format(address=address, more=more))
    return load(project.root)


def made(catalogue: Catalogue) -> dict[str, Any]:
    """The configuration, read."""
    found: dict[str, Any] = json.loads(config(catalogue))
    return found


def test_every_file_of_the_commonest_edits_has_a_form(tmp_path: Path) -> None:
    """Figures, actions, ways to get involved and achievements: those files that are there, and those that may come."""
    figures, actions, lists = made(site(tmp_path))["collections"]
    assert (figures["folder"], figures["form"]) == ("data/riverbank/measures", "measure")
    assert (actions["folder"], actions["form"]) == ("data/riverbank/plans/2025-2030/priorities", "priority")
    assert {(one["file"], one["form"]) for one in lists["files"]} == {
        ("data/riverbank/get-involved.yml", "get-involved"),
        ("data/riverbank/plans/2025-2030/get-involved.yml", "plan-get-involved"),
        ("data/riverbank/plans/2025-2030/achievements.yml", "achievements"),
    }


def test_partnerships_are_told_apart_only_where_there_are_several(tmp_path: Path) -> None:
    """And names of collections are never the same."""
    assert [one["label"] for one in made(site(tmp_path))["collections"]] == [
        "Figures",
        "Actions 2025-2030",
        "Events, achievements",
    ]
    ours = made(load(ROOT))["collections"]
    assert len({one["name"] for one in ours}) == len(ours)
    assert "Figures – SPP" in [one["label"] for one in ours]


def test_today_s_ids_can_be_chosen_as_briefly_as_they_can_be_written(tmp_path: Path) -> None:
    """In a plan's files its own things by their id alone; with their names."""
    found = made(site(tmp_path))
    lists = found["collections"][1]["lists"]
    assert found["lists"][lists["measure"]] == [
        {"value": "emissions", "label": "Carbon dioxide that Riverbank emits in a year (emissions)"},
        {"value": "retrofitted-homes", "label": "Homes that were retrofitted (retrofitted-homes)"},
    ]
    assert {"value": "riverbank-council", "label": "Riverbank Council (riverbank-council)"} in found["lists"][
        lists["organisation"]
    ]


def _values(fields: list[dict[str, Any]], written: Any, lists: dict[str, str]) -> list[tuple[str, str]]:
    """Every reference in a block of a file, with the name of the list that the form offers for it."""
    found = []
    for field in fields:
        value = written.get(field["name"])
        if value is None:
            continue
        if isinstance(field.get("options"), str):
            found += [(one, lists[field["options"]]) for one in ([value] if isinstance(value, str) else value)]
        for block in ([value] if isinstance(value, dict) else value) if "fields" in field else ():
            found += _values(field["fields"], block, lists)
    return found


def test_every_reference_of_this_repository_s_data_is_among_the_choices() -> None:
    """So a form never shows an empty field where the file says something."""
    found, looked_at = made(load(ROOT)), 0
    for one in found["collections"]:
        files = one.get("files") or [{**one, "file": path} for path in (ROOT / one["folder"]).glob("*.yml")]
        for file in files:
            path = ROOT / file["file"]
            if not path.is_file():
                continue
            text = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 – texts only
            form = found["forms"][file["form"]]
            blocks, fields = ([*text.values()], form[0]["fields"]) if file["format"] == "register" else ([text], form)
            for block in blocks:
                for value, name in _values(fields, block, file["lists"]):
                    assert value in {choice["value"] for choice in found["lists"][name]}, (path, value)
                    looked_at += 1
    assert looked_at > 500


@pytest.mark.parametrize(
    ("address", "more", "wanted"),
    [
        ("https://github.com/anytown/plans", "", {"name": "github", "auth_methods": ["token"]}),
        ("https://github.com/anytown/plans/", "edit_sign_in: https://sign-in.example.org\n",
         {"name": "github", "base_url": "https://sign-in.example.org"}),
        ("https://gitlab.example.org/county/anytown/plans", "",
         {"name": "gitlab", "base_url": "https://gitlab.example.org", "api_root": "https://gitlab.example.org/api/v4",
          "auth_methods": ["token"], "repo": "county/anytown/plans"}),
        ("https://gitlab.com/anytown/plans", f"edit_sign_in: {'ab12' * 16}\n",
         {"name": "gitlab", "base_url": "https://gitlab.com", "api_root": "https://gitlab.com/api/v4",
          "auth_type": "pkce", "app_id": "ab12" * 16}),
    ],
)  # fmt: skip
def test_signing_in_is_what_the_forge_offers(tmp_path: Path, address: str, more: str, wanted: dict[str, Any]) -> None:
    """A token of one's own, unless the owner has set something up."""
    found = backend(site(tmp_path, address, more).site)
    assert found == {"repo": "anytown/plans", "branch": "main", **wanted}


def test_the_page_may_talk_to_its_forge_alone() -> None:
    """Scripts come from the site, and nothing is evaluated."""
    policy = editor_directives(Forge.of("https://gitlab.example.org/a/b"))
    assert "script-src 'self';" in policy
    assert "connect-src 'self' data: blob: https://gitlab.example.org;" in policy
    assert "eval" not in policy
    assert "github" not in policy


def test_the_page_is_nowhere_unless_it_is_switched_on(tmp_path: Path) -> None:
    """Off, no file of it is in the site; on, no list, map or index names it, and robots are told not to."""
    off = climate(tmp_path / "off").build()
    assert not (off / "edit").exists()
    project = climate(tmp_path / "on")
    project.edit("data/site.yml", "as_of:", ON.format(address="https://github.com/anytown/plans", more=""))
    on = project.build()
    page = (on / "edit" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="https://github.com/anytown/plans/tree/main/data"' in page.partition("<noscript>")[2]
    assert json.loads((on / "edit" / "config.json").read_text("utf-8"))["backend"]["repo"] == "anytown/plans"
    others = [
        path for path in on.rglob("*") if path.suffix in (".html", ".xml", ".json") and on / "edit" not in path.parents
    ]
    assert len(others) > 50
    assert not [path for path in others if '/edit/"' in path.read_text("utf-8") or "/edit/<" in path.read_text("utf-8")]
