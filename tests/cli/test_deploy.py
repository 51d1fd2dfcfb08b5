"""`planbuilder deploy`: files for a host that say what `data/site.yml` says."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from planbuilder.cli import deploying, main
from planbuilder.outputs.headers import HEADERS
from planbuilder.source import load
from tests.source.small_project import project


def run(root: Path, *arguments: str) -> Result:
    """The command's result."""
    return CliRunner().invoke(main, ["deploy", *arguments, "--root", str(root)])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small project that is published from a branch of another name."""
    root = project(tmp_path / "own")
    site = root / "data" / "site.yml"
    site.write_text(site.read_text("utf-8") + "branch: live\n", "utf-8")
    return root


def written(root: Path) -> dict[str, str]:
    """Every file beside the data."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.rglob("*")
        if path.is_file() and "data" not in path.relative_to(root).parts
    }


@pytest.mark.parametrize("host", deploying.NEXT)
def test_every_host_has_its_files(host: str, own: Path) -> None:
    """Made from the settings, with no place left unfilled, and what is left to do is said."""
    result = run(own, host)
    assert result.exit_code == 0, result.output
    assert result.output.endswith(f"Next: {deploying.NEXT[host]}\n")
    files = written(own)
    assert files == deploying.files(host, load(own).site)
    told = "".join(files.values())
    assert "%%{" not in told
    assert "plans.example.org" in told
    assert "--today" in told or "BUILD_HOOK" in told


@pytest.mark.parametrize("host", ["github-pages", "gitlab-pages", "s3", "nginx"])
def test_it_is_published_from_the_branch_of_the_settings(host: str, own: Path) -> None:
    """And from no other."""
    run(own, host)
    told = "".join(written(own).values())
    assert "live" in told
    assert "[main]" not in told


@pytest.mark.parametrize("host", deploying.NEXT)
def test_a_site_in_a_folder_of_its_host(host: str, own: Path) -> None:
    """Only the pages of a forge are served so; the other files would lead readers to the wrong place."""
    file = own / "data/site.yml"
    file.write_text(file.read_text("utf-8").replace("plans.example.org", "example.org/plans"), "utf-8")
    result = run(own, host)
    assert (result.exit_code, bool(written(own))) == ((0, True) if host.endswith("pages") else (2, False))
    assert result.exit_code == 0 or "is in a folder" in result.output


@pytest.mark.parametrize("branch", ["main; rm -rf x", "$(id)", "-x", "a b", "..", "a\nb", "o'x"])
def test_a_branch_is_no_command(branch: str, own: Path) -> None:
    """It stands in scripts: what editors write in the settings must not run when the site is published."""
    file = own / "data/site.yml"
    file.write_text(file.read_text("utf-8").replace("branch: live", f"branch: {json.dumps(branch)}"), "utf-8")
    result = run(own, "nginx")
    assert (result.exit_code, bool(written(own))) == (1, False)
    assert "write the name of a branch" in result.output


def test_files_can_be_read_by_those_they_are_for(own: Path) -> None:
    """YAML, TOML, JSON and shell."""
    for host in deploying.NEXT:
        run(own, host, "--force")
    for path, text in written(own).items():
        match path.rpartition(".")[2]:
            case "yml":
                assert yaml.safe_load(text)
            case "toml":
                assert tomllib.loads(text)
            case "json":
                assert json.loads(text)
            case "sh":
                subprocess.run(["sh", "-n", own / path], check=True)
            case "js":
                subprocess.run(["node", "--check", own / path], check=True)


def test_nginx_sends_the_headers_of_the_preview(own: Path) -> None:
    """All of them, for pages and for assets."""
    run(own, "nginx")
    configuration = written(own)["deploy/nginx.conf"]
    assert "server_name plans.example.org;" in configuration
    for name, value in HEADERS.items():
        assert configuration.count(f'add_header {name} "{value}" always;') == 2


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("/en/", {"uri": "/en/index.html"}),
        ("/en/plan", {"location": "/en/plan/"}),
        ("/assets/site.css", {"uri": "/assets/site.css"}),
        ("//elsewhere.example", {"uri": "//elsewhere.example"}),
        ("//elsewhere", {"location": "/elsewhere/"}),
    ],
)
def test_cloudfront_finds_the_page_in_a_folder(asked: str, answered: dict[str, str], own: Path) -> None:
    """And never sends a reader to another site."""
    run(own, "s3")
    script = (
        written(own)["deploy/cloudfront-function.js"]
        + f"""
      const found = handler({{ request: {{ uri: {json.dumps(asked)} }} }});
      const {{ uri, headers }} = found;
      console.log(JSON.stringify(headers ? {{ location: headers.location.value }} : {{ uri }}));"""
    )
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == answered


def test_nothing_of_somebody_else_is_written_over(own: Path) -> None:
    """Without --force; the same again is no fault."""
    run(own, "netlify")
    assert run(own, "netlify").exit_code == 0
    (own / "netlify.toml").write_text("# mine\n", "utf-8")
    before = written(own)
    result = run(own, "netlify")
    assert (result.exit_code, "netlify.toml: there already" in result.output) == (2, True)
    assert written(own) == before
    assert run(own, "netlify", "--force").exit_code == 0


def test_data_with_errors_are_put_right_first(own: Path) -> None:
    """The address could be the wrong one."""
    (own / "data/units.yml").write_text("nonsense: [", "utf-8")
    result = run(own, "nginx")
    assert (result.exit_code, "Put these right first" in result.output) == (1, True)
    assert written(own) == {}


def test_the_page_for_editors_is_known_to_the_hosts_that_send_headers(own: Path) -> None:
    """Once it is switched on, and not before."""
    assert "location /edit/" not in deploying.files("nginx", load(own).site)["deploy/nginx.conf"]
    assert "deploy/cloudfront-headers-edit.json" not in deploying.files("s3", load(own).site)
    settings = own / "data" / "site.yml"
    more = "repository: https://github.com/anytown/plans\nedit_in_browser: true\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    site = load(own).site
    assert "location /edit/" in deploying.files("nginx", site)["deploy/nginx.conf"]
    policy = json.loads(deploying.files("s3", site)["deploy/cloudfront-headers-edit.json"])
    assert policy["ResponseHeadersPolicyConfig"]["Name"] == "planbuilder-edit"
