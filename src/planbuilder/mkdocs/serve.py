"""The preview: the site on this machine, with the headers it will be published with, rebuilt on every save."""

import functools
import threading
import time
from collections.abc import Callable
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from planbuilder.mkdocs.build import BuildError, build
from planbuilder.outputs.headers import HEADERS

WATCHED = ("data", "content", "theme_overrides", "mkdocs.yml")
POLL_SECONDS = 0.3

Say = Callable[[str], object]


class ServeError(Exception):
    """The preview can't start. The message is for the person who started it."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files of the site with its headers, and its own page for addresses that don't exist."""

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            if name != "Strict-Transport-Security":  # it would bind localhost to https
                self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 – the base class names it so
        """Requests are not news to an editor."""


def server_of(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server for a site on this machine alone, with the headers it will have; port 0 takes any that is free.

    Raises OSError when the port is taken.
    """
    return ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Handler, directory=str(folder)))


def serve(root: Path, folder: Path, port: int, say: Say) -> None:
    """Build, serve and watch until interrupted. Raises ServeError when nothing can be served."""
    try:
        server = server_of(folder, port)
    except OSError:
        raise ServeError(f"port {port} is taken – stop what runs there, or give another one with --port") from None
    seen = _state_of(root)
    _build(root, folder, say)
    if not folder.is_dir():
        server.server_close()
        raise ServeError("There is no site to serve yet: mend the problems above and start again.")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"The site is at http://127.0.0.1:{port}/ – it is built again when you save a file. Ctrl+C stops it.")
    try:
        while True:
            time.sleep(POLL_SECONDS)
            now = _state_of(root)
            if now != seen:
                seen = now
                _build(root, folder, say)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()
        server.server_close()


def _build(root: Path, folder: Path, say: Say) -> None:
    started = time.perf_counter()
    try:
        build(root, folder)
    except BuildError as error:
        say(str(error))
    else:
        say(f"{datetime.now():%H:%M:%S} built in {time.perf_counter() - started:.1f} s")  # noqa: DTZ005 – the editor's own clock


def _state_of(root: Path) -> dict[Path, tuple[int, int]]:
    """What is watched, with times and sizes: it differs from the last one when somebody saved a file."""
    found: dict[Path, tuple[int, int]] = {}
    for name in WATCHED:
        place = root / name
        files = (place, *place.rglob("*")) if place.is_dir() else (place,)
        for path in files:
            try:
                status = path.lstat()
            except OSError:
                continue
            found[path] = (status.st_mtime_ns, status.st_size)
    return found
