"""Amounts of money: bars, the largest first. Never a pie."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup, escape

from planbuilder.charts.chart import Cell, Chart, Row, Table
from planbuilder.charts.datafile import Record, chart_csv
from planbuilder.charts.draw_bars import draw_bars
from planbuilder.charts.plot import Bar, BarPlot, BarRow
from planbuilder.charts.scale import scale
from planbuilder.charts.specify import specify
from planbuilder.charts.survey_words import slug
from planbuilder.charts.voice import source_line
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.table import FinanceTable
from planbuilder.model.text import Text

_MANY = 12


class Amount(NamedTuple):
    """One line with its full value in pounds."""

    label: Text
    pounds: Decimal
    recipient: Text | None
    note: Text | None


def amounts(
    table: FinanceTable, language: Language, *, catalogue: Catalogue | None = None, prefix: str = ""
) -> Chart | None:
    """The lines of a finance table that have amounts; None for fewer than two."""
    factor = table.factor
    found = [
        Amount(line.label, line.amount * factor, line.recipient, line.as_published)
        for line in table.lines
        if line.amount is not None
    ]
    if len(found) < 2:
        return None
    ranked = sorted(found, key=lambda amount: -amount.pounds)
    file = f"{table.id or slug(table.title)}"
    chart = f"{prefix}chart-{file}"
    plot = _plot(ranked, language)
    title = _title(ranked, language)
    return Chart(
        id=chart,
        title=title,
        subtitle=_subtitle(table, language),
        key=(),
        svg=draw_bars(chart, plot),
        alt=_alt(table, ranked, language),
        summary=_summary(ranked, language),
        table=_table(table, found, language),
        symbols=(),
        csv=chart_csv(_records(table, found, language)),
        csv_name=f"{file}.csv",
        source=source_line(table.source, catalogue, language),
        explore=len(found) > _MANY,
        specification=lambda: specify(plot, language, title.striptags()),
    )


def _sum(found: Sequence[Amount]) -> Decimal:
    return sum((amount.pounds for amount in found), Decimal(0))


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole * 100


def _plot(ranked: Sequence[Amount], language: Language) -> BarPlot:
    rows = tuple(
        BarRow(
            _name(amount, language),
            _named(amount, language),
            (Bar(float(amount.pounds), language.money_short(amount.pounds)),),
        )
        for amount in ranked
    )
    values = [float(amount.pounds) for amount in ranked]
    return BarPlot(rows, scale(values, bars=True), (), mirrored=language.direction == "rtl")


def _name(amount: Amount, language: Language) -> str:
    if amount.recipient is None:
        return language.plain(amount.label)
    return language.message("%(what)s: %(recipient)s", what=amount.label, recipient=amount.recipient)


def _named(amount: Amount, language: Language) -> Markup:
    if amount.recipient is None:
        return language.text(amount.label)
    return language.markup("%(what)s: %(recipient)s", what=amount.label, recipient=amount.recipient)


def _title(ranked: Sequence[Amount], language: Language) -> Markup:
    whole, largest = _sum(ranked), ranked[0]
    value = language.money_short(largest.pounds)
    if ranked[-1].pounds < 0 or whole <= 0:
        return language.markup("The largest amount is %(what)s, %(value)s", what=largest.label, value=value)
    return language.markup(
        "The largest amount is %(what)s: %(value)s, or %(percent)s of all",
        what=largest.label,
        value=value,
        percent=language.percent(_share(largest.pounds, whole), 1),
    )


def _subtitle(table: FinanceTable, language: Language) -> Markup:
    if table.period is None:
        return language.markup("%(table)s, in pounds", table=table.title)
    return language.markup("%(table)s, %(period)s, in pounds", table=table.title, period=table.period)


def _summary(ranked: Sequence[Amount], language: Language) -> tuple[Markup, ...]:
    whole = _sum(ranked)
    items = [
        language.markup("%(label)s: %(value)s", label=amount.label, value=language.money_short(amount.pounds))
        for amount in ranked[:3]
    ]
    found = [language.markup("The largest amounts are %(amounts)s.", amounts=language.markup_list(items))]
    if len(ranked) > 3 and whole > 0 and ranked[-1].pounds >= 0:
        found.append(
            language.markup(
                "Together they are %(percent)s of the sum of all lines, %(sum)s.",
                percent=language.percent(_share(_sum(ranked[:3]), whole), 1),
                sum=language.money_short(whole),
            )
        )
    return tuple(found)


def _alt(table: FinanceTable, ranked: Sequence[Amount], language: Language) -> str:
    opening = language.message("Bar chart of %(title)s.", title=table.title)
    items = [
        language.message("%(label)s: %(value)s", label=amount.label, value=language.money_short(amount.pounds))
        for amount in ranked[:_MANY]
    ]
    return f"{opening} {'; '.join(items)}."


def _table(table: FinanceTable, found: Sequence[Amount], language: Language) -> Table:
    rows = [
        Row((Cell(_named(amount, language), header=True), Cell(escape(language.money(amount.pounds)), number=True)))
        for amount in found
    ]
    notes = [
        language.markup("%(label)s: the source prints “%(published)s”.", label=amount.label, published=amount.note)
        for amount in found
        if amount.note is not None
    ]
    head = (language.markup("What"), language.markup("Amount"))
    return Table(language.text(table.title), head, tuple(rows), tuple(notes))


def _records(table: FinanceTable, found: Sequence[Amount], language: Language) -> list[Record]:
    return [
        Record(
            series=language.plain(table.title),
            period=language.plain(table.period) if table.period else "",
            group=_name(amount, language),
            value=f"{amount.pounds:f}",
            unit="GBP",
        )
        for amount in found
    ]
