"""The preview: pages as they are published with one script more, built again on every save."""

import json
import os
import socket
import struct
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from planbuilder.mkdocs.live import EVENTS, News, State, live_server
from planbuilder.mkdocs.preview import follow
from planbuilder.mkdocs.watching import watch_saves
from tests.sites import climate, tree

LONG = 60.0
"""Seconds after which something that has to happen is taken to be lost."""


@pytest.fixture
def news() -> News:
    """What the browsers are told."""
    return News()


@pytest.fixture
def port(tmp_path: Path, news: News) -> Iterator[int]:
    """The port of a preview of a site of one page, with its own page for wrong addresses."""
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "en" / "index.html").write_text("<!doctype html><html><head><title>A</title></head><body>A</body></html>")
    (site / "404.html").write_text("<!doctype html><html><head></head><body>Lost</body></html>")
    (site / "feed.xml").write_text("<feed/></head>")
    server = live_server(site, news)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def got(port: int, path: str) -> tuple[int, str]:
    """Status and text of an answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=LONG) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def told(events: HTTPResponse) -> dict[str, Any]:
    """The next thing that a browser is told."""
    for line in events:
        if line.startswith(b"data: "):
            found: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return found
    raise AssertionError("the preview has hung up")


@pytest.mark.parametrize(("path", "status"), [("/en/", 200), ("/en/index.html?x=1", 200), ("/en/nowhere/", 404)])
def test_a_page_is_served_with_the_script(path: str, status: int, port: int, news: News) -> None:
    """Whatever its address, and the page for wrong addresses too; it knows which build it is from."""
    code, text = got(port, path)
    assert code == status
    assert f'<script src="/_preview/preview.js" data-build="{news.state.build}" defer></script></head>' in text


def test_the_files_of_the_site_stay_as_they_are(port: int, tmp_path: Path) -> None:
    """The script is in what is sent, never in what is published, and only in pages."""
    before = tree(tmp_path / "site")
    got(port, "/en/")
    assert tree(tmp_path / "site") == before
    assert got(port, "/feed.xml") == (200, "<feed/></head>")


@pytest.mark.parametrize("name", ["preview.js", "preview.css"])
def test_what_the_script_needs_is_served(name: str, port: int) -> None:
    """Both files, and nothing else below that address."""
    assert got(port, f"/_preview/{name}")[0] == 200
    assert got(port, "/_preview/../pyproject.toml")[0] == 404
    assert got(port, "/_preview/other")[0] == 404


def test_browsers_are_told_of_problems_and_of_the_next_good_build(port: int, news: News) -> None:
    """Each with the build that is served: a mistake does not change it."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{EVENTS}", timeout=LONG) as events:
        first = told(events)
        assert first == {"build": news.state.build, "problems": []}
        news.failed(["data/a/b.yml:2:1: unknown key “x” – did you mean y?", "1 error: nothing was published"])
        assert told(events) == {
            "build": first["build"],
            "problems": [
                {"place": "data/a/b.yml:2:1", "words": "unknown key “x” – did you mean y?"},
                {"place": "", "words": "1 error: nothing was published"},
            ],
        }
        news.built()
        after = told(events)
    assert after["build"] != first["build"]
    assert after["problems"] == []


def test_a_build_that_changed_nothing_takes_the_problems_away(news: News) -> None:
    """A mistake made and undone: the page that is shown is the right one already."""
    build = news.state.build
    news.failed(["a"])
    news.built(anew=False)
    assert news.state == State(build)


def test_before_there_is_a_site_a_page_waits_for_it(tmp_path: Path, news: News) -> None:
    """With the script, so that it says what is wrong and gives way to the site."""
    server = live_server(tmp_path / "site", news)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    status, text = got(server.server_port, "/")
    server.shutdown()
    server.server_close()
    assert status == 503
    assert "There is no site yet" in text
    assert "/_preview/preview.js" in text


def test_saves_during_a_build_start_one_more() -> None:
    """However many they are: a burst is one build, and none is lost."""
    saved, builds, afterwards = threading.Event(), 0, list[int]()

    def build_again() -> None:
        nonlocal builds
        builds += 1
        if builds == 1:
            for _ in range(20):
                saved.set()  # while it runs
        else:
            assert not saved.is_set()
            raise KeyboardInterrupt

    saved.set()
    with pytest.raises(KeyboardInterrupt):
        follow(saved, build_again, lambda: afterwards.append(builds))
    assert builds == 2
    assert afterwards == [1]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, threading.Event]]:
    """A project that is watched already, and what is set when a file of it is saved."""
    (tmp_path / "data").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    saved, stop = threading.Event(), threading.Event()
    thread = threading.Thread(target=watch_saves, args=(tmp_path, saved, stop))
    thread.start()
    for number in range(1000):  # until the watching has begun
        (tmp_path / "data" / "first.yml").write_text(str(number))
        if saved.wait(0.1):
            break
    stopped = _settled(saved)
    yield tmp_path, stopped
    stop.set()
    thread.join(LONG)


def _settled(saved: threading.Event) -> threading.Event:
    """The same event, once everything saved so far has been told."""
    while saved.is_set():
        saved.clear()
        saved.wait(1)
    return saved


def test_a_save_is_noticed(watched: tuple[Path, threading.Event]) -> None:
    """In a folder made after the watching began, and of a file that a program replaces instead of changing it."""
    root, saved = watched
    (root / "data" / "anytown").mkdir()
    (root / "data" / "anytown" / "partnership.yml").write_text("name: A\n")
    assert saved.wait(LONG)
    _settled(saved)
    (root / "data" / "new.yml").write_text("b")
    (root / "data" / "new.yml").replace(root / "data" / "anytown" / "partnership.yml")
    assert saved.wait(LONG)


@pytest.mark.parametrize("name", ["mkdocs.yml", "content"])
def test_what_lies_at_the_top_is_noticed(name: str, watched: tuple[Path, threading.Event]) -> None:
    """The configuration replaced by another file; a folder that was not there, and then what is saved in it."""
    root, saved = watched
    if name == "mkdocs.yml":
        (root / "new").write_text("site_name: y\n")
        (root / "new").replace(root / name)
        assert saved.wait(LONG)
    else:
        (root / name).mkdir()
        assert saved.wait(LONG)
        _settled(saved)
        (root / name / "about.md").write_text("a")
        assert saved.wait(LONG)


def test_the_command_builds_serves_and_keeps_the_last_good_version(tmp_path: Path) -> None:
    """A mistake is said in the terminal and to the browser; mended, the page is the new one."""
    project = climate(tmp_path)
    title = "data/site.yml"
    command = [sys.executable, "-m", "planbuilder.cli", "serve", "--root", str(project.root), "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout
        lines = iter(running.stdout)
        said = next(line for line in lines if "http://" in line)
        port = int(said.partition("127.0.0.1:")[2].partition("/")[0])
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{EVENTS}", timeout=LONG) as events:
            first = told(events)
            project.edit(title, "title: ", "titel: ")
            problems = told(events)["problems"]
            assert problems[0]["place"].startswith("data/site.yml:")
            assert 'unknown key "titel"' in problems[0]["words"] + problems[1]["words"]
            assert got(port, "/en/")[0] == 200
            project.edit(title, "titel: ", "title: New ")
            while (news := told(events))["problems"]:
                pass
            assert news["build"] != first["build"]
        assert "New " in got(port, "/en/")[1].partition("</title>")[0]
        running.terminate()


def test_a_browser_that_goes_away_is_no_news(port: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nobody reads a trace of errors because a page was closed while it was still being sent."""
    (tmp_path / "site" / "big.txt").write_bytes(bytes(50_000_000))
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", port), timeout=LONG) as browser:
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closed without a word
            browser.sendall(b"GET /big.txt HTTP/1.0\r\n\r\n")
            browser.recv(1)
    assert got(port, "/en/")[0] == 200
    assert capfd.readouterr().err == ""
