"""One policy for readers, whatever host the site is on."""

import json
import re
import threading
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.mkdocs.live import News, live_server
from planbuilder.mkdocs.serve import server_of
from planbuilder.model.site import Site
from planbuilder.outputs.headers import (
    CACHED,
    EDITOR,
    FORMS,
    HEADERS,
    META_POLICY,
    editor_headers,
    headers_file,
    sent_by,
)
from planbuilder.source import load
from tests.source.small_project import project


def _printed(host: str) -> str:
    result = CliRunner().invoke(main, ["headers", "--for", host])
    assert result.exit_code == 0
    return result.output


@pytest.fixture
def sent(tmp_path: Path) -> dict[str, str]:
    """The headers that the preview sends with a page."""
    (tmp_path / "index.html").write_text("<title>x</title>", "utf-8")
    server = server_of(tmp_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/") as answer:
        found = dict(answer.headers.items())
    server.shutdown()
    server.server_close()
    return found


def _of_cloudfront(text: str) -> dict[str, str]:
    policy = json.loads(text)["ResponseHeadersPolicyConfig"]
    security, custom = policy["SecurityHeadersConfig"], policy["CustomHeadersConfig"]
    assert custom["Quantity"] == len(custom["Items"])
    transport = security["StrictTransportSecurity"]
    return {
        **{item["Header"]: item["Value"] for item in custom["Items"]},
        "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "Strict-Transport-Security": f"max-age={transport['AccessControlMaxAgeSec']}"
        + "; includeSubDomains" * transport["IncludeSubdomains"],
    }


def _read(host: str) -> dict[str, str]:
    """The headers of every page, as a host's configuration says them."""
    text = _printed(host)
    match host:
        case "netlify" | "cloudflare":
            return dict(re.findall(r"^  ([\w-]+): (.+)$", text.partition("\n\n")[0], re.MULTILINE))
        case "nginx":
            return dict(re.findall(r'^add_header ([\w-]+) "(.+)" always;$', text, re.MULTILINE))
        case "apache":
            return dict(re.findall(r'^Header always set ([\w-]+) "([^"]+)"$', text, re.MULTILINE))
        case _:
            return _of_cloudfront(text)


EVERYWHERE = [host for host in FORMS if host != "cloudfront-edit"]
"""The hosts whose configuration is of the whole site."""


@pytest.mark.parametrize("host", EVERYWHERE)
def test_every_host_sends_what_the_preview_sends(host: str, sent: dict[str, str]) -> None:
    """Byte for byte; only the header that would bind this machine to https is not in the preview."""
    found = _read(host)
    assert found == HEADERS
    assert {name: sent.get(name) for name in found if name != "Strict-Transport-Security"} == {
        name: value for name, value in found.items() if name != "Strict-Transport-Security"
    }


def test_nothing_inline_is_allowed() -> None:
    """No exception of any kind in the policy, and the page's own says the same but for what it can't."""
    policy = HEADERS["Content-Security-Policy"]
    assert not re.search(r"unsafe|nonce|sha\d|\*|https?:", policy)
    assert policy == f"{META_POLICY}; frame-ancestors 'none'"


def test_nginx_keeps_the_policy_for_assets() -> None:
    """A `location` with a header of its own loses those from outside, so it repeats them all."""
    inside = _printed("nginx").partition("location /assets/ {\n")[2]
    assert dict(re.findall(r'^    add_header ([\w-]+) "(.+)" always;$', inside, re.MULTILINE)) == {
        **HEADERS,
        "Cache-Control": CACHED,
    }


def _with_editor(root: Path) -> Site:
    text = (root / "data" / "site.yml").read_text("utf-8")
    more = "repository: https://gitlab.example.org/anytown/plans\nedit_in_browser: true\n"
    (root / "data" / "site.yml").write_text(text + more, "utf-8")
    return load(root).site


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small project with the page for editors switched on."""
    root = project(tmp_path / "own")
    _with_editor(root)
    return root


def _there(host: str, root: Path, path: str) -> dict[str, str]:
    """The headers of one address, as a host's configuration of a site with the page for editors says them."""
    text = CliRunner().invoke(main, ["headers", "--for", host, "--root", str(root)]).output
    match host:
        case "netlify" | "cloudflare":
            return sent_by(text, path)
        case "nginx":
            inside = (
                text.partition(f"location {EDITOR} {{\n")[2]
                if path.startswith(EDITOR)
                else text.partition("error_page")[0]
            )
            return dict(re.findall(r'^ *add_header ([\w-]+) "(.+)" always;$', inside, re.MULTILINE))
        case "apache":
            found: dict[str, str] = {}
            for name, value, at in re.findall(
                r'^Header always set ([\w-]+) "([^"]+)"(?: "expr=.*m#\^(.*)#")?$', text, re.MULTILINE
            ):
                found |= {name: value} if path.startswith(at) else {}
            return found
        case _:
            return _of_cloudfront(text)


@pytest.mark.parametrize("host", FORMS)
def test_the_page_for_editors_has_its_own_policy_on_every_host(host: str, own: Path) -> None:
    """The one that its forge needs; on all other pages the strict one stays, and no address has two."""
    site = load(own).site
    assert site.editor
    if host != "cloudfront":
        assert _there(host, own, "/edit/index.html") == editor_headers(site.editor)
        assert _there(host, own, "/edit/") == editor_headers(site.editor)
    if host != "cloudfront-edit":
        for path in ("/", "/index.html", "/en/", "/en/plans/index.html", "/404.html", "/data/x.json"):
            assert _there(host, own, path) == HEADERS
    assert editor_headers(site.editor)["Content-Security-Policy"].count("gitlab.example.org") == 2


def test_the_preview_sends_the_page_for_editors_what_a_host_does(own: Path) -> None:
    """As the site's own file of headers says."""
    site = load(own).site
    assert site.editor
    folder = own / "site"
    (folder / "edit").mkdir(parents=True)
    (folder / "en").mkdir()
    for page in ("edit", "en"):
        (folder / page / "index.html").write_text("<head><title>x</title></head>", "utf-8")
    (folder / "_headers").write_text(headers_file(site), "utf-8")
    server = live_server(folder, News())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for path, wanted in (("/edit/", editor_headers(site.editor)), ("/en/", HEADERS)):
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}") as answer:
            assert answer.headers["Content-Security-Policy"] == wanted["Content-Security-Policy"]
            assert answer.headers["Cross-Origin-Opener-Policy"] == wanted["Cross-Origin-Opener-Policy"]
            assert (b"preview.js" in answer.read()) is (path == "/en/")  # a form must not be loaded anew
    server.shutdown()
    server.server_close()


def test_without_the_page_there_is_nothing_to_send_with_it() -> None:
    """In one line, with the setting."""
    result = CliRunner().invoke(main, ["headers", "--for", "cloudfront-edit"])
    assert result.exit_code == 2
    assert "does not switch /edit/ on" in result.output


def test_a_host_that_is_not_known_is_told_the_known_ones() -> None:
    """In one line, with no traceback."""
    result = CliRunner().invoke(main, ["headers", "--for", "abacus"])
    assert result.exit_code == 2
    assert "nginx" in result.output
