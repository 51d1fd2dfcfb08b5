"""The preview: the site on this machine, built again on every save, in a browser that shows each build at once."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from planbuilder.mkdocs.build import BuildError
from planbuilder.mkdocs.builder import Builder, Rebuilt
from planbuilder.mkdocs.live import News, live_server
from planbuilder.mkdocs.watching import watch_saves

Say = Callable[[str], object]
Rebuild = Callable[[], Rebuilt]
"""What makes the site. Raises BuildError; the site that was there then stays as it is."""


class ServeError(Exception):
    """The preview can't start. The message is for the person who started it."""


def preview(root: Path, folder: Path, port: int, say: Say) -> None:
    """Build, serve and watch until interrupted. Raises ServeError when nothing can be served."""
    if not (root / "mkdocs.yml").is_file():
        raise ServeError(f"{root / 'mkdocs.yml'} is missing – run this in the folder of a planbuilder site")
    news = News()
    try:
        server = live_server(folder, news, port)
    except OSError:
        raise ServeError(f"port {port} is taken – stop what runs there, or give another one with --port") from None
    saved, stop = threading.Event(), threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=watch_saves, args=(root, saved, stop), daemon=True).start()
    builder = Builder(root, folder)
    once = partial(_build, builder.rebuild, news, say)
    try:
        once()
        say(f"The site is at http://127.0.0.1:{server.server_port}/ – it is built again when you save a file.")
        say("Ctrl+C stops it.")
        builder.get_ready()
        follow(saved, once, builder.get_ready)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        stop.set()
        server.shutdown()
        server.server_close()


def follow(saved: threading.Event, build_again: Callable[[], object], afterwards: Callable[[], object]) -> NoReturn:
    """Build again after each save, for ever. However many saves there are while one build runs, one build follows.

    `afterwards` is done when browsers have the new build.
    """
    while True:
        saved.wait()
        saved.clear()  # before the build: a save while it runs starts another one
        build_again()
        afterwards()


def _build(rebuild: Rebuild, news: News, say: Say) -> None:
    started = time.perf_counter()
    try:
        rebuilt = rebuild()
    except BuildError as error:
        say(str(error))
        news.failed(str(error).splitlines())
    else:
        say(f"{datetime.now():%H:%M:%S} built in {time.perf_counter() - started:.1f} s")  # noqa: DTZ005 – the editor's own clock
        news.built(anew=bool(rebuilt.changed))
