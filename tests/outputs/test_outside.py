"""Other sites are asked politely, and nobody can have the command ask what is not public. All sites here are local."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from planbuilder.outputs.outside import Answer, Asker, public, resolve


class _Site(BaseHTTPRequestHandler):
    """Answers by the path; writes down who asked for what."""

    asked: ClassVar[list[str]] = []
    agents: ClassVar[set[str]] = set()
    now: ClassVar[list[int]] = [0, 0]

    def do_HEAD(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        self.agents.add(self.headers["User-Agent"])
        self.now[0] += 1
        self.now[1] = max(self.now)
        if self.path == "/slow":
            for _ in range(100):  # a byte now and then, so that no single read takes too long
                time.sleep(0.05)
                with contextlib.suppress(OSError):
                    self.wfile.write(b"H")
        status, location = self._answer()
        with contextlib.suppress(OSError):
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()
        self.now[0] -= 1

    do_GET = do_HEAD  # noqa: N815 – the base class names it so

    def _answer(self) -> tuple[int, str]:
        assert isinstance(self.server, ThreadingHTTPServer)
        port = self.server.server_port
        match self.path.split("/")[1:]:
            case ["for-good"]:
                return 301, "/there"
            case ["for-now"]:
                return 302, "/there"
            case ["mixed"]:
                return 301, "/for-now"
            case ["circle"]:
                return 301, "/circle"
            case ["inside"]:
                return 302, f"http://private.test:{port}/secret"
            case ["file"]:
                return 302, "file:///etc/passwd"
            case ["no-head"] if self.command == "HEAD":
                return 405, ""
            case ["status", code]:
                return int(code), ""
        return 200, ""

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine."""
    _Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://public.test:{server.server_port}"
    server.shutdown()
    server.server_close()


def _resolve(host: str, port: int) -> list[str]:
    """Two names for this machine: the private one's address stands for any that is not public."""
    if host == "nowhere.test":
        raise socket.gaierror(socket.EAI_NONAME, "no such host")
    if host == "offline.test":
        raise socket.gaierror(socket.EAI_AGAIN, "no network")
    return {"public.test": ["127.0.0.1"], "private.test": ["127.0.0.2"], "both.test": ["127.0.0.1", "127.0.0.2"]}[host]


def _asker(timeout: float = 5) -> Asker:
    return Asker("planbuilder links", timeout, 0, lambda ip: ip == "127.0.0.1", _resolve)


def _state(address: str) -> Answer:
    return _asker().ask([address])[address]


@pytest.mark.parametrize("path", ["/", "/there", "/there#place", "/for-now", "/mixed", "/no-head", "/there?a=b"])
def test_what_is_there_is_good(site: str, path: str) -> None:
    """Also for the time being elsewhere, and where a server does not know HEAD."""
    assert _state(site + path) == Answer("good")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/status/404", Answer("gone", "the site answers 404: there is no such page")),
        ("/status/410", Answer("gone", "the site answers 410: there is no such page")),
        ("/status/403", Answer("unknown", "the site answers 403")),
        ("/status/500", Answer("unknown", "the site answers 500")),
        ("/circle", Answer("unknown", "it leads on more than 5 times")),
        ("/file", Answer("unknown", "it leads to an address that is not asked")),
    ],
)
def test_what_is_not_there_is_told_from_what_nobody_knows(site: str, path: str, answer: Answer) -> None:
    """A site that refuses programs may still have the page."""
    assert _state(site + path) == answer


def test_a_page_that_moved_for_good_is_told_with_its_new_address(site: str) -> None:
    """So that an editor can write it."""
    assert _state(f"{site}/for-good") == Answer("moved", f"the page has moved to {site}/there", f"{site}/there")


def test_a_host_that_is_not_there(site: str) -> None:
    """Without a network nobody knows."""
    assert _state("http://nowhere.test/") == Answer("gone", "there is no host nowhere.test")
    assert _state("http://offline.test/").state == "unknown"


@pytest.mark.parametrize("host", ["private.test", "both.test"])
def test_what_is_not_public_is_never_asked(site: str, host: str) -> None:
    """Not even a host of which one address is public: the next look-up could give the other."""
    address = site.replace("public.test", host) + "/secret"
    assert _state(address) == Answer("unknown", "its host is not on the public internet")
    assert _Site.asked == []


def test_no_site_can_send_us_to_what_is_not_public(site: str) -> None:
    """A redirect is judged like the address itself."""
    assert _state(f"{site}/inside") == Answer("unknown", "its host is not on the public internet")
    assert _Site.asked == ["HEAD /inside"]


def test_an_answer_that_drips_is_cut(site: str) -> None:
    """The time is for the whole answer, not for each byte of it."""
    assert _asker(timeout=0.3).ask([f"{site}/slow"])[f"{site}/slow"].state == "unknown"


def test_each_address_is_asked_once_and_one_at_a_time(site: str) -> None:
    """With our name, so that a site's owner knows who it was."""
    _Site.now[:] = [0, 0]
    answers = _asker().ask([f"{site}/{n % 5}" for n in range(20)])
    assert len(answers) == 5
    assert sorted(_Site.asked) == [f"HEAD /{n}" for n in range(5)]
    assert _Site.now == [0, 1]
    assert _Site.agents == {"planbuilder links"}


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 – nothing is bound
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_private_addresses_are_not_public(address: str) -> None:
    """Loopback, private networks, clouds' own services; also wrapped in another notation."""
    assert not public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_addresses_are(address: str) -> None:
    """Of both kinds."""
    assert public(address)


def test_this_machine_is_looked_up_as_any_host() -> None:
    """What the command asks with, when it is not tested, finds this machine and refuses it."""
    assert resolve("localhost", 80)
    assert (
        Asker("x").ask(["http://localhost:1/"])["http://localhost:1/"].why == "its host is not on the public internet"
    )
