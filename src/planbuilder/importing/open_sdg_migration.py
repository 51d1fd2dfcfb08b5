"""A whole Open SDG project → files of ours: measures, and what they need in the registers of the site."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from planbuilder.importing.open_sdg import Series, Words, left_out, plain, prose, series
from planbuilder.importing.open_sdg_files import Indicator, Project
from planbuilder.importing.write import with_additions
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.registers import Unit
from planbuilder.model.text import Text
from planbuilder.source import names
from planbuilder.source.tree import Value

_DIRECTIONS = {"positive": "increase", "negative": "decrease"}
_PER_CENT = ("%", "per cent", "percent", "percentage", "percentage (%)", "per cent (%)")


@dataclass
class Migration:
    """What would be written. Paths are below `data/`; nothing of it is there yet."""

    files: dict[str, str] = field(default_factory=dict)
    added: dict[str, dict[str, str]] = field(default_factory=dict)
    """Register → id → the entry's text."""
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    """Language → text of ours → its translation."""
    there: list[str] = field(default_factory=list)
    """Measures that are there already."""
    refused: list[str] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    """Keys of the metadata without a place in our data, and in how many indicators they stand."""


def migrate(project: Project, catalogue: Catalogue, partnership: str) -> Migration:
    """Make measures of a partnership of every indicator that has figures."""
    found = Migration(refused=list(project.refused))
    original, *others = catalogue.site.languages
    for indicator in project.indicators:
        words = Words(project.words.get(original, {}), {code: project.words.get(code, {}) for code in others})
        for name in left_out(indicator):
            found.left_out[name] = found.left_out.get(name, 0) + 1
        for one in series(indicator, words, found.refused):
            key = f"{partnership}/measures/{one.id}"
            if key in catalogue.entities or f"{key}.yml" in found.files:
                found.there.append(key)
                continue
            found.files[f"{key}.csv"] = with_additions(".csv", "", one.observations)
            found.files[f"{key}.yml"] = "\n".join(_measure(indicator, one, words, catalogue, found)) + "\n"
            _translate(indicator, one, words, found)
    return found


def _measure(indicator: Indicator, one: Series, words: Words, catalogue: Catalogue, found: Migration) -> Iterator[str]:
    said = indicator.said
    yield f"title: {_quoted(_title(one, words))}"
    yield f"unit: {_unit(one.unit, catalogue, found)}"
    yield from (f"{name}: {value}" for name, value in (("kind", one.kind), ("decimals", one.decimals)) if value)
    yield from _progress(said.get("progress_calculation_options"), one)
    yield "frequency: year"
    definition = said.get("national_indicator_description") or said.get("indicator_definition")
    if text := prose(definition, words):
        yield f"definition: {_quoted(text)}"
    limits = " ".join(prose(said.get("comments_limitations"), words).split())
    if 0 < len(limits) <= Text.longest and "](" not in limits:
        yield f"caveats: [{_quoted(limits)}]"
    elif limits:
        found.refused.append(f"meta of {indicator.id}: comments_limitations is too long or has links – shorten it")
    if (day := _day(said.get("source_next_release_1"))) is not None:
        yield f"next_update: {day}"
    if document := _document(indicator, words, catalogue, found):
        yield f"source: {{document: {document}}}"


def _title(one: Series, words: Words, language: str | None = None) -> str:
    said = (words.in_language(part, language) if language else words.said(part) for part in one.title)
    parts = [plain(part) for part in said]
    if language and not all(parts):
        return ""
    parts = [part for part in parts if part] or [one.id]
    return parts[0] + (f": {', '.join(parts[1:])}" if len(parts) > 1 else "")


def _progress(options: Value, one: Series) -> Iterator[str]:
    """Which change is wanted, from when on and to what: only where the project says so."""
    given = options[0] if isinstance(options, list) and options and isinstance(options[0], dict) else {}
    yield f"wanted: {_DIRECTIONS.get(str(given.get('direction')), 'monitor')}"
    whole = {item.period.text for item in one.observations if item.area is None and item.group is None}
    if str(given.get("base_year")) in whole:
        yield f"baseline: {given['base_year']}"
    target, year = str(given.get("target")), str(given.get("target_year"))
    if whole and re.fullmatch(r"-?\d{1,12}(?:\.\d{1,6})?", target):
        yield f"target: {{value: {target}" + (f", by: {year}}}" if re.fullmatch(r"(?:19|20)\d\d", year) else "}")


def _unit(written: str, catalogue: Catalogue, found: Migration) -> str:
    """The id of a unit that is there, or of one that is added."""
    bare = plain(written)
    wanted = "per cent" if bare.casefold() in _PER_CENT else bare or "not stated"
    for unit in catalogue.all(Unit):
        if wanted.casefold() in (unit.one.source.casefold(), unit.other.source.casefold()):
            return unit.id
    name = _id(wanted, "unit")
    text = f"{name}: {{one: {_quoted(wanted)}, other: {_quoted(wanted)}}}"
    found.added.setdefault("units", {}).setdefault(name, text)
    return name


def _document(indicator: Indicator, words: Words, catalogue: Catalogue, found: Migration) -> str:
    """The id of the indicator's first source, which is added to the registers with its publisher; empty for none."""
    said = {name: plain(words.said(value)) for name, value in indicator.said.items() if isinstance(value, str)}
    publisher = said.get("source_organisation_1", "").strip()
    if not publisher:
        return ""
    title = said.get("source_url_text_1", "").strip() or publisher
    organisation, document = _id(publisher, "organisation"), _id(f"{publisher}-{title}", "document")
    if f"organisations/{organisation}" not in catalogue.entities:
        entry = f"{organisation}: {{name: {_quoted(publisher)}}}"
        found.added.setdefault("organisations", {}).setdefault(organisation, entry)
    if f"documents/{document}" not in catalogue.entities:
        entry = f"{document}: {{title: {_quoted(title)}, publisher: {organisation}, attribution: {_quoted(publisher)}}}"
        found.added.setdefault("documents", {}).setdefault(document, entry)
    return document


def _id(words: str, kind: str) -> str:
    """A name made from words; of those that have no letter for it, one that no others share."""
    name = names.made_from(words)
    if name and name != "null" and not names.fault(name):
        return name
    return f"{kind}-{name or sha256(words.encode()).hexdigest()[:8]}"


def _translate(indicator: Indicator, one: Series, words: Words, found: Migration) -> None:
    """Note what the texts of a measure are in other languages."""
    for language in words.others:
        said = indicator.translated.get(language, {})
        texts = found.texts.setdefault(language, {})
        own = {name: said.get(name) for name in ("indicator_name", "graph_title")}
        name = next((str(value) for value in own.values() if value), "")
        rest = [words.in_language(part, language) for part in one.title[1:]]
        title = f"{name}: {', '.join(rest)}" if rest else name
        texts[_title(one, words)] = title if name and all(rest) else _title(one, words, language)
        for key in ("national_indicator_description", "indicator_definition", "comments_limitations"):
            ours = prose(indicator.said.get(key), words)
            theirs = prose(said.get(key), words) or words.in_language(str(indicator.said.get(key) or ""), language)
            texts[ours] = theirs
        for item in one.observations:
            for part in (item.area, item.group):
                if part:
                    texts[part.source] = _parts(part.source, words, language)
    for texts in found.texts.values():
        for ours in [ours for ours, theirs in texts.items() if not ours or not theirs]:
            del texts[ours]


def _parts(said: str, words: Words, language: str) -> str:
    """Areas and groups are written in the original's words, so their keys are looked up by those."""
    keys = {text: key for key, text in words.original.items()}
    parts = said.split(", ")
    theirs = [words.in_language(keys.get(part, part), language) for part in parts]
    return ", ".join(theirs) if all(theirs) else ""


def _day(value: Value) -> str | None:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        return None


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # a JSON text is a YAML text
