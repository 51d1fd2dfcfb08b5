"""The files of an Open SDG data project: what each indicator says of itself, its rows, and the words of languages.

An indicator is `meta/<id>.yml` or `.md` (keys above a text), perhaps with `indicator-config/<id>.yml`, and
`data/indicator_<id>.csv`. Words may be keys of `translations/<language>/<group>.yml`, written `group.name`, or stand
translated in `meta/<language>/`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from planbuilder.importing import csv_file
from planbuilder.importing.grid import Grid, SheetError
from planbuilder.source import files, front_matter, strict_yaml
from planbuilder.source.characters import decode
from planbuilder.source.problem import Fault
from planbuilder.source.tree import Value

MOST = 2_000
"""Indicators of a project."""


@dataclass(frozen=True)
class Indicator:
    """One indicator as it was found. `said` is its metadata, by language for what stands translated."""

    id: str
    said: Mapping[str, Value]
    translated: Mapping[str, Mapping[str, Value]]
    grid: Grid


@dataclass(frozen=True)
class Project:
    """Everything that was found. `words` holds language → key → words; `refused` what can't be read, and why."""

    indicators: tuple[Indicator, ...]
    words: Mapping[str, Mapping[str, str]]
    refused: tuple[str, ...]


def read(folder: Path) -> Project:
    """Read a project. Raises SheetError where the folder holds none."""
    if not (folder / "meta").is_dir() or not (folder / "data").is_dir():
        raise SheetError("this is no data project of Open SDG – it has a folder meta and a folder data")
    refused: list[str] = []
    found = sorted((*(folder / "meta").glob("*.md"), *(folder / "meta").glob("*.yml")), key=lambda path: path.stem)
    if len(found) > MOST:
        raise SheetError(f"there are more than {MOST:,} indicators – take over a part of them at a time")
    known = {path.stem for path in found}
    refused += (
        f"data/{rows.name}: nothing in the folder meta says what these figures are"
        for rows in sorted((folder / "data").glob("indicator_*.csv"))
        if rows.stem.removeprefix("indicator_") not in known
    )
    indicators = (_indicator(folder, path, refused) for path in found)
    words = {path.name: dict(_words(path, refused)) for path in _folders(folder / "translations")}
    return Project(tuple(one for one in indicators if one), words, tuple(refused))


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_dir())


def _indicator(folder: Path, meta: Path, refused: list[str]) -> Indicator | None:
    name = meta.stem
    rows = folder / "data" / f"indicator_{name}.csv"
    said = _keys(meta, folder, refused)
    if said is None:
        return None
    if not rows.is_file():
        refused.append(f"meta/{meta.name}: it has no figures ({rows.relative_to(folder).as_posix()} is not there)")
        return None
    settings = folder / "indicator-config" / f"{name}.yml"
    said = {**said, **((_keys(settings, folder, refused) or {}) if settings.is_file() else {})}
    translated = {}
    for language in _folders(folder / "meta"):
        path = next((path for path in (language / f"{name}.md", language / f"{name}.yml") if path.is_file()), None)
        if path:
            translated[language.name] = _keys(path, folder, refused) or {}
    try:
        return Indicator(name, said, translated, csv_file.grid(files.read(rows)))
    except (SheetError, OSError) as error:
        refused.append(f"{rows.relative_to(folder).as_posix()}: {error}")
        return None


def _keys(path: Path, folder: Path, refused: list[str]) -> dict[str, Value] | None:
    """The keys of a YAML file, or of those above a Markdown text."""
    shown = path.relative_to(folder).as_posix()
    try:
        text = decode(files.read(path))
        tree = front_matter.parse(shown, text) if path.suffix == ".md" else strict_yaml.parse(shown, text)
    except Fault as fault:
        refused.append(str(fault.problem(shown)))
        return None
    except OSError as error:
        refused.append(f"{shown}: this file can't be read ({error.strerror or error})")
        return None
    return tree.value


def _words(folder: Path, refused: list[str]) -> Iterator[tuple[str, str]]:
    """The words of a language by their keys: `data.female` → Female."""
    for path in sorted(folder.glob("*.yml")):
        for name, value in (_keys(path, folder.parent.parent, refused) or {}).items():
            yield from _nested(f"{path.stem}.{name}", value)


def _nested(key: str, value: Value) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _nested(f"{key}.{name}", inner)
