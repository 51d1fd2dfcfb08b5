"""How long a thousand charts take: picture, words, table and file of each, on one core, without Plotly.

The bar is 2 s for 1,000. What Plotly makes is asked for apart from that (`figure`).
"""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.charts import examples

from bench.results import Results
from planbuilder import charts as drawing
from planbuilder.model.measure import Measure

FIGURES = 200
T = TypeVar("T")


def charts(results: Results, number: int) -> None:
    """Fill in milliseconds for a chart in two languages, a sparkline and a validated figure."""
    measures, catalogue = varied(number), examples.catalogue()
    for code in ("en", "ur"):
        language = examples.language(code)
        each, made = _timed(lambda one, to=language: drawing.series(one, catalogue, to), measures)
        size = sum(len(chart.svg.encode()) for chart in made if chart) / number / 1_024
        results.put("charts", f"chart, {code}", {"ms": each, "kb": size})
    each, _ = _timed(lambda one: drawing.sparkline(one, language), measures)
    results.put("charts", "sparkline", {"ms": each, "kb": 0})
    drawn = [chart for chart in made if chart][:FIGURES]
    drawn[0].figure()
    each, files = _timed(lambda chart: chart.figure_json(), drawn)
    size = sum(map(len, files)) / len(files) / 1_024
    results.put("charts", "validated Plotly figure", {"ms": each, "kb": size})


def _timed(work: Callable[..., T], things: Sequence[object]) -> tuple[float, list[T]]:
    """Milliseconds for each thing, and what was made."""
    start = time.process_time()
    made = [work(thing) for thing in things]
    return (time.process_time() - start) / len(things) * 1_000, made


def varied(number: int) -> list[Measure]:
    """Measures that differ in every value, so that no result can be looked up."""
    kinds = (examples.CASUALTIES, examples.READINESS, examples.BROKEN, examples.NARROW, examples.WITHHELD)
    found = []
    for index in range(number):
        original = kinds[index % len(kinds)]
        written = [
            item if item.value is None else item.model_copy(update={"value": item.value + index})
            for item in original.observations
        ]
        found.append(original.model_copy(update={"observations": tuple(written), "key": f"{original.key}-{index}"}))
    return found
