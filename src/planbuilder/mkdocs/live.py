"""What the preview adds to the pages while it serves them: one script, which is told of new builds and of problems.

Nothing of it is in the site's files. The script keeps to the site's own content security policy.
"""

import functools
import json
import re
import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from planbuilder.mkdocs.serve import Handler, server_of
from planbuilder.outputs.headers import EDITOR

FOLDER = "/_preview/"
"""No page of a site can have this address: ids have no underscores."""
EVENTS = f"{FOLDER}events"
HEARTBEAT_SECONDS = 15
_FILES = Path(__file__).parent / "in_browser"
_KINDS = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}
_PLACE = re.compile(r"(\S.*?:\d+:\d+): (.+)")
_NO_SITE = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>There is no site yet</title></head>'
    b"<body><h1>There is no site yet</h1><p>It appears here as soon as it can be built.</p></body></html>"
)


@dataclass(frozen=True)
class State:
    """Which build is being served, and what is wrong with what was saved since: lines as the terminal shows them."""

    build: str
    problems: tuple[str, ...] = ()

    def as_json(self) -> str:
        """The state as the script reads it, on one line."""
        return json.dumps({"build": self.build, "problems": [_problem(line) for line in self.problems]})


def _problem(line: str) -> dict[str, str]:
    placed = _PLACE.fullmatch(line)
    return {"place": placed[1], "words": placed[2]} if placed else {"place": "", "words": line}


class News:
    """The state that browsers are told of, and word of every change of it. Safe to use from several threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._run, self._builds = secrets.token_hex(4), 0  # a page left over from an earlier preview is loaded anew
        self._state = State(f"{self._run}-0")

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    def built(self, anew: bool = True) -> None:
        """There is a new build; where it is the same as the one before, nothing has to be loaded again."""
        self._builds += anew
        self._tell(State(f"{self._run}-{self._builds}"))

    def failed(self, problems: Iterable[str]) -> None:
        """The newest build published nothing, for these reasons; the one before is still served."""
        self._tell(State(self._state.build, tuple(problems)))

    def after(self, seen: State | None) -> State | None:
        """The state, as soon as it is another one than what was seen; None when nothing changed for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != seen, HEARTBEAT_SECONDS)
            return self._state if self._state != seen else None

    def _tell(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()


class _LiveHandler(Handler):
    """Serves pages with the script in them, the script's files, and the events that it listens to."""

    def __init__(self, *arguments: Any, news: News, **options: Any) -> None:
        self.news = news
        super().__init__(*arguments, **options)  # answers the request

    def do_GET(self) -> None:  # noqa: N802 – the base class names it so
        name = self.path.partition("?")[0].removeprefix(FOLDER)
        if self.path == EVENTS:
            self._send_events()
        elif self.path.startswith(FOLDER) and name in _KINDS:
            self.send_whole(200, (_FILES / name).read_bytes(), _KINDS[name])
        else:
            self._send_page(200, Path(self.translate_path(self.path)), super().do_GET)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code == HTTPStatus.NOT_FOUND:
            self._send_page(code, Path(self.directory) / "404.html", self._send_waiting)
        else:
            super().send_error(code, message, explain)

    def _send_page(self, code: int, place: Path, otherwise: Callable[[], None]) -> None:
        """Send the page at a place with the script in it; where there is no page, do otherwise."""
        build = self.news.state.build  # before the file is read: a page must not pass for a newer one than it is
        place = place / "index.html" if self.path.endswith("/") and place.is_dir() else place
        try:
            page = place.read_bytes() if place.suffix == ".html" else None
        except OSError:
            page = None
        if page is None or self.path.startswith(EDITOR):  # a form that is being filled in must not be loaded anew
            otherwise()
        else:
            self.send_whole(code, _with_script(page, build))

    def _send_waiting(self) -> None:
        self.send_whole(HTTPStatus.SERVICE_UNAVAILABLE, _with_script(_NO_SITE, self.news.state.build))

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = None
        try:
            while True:
                state = self.news.after(seen)
                self.wfile.write(f"data: {state.as_json()}\n\n".encode() if state else b":\n\n")
                self.wfile.flush()
                seen = state or seen
        except OSError:
            return  # the page was closed


def _with_script(page: bytes, build: str) -> bytes:
    script = f'<script src="{FOLDER}preview.js" data-build="{build}" defer></script></head>'
    return page.replace(b"</head>", script.encode(), 1)


def live_server(folder: Path, news: News, port: int = 0) -> ThreadingHTTPServer:
    """A server for a site that is being written. Raises OSError when the port is taken."""
    return server_of(folder, port, functools.partial(_LiveHandler, news=news))
