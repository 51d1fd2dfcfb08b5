"""Indicators of Open SDG → measures of ours: one for the whole with its areas, one for each way that it is split.

In Open SDG's rows an empty cell of a split means all together. We hold one split in a measure, so that its parts
belong to one whole; rows split by age and sex at once become a measure of their own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from planbuilder.importing import cells
from planbuilder.importing.grid import Row
from planbuilder.importing.open_sdg_files import Indicator
from planbuilder.importing.periods import period
from planbuilder.importing.sheet import folded
from planbuilder.model.measure import MeasureKind, Observation
from planbuilder.source import links, names
from planbuilder.source.tree import Value

_NOT_SPLITS = {"year", "value", "geocode", "progress", "obs status", "observation status", "unit multiplier"}
_AREAS = {"area", "region", "geography", "ward", "district", "local authority", "geographical area", "country"}
_TOP = {"units", "series"}
"""Columns that tell of different things, not of parts of one."""
_FINEST = 3
"""Decimals that are kept."""
_TAKEN = {"indicator", "indicator_name", "indicator_number", "graph_title", "computation_units", "comments_limitations"}
_TAKEN |= {"indicator_definition", "national_indicator_description", "progress_calculation_options", "text"}
_TAKEN |= {f"source_{part}_1" for part in ("active", "organisation", "url", "url_text", "release_date", "next_release")}


@dataclass(frozen=True)
class Words:
    """Words of one indicator's texts: what a key says in each language."""

    original: Mapping[str, str]
    others: Mapping[str, Mapping[str, str]]
    """Language → key → words."""

    def said(self, written: str) -> str:
        """The words of the original for a key, or what was written."""
        return self._in(self.original, written)

    def in_language(self, written: str, language: str) -> str:
        """The words of another language for a key; empty where it has none."""
        found = self._in(self.others.get(language, {}), written)
        return "" if found == written else found

    @staticmethod
    def _in(words: Mapping[str, str], written: str) -> str:
        return words.get(written) or words.get(f"data.{written}") or written


@dataclass
class Series:
    """A measure in the making: rows of one indicator that are split in one way."""

    id: str
    title: tuple[str, ...]
    """Its parts, as they were written: the indicator's name, the series, the split."""
    unit: str
    observations: list[Observation] = field(default_factory=list)

    @property
    def kind(self) -> MeasureKind:
        """What kind of number it is. Only whole numbers are counts, whose changes are tested for chance."""
        unit = self.unit.casefold()
        if "%" in unit or re.search(r"per ?cent|proportion", unit):
            return "percentage"
        if re.search(r"\bper\b", unit):
            return "rate"
        return "count" if self.decimals == 0 and min(self._values, default=Decimal(0)) >= 0 else "score"

    @property
    def decimals(self) -> int:
        """How many decimals the figures have."""
        return max((max(0, -int(value.as_tuple().exponent)) for value in self._values), default=0)

    @property
    def _values(self) -> list[Decimal]:
        return [item.value for item in self.observations if item.value is not None]


def series(indicator: Indicator, words: Words, refused: list[str]) -> tuple[Series, ...]:
    """The measures of an indicator, the whole first. What can't be placed is added to `refused`."""
    head, *body = indicator.grid.rows
    where = f"data/indicator_{indicator.id}.csv"
    columns = [folded(cell.removeprefix("data.")) for cell in head.cells]
    if columns.count("year") != 1 or columns.count("value") != 1:
        refused.append(f"{where}: there is no column Year, or no column Value")
        return ()
    found: dict[tuple[str, ...], Series] = {}
    for row in body:
        try:
            _add(indicator, head, columns, row, words, found)
        except ValueError as error:
            refused.append(f"{where}, line {row.line}: {error}")
    measures = tuple(found[key] for key in sorted(found, key=lambda key: (len(key), key)))
    for number, one in enumerate(measures, start=1):
        if any(one.id == other.id for other in measures[: number - 1]):
            one.id = f"{one.id[: names.LONGEST - 4]}-{number}"
    return measures


def _add(
    indicator: Indicator, head: Row, columns: list[str], row: Row, words: Words, found: dict[tuple[str, ...], Series]
) -> None:
    told = {column: cell for column, cell in zip(columns, row.cells, strict=False) if cell}
    titles = dict(zip(columns, head.cells, strict=True))
    if not told.get("value") or cells.NO_FIGURE.fullmatch(told["value"]):
        return
    areas = [column for column in columns if column in _AREAS and column in told]
    splits = [column for column in columns if column in told and column not in _NOT_SPLITS | _AREAS | _TOP]
    top = [told.get(column, "") for column in sorted(_TOP)]
    key = (*top, *splits)
    given: dict[str, object] = {"period": period(told.get("year", ""), "year")}
    if cells.WITHHELD.fullmatch(told["value"]):
        given["suppressed"] = True
    else:
        value = cells.number(told["value"], "score")
        given["value"] = round(value, min(_FINEST, max(0, -int(value.normalize().as_tuple().exponent))))
    if areas:
        given["area"] = ", ".join(words.said(told[column]) for column in areas)
    if splits:
        given["group"] = ", ".join(words.said(told[column]) for column in splits)
    if key not in found:
        unit = told.get("units") or str(indicator.said.get("computation_units") or "")
        parts = (told.get("series", ""), told.get("units", "") if _several(indicator, columns, "units") else "")
        title = tuple(part for part in (_name(indicator), *parts, *(titles[column] for column in splits)) if part)
        found[key] = Series(_id(indicator.id, title[1:], words), title, words.said(unit))
    found[key].observations.append(Observation.model_validate(given))


def _several(indicator: Indicator, columns: list[str], column: str) -> bool:
    if column not in columns:
        return False
    place = columns.index(column)
    return len({row.cells[place] for row in indicator.grid.rows[1:] if place < len(row.cells)}) > 1


def _id(indicator: str, parts: tuple[str, ...], words: Words) -> str:
    return names.suggestion("-".join((indicator, *map(words.said, parts))))


def _name(indicator: Indicator) -> str:
    for field_name in ("indicator_name", "graph_title"):
        if isinstance(written := indicator.said.get(field_name), str) and written.strip():
            return written.strip()
    return f"Indicator {indicator.id.replace('-', '.')}"


def left_out(indicator: Indicator) -> Iterator[str]:
    """The keys of the metadata that have no place in our data."""
    return (name for name, value in indicator.said.items() if value and name not in _TAKEN)


def prose(value: Value, words: Words) -> str:
    """A text of the metadata as our prose may hold it: without HTML; empty where a link in it can't be published."""
    if not isinstance(value, str):
        return ""
    bare = without_html(words.said(value))
    return "" if any(links.faults(bare, markdown=True)) else bare


def plain(words: str) -> str:
    """Words as a title may have them: without HTML, and of links only their words."""
    return re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", without_html(words))


def without_html(words: str) -> str:
    """Words without HTML. What only changes how they look leaves no space: CO<sub>2</sub> is CO2."""
    bare = re.sub(r"<[^<>]*>", " ", re.sub(r"</?(?:b|i|em|strong|su[bp]|span|a|u)\b[^<>]*>", "", words))
    return re.sub(r"[ \t]+", " ", bare).strip()
