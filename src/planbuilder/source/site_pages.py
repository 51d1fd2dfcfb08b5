"""The site's own prose in `content/pages/`: what would break its pages or mislead, told before anything is built."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from planbuilder.source import characters, files, front_matter, links
from planbuilder.source.near import nearest
from planbuilder.source.problem import Fault, Problem, of_file
from planbuilder.source.references import Resolver

FOLDER = "content/pages"
LONGEST = 100_000
"""Characters of a page."""
_CODE = re.compile(
    r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)|(`+)[^\n]*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_KEYS = ("title", "description", "text")


def problems(root: Path, resolver: Resolver) -> Iterator[Problem]:
    """What is wrong with every page, by the checks that the data's own texts have to pass."""
    folder = root / FOLDER
    if not folder.is_dir():
        return
    paths = sorted(folder.rglob("*"))
    pages = {path.relative_to(folder).as_posix() for path in paths if path.suffix == ".md"}
    for path in paths:
        shown = path.relative_to(root).as_posix()
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            yield of_file(shown, "this is a symbolic link", "put the file itself here")
        elif path.suffix == ".md":
            yield from _page(path, shown, _Addresses(path.relative_to(folder).as_posix(), pages, resolver))


def _page(path: Path, shown: str, addresses: "_Addresses") -> Iterator[Problem]:
    try:
        text = characters.decode(files.read(path))
        tree = front_matter.parse(shown, text)
    except Fault as fault:
        yield fault.problem(shown)
        return
    except OSError as error:
        yield of_file(shown, f"this file can't be read ({error.strerror or error})", "put a file of text here")
        return
    title = tree.value.get("title")
    if not isinstance(title, str) or not title.strip():
        yield of_file(shown, '"title" is missing', "write title: … between the lines --- at the beginning")
    for key in tree.value:
        if key not in _KEYS:
            near = nearest(key, _KEYS[:2])
            remedy = f"did you mean {near}?" if near else "delete it, or use one of: title, description"
            yield Problem(*tree.at((key,), key=True), "", f'unknown key "{key}"', remedy)
    body = str(tree.value["text"])
    if len(body) > LONGEST:
        yield of_file(shown, f"this page is longer than {LONGEST:,} characters", "divide it into several pages")
        return
    first = len(text) - len(body)
    for wrong in links.faults(_without_code(body), markdown=True, judge=addresses.fault):
        yield Problem(shown, *characters.position(text, first + wrong.offset), "", wrong.sentence, wrong.remedy)


def _without_code(body: str) -> str:
    """The text with all code blanked, every other character in its place."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


class _Addresses:
    """The addresses that a page may lead to: those of any text, and the files of other pages."""

    def __init__(self, page: str, pages: set[str], resolver: Resolver) -> None:
        self.folder, self.pages, self.resolver = PurePosixPath(page).parent, pages, resolver

    def fault(self, address: str) -> tuple[str, str] | None:
        path = address.partition("#")[0]
        if not path and address:
            return None
        if path.startswith("ref:") and not path.endswith("/"):  # with one at its end it is a page of the site itself
            return self.resolver.link_fault(path.removeprefix("ref:"))
        if not path.endswith(".md") or ":" in path or path.startswith(("/", "\\")):
            return links.address_fault(address)
        found = _normal(self.folder / path)
        if found in self.pages:
            return None
        near = nearest(found, self.pages)
        remedy = f"did you mean {near}?" if near else "write the name of a file below content/pages"
        return f'there is no page "{path}"', remedy


def _normal(path: PurePosixPath) -> str:
    """A path without `..` in it."""
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
