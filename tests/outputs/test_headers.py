"""One policy for readers, whatever host the site is on."""

import json
import re
import threading
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from planbuilder.cli import main
from planbuilder.mkdocs.serve import server_of
from planbuilder.outputs.headers import CACHED, FORMS, HEADERS, META_POLICY


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


@pytest.mark.parametrize("host", FORMS)
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


def test_a_host_that_is_not_known_is_told_the_known_ones() -> None:
    """In one line, with no traceback."""
    result = CliRunner().invoke(main, ["headers", "--for", "abacus"])
    assert result.exit_code == 2
    assert "nginx" in result.output
