"""What a consultation found: who answered, and what they said."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from planbuilder.charts.chart import Cell, Chart, KeyItem, Row, Table
from planbuilder.charts.datafile import Record, chart_csv
from planbuilder.charts.draw_bars import draw_bars
from planbuilder.charts.plot import Bar, BarPlot, BarRow
from planbuilder.charts.scale import scale
from planbuilder.charts.specify import specify
from planbuilder.charts.stacks import MOST_PARTS, stacked
from planbuilder.charts.survey_words import method, slug, subtitle_of
from planbuilder.charts.swatches import bar_swatch
from planbuilder.charts.symbols import meanings
from planbuilder.charts.voice import source_line
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Breakdown, Consultation, Question, Share
from planbuilder.model.text import Text

_MANY = 12
_NAMED_IN_SUMMARY = 3


def breakdown(
    breakdown: Breakdown,
    consultation: Consultation,
    language: Language,
    *,
    catalogue: Catalogue | None = None,
    prefix: str = "",
) -> Chart:
    """Who answered: bars in the order of the data, beside the population where it is known."""
    return _bars(
        consultation,
        language,
        heading=breakdown.title,
        shares=breakdown.categories,
        title=_breakdown_title(breakdown, language),
        catalogue=catalogue,
        prefix=prefix,
    )


def question(
    question: Question,
    consultation: Consultation,
    language: Language,
    *,
    catalogue: Catalogue | None = None,
    prefix: str = "",
) -> Chart:
    """What was said: bars for a ranking, one 100 % bar where the answers are parts of a whole."""
    if question.kind == "whole" and 0 < len(question.answers) <= MOST_PARTS:
        return stacked((question,), consultation, language, catalogue=catalogue, prefix=prefix)
    return _ranking(question, consultation, language, catalogue=catalogue, prefix=prefix)


def _ranking(
    question: Question,
    consultation: Consultation,
    language: Language,
    *,
    catalogue: Catalogue | None,
    prefix: str,
) -> Chart:
    """What was said: each answer a share of its own, the most frequent first."""
    shares = tuple(sorted(question.answers, key=lambda share: -share.value))
    return _bars(
        consultation,
        language,
        heading=question.title,
        shares=shares,
        title=_ranking_title(question.title, shares, language),
        catalogue=catalogue,
        prefix=prefix,
    )


def _bars(
    consultation: Consultation,
    language: Language,
    *,
    heading: Text,
    shares: Sequence[Share],
    title: Markup,
    catalogue: Catalogue | None,
    prefix: str,
) -> Chart:
    file = f"{consultation.id}-{slug(heading)}"
    chart = f"{prefix}chart-{file}"
    plot = _plot(shares, language)
    subtitle = subtitle_of(heading, consultation, language)
    table = _table(heading, shares, language)
    return Chart(
        id=chart,
        title=title,
        subtitle=subtitle,
        key=_key(chart, plot),
        svg=draw_bars(chart, plot),
        alt=_alt(heading, shares, language),
        summary=(*_ranks(shares, language), *method(consultation, language)),
        table=table,
        symbols=meanings([str(cell.text) for row in table.rows for cell in row.cells], language),
        csv=chart_csv(_records(heading, shares, language)),
        csv_name=f"{file}.csv",
        source=source_line(consultation.source, catalogue, language),
        explore=len(shares) > _MANY,
        specification=lambda: specify(plot, language, title.striptags()),
    )


# --- words ---


def _breakdown_title(found: Breakdown, language: Language) -> Markup:
    if not found.categories:
        return language.text(found.title)
    if len(found.categories) == 1:
        only = found.categories[0]
        return language.markup(
            "%(breakdown)s: %(group)s, %(value)s",
            breakdown=found.title,
            group=only.label,
            value=language.percent(only.value),
        )
    largest = max(found.categories, key=lambda share: share.value)
    return language.markup(
        "%(breakdown)s: the largest group is %(group)s, at %(value)s",
        breakdown=found.title,
        group=largest.label,
        value=language.percent(largest.value),
    )


def _ranking_title(heading: Text, shares: Sequence[Share], language: Language) -> Markup:
    if not shares:
        return language.text(heading)
    return language.markup(
        "%(answer)s comes first, at %(value)s", answer=shares[0].label, value=language.percent(shares[0].value)
    )


def _ranks(shares: Sequence[Share], language: Language) -> list[Markup]:
    """The first few and the last, and where answers and population differ most."""
    ranked = sorted(shares, key=lambda share: -share.value)
    if not ranked:
        return []
    items = [
        language.markup("%(label)s: %(value)s", label=share.label, value=language.percent(share.value))
        for share in ranked
    ]
    found = []
    if len(items) > _NAMED_IN_SUMMARY:
        found.append(
            language.markup(
                "The largest shares are %(first)s. The smallest is %(last)s.",
                first=language.markup_list(items[:_NAMED_IN_SUMMARY]),
                last=items[-1],
            )
        )
    else:
        found.append(language.markup("The shares are %(shares)s.", shares=language.markup_list(items)))
    beside = [share for share in shares if share.population is not None]
    if beside:
        widest = max(beside, key=lambda share: abs(share.value - (share.population or 0)))
        found.append(
            language.markup(
                "Those who answered differ most from the people who live here in one group: %(group)s, "
                "%(value)s of answers and %(population)s of the population.",
                group=widest.label,
                value=language.percent(widest.value),
                population=language.percent(widest.population or 0),
            )
        )
    return found


def _alt(heading: Text, shares: Sequence[Share], language: Language) -> str:
    items = [
        language.message("%(label)s: %(value)s", label=share.label, value=language.percent(share.value))
        for share in shares[:_MANY]
    ]
    opening = language.message("Bar chart of %(title)s.", title=heading)
    if len(shares) > _MANY:
        more = language.message("The table has all %(n)s.", n=len(shares))
        return f"{opening} {'; '.join(items)}. {more}"
    return f"{opening} {'; '.join(items)}."


# --- picture, table, file ---


def _plot(shares: Sequence[Share], language: Language) -> BarPlot:
    population = any(share.population is not None for share in shares)
    rows = tuple(
        BarRow(language.plain(share.label), language.text(share.label), _share_bars(share, language, population))
        for share in shares
    )
    values = [bar.value for row in rows for bar in row.bars if bar.value is not None]
    if len(rows) == 1:
        values.append(100.0)  # one share alone is seen against the whole
    names = (language.message("People who answered"), language.message("People who live here"))
    return BarPlot(rows, scale(values, bars=True), names if population else (), mirrored=language.direction == "rtl")


def _share_bars(share: Share, language: Language, population: bool) -> tuple[Bar, ...]:
    own = Bar(float(share.value), language.percent(share.value))
    if not population:
        return (own,)
    if share.population is None:
        return own, Bar(None, language.message("No figure"), 4)
    return own, Bar(float(share.population), language.percent(share.population), 4)


def _key(chart: str, plot: BarPlot) -> tuple[KeyItem, ...]:
    return tuple(KeyItem(bar_swatch(chart, slot), escape(name)) for name, slot in zip(plot.names, (1, 4), strict=False))


def _table(heading: Text, shares: Sequence[Share], language: Language) -> Table:
    population = any(share.population is not None for share in shares)
    head = [language.markup("Group or answer"), language.markup("Share of those who answered")]
    head += [language.markup("Share of the people who live here")] if population else []
    rows = []
    for share in shares:
        cells = [
            Cell(language.text(share.label), header=True),
            Cell(escape(language.percent(share.value)), number=True),
        ]
        if population:
            beside = "[x]" if share.population is None else language.percent(share.population)
            cells.append(Cell(escape(beside), number=True))
        rows.append(Row(tuple(cells)))
    remarks = []
    for share in shares:
        if share.as_published is not None:
            remarks.append(
                language.markup(
                    "%(label)s: the source prints “%(published)s”.", label=share.label, published=share.as_published
                )
            )
        if share.note is not None:
            remarks.append(language.markup("%(label)s: %(note)s", label=share.label, note=share.note))
    return Table(language.text(heading), tuple(head), tuple(rows), tuple(remarks))


def _records(heading: Text, shares: Sequence[Share], language: Language) -> list[Record]:
    series = language.plain(heading)
    return [
        Record(
            series=series,
            group=language.plain(share.label),
            value=f"{share.value:f}",
            unit="%",
            note=language.plain(share.note) if share.note else "",
        )
        for share in shares
    ]
