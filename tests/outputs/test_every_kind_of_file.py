"""Every kind of file of this repository's site can be read by a program that is not ours.

Pages are read by html-validate and the Nu Html Checker (`make gate`), tables and their descriptions by csvw
(`tests/exports`), the JSON of open data by jsonschema, calendars by vobject, PDF files by pikepdf and pypdf: here are
the others, and a kind that nobody reads would be noticed.
"""

import json
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import feedparser
import pytest
import tinycss2
from fontTools.ttLib import TTFont
from PIL import Image

from planbuilder.exports import PICTURE_SIZE

NOTE = ".planbuilder"
"""What the build keeps for itself."""
HOSTS = "_headers"
"""For the host, in words of its own: `tests/outputs/test_headers.py`."""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOST_ADDRESSES = 50_000
ADDRESS = "https://plans.example.org/"
READ_ELSEWHERE = {".html", ".csv"}


def feeds(path: Path) -> None:
    """A feed reader's parser has no complaint."""
    parsed = feedparser.parse(path.read_bytes())
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.entries


def archives(path: Path) -> None:
    """Each file in it has the checksum that the archive states."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist()


def pictures(path: Path) -> None:
    """Nothing is cut off; it is as large as pages say it is."""
    with Image.open(path) as picture:
        picture.verify()
    with Image.open(path) as picture:
        assert picture.size == PICTURE_SIZE
        picture.load()


def drawings(path: Path) -> None:
    """It is XML, with a drawing in it."""
    assert ElementTree.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def sitemaps(path: Path) -> None:
    """As the protocol asks: one address in each entry, all of this site, no more than search engines take."""
    root = ElementTree.parse(path).getroot()
    assert root.tag == f"{SITEMAP}urlset"
    found = [[element.text for element in url.iter(f"{SITEMAP}loc")] for url in root]
    assert 0 < len(found) <= MOST_ADDRESSES
    assert all(len(addresses) == 1 and str(addresses[0]).startswith(ADDRESS) for addresses in found)
    assert len({str(addresses[0]) for addresses in found}) == len(found)


def fonts(path: Path) -> None:
    """It has letters and the rules by which they join."""
    with TTFont(path) as font:
        assert font.getBestCmap()
        assert "GSUB" in font


def styles(path: Path) -> None:
    """No rule that a browser would skip."""
    rules = tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_whitespace=True, skip_comments=True)
    assert rules
    assert [rule for rule in rules if rule.type == "error"] == []


def scripts(path: Path) -> None:
    """Node can read it."""
    done = subprocess.run(["node", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def values(path: Path) -> None:
    """It is JSON. What it says is looked at where it is made."""
    assert json.loads(path.read_bytes())


def texts(path: Path) -> None:
    """It is text; robots may come, and find the sitemap."""
    text = path.read_text("utf-8")
    assert text
    if path.name == "robots.txt":
        robots = RobotFileParser()
        robots.parse(text.splitlines())
        assert robots.site_maps() == [f"{ADDRESS}sitemap.xml"]
        assert robots.can_fetch("*", f"{ADDRESS}en/")


READERS: Mapping[str, Callable[[Path], None]] = {
    ".atom": feeds,
    ".css": styles,
    ".js": scripts,
    ".json": values,
    ".png": pictures,
    ".svg": drawings,
    ".txt": texts,
    ".woff2": fonts,
    ".xml": sitemaps,
    ".zip": archives,
}


@pytest.fixture(scope="module")
def kinds(site: Path) -> Mapping[str, list[Path]]:
    """The files of the site by kind; feeds of two languages, since all are made alike."""
    found = defaultdict(list)
    for path in sorted(site.rglob("*")):
        place = path.relative_to(site).parts
        if (
            path.is_file()
            and path.name not in (NOTE, HOSTS)
            and not (path.suffix == ".atom" and place[0] not in ("en", "ur"))
        ):
            found[path.suffix].append(path)
    return found


def test_no_kind_of_file_is_without_a_reader(kinds: Mapping[str, list[Path]]) -> None:
    """Whoever publishes a new kind says here who reads it."""
    assert kinds.keys() == READERS.keys() | READ_ELSEWHERE


@pytest.mark.parametrize("kind", READERS)
def test_a_program_that_is_not_ours_reads_every_file(kinds: Mapping[str, list[Path]], kind: str) -> None:
    """Without a complaint."""
    for path in kinds[kind]:
        READERS[kind](path)


def test_a_spoilt_file_would_be_noticed(kinds: Mapping[str, list[Path]], tmp_path: Path) -> None:
    """Each reader refuses a file that has lost its second half."""
    for kind in READERS.keys() - {".txt", ".css"}:
        content = kinds[kind][0].read_bytes()
        spoilt = tmp_path / f"spoilt{kind}"
        spoilt.write_bytes(content[: len(content) // 2])
        with pytest.raises(Exception):  # noqa: B017, PT011 - each program has its own
            READERS[kind](spoilt)
