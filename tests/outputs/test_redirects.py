"""Readers of an old address are led to the new one, on whatever host the site is."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.mkdocs.build import BuildError
from planbuilder.outputs.redirects import FORMS
from tests.sites import Project, climate

MOVED = """\
riverbank/2020-2025/:
  to: riverbank/plans/2025-2030
how-we-measure:
  to: how-we-judge-progress/
an-action/:
  to: riverbank/plans/2025-2030/opportunities/solar-roofs
"""
EXPECTED = {
    f"/plans/{code}/{old}": f"/plans/{code}/{new}"
    for code in ("en", "pl")
    for old, new in {
        "riverbank/2020-2025/": "riverbank/2025-2030/",
        "how-we-measure/": "how-we-judge-progress/",
        "an-action/": "riverbank/2025-2030/get-involved/#solar-roofs",
    }.items()
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The climate plan in a folder of a host, with pages that have moved."""
    made = climate(tmp_path)
    made.edit("data/site.yml", "https://climate.example.org/", "https://climate.example.org/plans/")
    (made.root / "data/redirects.yml").write_text(MOVED, "utf-8")
    return made


def _printed(project: Project, host: str) -> str:
    result = CliRunner().invoke(main, ["redirects", "--root", str(project.root), "--for", host])
    assert result.exit_code == 0, result.output
    return result.output


def _answer(function: str, path: str) -> str | None:
    """Where CloudFront's function leads a reader of a path; None where it lets them through."""
    event = json.dumps({"request": {"uri": path}})
    script = f"{function}\nconst r = handler({event}); console.log(JSON.stringify(r.headers?.location.value ?? null))"
    ran = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True)
    found: str | None = json.loads(ran.stdout)
    return found


def _read(host: str, text: str) -> dict[str, str]:
    """The rules that a host reads in its configuration."""
    match host:
        case "netlify" | "cloudflare":
            code = "301!" if host == "netlify" else "301"
            return {old: new for old, new, said in map(str.split, text.splitlines()) if said == code}
        case "nginx":
            return dict(re.findall(r"^location = (\S+/) \{ return 301 (\S+); \}$", text, re.MULTILINE))
        case "apache":
            rules = re.findall(r'^RedirectMatch 301 "(\S+)" "(\S+)"$', text, re.MULTILINE)
            return {old: new for old in EXPECTED for pattern, new in rules if re.search(pattern, old)}
        case _:
            return {old: _answer(text, old) or "" for old in EXPECTED}


@pytest.mark.parametrize("host", FORMS)
def test_every_host_leads_to_the_same_places(project: Project, host: str) -> None:
    """In every language, below the folder of the site, to the place on the page that shows it."""
    assert _read(host, _printed(project, host)) == EXPECTED


def test_an_address_without_its_last_slash_is_led_on_too(project: Project) -> None:
    """And every other address is left alone."""
    function = _printed(project, "cloudfront")
    assert _answer(function, "/plans/en/how-we-measure") == "/plans/en/how-we-judge-progress/"
    assert _answer(function, "/plans/en/about/") is None
    assert "location = /plans/en/how-we-measure { " in _printed(project, "nginx")


def test_a_page_with_a_link_stands_at_the_old_address(project: Project) -> None:
    """In the reader's language, for no search engine, and it goes nowhere by itself."""
    site = project.build()
    assert _read("netlify", (site / "_redirects").read_text("utf-8")) == EXPECTED
    for code, heading in {"en": "This page has moved", "pl": "Ta strona została przeniesiona"}.items():
        html = (site / code / "riverbank/2020-2025/index.html").read_text("utf-8")
        assert f"<h1>{heading}</h1>" in html
        assert f'<a href="../../../{code}/riverbank/2025-2030/">' in html.partition("<main")[2]
        assert '<meta name="robots" content="noindex">' in html
        assert "refresh" not in html
    assert "2020-2025" not in (site / "sitemap.xml").read_text("utf-8")
    assert "2020-2025" not in (site / "en/search/index.json").read_text("utf-8")


def test_a_site_in_which_nothing_moved_has_no_rules(tmp_path: Path) -> None:
    """No empty file that somebody wonders about."""
    assert not (climate(tmp_path).build() / "_redirects").exists()


def test_what_only_the_finished_site_shows_is_told_with_its_line(project: Project) -> None:
    """A page that is still there, and one that is not; nothing is published."""
    (project.root / "data/redirects.yml").write_text("# moved\nabout/: {to: privacy/}\n\nold/: {to: gone/}\n", "utf-8")
    with pytest.raises(BuildError) as caught:
        project.build()
    first, second, *_ = str(caught.value).splitlines()
    assert first.startswith("data/redirects.yml:2:1: about/: there is a page at this address – delete the entry, or ")
    assert second.startswith("data/redirects.yml:4:1: old/: there is no page gone/ – write the path of a page, or the ")
    assert not project.site.exists()


def test_wrong_data_give_no_rules(project: Project) -> None:
    """The command says what the checker says."""
    (project.root / "data/redirects.yml").write_text("old/: {to: riverbank/plans/2025-203}\n", "utf-8")
    result = CliRunner().invoke(main, ["redirects", "--root", str(project.root), "--for", "nginx"])
    assert result.exit_code == 1
    assert "did you mean riverbank/plans/2025-2030?" in result.output
