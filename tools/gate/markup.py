"""The checkers of HTML: html-validate, and the Nu Html Checker of the W3C's validator."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tools.gate.findings import Finding

ROOT = Path(__file__).parents[2]
HTML_VALIDATE = ROOT / "node_modules" / ".bin" / "html-validate"
RULES = ROOT / ".htmlvalidate.json"
DECIDES = (Path(__file__), RULES)
"""The files that decide what is found."""
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class CheckerError(Exception):
    """A checker is not there, or gave no answer. The message says what to do."""


def missing() -> Iterator[str]:
    """What has to be installed before HTML can be checked."""
    if not shutil.which("java"):
        yield "Java is not there, and vnu needs it – install default-jre-headless"
    for tool in (HTML_VALIDATE, VNU):
        if not tool.exists():
            yield f"{tool.relative_to(ROOT)} is not there – run: npm ci --ignore-scripts"


def checked(site: Path, paths: Sequence[str]) -> list[Finding]:
    """What both checkers find in pages, at the same time, since each is busy on one processor. Raises CheckerError."""
    with ThreadPoolExecutor() as both:
        answers = [both.submit(checker, site, paths) for checker in (html_validate, vnu)]
        return [finding for answer in answers for finding in answer.result()]


def html_validate(site: Path, paths: Sequence[str]) -> list[Finding]:
    """What html-validate finds in pages. Raises CheckerError."""
    with tempfile.TemporaryDirectory() as place:
        # In a file: it ends before a pipe has taken all of a long answer.
        answer = Path(place) / "answer.json"
        said = _answer([str(HTML_VALIDATE), "--config", str(RULES), "--formatter", f"json={answer}", *paths], site)
        files = _read(answer.read_text("utf-8") if answer.is_file() else said.stderr, "html-validate")
    return [
        Finding(
            f"html-validate {message['ruleId']}",
            Path(file["filePath"]).resolve().relative_to(site.resolve()).as_posix(),
            f"line {message['line']}: {message['message']}",
        )
        for file in files
        for message in file["messages"]
    ]


def vnu(site: Path, paths: Sequence[str]) -> list[Finding]:
    """What vnu calls an error, all pages in one process, which costs a second to start. Raises CheckerError.

    Its warnings are left out: in a file on disk it takes the policy's 'self' for nobody, so it warns of every script.
    """
    command = ["java", "-Xss4m", "-jar", str(VNU), "--format", "json", "--exit-zero-always", "--errors-only", *paths]
    found = _read(_answer(command, site).stderr, "vnu")
    folder = f"{site.resolve().as_posix()}/"
    return [
        Finding(f"vnu {message['type']}", message["url"].partition(folder)[2], message["message"])
        for message in found["messages"]
    ]


def _answer(command: Sequence[str], site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)  # noqa: S603 – our own tools


def _read(answer: str, name: str) -> Any:
    try:
        return json.loads(answer)
    except json.JSONDecodeError:
        raise CheckerError(f"{name} gave no answer that can be read: {answer[-500:]}") from None
