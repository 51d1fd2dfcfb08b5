"""The site's own prose is checked with the data: what would break its pages, and links that lead nowhere."""

import os
from pathlib import Path

import pytest

from planbuilder.source import DataError, check, load
from tests.source.small_project import project

HEAD = "---\ntitle: A page\n---\n\n"


def told(root: Path, text: str | bytes, name: str = "en/x.md") -> list[str]:
    """What the checker says of a page, without its file."""
    path = root / "content/pages" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem).removeprefix("content/pages/") for problem in check(root) if problem.severity == "error"]


@pytest.mark.parametrize(
    "text",
    [
        "Words with [a link](https://example.org/), `code ![x](y)` and <https://example.org/>.",
        "[Another page](y.md), [a place in it](y.md#z), [one above](../en/y.md), [here](#z).",
        "[ref](ref:glossary/), [r](ref:anytown/measures/road-casualties)",
        "```text\n![x](https://example.org/p.gif)\n[x](nowhere.md)\n```\n",
        "````markdown\n```yaml\n[x](nowhere.md)\n```\n````\n",
    ],
)
def test_a_good_page_is_not_spoken_of(text: str, tmp_path: Path) -> None:
    """Examples in code are no links."""
    root = project(tmp_path)
    assert told(root, HEAD, "en/y.md") == []
    assert told(root, HEAD + text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"---\ntitle: A page\n---\n\nCaf\xe9.\n", "en/x.md:5:4: byte 0xE9 is not UTF-8"),
        ("Words.\n", "en/x.md:1:1: the keys above the text are missing"),
        ("---\ntitle: [a\n---\n", "en/x.md:2:8: a list in square brackets is not closed"),
        ("---\ntitle: &a b\n---\n", 'en/x.md:2:8: "&a" is a YAML anchor'),
        ("---\ntitle: [a, b]\n---\n", "en/x.md:2:1: title should be text"),
        ("---\ntitle: " + "a" * 1_001 + "\n---\n", "en/x.md:2:1: title is longer than 1,000 characters"),
        ("---\ntitle: a\ntemplate: x.html\n---\n", 'en/x.md:3:1: unknown key "template" – delete it, or use one of'),
        ("---\ndescription: b\n---\n", 'en/x.md:1:1: "title" is missing'),
        ("---\ntitle: a\ndescripton: b\n---\n", 'en/x.md:3:1: unknown key "descripton" – did you mean description?'),
        (HEAD + "One\n\n![x](https://example.org/p.gif)\n", "en/x.md:7:1: a picture can't stand in a text"),
        (HEAD + "[x](nowhere.md)\n", 'en/x.md:5:5: there is no page "nowhere.md"'),
        (HEAD + "[x](yy.md)\n", "did you mean en/yyy.md?"),
        (HEAD + "[x](ref:anytown/measures/road-casualtys)\n", "en/x.md:5:5: "),
        (HEAD + "[x](javascript:y)\n", 'en/x.md:5:5: a link must not lead to "javascript:y"'),
        (HEAD + "[x](java\nscript:y)\n", "en/x.md:5:5: "),
        (HEAD + "[x](//evil.example/)\n", "en/x.md:5:5: "),
        (HEAD + "[x](/\\evil.example/a.md)\n", "en/x.md:5:5: "),
        (HEAD + "[" * 30, "more than 20 square brackets are open at once"),
        (HEAD + "a" * 100_001, "this page is longer than 100,000 characters"),
        (HEAD + "a\u202eb\n", "turns the direction of the text around"),
    ],
)
def test_what_is_wrong_with_a_page_is_told(text: str | bytes, said: str, tmp_path: Path) -> None:
    """With file, line and column, before anything is built."""
    root = project(tmp_path)
    assert told(root, HEAD, "en/yyy.md") == []
    (found,) = told(root, text)
    assert said in found
    with pytest.raises(DataError):
        load(root)


def test_only_files_are_read(tmp_path: Path) -> None:
    """No link to a secret of the machine, which would be published, and nobody waits for a pipe."""
    root = project(tmp_path)
    folder = root / "content/pages/en"
    folder.mkdir(parents=True)
    (folder / "x.md").symlink_to("/etc/hostname")
    os.mkfifo(folder / "y.md")
    first, second = (str(problem) for problem in check(root))
    assert "en/x.md:1:1: this is a symbolic link" in first
    assert "en/y.md:1:1: this is not a file – delete it: only files and folders may stand in content/pages" in second


@pytest.mark.parametrize("folder", ["content", "content/pages", "content/pages/en"])
def test_a_folder_from_elsewhere_is_not_read(folder: str, tmp_path: Path) -> None:
    """However far above the page the symbolic link is."""
    root = project(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "pages/en").mkdir(parents=True)
    (root / folder).parent.mkdir(parents=True, exist_ok=True)
    (root / folder).symlink_to(elsewhere)
    (found,) = (str(problem) for problem in check(root))
    assert found == f"{folder}:1:1: this is a symbolic link – put the file itself here"


@pytest.mark.parametrize("name", ["en/photo.png", "en/logo.svg", "en/page.html", "en/x.yml"])
def test_only_pages_may_stand_there(name: str, tmp_path: Path) -> None:
    """Nothing that a browser would run can be sent in as a file."""
    (found,) = told(project(tmp_path), "<svg onload=alert(1)>", name)
    assert found.startswith(f"{name}:1:1: files of this kind can't be used here – delete it: only .md files")


@pytest.mark.parametrize(("file", "named"), [("about.md", "about.md"), ("images/crowd.png", "images")])
def test_what_lies_beside_the_pages_is_not_passed_over_in_silence(file: str, named: str, tmp_path: Path) -> None:
    """An editor who puts a page one folder too high would look for it on the site in vain."""
    remedy = "move it into content/pages if it is a page, or delete it"
    assert told(project(tmp_path), HEAD + "Words.\n", f"../{file}") == [
        f"content/{named}:1:1: nothing is published from here – {remedy}"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("en/My page.md", 'en/My page.md:1:1: "My page" can\'t be a name – call it my-page'),
        ("en/glossary.md", '"glossary" is the name of another page'),
        ("en/anytown.md", "the page of data/anytown/partnership.yml has this address – choose another name"),
        ("en/anytown/measures/road-casualties.md", "the page of data/anytown/measures/road-casualties.yml has this"),
        ("en/con.md", '"con" is a device on Windows'),
        ("en/Help/x.md", 'en/Help:1:1: "Help" can\'t be a name – call it help'),
    ],
)
def test_the_name_of_a_page_becomes_its_address(name: str, said: str, tmp_path: Path) -> None:
    """So it has to be one, and not that of a page that the site makes."""
    (found,) = told(project(tmp_path), HEAD, name)
    assert said in found


@pytest.mark.parametrize("name", ["en/about.md", "en/for-editors/glossary.md", "en/index.md", "en/x/index.md"])
def test_names_of_a_site_s_own_pages_are_fine(name: str, tmp_path: Path) -> None:
    """Below a folder there is nothing to take them from."""
    assert told(project(tmp_path), HEAD, name) == []
