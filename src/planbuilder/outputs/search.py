"""What the browser searches in: one index for each language, in parts where a site is large.

The index holds words as readers see them. Folding, stems and ranking are the browser's
(`theme_overrides/js/parts/search`), for the index and for what is typed alike, so that the two can't disagree.

Titles, descriptions and headings are all in it. Of the words in the text each leads to the few pages that say it
most, as far as there is room.
"""

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, sqrt

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.pages.page import Page

ROOM = 92_000
"""The weight of one file (`_weight`) that is below 30 KB when a server has compressed it. A larger index is split by
partnership."""

FOLDER = "search/"
"""Where the index lies below the language folder, beside the page that searches without a dialog."""

SENSITIVE, ASIDE, HELP, FIGURES = 1, 2, 4, 8
"""What is told of a page: it offers the quick exit; others come first; it says how to get help or take part; it is
about one measure."""

_ONE_LANGUAGE = re.compile(r'<(span|div) lang="([^"]+)"[^>]*>(.*)</\1>', re.DOTALL)
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_TERM = re.compile(r'<div id="([^"]+)"><dt>(.*?)</dt>', re.DOTALL)
_SHORT_NUMBER = re.compile(r'href="tel:(\d{3})"')
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u200c\u200d"
"""What stands within a word and is no letter to Python: combining marks, vowel signs, joiners."""
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}]){{2,}}")

_CHANGES = "changes/"
_REPEAT = ("print/", "a-z/", _CHANGES)
"""Pages whose text is that of other pages."""
_SAME = 8
"""Words that begin with the same eight letters share their pages: what is a stem the browser knows better."""
_BEST = 4
"""As many pages a word of the text leads to."""
_EVERYWHERE = 0.25
"""A word in the text of more than this share of the pages tells none of them apart."""
_COMMON_HEADING = 3
"""A heading of more pages than this tells none of them apart."""
_LAST = ("for-editors/", "about-the-data/")
"""Pages that name everything and are what few look for."""
_HELP = "get-involved/"
_FIGURES = "/measures/"
_SNIPPET = 140


@dataclass(frozen=True)
class Label:
    """Words for readers, with their language where it is not the page's."""

    text: str
    lang: str = ""

    @classmethod
    def of(cls, markup: Markup) -> "Label":
        """What a piece of HTML says."""
        match = _ONE_LANGUAGE.fullmatch(markup.strip())
        return cls(Markup(match[3]).striptags(), match[2]) if match else cls(markup.striptags())  # noqa: S704

    @property
    def json(self) -> str | list[str]:
        """Bare, or with its language."""
        return [self.text, self.lang] if self.lang else self.text


@dataclass(frozen=True)
class Entry:
    """What is kept of a page while a site is written, so that its HTML need not be."""

    path: str
    title: Label
    where: tuple[Label, ...]
    description: str
    headings: tuple[tuple[str, Label], ...]
    words: Mapping[str, tuple[int, str]]
    """Of the text: the beginning of a word → how often it is said, and in which form most."""
    sensitive: bool

    @property
    def part(self) -> str:
        """The partnership that the page stands below; empty for its front page and for pages of the site."""
        first, _, rest = self.path.partition("/")
        return first if rest else ""

    @property
    def told(self) -> set[str]:
        """The beginnings of the words that the index holds in any case."""
        labels = (self.title.text, self.description, *(label.text for _, label in self.headings))
        return {word[:_SAME] for word in _WORD.findall(" ".join(labels).lower())}


def entry(page: Page) -> Entry:
    """What search needs of a page."""
    own, headings = ("", ()) if page.path.endswith(_REPEAT) else (page.body, page.headings)
    terms = ((match[1], Label.of(Markup(match[2]))) for match in _TERM.finditer(own))  # noqa: S704 – from a rendered page
    return Entry(
        path=page.path,
        title=Label.of(page.heading),
        where=tuple(Label.of(step.label) for step in page.breadcrumb[1:]),
        description=page.description,
        headings=(*((heading.id, Label.of(heading.label)) for heading in headings), *terms),
        words=_said(own),
        sensitive=page.sensitive,
    )


def _said(body: str) -> dict[str, tuple[int, str]]:
    text = html.unescape(_TAG.sub(" ", _DRAWING.sub(" ", body))).lower()
    found: dict[str, tuple[int, str]] = {}
    for word, count in Counter(_WORD.findall(text) + _SHORT_NUMBER.findall(body)).most_common():
        before, form = found.get(word[:_SAME], (0, word))
        found[word[:_SAME]] = before + count, form
    return found


def index(
    entries: Sequence[Entry],
    language: Language,
    *,
    source: Iterable[Entry] = (),
    followed: Collection[str] = (),
    quick_exit: str = "",
) -> dict[str, bytes]:
    """The files of one language's index, by path below the language folder.

    `source` are the entries in the language of the data: a description that says the same is not translated.
    `followed` are the paths of plans that a later plan has followed; `quick_exit` is the address of a neutral site.
    """
    writer = _Writer(language.source, {item.path: item.description for item in source}, (*followed, *_LAST))
    searched = [item for item in entries if item.path not in ("", FOLDER)]
    head = {"version": 1, "exit": quick_exit, "words": _words(language)}
    whole = {**head, **writer.columns(searched)}
    if _weight(whole) <= ROOM:
        return {f"{FOLDER}index.json": _filled(whole, searched)}
    return dict(_parts(searched, writer, head))


def _parts(entries: Sequence[Entry], writer: "_Writer", head: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """First what stands above the partnerships, with the front page of each; then a file for each partnership."""
    titles = {item.path: item.title for item in entries}
    keys = [key for key in dict.fromkeys(item.part for item in entries) if key]
    above = [item for item in entries if not item.part]
    head = {**head, "parts": [[key, titles[f"{key}/"].json] for key in keys]}
    yield f"{FOLDER}index.json", _filled({**head, **writer.columns(above)}, above)
    for key in keys:
        own = [item for item in entries if item.path.startswith(f"{key}/")]
        yield f"{FOLDER}{key}.json", _filled(writer.columns(own), own)


def _words(language: Language) -> dict[str, str | list[str]]:
    """What the browser says of what it finds. `{n}` and the like are filled in there."""
    _ = language.markup
    said = {
        "count": _("Results: %(n)s", n="{n}"),
        "many": _("Results: %(n)s. The best %(shown)s are listed.", n="{n}", shown="{shown}"),
        "close": _("No page has all of these words. These come closest."),
        "none": _("Nothing was found for “%(words)s”. Try another word, or fewer words.", words="{words}"),
        "sensitive": _("This page has a button to leave this site quickly."),
        "part": _("Search in"),
        "above": _("All partnerships, by name"),
        "exit": _("Leave this site quickly"),
        "two_more": _("Shift, press 2 more times to leave this site."),
        "one_more": _("Shift, press 1 more time to leave this site."),
        "leaving": _("Leaving this site."),
        "timed_out": _("You did not press Shift again, so you are still on this site."),
    }
    return {name: Label.of(words).json for name, words in said.items()}


def _json(columns: Mapping[str, object]) -> str:
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _weight(columns: Mapping[str, object]) -> int:
    """Characters, without the paths, which shrink to next to nothing."""
    return _weight_of(_json({name: column for name, column in columns.items() if name != "path"}))


def _weight_of(text: str) -> int:
    """Characters; one of two bytes weighs as much as one and a half. Compressors differ, so none is asked."""
    return (len(text) + len(text.encode())) // 2


@dataclass(frozen=True)
class _Writer:
    """Writes entries as columns: the same kind of words side by side is what a server compresses best."""

    source: str
    untranslated: Mapping[str, str]
    aside: tuple[str, ...]

    def columns(self, entries: Sequence[Entry]) -> dict[str, object]:
        """All but the words of the text. Steps of breadcrumbs are written once, and named by their number."""
        steps = {step: number for number, step in enumerate(dict.fromkeys(s for item in entries for s in item.where))}
        shared = _shared_headings(entries)
        return {
            "steps": [step.json for step in steps],
            "path": [item.path for item in entries],
            "title": [item.title.json for item in entries],
            "where": [[steps[step] for step in item.where] for item in entries],
            "about": [self._about(item).json for item in entries],
            "headings": [
                [part for id_, label in item.headings if label.text not in shared for part in (id_, label.json)]
                for item in entries
            ],
            "flags": [self._flags(item) for item in entries],
        }

    def _flags(self, item: Entry) -> int:
        aside = item.path.startswith(self.aside) or item.path.endswith(_CHANGES)
        figures = _FIGURES in item.path
        return SENSITIVE * item.sensitive | ASIDE * aside | HELP * item.path.endswith(_HELP) | FIGURES * figures

    def _about(self, item: Entry) -> Label:
        """The description, if it says more than title and place, cut to what a list of results has room for."""
        more = item.description
        for label in (item.title, *item.where):
            more = more.replace(label.text, "")
        if not _WORD.search(more):
            return Label("")
        text = item.description
        if len(text) > _SNIPPET:
            text = f"{text[:_SNIPPET].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"
        return Label(text, self.source if self.untranslated.get(item.path) == item.description else "")


def _shared_headings(entries: Sequence[Entry]) -> frozenset[str]:
    """Headings that lead nowhere in particular: those of many pages, and those that have a page of their own."""
    said = Counter(text for item in entries for text in {label.text for _, label in item.headings})
    titles = {item.title.text for item in entries}
    return frozenset(text for text, pages in said.items() if pages > _COMMON_HEADING or text in titles)


def _filled(columns: dict[str, object], entries: Sequence[Entry]) -> bytes:
    """The file, its room filled with words of the text: first a page for every word, the frequent ones leading."""
    room = ROOM - _weight(columns)
    kept: list[list[str]] = [[] for _ in entries]
    for number, word in _candidates(entries):
        room -= 2 * _weight_of(f"{word} ")  # single words compress half as well as the rest
        if room < 0:
            break
        kept[number].append(word)
    return _json({**columns, "text": [" ".join(sorted(words)) for words in kept]}).encode()


def _candidates(entries: Sequence[Entry]) -> list[tuple[int, str]]:
    """Pages (by number) and words of their text, those first that lead most readers to most pages."""
    pages_of: dict[str, list[tuple[float, int, str]]] = defaultdict(list)
    said: dict[str, int] = defaultdict(int)
    for number, item in enumerate(entries):
        told, length = item.told, sqrt(sum(count for count, _ in item.words.values()))
        for stem, (count, form) in item.words.items():
            said[stem] += count
            pages_of[stem].append((-inf, number, "") if stem in told else (-count / length, number, form))
    ranked = [
        (rank, -said[stem], stem, number, form)
        for stem, pages in pages_of.items()
        if len(pages) <= _EVERYWHERE * len(entries)
        for rank, (_, number, form) in enumerate(sorted(pages)[:_BEST])
        if form
    ]
    return [(number, form) for *_, number, form in sorted(ranked)]
