"""A series the size of a word."""

from markupsafe import Markup, escape

from planbuilder.charts.scale import Scale
from planbuilder.charts.svg import em, line, marker, pct
from planbuilder.charts.timeline import joins, place
from planbuilder.i18n import Language
from planbuilder.model.measure import Measure

_WIDTH, _HEIGHT, _EDGE = 7.0, 1.6, 0.4


def sparkline(measure: Measure, language: Language) -> Markup:
    """A small line without scale or labels, the latest value marked; empty for fewer than two known values.

    It is an image named by its first and last value, so it can stand alone in a table cell.
    """
    items = measure.series
    known = [item for item in items if item.value is not None]
    if len(known) < 2:
        return Markup("")
    values = [float(item.value) for item in known if item.value is not None]
    low, high = min(values), max(values)
    scale = Scale(low, high if high > low else low + 1, (), 0)
    first, last = place(items[0].period), place(items[-1].period)

    def x(index: int) -> str:
        share = (place(items[index].period) - first) / (last - first) if last > first else 0.5
        inside = 0.06 + 0.88 * share
        return pct(1 - inside if language.direction == "rtl" else inside)

    def y(index: int) -> float:
        value = items[index].value
        flat = high == low or value is None
        return _HEIGHT / 2 if flat else _HEIGHT - _EDGE - scale.share(float(value)) * (_HEIGHT - 2 * _EDGE)  # type: ignore[arg-type]

    joined = joins(items, measure)
    pieces = []
    for index, leads in enumerate(joined):
        if leads:
            dotted = "provisional" in (items[index].status, items[index - 1].status)
            pieces.append(line(x(index - 1), y(index - 1), x(index), y(index), "pb-chart__dotted" if dotted else ""))
        elif items[index].value is not None and not (index + 1 < len(items) and joined[index + 1]):
            pieces.append(marker(x(index), y(index), "circle"))
    end = max(index for index, item in enumerate(items) if item.value is not None)
    pieces.append(marker(x(end), y(end), "circle", hollow=items[end].status == "provisional"))
    name = language.message(
        "%(first)s (%(start)s) to %(last)s (%(end)s)",
        first=language.short_value(known[0].value or 0, measure),
        start=language.period(known[0].period),
        last=language.short_value(known[-1].value or 0, measure),
        end=language.period(known[-1].period),
    )
    return Markup(  # noqa: S704 - numbers and class names; the name is escaped
        f'<svg class="pb-spark pb-chart__line pb-chart__c1" role="img" aria-label="{escape(name)}" '
        f'width="{em(_WIDTH)}" height="{em(_HEIGHT)}" focusable="false">{"".join(pieces)}</svg>'
    )
