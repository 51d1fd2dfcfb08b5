"""Whether addresses of other sites still lead somewhere. No build does this: it needs the network, and time.

Content is a stranger's, so an address may be a trap: only public hosts are asked, at the very address that was looked
up, and nothing but the first lines of an answer is read.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urljoin, urlsplit

MOST_STEPS = 5
_AT_ONCE = 8
_NOT_FOR_HEAD = {400, 403, 404, 405, 406, 410, 500, 501, 503}
"""Answers that some servers give only because nobody taught them HEAD."""
_GONE = {404, 410}
_MOVED_FOR_GOOD = {301, 308}
_MOVED = {301, 302, 303, 307, 308}

State = Literal["good", "moved", "gone", "unknown"]


@dataclass(frozen=True)
class Answer:
    """What came of an address: `why` is a sentence; `now` where it leads today, if it has moved for good."""

    state: State
    why: str = ""
    now: str = ""


def public(address: str) -> bool:
    """Whether an IP address is on the public internet, also when it wraps another one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(part is not None and not part.is_global for part in inner):
            return False
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host. Raises OSError."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass
class Asker:
    """Asks politely: one request at a time to each host, with a pause between two of them."""

    agent: str
    timeout: float = 10
    """Seconds for one request, from the first byte to the last."""
    pause: float = 1
    """Seconds between two requests to one host."""
    allowed: Callable[[str], bool] = public
    resolve: Callable[[str, int], Sequence[str]] = resolve
    _locks: dict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))

    def ask(self, addresses: Iterable[str]) -> Mapping[str, Answer]:
        """What came of each address. The hosts are asked at once, eight of them at the most."""
        hosts: dict[str, list[str]] = {}
        for address in dict.fromkeys(addresses):
            hosts.setdefault(urlsplit(address).netloc, []).append(address)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            asked = pool.map(lambda one: [(address, self._follow(address)) for address in one], hosts.values())
        return dict(pair for answers in asked for pair in answers)

    def _follow(self, address: str) -> Answer:
        """Ask, and go on where the answer leads."""
        now, for_good = address.partition("#")[0], True
        for _ in range(MOST_STEPS):
            try:
                status, location = self._status(now)
            except _Refused as refused:
                return Answer("unknown", str(refused))
            except socket.gaierror as error:
                sentence = f"there is no host {urlsplit(now).hostname}"
                return Answer("gone" if error.errno == socket.EAI_NONAME else "unknown", sentence)
            except ssl.SSLCertVerificationError as error:
                return Answer("gone", f"its certificate is not valid ({error.verify_message})")
            except (OSError, http.client.HTTPException) as error:
                return Answer("unknown", f"there is no answer ({_reason(error)})")
            if status not in _MOVED or not location:
                return _judged(status, now if for_good and now != address.partition("#")[0] else "")
            for_good = for_good and status in _MOVED_FOR_GOOD
            now = urljoin(now, location).partition("#")[0]
        return Answer("unknown", f"it leads on more than {MOST_STEPS} times")

    def _status(self, address: str) -> tuple[int, str]:
        found = self._request("HEAD", address)
        return self._request("GET", address) if found[0] in _NOT_FOR_HEAD else found

    def _request(self, method: str, address: str) -> tuple[int, str]:
        """The status of an answer, and where it leads."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise _Refused("it leads to an address that is not asked")
        with self._locks[parts.netloc]:
            connection = self._connection(parts.scheme, parts.hostname, parts.port)
            timer = threading.Timer(self.timeout, _cut, [connection])
            timer.start()
            try:
                target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                connection.request(method, target, headers={"User-Agent": self.agent, "Accept": "*/*"})
                answer = connection.getresponse()
                return answer.status, answer.headers.get("Location", "")
            finally:
                timer.cancel()
                connection.close()
                time.sleep(self.pause)

    def _connection(self, scheme: str, host: str, given: int | None) -> http.client.HTTPConnection:
        """A connection to the very IP address that was looked up and allowed: it is not looked up a second time."""
        port = given or (443 if scheme == "https" else 80)
        found = self.resolve(host, port)
        if not found or not all(map(self.allowed, found)):
            raise _Refused("its host is not on the public internet")
        secure = scheme == "https"
        connection = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(host, port)
        connection.auto_open = 0  # it would look the host up by itself
        plain = socket.create_connection((found[0], port), self.timeout)
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(plain, server_hostname=host) if secure else plain
        return connection


class _Refused(Exception):  # noqa: N818 – it never leaves this module
    """An address that is not asked. The message is a sentence."""


def _cut(connection: http.client.HTTPConnection) -> None:
    """End an answer that comes too slowly."""
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _judged(status: int, now: str) -> Answer:
    if status in _GONE:
        return Answer("gone", f"the site answers {status}: there is no such page")
    if not 200 <= status < 300:
        return Answer("unknown", f"the site answers {status}")
    return Answer("moved", f"the page has moved to {now}", now) if now else Answer("good")


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long"
    return (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
