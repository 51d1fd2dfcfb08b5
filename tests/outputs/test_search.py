"""The search's index, and what the browser's own search finds in it: everyday queries, language by language."""

import gzip
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup, escape

from planbuilder.i18n import Language
from planbuilder.outputs import search
from planbuilder.pages.page import Heading, Link, Page
from tests.outputs.search_queries import QUERIES

NODE = Path(__file__).parent / "search_in_node.mjs"
ENGLISH = Language("en")
HOME = Link("", Markup("Home"))
PAGE = Page(
    path="town/2017-2020/help/",
    language="en",
    title="Help – Town",
    description="Who helps whom, and when.",
    heading=Markup("Help &amp; advice"),
    body=Markup('<h2 id="why">Why</h2><p>Burglars break in.</p><svg><text>Axis</text></svg><a href="tel:101">now</a>'),
    headings=(Heading(2, "why", Markup("Why <em>so</em>")),),
    breadcrumb=(HOME, Link("town/", Markup("Town")), Link("town/2017-2020/", Markup("The plan"))),
)


def in_node(**task: Any) -> Any:
    """What the browser's search answers, run by Node."""
    done = subprocess.run(["node", str(NODE)], input=json.dumps(task), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def only(pages: list[Page], **given: Any) -> dict[str, Any]:
    """The index of some pages, which is one file."""
    files = search.index([search.entry(page) for page in pages], ENGLISH, **given)
    assert list(files) == ["search/index.json"]
    found: dict[str, Any] = json.loads(files["search/index.json"])
    return found


def many(count: int, partnership: str) -> list[Page]:
    """Pages that differ."""
    return [
        replace(PAGE, path=f"{partnership}/measures/m{n}/", heading=escape(f"Measure {n} of {partnership}"))
        for n in range(count)
    ]


# --- the index ---


def test_a_page_is_told_by_title_place_description_and_headings() -> None:
    """As plain words: what is markup on the page is none in the index."""
    found = only([PAGE])
    assert (found["path"], found["title"], found["about"]) == (
        ["town/2017-2020/help/"],
        ["Help & advice"],
        ["Who helps whom, and when."],
    )
    assert [found["steps"][step] for step in found["where"][0]] == ["Town", "The plan"]
    assert found["headings"] == [["why", "Why so"]]


def test_a_description_that_says_no_more_than_title_and_place_is_left_out() -> None:
    """Nobody needs to read it twice."""
    assert only([replace(PAGE, description="Help & advice: Town")])["about"] == [""]


def test_words_of_the_text_are_found_but_not_those_of_drawings() -> None:
    """A chart's numbers and axes say nothing; a short telephone number says much."""
    others = [replace(PAGE, path=f"town/{n}/", body=Markup("")) for n in range(5)]
    assert only([PAGE, *others])["text"][0].split() == ["101", "break", "burglars", "now"]


def test_a_word_leads_to_the_pages_that_say_it_most() -> None:
    """Of ten pages that name it, those that name it most for their length; a word of most pages leads nowhere."""
    pages = [
        replace(PAGE, path=f"town/{n}/", body=escape("common " + "goose " * (n if n < 10 else 0) + "filler " * 4))
        for n in range(60)
    ]
    text = only(pages)["text"]
    assert [n for n, words in enumerate(text) if "goose" in words] == [6, 7, 8, 9]
    assert not [words for words in text if "common" in words]


def test_what_is_not_in_the_readers_language_is_marked() -> None:
    """A screen reader must not read English with a Polish voice; an untranslated description is known by its source."""
    polish = replace(
        PAGE,
        language="pl",
        heading=Markup('<span lang="en" dir="ltr">Help</span>'),
        breadcrumb=(HOME, Link("town/", Markup("Miasto"))),
    )
    files = search.index([search.entry(polish)], Language("pl"), source=[search.entry(PAGE)])
    found = json.loads(files["search/index.json"])
    assert found["title"] == [["Help", "en"]]
    assert found["steps"] == ["Miasto"]
    assert found["about"] == [["Who helps whom, and when.", "en"]]
    assert found["words"]["sensitive"] == ["This page has a button to leave this site quickly.", "en"]


def test_kinds_of_pages_are_told_apart() -> None:
    """The browser tells little of a sensitive page, and puts newer plans before older ones, and help first."""
    pages = [
        replace(PAGE, sensitive=True),
        replace(PAGE, path="town/2011-2014/help/"),
        replace(PAGE, path="town/get-involved/"),
        replace(PAGE, path="for-editors/files/"),
        replace(PAGE, path="town/measures/crime/"),
    ]
    flags = only(pages, followed=["town/2011-2014/"])["flags"]
    assert flags == [search.SENSITIVE, search.ASIDE, search.HELP, search.ASIDE, search.FIGURES]


def test_headings_that_lead_nowhere_are_left_out() -> None:
    """One that stands on many pages, and one that has a page of its own."""
    same = [replace(PAGE, path=f"town/{n}/") for n in range(6)]
    own = replace(PAGE, path="why/", heading=Markup("Why so"), headings=())
    assert only(same)["headings"] == [[]] * 6
    assert only([PAGE, own])["headings"] == [[], []]


def test_home_and_the_search_itself_are_not_found() -> None:
    """Nobody looks for where they are."""
    assert only([replace(PAGE, path=""), replace(PAGE, path="search/"), PAGE])["path"] == [PAGE.path]


def test_a_term_of_the_glossary_can_be_gone_to() -> None:
    """Its entry is as good as a heading."""
    body = Markup('<dl><div id="asb"><dt>Anti-social behaviour (<bdi>ASB</bdi>)</dt><dd>Nuisance.</dd></div></dl>')
    found = only([replace(PAGE, path="glossary/", body=body, headings=())])
    assert found["headings"] == [["asb", "Anti-social behaviour (ASB)"]]


def test_a_large_site_is_split_by_partnership(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file has what stands above the partnerships and names their parts; no file outgrows its room."""
    monkeypatch.setattr(search, "ROOM", 4_000)
    fronts = [
        replace(PAGE, path=f"{name}/", heading=escape(name.title()), breadcrumb=(HOME,)) for name in ("ely", "wis")
    ]
    pages = [*fronts, *many(30, "ely"), *many(30, "wis"), replace(PAGE, path="glossary/", breadcrumb=(HOME,))]
    files = search.index([search.entry(page) for page in pages], ENGLISH)
    assert list(files) == ["search/index.json", "search/ely.json", "search/wis.json"]
    first, ely = json.loads(files["search/index.json"]), json.loads(files["search/ely.json"])
    assert first["parts"] == [["ely", "Ely"], ["wis", "Wis"]]
    assert first["path"] == ["ely/", "wis/", "glossary/"]
    assert len(ely["path"]) == 31
    assert all(path.startswith("ely/") for path in ely["path"])
    assert all(len(content) < 6_000 for content in files.values())


# --- the browser's words ---

SAME = {
    "en": ["burglary burglaries", "offences offence", "volunteers volunteering", "knife knives", "people’s People"],
    "pl": ["policja policją policji", "narkotyki NARKOTYKÓW narkotykow", "wypadek wypadków", "mieszkaniec mieszkańcy"],
    "lt": ["vagystė vagysčių vagyste", "narkotikai narkotikų", "savanoris savanoriai", "policija policijos"],
    "pt": ["agressão agressões agressao", "policial policiais", "jovem jovens", "vítima vitimas"],
    "ur": ["شکایت شکایات شکایتیں", "پوليس پولیس", "رضاکار رضاکاروں", "بچّے بچے", "جرائم جرم"],
    "cy": [
        "cyffur gyffuriau nghyffuriau chyffuriau",
        "trosedd throseddau",
        "gwirfoddoli wirfoddolwyr",
        "merch ferched",
    ],
    "ro": ["oraş oraș oras", "Ţară tara"],
    "pa": ["ਪੁਲਿਸ ਪੁਲਿਸ"],
}


@pytest.mark.parametrize("language", SAME)
def test_forms_of_a_word_meet(language: str) -> None:
    """Singular and plural, cases, mutations, capital letters, with and without marks."""
    for group in SAME[language]:
        kept = in_node(language=language, words=group.split())
        assert set.intersection(*map(set, kept)), group


@pytest.mark.parametrize(
    ("language", "pair"), [("en", "police policy"), ("pa", "ਪਿੰਡ ਪਾਂਡ"), ("pl", "praca prawo"), ("ur", "گھر گہر")]
)
def test_different_words_do_not_meet(language: str, pair: str) -> None:
    """Folding goes no further than it must: vowel signs of Punjabi are letters, not accents."""
    one, other = in_node(language=language, words=pair.split())
    assert not {*one} & {*other}


# --- everyday queries ---


def test_every_language_of_the_site_has_its_queries(site: Path) -> None:
    """A language without everyday queries is one whose search nobody has tried."""
    assert {path.parent.parent.name for path in site.glob("*/search/index.json")} <= {*QUERIES}


@pytest.mark.parametrize("language", QUERIES)
def test_everyday_queries_find_their_page_first_or_second(site: Path, language: str) -> None:
    """In singular and plural, with and without marks, by beginnings and by names of places."""
    path = site / language / "search" / "index.json"
    if not path.is_file():
        pytest.skip(f"the site is not in {language}")
    queries = QUERIES[language]
    answers = in_node(index=json.loads(path.read_text()), language=language, queries=[query for query, _ in queries])
    missed = {
        query: answer["paths"][:2]
        for (query, wanted), answer in zip(queries, answers, strict=True)
        if not any(re.search(wanted, found) for found in answer["paths"][:2])
    }
    assert missed == {}


def test_every_index_is_small(site: Path) -> None:
    """At most 30 KB as a server sends it, and written anew byte for byte."""
    sizes = {str(path): len(gzip.compress(path.read_bytes(), 9)) for path in site.glob("*/search/*.json")}
    assert sizes
    assert {path: size for path, size in sizes.items() if size > 30 * 1024} == {}


def test_every_page_that_is_found_exists(site: Path) -> None:
    """With the part of it that a result leads to."""
    for path in site.glob("*/search/*.json"):
        index = json.loads(path.read_text())
        for page, headings in zip(index["path"], index["headings"], strict=True):
            html = (path.parents[1] / page / "index.html").read_text()
            assert [id_ for id_ in headings[::2] if f'id="{id_}"' not in html] == [], page
