"""The figures of a time series as a table and as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from planbuilder.charts.chart import Cell, Row, Table
from planbuilder.charts.datafile import Record
from planbuilder.charts.symbols import symbol_of
from planbuilder.charts.voice import WITHHELD, Voice
from planbuilder.model.measure import Comparator, Observation
from planbuilder.model.period import Period

_NOT_AVAILABLE = "[x]"
_BREAK = "[b]"


@dataclass(frozen=True)
class Column:
    """One place's observations by period."""

    heading: Markup
    observations: dict[Period, Observation]


def _after_break(voice: Voice, periods: Sequence[Period]) -> set[Period]:
    """The first period that is shown after each break."""
    found = set()
    for item in voice.measure.breaks:
        later = [period for period in periods if not period < item.at]
        if later and later != list(periods):
            found.add(later[0])
    return found


def cell(voice: Voice, observation: Observation | None, *, broken: bool) -> Cell:
    """An observation in a table, with its signs; [x] where there is none."""
    if observation is None:
        return Cell(escape(_NOT_AVAILABLE), number=True)
    signs = [symbol_of(observation), _BREAK if broken else ""]
    shown = escape(voice.figure(observation, with_unit=False))
    if observation.status == "year_to_date":
        shown = voice.language.markup("%(value)s, year to date", value=shown)
    return Cell(shown, symbol=" ".join(filter(None, signs)), number=True)


def table(voice: Voice, caption: Markup, comparators: Sequence[Comparator]) -> Table:
    """One row a period: the measure, its limits and denominators where there are any, then the comparators."""
    language, measure = voice.language, voice.measure
    series = measure.series
    main = Column(voice.unit_heading(voice.area), {item.period: item for item in series})
    others = [
        Column(voice.unit_heading(other.title), {item.period: item for item in other.observations})
        for other in comparators
    ]
    periods = sorted({period for column in (main, *others) for period in column.observations})
    broken = _after_break(voice, periods)
    limited = any(item.lower is not None or item.upper is not None for item in series)
    bases = any(item.denominator is not None for item in series)
    rows = []
    for period in periods:
        own = main.observations.get(period)
        cells = [
            Cell(escape(voice.period(period)), header=True),
            cell(voice, own, broken=period in broken),
            *limits(voice, own, shown=limited),
            *_base(voice, own, shown=bases),
            *(cell(voice, other.observations.get(period), broken=False) for other in others),
        ]
        rows.append(Row(tuple(cells)))
    head = [language.markup("Period"), main.heading]
    head += [language.markup("95% limits")] if limited else []
    head += [language.markup("Out of")] if bases else []
    head += [other.heading for other in others]
    return Table(caption, tuple(head), tuple(rows), tuple(notes(voice, series)))


def limits(voice: Voice, observation: Observation | None, *, shown: bool) -> Iterable[Cell]:
    """The cell with the published limits, in tables that have any."""
    if not shown:
        return
    if observation is None or observation.value is None or observation.lower is None or observation.upper is None:
        yield Cell(escape(_NOT_AVAILABLE), number=True)
    else:
        written = voice.language.range(voice.written(observation.lower), voice.written(observation.upper))
        yield Cell(escape(written), number=True)


def _base(voice: Voice, observation: Observation | None, *, shown: bool) -> Iterable[Cell]:
    if not shown:
        return
    if observation is None or observation.value is None or observation.denominator is None:
        yield Cell(escape(_NOT_AVAILABLE), number=True)
    else:
        yield Cell(escape(voice.language.number(observation.denominator)), number=True)


def notes(voice: Voice, observations: Iterable[Observation]) -> Iterable[Markup]:
    """What has to be known about single figures: corrections, notes, recording that is not consistent."""
    language = voice.language
    for item in observations:
        if item.as_published is not None and item.value is not None:
            yield language.markup(
                "%(period)s: the source prints %(published)s; we use %(value)s.",
                period=item.period,
                published=voice.spoken(item.as_published),
                value=voice.spoken(item.value),
            )
        if item.note is not None:
            yield language.markup("%(period)s: %(note)s", period=item.period, note=item.note)
    for border in voice.measure.breaks:
        yield language.markup(
            "Figures from %(period)s on cannot be compared with earlier ones. %(why)s",
            period=border.at,
            why=border.why,
        )
    if voice.measure.inconsistent is not None:
        yield language.markup(
            "Recording is not consistent from one period to the next. %(why)s", why=voice.measure.inconsistent
        )


def signs(found: Table) -> list[str]:
    """Every text of a table that can hold a sign."""
    return [part for row in found.rows for cell in row.cells for part in (cell.symbol, str(cell.text))]


def record(voice: Voice, observation: Observation, *, area: str) -> Record:
    """One observation as a line of the file. A withheld one has only its sign: its limits could give it away."""
    language = voice.language
    numbers = {
        "value": observation.value,
        "lower": observation.lower,
        "upper": observation.upper,
        "denominator": observation.denominator,
    }
    digits = {
        name: "" if number is None or observation.value is None else f"{number:f}" for name, number in numbers.items()
    }
    return Record(
        series=language.plain(voice.measure.title),
        period=observation.period.text,
        area=language.plain(observation.area) if observation.area else area,
        group=language.plain(observation.group) if observation.group else "",
        unit=unit(voice),
        status="" if observation.value is None else observation.status,
        symbol=WITHHELD if observation.value is None else symbol_of(observation),
        note=language.plain(observation.note) if observation.note else "",
        **digits,
    )


def unit(voice: Voice) -> str:
    """The unit as the file says it."""
    match voice.measure.kind:
        case "percentage":
            return "%"
        case "currency":
            return "GBP"
        case _:
            return voice.language.plain(voice.unit.other)


def records(voice: Voice, comparators: Sequence[Comparator]) -> list[Record]:
    """The measure's own series, then its comparators."""
    language = voice.language
    area = language.plain(voice.area)
    found = [record(voice, item, area=area) for item in voice.measure.series]
    for other in comparators:
        place = language.plain(other.title)
        found += [record(voice, item, area=place) for item in other.observations]
    return found
