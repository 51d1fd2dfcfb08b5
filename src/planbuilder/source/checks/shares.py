"""Checks of parts against their whole: breakdowns, answers, amounts of money."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Consultation, Share
from planbuilder.model.table import FinanceTable
from planbuilder.source.checks.finding import Finding
from planbuilder.source.tree import Loc

_AS_PUBLISHED = "correct the figures; if the source prints them so, say it in notes:"


def shares_of_consultations(catalogue: Catalogue) -> Iterator[Finding]:
    """Shares of a whole add up to 100 %, none is more than the whole, and no label stands twice."""
    for consultation in catalogue.all(Consultation):
        for index, breakdown in enumerate(consultation.breakdowns):
            whole = breakdown.whole == "yes"
            yield from _shares(consultation.key, ("breakdowns", index, "categories"), breakdown.categories, whole, True)
        for index, question in enumerate(consultation.questions):
            whole, complete = question.kind == "whole", question.rest is None
            yield from _shares(consultation.key, ("questions", index, "answers"), question.answers, whole, complete)


def _shares(key: str, loc: Loc, shares: Sequence[Share], whole: bool, complete: bool) -> Iterator[Finding]:
    yield from _twice(key, loc, [(share.as_published or share.label).source for share in shares])
    yield from _impossible_bands(key, loc, shares)
    for index, share in enumerate(shares):
        if not 0 <= share.value <= 100:
            yield Finding(
                key, (*loc, index, "value"), f"{share.value} is not a share between 0 and 100 per cent", _AS_PUBLISHED
            )
    if not whole or not shares:
        return
    total = sum((share.value for share in shares), Decimal(0))
    rounding = _rounding(share.value for share in shares)
    if total > 100 + rounding or (complete and total < 100 - rounding):
        yield Finding(key, loc, f"the parts add up to {total} per cent, not 100", _AS_PUBLISHED)


def _twice(key: str, loc: Loc, labels: Sequence[str]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for index, label in enumerate(labels):
        first = seen.setdefault(label.casefold().replace("–", "-"), index)
        if first != index:
            sentence = f'"{label}" is given twice (first as number {first + 1})'
            yield Finding(key, (*loc, index, "label"), sentence, _AS_PUBLISHED)


_BAND = re.compile(r"(\d+)\s*[-–]\s*(\d+)")


def _impossible_bands(key: str, loc: Loc, shares: Sequence[Share]) -> Iterator[Finding]:
    """Bands of ages or numbers, as they are printed, that end before they begin or run into another."""
    printed = [(share.as_published or share.label).source for share in shares]
    bands = {
        index: (int(found[1]), int(found[2]))
        for index, label in enumerate(printed)
        if (found := _BAND.fullmatch(label))
    }
    for index, (first, last) in bands.items():
        if last < first:
            yield Finding(key, (*loc, index, "label"), f'"{printed[index]}" ends before it begins', _AS_PUBLISHED)
        for other, (begins, ends) in bands.items():
            if other < index and first <= ends and begins <= last and (first, last) != (begins, ends):
                sentence = f'"{printed[index]}" runs into "{printed[other]}"'
                yield Finding(key, (*loc, index, "label"), sentence, _AS_PUBLISHED)


def finance_tables(catalogue: Catalogue) -> Iterator[Finding]:
    """Amounts add up to the declared total, and printed shares are those that the amounts give."""
    for table in catalogue.all(FinanceTable):
        amounts = [line.amount for line in table.lines if line.amount is not None]
        complete = len(amounts) == len(table.lines)
        total = sum(amounts, Decimal(0))
        exact = table.scale == "pounds"  # only larger scales are rounded
        rounding = Decimal(0) if exact or table.total is None else _rounding([*amounts, table.total])
        if table.total is not None and complete and abs(total - table.total) > rounding:
            sentence = f"the declared total is {table.total}, but the lines add up to {total}"
            yield Finding(table.key, ("total",), sentence, _AS_PUBLISHED)
        yield from _larger_than_the_whole(table)
        yield from _printed_shares(table, table.total if table.total is not None else total if complete else None)


def _larger_than_the_whole(table: FinanceTable) -> Iterator[Finding]:
    for index, line in enumerate(table.lines):
        if table.total is not None and line.amount is not None and line.amount > table.total:
            sentence = f"a part of {line.amount} is larger than the declared total of {table.total}"
            yield Finding(table.key, ("lines", index, "amount"), sentence, _AS_PUBLISHED)


def _printed_shares(table: FinanceTable, total: Decimal | None) -> Iterator[Finding]:
    printed = [line.percent for line in table.lines if line.percent is not None]
    added = sum(printed, Decimal(0))
    if printed and len(printed) == len(table.lines) and abs(added - 100) > _rounding(printed):
        yield Finding(table.key, ("lines",), f"the printed shares add up to {added} per cent, not 100", _AS_PUBLISHED)
    if not total:
        return
    for index, line in enumerate(table.lines):
        if line.amount is None or line.percent is None:
            continue
        actual = line.amount / total * 100
        if abs(actual - line.percent) > _step(line.percent) / 2 + _step(line.amount) / total * 50:
            rounded = actual.quantize(_step(line.percent) / 10)
            sentence = f"the source says {line.percent} per cent, but {line.amount} of {total} is {rounded}"
            yield Finding(table.key, ("lines", index, "percent"), sentence, _AS_PUBLISHED)


def _rounding(values: Iterable[Decimal]) -> Decimal:
    """How far the sum of rounded values may be from that of the exact ones: half a step of each."""
    return sum((_step(value) / 2 for value in values), Decimal(0))


def _step(value: Decimal) -> Decimal:
    """The last decimal place that a value is given to, 1 for a whole number."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent) if isinstance(exponent, int) else 0)


CHECKS = (shares_of_consultations, finance_tables)
