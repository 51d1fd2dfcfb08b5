"""A server on this machine for a built site, with the headers that it will be published with."""

import functools
import sys
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from planbuilder.outputs.headers import EDITOR, HEADERS, sent_by


class Handler(SimpleHTTPRequestHandler):
    """Serves the files of the site with its headers, and its own page for addresses that don't exist."""

    def end_headers(self) -> None:
        for name, value in self._headers().items():
            if name != "Strict-Transport-Security":  # it would bind localhost to https
                self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _headers(self) -> dict[str, str]:
        """Those of the address. The page for editors has its own, and the site's own file says which."""
        file = Path(self.directory) / "_headers"
        if getattr(self, "path", "").startswith(EDITOR) and file.is_file():
            return HEADERS | sent_by(file.read_text("utf-8"), self.path.partition("?")[0])
        return HEADERS

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_whole(404, page.read_bytes())

    def send_whole(self, code: int, content: bytes, kind: str = "text/html; charset=utf-8") -> None:
        """Send an answer whose content is at hand."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 – the base class names it so
        """Requests are not news to an editor."""


class _Server(ThreadingHTTPServer):
    """A browser that goes away in the middle of an answer is no news either."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server_of(folder: Path, port: int = 0, handler: Callable[..., Handler] = Handler) -> ThreadingHTTPServer:
    """A server for a site on this machine alone, with the headers it will have; port 0 takes any that is free.

    Raises OSError when the port is taken.
    """
    return _Server(("127.0.0.1", port), functools.partial(handler, directory=str(folder)))
