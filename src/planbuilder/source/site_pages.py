"""The site's own prose in `content/pages/`: what would break its pages or mislead, told before anything is built.

A stranger may have written it: it is read as carefully as data.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from planbuilder.model.text import Text
from planbuilder.source import characters, examples, files, front_matter, links, names
from planbuilder.source.near import nearest
from planbuilder.source.problem import Fault, Problem, of_file
from planbuilder.source.references import Resolver
from planbuilder.source.tree import Tree
from planbuilder.source.words import unknown_key

FOLDER = files.PAGES.path
LONGEST = 100_000
"""Characters of a page."""
_KEYS = ("title", "description", "text")


def problems(root: Path, resolver: Resolver) -> Iterator[Problem]:
    """What is wrong with every page, by the checks that the data's own texts have to pass."""
    paths, found = files.find_pages(root)
    yield from found
    pages = set(paths)
    for path in paths:
        shown = f"{FOLDER}/{path}"
        if wrong := _place_fault(PurePosixPath(path), resolver):
            yield of_file(shown, *wrong)
        yield from _page(root / FOLDER / path, shown, _Addresses(path, pages, resolver))


def _place_fault(path: PurePosixPath, resolver: Resolver) -> tuple[str, str] | None:
    """What is wrong with the address of a page, which is the path of its file: another page may have it."""
    below = path.parts[1:]
    if len(below) == 1 and path.stem not in names.PROSE and (wrong := names.page_fault(path.stem)):
        return wrong
    if of_data := resolver.page("/".join(below).removesuffix(".md")):
        return f"the page of {of_data} has this address", "choose another name"
    return None


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
    yield from _head(tree)
    body = str(tree.value["text"])
    if len(body) > LONGEST:
        yield of_file(shown, f"this page is longer than {LONGEST:,} characters", "divide it into several pages")
        return
    first = len(text) - len(body)
    for wrong in links.faults(examples.blanked(body), markdown=True, judge=addresses.fault):
        yield Problem(shown, *characters.position(text, first + wrong.offset), "", wrong.sentence, wrong.remedy)


def _head(tree: Tree) -> Iterator[Problem]:
    """What is wrong with the keys above the text."""
    title = tree.value.get("title")
    if title is None or title == "":
        yield of_file(tree.path, '"title" is missing', "write title: … between the lines --- at the beginning")
    for key, value in tree.value.items():
        where = (*tree.at((key,), key=True), "")
        if key not in _KEYS:
            yield Problem(*where, *unknown_key(key, list(_KEYS[:2])))
        elif value is not None and not isinstance(value, str):
            yield Problem(*where, f"{key} should be text", "write words here, not a list or a block of keys")
        elif value and key != "text" and len(value) > Text.longest:
            yield Problem(*where, f"{key} is longer than {Text.longest:,} characters", "shorten it")


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
